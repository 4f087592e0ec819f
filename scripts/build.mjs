import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, run, say } from './run.mjs';

const stampFile = join(root, 'build', '.akkoord-built');
const sources = [
  'app',
  'server',
  'db',
  'public',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
];

/** One hash over everything that ends up in the build; tests do not. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const add = (path) => {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  };
  for (const source of sources.filter((path) => existsSync(join(root, path)))) {
    if (source.includes('.')) {
      add(source);
      continue;
    }
    for (const entry of readdirSync(join(root, source), { recursive: true, withFileTypes: true }).sort(
      byPath,
    )) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) add(pathOf(entry));
    }
  }
  return hash.digest('hex');
}

// Node 20 calls it `path` in its first releases.
const pathOf = (entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length);
const byPath = (a, b) => (pathOf(a) < pathOf(b) ? -1 : 1);

/** Builds pages and server into build/, unless that is done already for these sources. */
export async function build() {
  const hash = sourceHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return true;
  say('Building …');
  const began = Date.now();
  const { status, output } = await run('react-router', ['build'], {
    quiet: true,
    env: { NODE_ENV: 'production' },
  });
  if (status !== 0) {
    process.stderr.write(output);
    return false;
  }
  writeFileSync(stampFile, hash);
  say(`Built (${Math.round((Date.now() - began) / 1000)} s)`);
  return true;
}

/** The same for a script that cannot go on without. */
export async function buildOrFail() {
  if (!(await build())) fail('The build failed; the reason is above.');
}
