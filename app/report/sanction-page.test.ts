import { beforeAll, describe, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as exportLoader } from './sanction-export.ts';
import { action, loader } from './sanction-page.tsx';

const watched = watchedDatabase('voorbeeld', 'twente');
const places: Record<string, LoadedInstitution> = {};
const schemes: Record<string, string> = { voorbeeld: 'ka-2022-2027', twente: 'ka-2019-2024' };
const now = new Date('2026-06-20T10:00:00Z');

beforeAll(async () => {
  for (const code of Object.keys(schemes)) places[code] = await loadInstitution(watched.db, code);
});

async function at(institution: string, login: string, form?: Record<string, string>) {
  const actor = await places[institution]!.actor(login);
  const params = { scheme: schemes[institution]! };
  return {
    db: watched.db,
    actor,
    path: `/schemes/${params.scheme}/sanctions`,
    params,
    now,
    ...(form && { form }),
  };
}

async function page(institution: string, login = 'lezer', query = '') {
  const args = await at(institution, login);
  args.path += query;
  watched.forget();
  return loader(pageArgs<Parameters<typeof loader>[0]>(args));
}

async function send(login: string, form: Record<string, string>) {
  const args = await at('voorbeeld', login, form);
  return action(pageArgs<Parameters<typeof action>[0]>(args));
}

const rows = (one: Awaited<ReturnType<typeof page>>['sanctions'][number]) =>
  Object.fromEntries(one.table.rows.map((row) => [row.label, row.cells.map((cell) => cell.text)]));

describe('what a bad judgement would cost', () => {
  test('[004-8] two years that are not paid out, or no growth: per year, together and per unit', async () => {
    const { sanctions } = await page('voorbeeld');
    expect(watched.queries).toBe(4);
    const [withheld, growth] = sanctions;
    expect(withheld!.formula).toBe(
      'Per jaar van 2026 tot en met 2027: alles van wat is toegekend, of anders verwacht.',
    );
    expect(rows(withheld!)).toMatchObject({
      'Toegekend of verwacht': ['21.180.000', '21.590.000', ''],
      'Niet uitgekeerd': ['21.180.000', '21.590.000', '42.770.000'],
    });
    expect(rows(growth!)['Niet uitgekeerd']).toEqual(['410.000', '410.000']);
    const parts = withheld!.table.rows.filter((row) => row.indent === 1);
    expect(parts.length).toBeGreaterThan(3);
    const sum = parts.reduce((total, row) => total + Number(row.cells[0]!.text.replaceAll('.', '')), 0);
    // printed in whole euros: the parts sum to the cent, and so to within a euro each
    expect(Math.abs(sum - 21_180_000)).toBeLessThanOrEqual(parts.length);
  });

  test('[004-8] the scenarios of the project plan stand there; their amounts are lost in the source and unknown', async () => {
    const { sanctions } = await page('twente', 'reader');
    expect(sanctions.map(({ effect }) => effect)).toEqual([
      { kind: 'withhold', fromYear: 2021, lastYear: 2024, shareBasis: 10_000 },
      { kind: 'no-growth', year: 2024, over: 2023 },
    ]);
    for (const one of sanctions) {
      const figures = one.table.rows.flatMap((row) => row.cells.map((cell) => cell.text));
      expect(figures.some((text) => /\d/.test(text))).toBe(false);
    }
    expect(sanctions[1]!.formula).toBe(
      'What is granted (or else expected) in 2024 above 2023; nothing when it is not more.',
    );
  });

  test('at an earlier moment they cost what was granted or expected then, and nothing is laid down', async () => {
    const { sanctions, asked, mayEdit } = await page('voorbeeld', 'beheer', '?asOf=2021-12-31');
    expect(watched.queries).toBe(4);
    expect({ asOf: asked.asOf, mayEdit }).toEqual({ asOf: '2021-12-31', mayEdit: false });
    const amounts = rows(sanctions[0]!)['Toegekend of verwacht'];
    expect(amounts).not.toEqual(rows((await page('voorbeeld')).sanctions[0]!)['Toegekend of verwacht']);
    expect(await fileOf('?asOf=2021-12-31')).not.toContain('42.770.000');
  });

  test('they leave as a file', async () => {
    expect(await fileOf()).toContain('42.770.000');
  });

  async function fileOf(query = '') {
    const args = await at('voorbeeld', 'lezer');
    const given = { ...args, path: args.path + query, params: { ...args.params, format: 'html' } };
    return (await exportLoader(pageArgs<Parameters<typeof exportLoader>[0]>(given))).text();
  }
});

describe('what is laid down', () => {
  const half = {
    ...{ intent: 'sanction', key: '', code: 'half', nameNl: 'De helft', nameEn: 'Half of it' },
    ...{ 'effect.kind': 'withhold', 'effect.fromYear': '2026', 'effect.lastYear': '2026' },
    'effect.share': '50',
  };
  const revision = async () => String((await page('voorbeeld', 'beleid')).revision);

  test('who manages schemes adds a scenario, changes it and takes it away; nobody else does', async () => {
    expect(await send('lezer', { ...half, revision: await revision() })).toMatchObject({
      problem: { status: 403 },
    });
    expect(await send('beleid', { ...half, revision: await revision() })).toHaveProperty('done');
    const shown = async () => (await page('voorbeeld')).sanctions.find((one) => one.code === 'half');
    expect(rows((await shown())!)['Niet uitgekeerd']).toEqual(['10.590.000', '10.590.000']);
    const change = { ...half, key: 'half', part: 'half', 'effect.share': '12,5' };
    expect(await send('beleid', { ...change, revision: await revision() })).toHaveProperty('done');
    expect((await shown())!.effect).toMatchObject({ shareBasis: 1250 });
    expect(await send('beleid', { ...change, revision: '1' })).toMatchObject({
      problem: { code: 'conflict' },
    });
    const gone = { intent: 'sanction.remove', key: 'half', part: 'half', revision: await revision() };
    expect(await send('beleid', gone)).toHaveProperty('done');
    expect(await shown()).toBeUndefined();
  });

  test('years that run backwards, lie outside the scheme, or a share beyond all of it are told at their field', async () => {
    const tried = async (fields: Record<string, string>) =>
      send('beleid', { ...half, revision: await revision(), ...fields });
    expect(await tried({ 'effect.fromYear': '2027' })).toMatchObject({
      problem: { errors: [{ path: 'effect.lastYear', code: 'sanction.years' }] },
    });
    expect(await tried({ 'effect.lastYear': '2031' })).toMatchObject({
      problem: { errors: [{ path: 'effect.lastYear', code: 'scheme.year-outside' }] },
    });
    expect(await tried({ 'effect.share': '120' })).toMatchObject({
      problem: { errors: [{ path: 'effect.share', code: 'sanction.share' }] },
    });
    expect(await tried({ 'effect.kind': 'no-growth', 'effect.year': '2026' })).toMatchObject({
      problem: { errors: [{ path: 'effect.over' }] },
    });
  });
});
