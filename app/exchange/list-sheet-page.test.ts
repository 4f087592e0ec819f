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

const watched = watchedDatabase();
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
  ...{ path: `${base}/cycle/moments/2026/sheet`, params: { scheme, year: '2026' }, login: 'beleid' },
});
const periods = at(periodPage, periodFile, { path: '/admin/calendar/sheet', params: {}, login: 'beheer' });
const rules = at(rulePage, ruleFile, {
  path: `${base}/realisation/recht/2026/intake/rules/sheet`,
  ...{ params: { scheme, unit: 'recht', year: '2026' }, login: 'controller' },
});
const steps = at(stepPage, stepFile, {
  path: `${base}/plans/PLAN/steps-sheet`,
  ...{ params: { scheme, document: 'PLAN' }, login: 'schrijver-recht' },
});
const lists = { terms, rates, rights, cycle, moments, periods, rules, steps };

describe.each(Object.entries(lists))('%s', (_, list) => {
  test('comes back as it went out, in either language; who may not change it may not have it', async () => {
    for (const format of ['xlsx', 'ods'] as const) {
      const { shown, problem } = await list.hand(await list.fetched(format, 'en'), `x.${format}`);
      expect(problem).toBeNull();
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

test('[000-66] terms: one changed, one begun, one refused; the same file again begins nothing twice', async () => {
  const csv = await terms.csv(
    [],
    [
      { Geldstroom: 'kwaliteit', 'Vanaf jaar': '2023', 'Landelijk bedrag': '1.000.000,00', Bron: '=Brief' },
      { Geldstroom: 'onbekend', Bron: 'Brief' },
      { Geldstroom: 'kwaliteit', 'Vanaf jaar': '2025', 'Tot en met jaar': '2024', Bron: 'Brief' },
    ],
  );
  console.log(csv);
});
