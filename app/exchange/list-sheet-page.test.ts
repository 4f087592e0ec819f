import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { readSheets } from '#app/ledger/table-read.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as cycleFile from './cycle-sheet-file.ts';
import * as cyclePage from './cycle-sheet-page.tsx';
import * as ruleFile from './intake-rule-sheet-file.ts';
import * as rulePage from './intake-rule-sheet-page.tsx';
import * as momentFile from './moment-sheet-file.ts';
import * as momentPage from './moment-sheet-page.tsx';
import * as periodFile from './period-sheet-file.ts';
import * as periodPage from './period-sheet-page.tsx';
import * as rateFile from './rate-sheet-file.ts';
import * as ratePage from './rate-sheet-page.tsx';
import * as rightFile from './right-sheet-file.ts';
import * as rightPage from './right-sheet-page.tsx';
import * as stepFile from './step-sheet-file.ts';
import * as stepPage from './step-sheet-page.tsx';
import * as termFile from './term-sheet-file.ts';
import * as termPage from './term-sheet-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let reader: Actor;
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  reader = await place.actor('lezer');
});

type Outcome = {
  shown: {
    changes: { row: number; key: string[]; field: string; before: unknown; after: unknown }[];
    conflicts: unknown[];
    refused: { row: number; field: string | null; code: string }[];
  } | null;
  moved: boolean;
  problem: { code: string; status: number; errors: { path: string; code: string }[] } | null;
};
type Page = { action: (args: never) => Promise<unknown>; loader: (args: never) => Promise<unknown> };
type Files = { loader: (args: never) => Promise<Response> };
type Where = { path: string; params: Record<string, string>; login: string };

/** One list as its person works with it: fetched, handed in, saved. */
function at(page: Page, files: Files, { path, params, login }: Where) {
  const args = async (more: object, who?: Actor) =>
    pageArgs({
      db: watched.db,
      actor: who ?? (await place.actor(login)),
      path,
      params,
      now,
      ...more,
    }) as never;
  const post = async (fields: Record<string, string | File>, who?: Actor) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const sent = page.action(await args({ form }, who));
    return sent.catch((thrown: unknown) => thrown) as Promise<Outcome & Response>;
  };
  const fetched = async (format: string, locale: 'nl' | 'en' = 'nl') => {
    const who = { ...(await place.actor(login)), locale };
    const asked = await args({ params: { ...params, format } }, who);
    return new Uint8Array(await (await files.loader(asked)).arrayBuffer());
  };
  const rows = async () => {
    const [sheet] = await readSheets(await fetched('xlsx'), 'x.xlsx');
    return sheet!.rows.map((row) => row.map((cell) => cell.text));
  };
  return {
    post,
    fetched,
    load: async (who?: Actor) => page.loader(await args({}, who)),
    hand: (bytes: Uint8Array | string, name = 'x.csv') =>
      post({ intent: 'read', file: new File([bytes as Uint8Array<ArrayBuffer>], name) }),
    save: (changes: unknown, who?: Actor) => post({ intent: 'save', changes: JSON.stringify(changes) }, who),
    /** the table as CSV, with cells changed by head and new rows below; `row` finds a row by what is in it */
    csv: async (
      edits: [row: string, head: string, value: string][],
      added: Record<string, string>[] = [],
    ) => {
      const all = await rows();
      const heads = all.findIndex((row) => row.filter(Boolean).length > 2);
      const names = all[heads]!;
      for (const [find, head, value] of edits) {
        const found = all.find((row, i) => i > heads && row.some((text) => text.includes(find)));
        expect(names, head).toContain(head);
        found![names.indexOf(head)] = value;
      }
      const more = added.map((one) => names.map((name) => one[name] ?? ''));
      const quoted = [...all.slice(heads).filter((row) => row.some(Boolean)), ...more].map((row) =>
        row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'),
      );
      return quoted.join('\n');
    },
  };
}

const said = ({ shown }: Outcome) => ({
  changes: shown!.changes.map(({ field, after }) => [field, after]),
  refused: shown!.refused.map(({ field, code }) => `${field} ${code}`),
});

const scheme = 'ka-2022-2027';
const base = `/schemes/${scheme}`;
const terms = at(termPage, termFile, {
  ...{ path: `${base}/funding/terms/sheet`, params: { scheme }, login: 'beleid' },
});
const rates = at(ratePage, rateFile, {
  ...{ path: `/admin${base}/rates/sheet`, params: { scheme }, login: 'beheer' },
});
const rights = at(rightPage, rightFile, {
  ...{ path: `${base}/rights/sheet`, params: { scheme }, login: 'beheer' },
});
const cycle = at(cyclePage, cycleFile, {
  ...{ path: `${base}/cycle/steps/sheet`, params: { scheme }, login: 'beleid' },
});
const moments = at(momentPage, momentFile, {
  ...{ path: `${base}/cycle/moments/2025/sheet`, params: { scheme, year: '2025' }, login: 'beleid' },
});
const periods = at(periodPage, periodFile, { path: '/admin/calendar/sheet', params: {}, login: 'beheer' });
const rules = at(rulePage, ruleFile, {
  path: `${base}/realisation/recht/2026/intake/rules/sheet`,
  ...{ params: { scheme, unit: 'recht', year: '2026' }, login: 'controller' },
});
const steps = at(stepPage, stepFile, {
  path: `${base}/plans/plan-zorg/steps-sheet`,
  ...{ params: { scheme, document: 'plan-zorg' }, login: 'schrijver-zorg' },
});
const lists = { terms, rates, rights, cycle, moments, periods, rules, steps };

describe.each(Object.entries(lists))('%s', (_, list) => {
  test('comes back as it went out, in either language; who may not change it may not have it', async () => {
    for (const format of ['xlsx', 'ods'] as const) {
      const { shown, problem } = await list.hand(await list.fetched(format, 'en'), `x.${format}`);
      // a list with nothing in it yet comes back as a table without rows
      const rows = (await list.csv([])).split('\n').length - 1;
      if (rows === 0) expect(problem!.errors).toMatchObject([{ code: 'fill-in.no-rows' }]);
      else
        expect(shown, format).toMatchObject({
          changes: [],
          conflicts: [],
          refused: [],
          absent: 0,
          blind: false,
        });
    }
    const refused = await list.save([], reader);
    expect(refused.problem ?? refused).toMatchObject(
      refused.problem ? { status: 403 } : { init: { status: 404 } },
    );
    await expect(list.load(reader)).rejects.toMatchObject({ init: { status: expect.any(Number) } });
  });
});

/** Hands a table in, saves what it would change, and gives what was said. */
async function through(list: ReturnType<typeof at>, csv: string) {
  const read = await list.hand(csv);
  expect(read.problem).toBeNull();
  expect(await list.save(read.shown!.changes)).toMatchObject({ status: 302 });
  return said(read);
}

test('terms: one changed, one begun, two refused; the same file again begins nothing twice', async () => {
  const csv = await terms.csv(
    [['Tijdelijke stimuleringsregeling', 'Tot en met jaar', '2024']],
    [
      { Middelen: 'kwaliteit', 'Vanaf jaar': '2023', 'Landelijk bedrag': '1.000.000,00', Bron: '=Brief' },
      { Middelen: 'onbekend', Bron: 'Brief' },
      { Middelen: 'kwaliteit', 'Vanaf jaar': '2025', 'Tot en met jaar': '2024', Bron: 'Brief' },
    ],
  );
  expect(await through(terms, csv)).toEqual({
    changes: [
      ['toYear', '2024'],
      ['fund', 'kwaliteit'],
      ['fromYear', '2023'],
      ['nationalCents', 1_000_000_00],
      ['source', '=Brief'],
    ],
    refused: ['fund fill-in.list.choice', 'toYear field.text'],
  });
  const again = await terms.hand(csv);
  expect(said(again).changes).toEqual([]);
  expect(said(again).refused).toHaveLength(2);
  // a text that looks like a formula goes out as text and comes back as it was
  const [sheet] = await readSheets(await terms.fetched('xlsx'), 'x.xlsx');
  const cell = sheet!.rows.flat().find(({ text }) => text === '=Brief')!;
  expect(cell).toMatchObject({ formula: false });
});

test('a stale preview is a choice per cell; what was typed is not lost', async () => {
  const csv = await terms.csv([['Eerste bekostigingsbrief', 'Vanaf jaar', '2021']]);
  const [change] = (await terms.hand(csv)).shown!.changes;
  expect(await terms.save([change])).toMatchObject({ status: 302 });
  const stale = await terms.save([{ ...change, after: '2020' }]);
  expect(stale).toMatchObject({
    ...{ moved: true, saved: null },
    shown: { conflicts: [{ before: '2021', was: '2022', after: '2020' }] },
  });
  const conflicts = JSON.stringify(stale.shown!.conflicts);
  const chosen = { intent: 'save', changes: '[]', conflicts, 'choice.0': 'mine' };
  expect(await terms.post(chosen)).toMatchObject({ status: 302 });
  expect(await terms.csv([])).toContain('"2020"');
});

test('rates: a year gains one, one is taken away, and a share of a cent or a minus is refused', async () => {
  const csv = await rates.csv([
    ['2023', 'Kosten van één fte', '95.000,00'],
    ['2023', 'Bron', 'Begroting 2023'],
    ['2025', 'Kosten van één fte', ''],
    ['2026', 'Kosten van één fte', '-5'],
  ]);
  expect(await through(rates, csv)).toEqual({
    changes: [
      ['fteCents', 95_000_00],
      ['source', 'Begroting 2023'],
      ['fteCents', null],
    ],
    refused: ['fteCents field.text'],
  });
  expect((await rates.hand(await rates.csv([]))).shown).toMatchObject({ changes: [] });
  const rows = (await rates.csv([])).split('\n');
  expect(rows.find((row) => row.startsWith('"2023"'))).toContain('95000');
  expect(rows.find((row) => row.startsWith('"2025"'))).toBe('"2025";"";""');
});

test('rights: refused by the rules of the matrix itself, before anything is saved', async () => {
  const [, ...body] = (await rights.csv([])).split('\n');
  const kind = /^"([^"]*)"/.exec(body[0]!)![1]!;
  const csv = await rights.csv(
    [],
    [
      {
        ...{
          Documentsoort: kind,
          'Soort orgaan': 'Faculteitsraad',
          'Waar het orgaan zit': 'bij de instelling',
        },
        ...{
          Recht: 'informatie',
          Onderwerp: 'Een nieuw onderwerp',
          'Eerst uitoefenen': 'nee',
          Grondslag: 'Afspraak',
        },
        ...{ 'Zekerheid van de grondslag': 'bekend', Quorum: '50%', 'Termijn in werkdagen': '10' },
      },
      {
        ...{
          Documentsoort: kind,
          'Soort orgaan': 'Faculteitsraad',
          'Waar het orgaan zit': 'bij de instelling',
        },
        ...{ Recht: 'instemming', 'Eerst uitoefenen': 'nee', Grondslag: 'Afspraak', Quorum: 'veel' },
        ...{ 'Zekerheid van de grondslag': 'bekend', Onderwerp: 'Nog een' },
      },
      { Documentsoort: 'bestaat-niet', Recht: 'instemming' },
    ],
  );
  const read = await through(rights, csv);
  expect(read.refused).toEqual(['quorum right.quorum', 'null plan.unknown']);
  expect(read.changes).toContainEqual(['bodyAt', 'institution']);
  const now = await rights.csv([]);
  expect(now).toContain('Een nieuw onderwerp');
  expect(now.split('\n').find((row) => row.includes('Een nieuw onderwerp'))).toContain('"50%"');
});

test('the cycle: names, years and a fixed day; a step without one is refused', async () => {
  const csv = await cycle.csv([]);
  const heads = csv.split('\n')[0]!.split(';');
  const cellsOf = (row: string) => row.split(/;(?=")/).map((text) => text.slice(1, -1));
  const day = heads.indexOf('"Dag"');
  const rows = csv.split('\n').slice(1).map(cellsOf);
  const fixed = rows.find((row) => row[day] !== '')![0]!;
  const loose = rows.find((row) => row[day] === '')![0]!;
  const changed = await cycle.csv([
    [fixed, 'Dag', '3'],
    [fixed, 'Bron', 'Afspraak'],
    [loose, 'Dag', '4'],
  ]);
  const read = await through(cycle, changed);
  expect(read.changes).toEqual([
    ['day', 3],
    ['source', 'Afspraak'],
  ]);
  expect(read.refused).toEqual(['day fill-in.cycle.rule']);
});

test('moments: another date with its reason, a meeting; a day in a recess and a reason alone are refused', async () => {
  const [head, ...body] = (await moments.csv([])).split('\n');
  expect(head).toContain('"Uiterlijk"');
  const refs = body.map((row) => /^"([^"]*)"/.exec(row)![1]!);
  const dates = body.map((row) => /"(\d{4}-\d{2}-\d{2})"/.exec(row)![1]!);
  const open = body.flatMap((row, i) => (/"(over tijd|nog te gaan|binnenkort)"/.test(row) ? [i] : []));
  const [first, second] = open as [number, number];
  const csv = await moments.csv([
    [refs[first]!, 'Uiterlijk', '9-12-2026'],
    [refs[first]!, 'Reden', 'Later klaar'],
    [refs[first]!, 'Aantekeningen', '=HYPERLINK("http://x")'],
    [refs[second]!, 'Uiterlijk', 'ooit'],
  ]);
  const read = await through(moments, csv);
  expect(read.changes).toEqual([
    ['dueOn', '2026-12-09'],
    ['reason', 'Later klaar'],
    ['notes', '=HYPERLINK("http://x")'],
  ]);
  expect(read.refused).toEqual(['dueOn fill-in.list.day']);
  const alone = await moments.hand(await moments.csv([[refs[second]!, 'Reden', 'Zomaar']]));
  expect(said(alone).refused).toEqual(['reason fill-in.moments.reason']);
  expect(dates[second]).toMatch(/^\d{4}/);
});

test('free periods: a day of its own, one that overlaps refused with the name of the other', async () => {
  const add = (nameNl: string, from: string, through = '') => ({
    ...{ Naam: nameNl, 'Naam in het Engels': nameNl, Soort: 'vrije dag', Vanaf: from, 'Tot en met': through },
  });
  const csv = await periods.csv(
    [],
    [add('Dies', '14-5-2031'), add('Dies 2', '2031-05-14'), add('Dies 3', '40-5-2031')],
  );
  expect(await through(periods, csv)).toEqual({
    changes: [
      ['nameNl', 'Dies'],
      ['nameEn', 'Dies'],
      ['kind', 'free-day'],
      ['from', '2031-05-14'],
    ],
    refused: ['from free-period.overlaps', 'from fill-in.list.day'],
  });
  // the day that was left open stands now: the file that began it begins nothing more
  const again = await periods.hand(csv);
  expect(said(again)).toMatchObject({
    changes: [],
    refused: [expect.anything(), expect.anything(), expect.anything()],
  });
});

test('intake rules: a pattern, a range and a rule for everything; the rules of the use case refuse', async () => {
  const csv = await rules.csv(
    [],
    [
      {
        Kostenplaats: '99*',
        'Wat gebeurt er': 'Buiten laten, met reden',
        'Waarom blijven deze rijen buiten?': 'Eigen geld',
        'Vanaf maand': '01-2026',
      },
      { Kostenplaats: '9-8-7', 'Wat gebeurt er': 'exclude', 'Waarom blijven deze rijen buiten?': 'x' },
      { 'Wat gebeurt er': 'exclude', 'Waarom blijven deze rijen buiten?': 'Alles' },
      { Rekening: '77', 'Wat gebeurt er': 'book' },
    ],
  );
  const read = await through(rules, csv);
  expect(read.changes).toContainEqual(['fromMonth', '2026-01']);
  expect(read.refused).toEqual([
    'costCentre intake.pattern',
    'costCentre intake.rule-for-all',
    'target intake.target-needed',
    'fund intake.fund-needed',
  ]);
});

test('steps: begun in the file, changed in the next, refused for a phase without years', async () => {
  const row = { Maatregel: 'kliniek', 'Wat is het?': 'Mijlpaal', 'Wat gebeurt er': 'Kliniek open' };
  const csv = await steps.csv(
    [],
    [
      { ...row, 'Eerste jaar': '2024', Vergelijking: 'ten minste', Getal: '2,5', Waarvan: 'spreekuren' },
      { ...row, 'Wat is het?': 'Fase', 'Wat gebeurt er': 'Zonder jaren' },
      { ...row, Maatregel: 'bestaat-niet' },
    ],
  );
  const read = await through(steps, csv);
  expect(read.changes).toContainEqual(['targetMilli', 2500]);
  expect(read.refused).toEqual(['firstYear step.phase-years', 'null fill-in.budget.no-measure']);
  const next = await steps.csv([['Kliniek open', 'Moment in dat jaar', 'voorjaar']]);
  expect(next).toContain('"S1"');
  expect((await through(steps, next)).changes).toEqual([['due', 'voorjaar']]);
  const back = await steps.hand(await steps.fetched('ods', 'en'), 'x.ods');
  expect(back.shown).toMatchObject({ changes: [], conflicts: [], refused: [], absent: 0 });
});
