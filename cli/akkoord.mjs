#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { install } from '../scripts/install.mjs';
import { node } from '../scripts/run.mjs';

/** `akkoord …` under whatever Node is there: the command itself runs on the one that the lock file pins. */
await install((line) => process.stderr.write(`${line}\n`));
const program = fileURLToPath(new URL('akkoord.ts', import.meta.url));
const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
