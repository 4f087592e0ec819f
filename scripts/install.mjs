import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, node, root, run, say } from './run.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.akkoord-installed');

/** What node_modules was made from: the lock, and the machine whose binaries it holds. */
function wanted() {
  const lock = readFileSync(lockFile);
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

/** Installs what the committed lock names, unless that is there already. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node 20 or newer is needed to set Akkoord up; this is ${process.versions.node}.`);
  const before = wanted();
  if (existsSync(stampFile) && existsSync(node) && readFileSync(stampFile, 'utf8') === before) return;

  say('Installing packages (about a minute the first time) …');
  const began = Date.now();
  // Building needs the development packages too, whatever NODE_ENV says.
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ];
  const { status, output } = await npm(args);
  if (status !== 0) fail(`${output}\nInstalling packages failed; the reason is above.`);
  if (wanted() !== before) {
    fail(
      'package-lock.json did not fit package.json and npm changed it: look at `git diff`, and commit the lock.',
    );
  }
  if (!existsSync(node)) {
    fail(
      'The package "node" has no binary: npm may not run install scripts here (npm config get ignore-scripts).',
    );
  }
  writeFileSync(stampFile, before);
  say(`Packages installed (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** The npm that called us, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args], { quiet: true })
    : run('npm', args, { quiet: true });
}
