import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildOrFail } from './build.mjs';
import { install } from './install.mjs';
import { fail, node, root } from './run.mjs';

/**
 * `npm start`: installs and builds what is missing, then runs the server. `npm run setup` does only the
 * first part (for an image). `npm run dev` leaves the build to the development server.
 */
const mode = process.argv[2] ?? 'start';

/**
 * V8 lets rubbish lie while there is memory: 400 MB after a few hundred pages. A smaller nursery and a heap that
 * grows by two fifths between collections keep the same work within 210 MB, at the same CPU. No hard limit: a large
 * file may still take what it needs.
 */
const memory = ['--max-semi-space-size=16', '--heap-growing-percent=40'];
/** And glibc keeps what was given back, for each thread apart: with two such heaps 280 MB under 200 clients, not 315. */
const heaps = { MALLOC_ARENA_MAX: '2' };

await install();
if (mode !== 'dev') await buildOrFail();
if (mode !== 'setup') runServer();

function runServer() {
  const child = spawn(node, [...memory, join('server', mode === 'dev' ? 'dev.ts' : 'main.ts')], {
    cwd: root,
    env: { ...heaps, ...process.env, NODE_ENV: process.env.NODE_ENV || defaultMode() },
    // Over the channel the server notices when we are killed, and ends as well.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once('error', (error) => fail(`The server could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/**
 * A killed npm passes nothing on. Its script entries `exec` us, so that npm itself is our parent: a signal to
 * npm reaches us, and when our parent changes, npm is gone.
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 500).unref();
}

/** Production is twice as fast; but a demo on a database of one's own, asked for by name, is not production. */
function defaultMode() {
  if (mode === 'dev') return 'development';
  return process.env.DATABASE_URL && process.env.AKKOORD_DEMO === '1' ? 'development' : 'production';
}
