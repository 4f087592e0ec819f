import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../cli/akkoord.ts';
import { en } from './check.en.ts';
import { nl } from './check.nl.ts';
import { runCheck } from './check-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akkoord-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.csv`, import.meta.url));

async function check(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const status = await runCheck(args, { stdout: into('stdout'), stderr: into('stderr') });
  return { status, ...written };
}

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('akkoord check', () => {
  it('ends with 1 on errors and prints exactly the findings as JSON', async () => {
    const { status, stdout, stderr } = await check(fixture('utrecht-theme-2'), '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)[0]).toEqual({
      code: 'sum',
      class: 'error',
      where: { sheet: 'utrecht-theme-2', row: 6, column: '2022', label: 'Totaal EUR' },
      stated: 379_015,
      computed: 379_663,
      difference: -648,
    });
  });

  it('ends with 0 when all that misses is rounding, and prints an empty array when nothing does', async () => {
    expect(await check(fixture('utrecht-integral'), '--json')).toMatchObject({ status: 0 });
    expect(await check(fixture('utrecht-theme-1'), '--json')).toEqual({
      status: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('says in Dutch or in English where a figure misses and by how much', async () => {
    const dutch = await check(fixture('utrecht-theme-2'), '--lang', 'nl');
    expect(dutch.stdout).toContain('rij 6, kolom 2022, Totaal EUR');
    expect(dutch.stdout).toContain('er staat 379.015, de tabel zelf geeft 379.663 (verschil -648)');
    const english = await check(fixture('utrecht-theme-2'), '--lang', 'en');
    expect(english.stdout).toContain('it says 379,015, the table itself gives 379,663 (difference -648)');
  });

  it('ends with 2 and says why: no total, no figures, empty, no such file, no table, too large, no argument', async () => {
    const cases: [string[], RegExp][] = [
      [[await saved('los.csv', 'Post;2023;2024\nDocenten;10;12\nTutoren;7;9\n')], /geen totaal/],
      [[await saved('tekst.csv', 'Beste lezer;\nhier staat tekst;\n')], /geen tabel met cijfers/],
      [[await saved('leeg.csv', '')], /leeg/],
      [[join(folder, 'weg.csv')], /bestaat niet/],
      [[folder], /bestaat niet of is niet leesbaar/],
      [[await saved('rapport.xlsx', '%PDF-1.7')], /geen tabel/],
      [[await saved('groot.csv', new Uint8Array(50 * 1024 * 1024).fill(49))], /groter dan 20 MB/],
      [[], /Gebruik/],
    ];
    for (const [args, why] of cases) {
      const { status, stdout, stderr } = await check(...args, '--lang', 'nl');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(why);
    }
  });

  it('leaves no placeholder in its words, in either language', async () => {
    for (const language of ['nl', 'en']) {
      for (const name of ['leiden-appendix-1', 'leiden-appendix-3']) {
        expect((await check(fixture(name), '--lang', language)).stdout).not.toMatch(/[{}]|undefined/);
      }
    }
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });
});

it('an unknown subcommand ends with 2 and names those there are', async () => {
  let words = '';
  const out = { write: (text: string) => (words += text) };
  expect(await run(['chekc'], { stdout: out, stderr: out })).toBe(2);
  expect(words).toContain('check');
});
