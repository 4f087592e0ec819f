import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder the script was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The runtime that the lock file pins; the Node that runs these scripts may be any from 20 on. */
export const node = join(root, 'node_modules', '.bin', 'node');

export const say = (line) => process.stdout.write(`${line}\n`);

/** Ends with one clear line. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/**
 * Runs a program of node_modules/.bin or of the system, on the pinned Node.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: keep what it prints
 * @returns {Promise<{ status: number, output: string }>} the output only when quiet
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 127, output: error.message }));
    child.once('close', (code) => resolve({ status: code ?? 1, output }));
  });
}
