import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { debianPackages } from './debian.mjs';
import { install } from './install.mjs';
import { fail, root, run, say } from './run.mjs';
import { startSecondPostgres } from './second-postgres.mjs';

/**
 * `npm test`: installs what tests need and runs every kind of test, also after one of them fails. Named
 * steps only with `npm test -- types lint`. The last line counts them all; a tool that is not a test runner
 * counts as one test.
 */
const steps = {
  types: async () =>
    one((await run('react-router', ['typegen'])).status || (await run('tsc', ['--noEmit'])).status),
  lint: async () => one((await run('biome', ['check', '.'])).status),
  unused: async () => one((await run('knip', [])).status),
  unit: () => vitest(['--project', 'unit']),
  database: () => vitest(['--project', 'database']),
  'database-15': onSecondPostgres,
  build: async () => one((await build()) ? 0 : 1),
  api: lintApi,
  browser: () => vitest(['--project', 'e2e']),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) fail(`No step ${unknown.join(', ')}; there are: ${Object.keys(steps).join(', ')}.`);

await install();
const names = asked.length > 0 ? asked : Object.keys(steps);
const needsDebian = names.some((name) => ['database-15', 'browser', 'database'].includes(name));
const advice = needsDebian ? await debianPackages() : null;
if (advice) say(advice);

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
/** Each failed test once more at the end, where the reader of a long log looks. */
const failures = [];

for (const name of names) {
  say(`\n== ${name}`);
  const began = Date.now();
  let count;
  try {
    count = await steps[name]();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    count = one(1);
  }
  for (const key of Object.keys(total)) total[key] += count[key];
  if (count.failed > 0) broken.push(name);
  say(`== ${name}: ${inWords(count)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
if (failures.length > 0) say(`\n${failures.join('\n')}`);
if (broken.length > 0) say(`\nFailed: ${broken.join(', ')}`);
say(inWords(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function one(status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** Runs vitest and counts from its own report, never from what it prints. */
async function vitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'akkoord-report-'));
  const report = join(folder, 'report.json');
  const failed = join(folder, 'failures.txt');
  const reporters = ['default', 'json', './scripts/failures-reporter.mjs'].map(
    (name) => `--reporter=${name}`,
  );
  try {
    const { status } = await run(
      'vitest',
      ['run', '--passWithNoTests', ...reporters, `--outputFile.json=${report}`, ...args],
      { env: { ...env, AKKOORD_TEST_FAILURES: failed } },
    );
    const told = existsSync(failed) ? readFileSync(failed, 'utf8') : '';
    if (told) failures.push(told);
    if (!existsSync(report)) return one(status || 1);
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: counts.numPassedTests,
      // A file that does not load, or an error outside any test, fails without a failed test.
      failed: counts.numFailedTests || (status !== 0 || !counts.success ? 1 : 0),
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same database tests on the oldest version we promise. */
async function onSecondPostgres() {
  const postgres = await startSecondPostgres();
  try {
    return await vitest(['--project', 'database'], { TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
}

async function lintApi() {
  const script = join(root, 'scripts', 'lint-api.mjs');
  if (!existsSync(script)) return { passed: 0, failed: 0, skipped: 0 };
  return one((await run('node', [script])).status);
}
