import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { figureText } from './figure-words.ts';
import { action as fillAction, loader as fillLoader } from './fill-page.tsx';
import { loader as exportLoader } from './indicator-export.ts';
import { action as formAction } from './indicator-form-page.tsx';
import { action as pageAction, loader as pageLoader } from './indicator-page.tsx';
import { action as listAction, loader as listLoader } from './indicators-page.tsx';

const watched = watchedDatabase('voorbeeld', 'leiden');
let voorbeeld: LoadedInstitution;
let leiden: LoadedInstitution;
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  voorbeeld = await loadInstitution(watched.db, 'voorbeeld');
  leiden = await loadInstitution(watched.db, 'leiden');
});

type Handler = (args: never) => Promise<unknown>;
type More = { params?: Record<string, string>; form?: Record<string, string>; query?: string };
/** Visits a page as an account; with a form it posts. What an action redirects to comes as `to`. */
async function visit<H extends Handler>(
  [place, login]: [LoadedInstitution, string],
  handler: H,
  { params = {}, form, query = '' }: More = {},
): Promise<Awaited<ReturnType<H>> & { to?: string }> {
  const actor = await place.actor(login);
  const scheme = place === leiden ? 'ka-2019-2024' : 'ka-2022-2027';
  const args = { db: watched.db, actor, path: `/schemes/${scheme}/indicators${query}`, now };
  watched.forget();
  try {
    const more = { params: { scheme, ...params }, ...(form && { form }) };
    const done = await handler(pageArgs({ ...args, ...more }) as never);
    if (done instanceof Response && done.status === 302) {
      return { to: done.headers.get('location') } as never;
    }
    return done as never;
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 302) {
      return { to: thrown.headers.get('location') } as never;
    }
    throw thrown;
  }
}

/** The printed figures of an indicator, unit and split, by year. */
async function printed(place: LoadedInstitution, indicator: string, unit: string, split = '') {
  const { of, maskedBelow } = await visit([place, 'lezer'], pageLoader, { params: { indicator } });
  const row = of.units.find((one) => one.code === unit)!.rows.find((one) => one.split === split)!;
  return row.points.map((point) => figureText(point, of.definition, { locale: 'nl', maskedBelow }));
}

describe('the table of 2019 of the supplement', () => {
  test('[000-58] ratio, spread, FTE, counts and percentage print as in the document', async () => {
    expect(await printed(leiden, 'student-stafratio', 'leiden')).toEqual(['25,8', '24,4']);
    expect(await printed(leiden, 'cursusevaluatie-werkvormen', 'leiden')).toEqual(['3,9 ± 0,1']);
    expect(await printed(leiden, 'fte-studieadviseurs', 'leiden')).toEqual(['54,5']);
    expect(await printed(leiden, 'leergang-studieadviseurs', 'leiden')).toEqual(['10']);
    expect(await printed(leiden, 'sko', 'leiden')).toEqual(['29']);
    expect(await printed(leiden, 'matching', 'leiden')).toEqual(['5']);
    expect(await printed(leiden, 'bko', 'leiden')).toEqual(['88,6%']);
  });

  test('[000-57] values with their spread, split by phase', async () => {
    expect(await printed(leiden, 'loopbaanmogelijkheden', 'leiden', 'ba')).toEqual(['2,9 ± 1,1']);
    expect(await printed(leiden, 'loopbaanmogelijkheden', 'leiden', 'ma')).toEqual(['2,9 ± 1,2']);
    expect(await printed(leiden, 'vakspecifieke-vaardigheden', 'leiden', 'ma')).toEqual(['3,4 ± 1,1']);
  });

  test('[000-56] a definition says its unit, exclusions, reference date, numerator and denominator', async () => {
    const { of } = await visit([leiden, 'lezer'], pageLoader, { params: { indicator: 'student-stafratio' } });
    expect(of.definition).toMatchObject({
      ...{ kind: 'ratio', referenceNl: '1 oktober', unitNl: 'studenten per fte', targetMilli: null },
      exclusionsNl: 'exclusief LUMC en exclusief niet bekostigde opleidingen',
    });
    expect(of.units[0]!.rows[0]!.points[0]).toMatchObject({
      ...{ printed: 258, numeratorMilli: 27_670_000, denominatorMilli: 1_071_800 },
    });
  });

  test('[000-54] [000-55] [000-28] no target with its reason, and years that cannot be compared with theirs', async () => {
    const { of } = await visit([leiden, 'lezer'], pageLoader, { params: { indicator: 'student-stafratio' } });
    expect(of.definition.targetNl).toMatch(/^Geen streefwaarde/);
    expect(of.breaks).toMatchObject([{ year: 2020, reasonNl: expect.stringContaining('groeit') }]);
    expect(of.units[0]!.rows[0]!.points[1]!.caveat).toMatch(/^Licht gedaald/);
  });

  test('[000-63] [000-65] [000-81] [001-31] initiatives, surveys, sources and outcomes are defined, without figures', async () => {
    const { table } = await visit([leiden, 'lezer'], listLoader);
    const of = (code: string) => table.indicators.find((one) => one.code === code)!;
    expect(of('welzijn-trainingen').definition.measures).toMatchObject([{ measure: 'studentenwelzijn' }]);
    expect(of('evaluatie-mentoraat').definition.purpose).toBe('effect');
    expect(of('evaluatieformulieren').definition).toMatchObject({
      ...{
        sourceNl: expect.stringContaining('evaluatieformulieren'),
        discussedNl: expect.stringContaining('jaarlijks'),
      },
    });
    expect(of('bachelor-in-vier-jaar').definition.purpose).toBe('outcome');
    expect(of('uitval').units[0]!.rows[0]!.points.every((one) => one.state === 'missing')).toBe(true);
  });
});

describe('reading indicators', () => {
  test('pages ask a fixed number of statements', async () => {
    await visit([voorbeeld, 'lezer'], listLoader);
    expect(watched.queries).toBe(11);
    await visit([voorbeeld, 'lezer'], pageLoader, { params: { indicator: 'bko' } });
    expect(watched.queries).toBe(10);
    await visit([voorbeeld, 'schrijver-recht'], fillLoader, { params: { unit: 'recht', year: '2025' } });
    expect(watched.queries).toBe(8);
  });

  test('[000-59] small cells are masked for every reader, and so is what they follow from', async () => {
    expect((await printed(voorbeeld, 'werkvormen', 'zorg', 'ma')).at(3)).toBe('<5');
    // the faculties are parts of a whole that is given: one small part takes the smallest beside it
    expect((await printed(voorbeeld, 'leergang', 'zorg')).slice(0, 3)).toEqual(['<5', '<5', '5']);
    expect((await printed(voorbeeld, 'leergang', 'mens')).slice(0, 3)).toEqual(['x', 'x', '8']);
    expect((await printed(voorbeeld, 'leergang', 'voorbeeld')).slice(0, 3)).toEqual(['21', '26', '33']);
    const { of } = await visit([voorbeeld, 'lezer'], pageLoader, { params: { indicator: 'leergang' } });
    const small = of.units.find((one) => one.code === 'zorg')!.rows[0]!.points[0]!;
    expect([small.printed, small.valueMilli, small.respondents]).toEqual([null, null, null]);
  });

  test('sums say what they lack; the threshold is the institution’s own', async () => {
    expect(await printed(voorbeeld, 'fte-studieadviseurs', 'voorbeeld')).toEqual([
      ...['42,6', '44,8', '48,7', '52,5', '28,3*'],
    ]);
    const refused = await visit([voorbeeld, 'schrijver-recht'], listAction, {
      form: { intent: 'mask', maskedBelow: '10' },
    });
    expect(refused).toMatchObject({ problem: { status: 403 } });
    await visit([voorbeeld, 'beleid'], listAction, { form: { intent: 'mask', maskedBelow: '10' } });
    expect((await printed(voorbeeld, 'werkvormen', 'zorg', 'ma'))[1]).toBe('<10');
    await visit([voorbeeld, 'beleid'], listAction, { form: { intent: 'mask', maskedBelow: '5' } });
  });

  test('tables and charts go out as files', async () => {
    const file = async (format: string, query = '') =>
      (await visit([voorbeeld, 'lezer'], exportLoader, { params: { format }, query })) as unknown as Response;
    const csv = await (await file('csv', '?indicator=leergang')).text();
    expect(csv).toContain('<5');
    expect(csv).not.toContain(',2,');
    const json = (await (await file('json')).json()) as { blocks: unknown[] };
    expect(json.blocks.length).toBeGreaterThan(10);
    const pdf = await (await file('pdf', '?indicator=werkvormen')).arrayBuffer();
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-');
    await expect(file('exe')).rejects.toMatchObject({ init: { status: 404 } });
  });
});

describe('a unit fills in its year', () => {
  const at = { unit: 'recht', year: '2025' };
  const fill = (login: string, form: Record<string, string>, params: Record<string, string> = at) =>
    visit([voorbeeld, login], fillAction, { params, form: { intent: 'save', ...form } });
  const set = () => visit([voorbeeld, 'schrijver-recht'], fillLoader, { params: at });

  test('only whoever may record, and only where the unit is', async () => {
    expect(await fill('lezer', {})).toMatchObject({ problem: { status: 403 } });
    expect(await fill('schrijver-beta', {})).toMatchObject({ problem: { status: 403 } });
    const gone = await visit([voorbeeld, 'beleid'], fillLoader, {
      params: { unit: 'inst-taal', year: '2025' },
    });
    expect(gone.entries).toEqual([]);
  });

  test('handing in without a reflection or a figure is refused, naming each', async () => {
    const refused = await fill('schrijver-recht', { intent: 'submit' });
    expect(refused).toMatchObject({ problem: { code: 'indicator.incomplete' } });
    const { blockers } = (refused as { problem: { blockers: { code: string; params: object }[] } }).problem;
    expect(blockers).toContainEqual({
      ...{ code: 'indicator.no-value', params: { name: 'Oordeel over werkvormen', split: 'Master' } },
    });
    expect(blockers.filter((one) => one.code === 'indicator.no-reflection')).toHaveLength(7);
  });

  test('what cannot be is refused at its field, and nothing of it is kept', async () => {
    const wrong = await fill('schrijver-recht', {
      'figures.werkvormen.ma.value': '6',
      'figures.werkvormen.ba.value': 'veel',
      'figures.uitval..value': '?',
    });
    expect(wrong).toMatchObject({ problem: { errors: [{ code: 'indicator.not-a-number' }] } });
    const off = await fill('schrijver-recht', {
      'figures.werkvormen.ma.value': '6',
      'figures.uitval..value': '?',
      'figures.bachelor-in-vier..numerator': '27670',
    });
    expect(off).toMatchObject({
      problem: {
        errors: [
          { path: 'figures.werkvormen.ma.value', code: 'indicator.off-scale' },
          { path: 'figures.uitval..caveat', code: 'indicator.why-unknown' },
          { path: 'figures.bachelor-in-vier..denominator', code: 'indicator.half-ratio' },
        ],
      },
    });
  });

  test('[000-54] figures with reflections are handed in under a hash; a correction needs a reason and keeps the former', async () => {
    const { entries } = await set();
    const reflections = Object.fromEntries(
      entries.map(({ code }) => [`reflection.${code}`, `Over ${code}: dit zagen wij.`]),
    );
    const handed = await fill('schrijver-recht', {
      ...reflections,
      intent: 'submit',
      'figures.werkvormen.ma.value': '4,1',
      'figures.werkvormen.ma.spread': '0,7',
      'figures.werkvormen.ma.respondents': '250',
      'figures.uitval..numerator': '258',
      'figures.uitval..denominator': '1430',
      'figures.bachelor-in-vier..value': '?',
      'figures.bachelor-in-vier..caveat': 'Het register komt in januari.',
    });
    expect(handed.to).toMatch(/handed-in/);
    const after = await set();
    expect(after).toMatchObject({ submitted: 1, changed: false, open: [] });
    expect(await fill('schrijver-recht', { intent: 'submit' })).toMatchObject({
      problem: { code: 'indicator.nothing-new' },
    });
    const correction = { 'figures.uitval..numerator': '259', 'figures.uitval..denominator': '1430' };
    const seen = { 'figures.uitval..seen': '1' };
    expect(await fill('schrijver-recht', { ...correction, ...seen })).toMatchObject({
      problem: { errors: [{ path: 'reason' }] },
    });
    expect((await fill('schrijver-recht', { ...correction, ...seen, reason: 'Eén dubbel.' })).to).toMatch(
      /saved/,
    );
    // the same correction from an older page meets what was recorded meanwhile
    expect(await fill('beleid', { ...correction, ...seen, reason: 'Eén dubbel.' })).toMatchObject({
      problem: { code: 'conflict' },
    });
    expect(await set()).toMatchObject({ submitted: 1, changed: true });
    const { corrections, of } = await visit([voorbeeld, 'lezer'], pageLoader, {
      params: { indicator: 'uitval' },
    });
    expect(corrections).toMatchObject([{ unit: 'recht', year: 2025, number: 2, reason: 'Eén dubbel.' }]);
    expect(of.units.find((one) => one.code === 'recht')!.rows[0]!.points.at(-1)).toMatchObject({
      draft: true,
    });
    expect((await fill('schrijver-recht', { intent: 'submit' })).to).toMatch(/handed-in/);
    const rows = await inInstitution(watched.db, voorbeeld.institutionId, (tx) =>
      tx.selectFrom('indicatorSubmission').select('contentHash').where('year', '=', 2025).execute(),
    );
    expect(new Set(rows.map((one) => one.contentHash)).size).toBe(3);
  });
});

describe('saying what is measured', () => {
  const definition = {
    ...{ kind: 'count', purpose: 'output', fromYear: '2026', decimals: '0', nameNl: 'Spreekuren' },
    ...{
      nameEn: 'Office hours',
      'unitKinds[]': 'faculty',
      targetNl: 'Geen: proef.',
      targetEn: 'None: a trial.',
    },
  };
  const define = (login: string, form: Record<string, string>) =>
    visit([voorbeeld, login], formAction, { form: { intent: 'define', ...form } });

  test('a target or its absence has a reason; a change is a new version that breaks the series', async () => {
    expect(await define('schrijver-recht', { ...definition, code: 'spreekuren' })).toMatchObject({
      problem: { status: 403 },
    });
    expect(await define('beleid', { ...definition, code: 'spreekuren', targetNl: '' })).toMatchObject({
      problem: { errors: [{ path: 'targetNl', code: 'field.required' }] },
    });
    expect((await define('beleid', { ...definition, code: 'spreekuren' })).to).toMatch(/spreekuren$/);
    expect(await define('beleid', { ...definition, code: 'spreekuren' })).toMatchObject({
      problem: { code: 'indicator.taken' },
    });
    const params = { indicator: 'spreekuren' };
    const changed = { ...definition, intent: 'redefine', revision: '1', fromYear: '2027' };
    expect(await visit([voorbeeld, 'beleid'], formAction, { params, form: changed })).toMatchObject({
      problem: { errors: [{ path: 'reasonNl' }, { path: 'reasonEn' }] },
    });
    const reason = { reasonNl: 'Ook online.', reasonEn: 'Online too.' };
    const form = { ...changed, ...reason };
    expect((await visit([voorbeeld, 'beleid'], formAction, { params, form })).to).toMatch(/spreekuren$/);
    expect(await visit([voorbeeld, 'beleid'], formAction, { params, form })).toMatchObject({
      problem: { code: 'conflict' },
    });
    const { of } = await visit([voorbeeld, 'lezer'], pageLoader, { params });
    expect(of.definitions.map((one) => [one.number, one.comparable])).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  test('a break is reported with its reason, and taken away again', async () => {
    const params = { indicator: 'uitval' };
    const form = {
      intent: 'break',
      year: '2023',
      reasonNl: 'Nieuwe telling.',
      reasonEn: 'New count.',
      unit: 'zorg',
    };
    expect(await visit([voorbeeld, 'lezer'], pageAction, { params, form })).toMatchObject({
      problem: { status: 403 },
    });
    await visit([voorbeeld, 'beleid'], pageAction, { params, form });
    const { of } = await visit([voorbeeld, 'lezer'], pageLoader, { params });
    expect(of.breaks).toMatchObject([{ unit: 'zorg', year: 2023 }]);
    await visit([voorbeeld, 'beleid'], pageAction, {
      ...{ params, form: { intent: 'join', key: of.breaks[0]!.breakId } },
    });
    const after = await visit([voorbeeld, 'lezer'], pageLoader, { params });
    expect(after.of.breaks).toEqual([]);
  });
});
