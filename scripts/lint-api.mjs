/** Writes the OpenAPI document to a temporary file and lints it with Spectral (.spectral.yaml). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'akkoord-api-'));
const file = join(folder, 'openapi.json');
const source = `
  import { api, document } from '#server/api.ts';
  // No request is made: the routes are read, the database is never touched.
  const router = api({ db: null, clock: () => new Date(0), log: null });
  process.stdout.write(JSON.stringify(document(router, 'https://akkoord.example.org'), null, 2));`;
try {
  const made = spawnSync(bin('node'), ['--input-type=module', '--eval', source], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (made.status !== 0) {
    process.stderr.write(made.stderr);
    process.exitCode = 1;
  } else {
    writeFileSync(file, made.stdout);
    const linted = spawnSync(
      bin('spectral'),
      ['lint', '--ruleset', join(root, '.spectral.yaml'), '--fail-severity', 'warn', file],
      { stdio: 'inherit' },
    );
    process.exitCode = linted.status ?? 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
