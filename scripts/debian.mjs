import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './run.mjs';

/** What tests need beside npm's packages: how to tell that it is there, and its package in Debian. */
const needs = [
  { what: 'Chromium', package: 'chromium', present: () => onPath('chromium') || onPath('chromium-browser') },
  { what: 'PostgreSQL 15', package: 'postgresql-15', present: () => debianPostgres() !== null },
  { what: 'pdfinfo', package: 'poppler-utils', present: () => onPath('pdfinfo') },
];

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** The folder with the server programs of Debian's oldest PostgreSQL from 15 on, or null. */
export function debianPostgres() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return null;
  const [major] = readdirSync(home)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(join(home, String(version), 'bin', 'initdb')))
    .sort((a, b) => a - b);
  return major ? join(home, String(major), 'bin') : null;
}

/**
 * Installs through apt what is missing, when we are root and there is an apt.
 * @returns {Promise<string | null>} null, or one line that says what to install by hand
 */
export async function debianPackages() {
  const missing = needs.filter(({ present }) => !present());
  if (missing.length === 0) return null;
  const packages = missing.map((need) => need.package);
  const advice = `Tests need ${missing.map(({ what }) => what).join(', ')}: sudo apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return advice;
  say(`Installing ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const { status, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    {
      env,
      quiet: true,
    },
  );
  if (status !== 0) process.stderr.write(output.split('\n').slice(-15).join('\n'));
  return needs.every(({ present }) => present()) ? null : advice;
}
