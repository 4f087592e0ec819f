import { beforeAll, describe, expect, test } from 'vitest';
import { loader as panelLoader } from '#app/consultation/panel-page.tsx';
import { readSheets, type Sheet } from '#app/ledger/table-read.ts';
import { loader as compareLoader } from '#app/plan/compare-page.tsx';
import { loader as realisationLoader } from '#app/realisation/realisation-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as burdenFile } from './burden-export.ts';
import { loader as burdenLoader } from './burden-page.tsx';
import { loader as checkFile } from './check-export.ts';
import { loader as checkLoader } from './checks-page.tsx';
import { loader as comparisonFile } from './comparison-export.ts';
import { loader as overviewFile } from './overview-export.ts';
import { loader as overviewLoader } from './overview-page.tsx';
import { loader as panelFile } from './panel-export.ts';
import { loader as realisationFile } from './realisation-export.ts';
import { loader as traceFile } from './trace-export.ts';
import { loader as traceLoader } from './trace-page.tsx';

/** What the computed tables of pages say, read back from the files in which they go out. */

const watched = watchedDatabase('voorbeeld', 'leiden');
const places = {} as Record<'voorbeeld' | 'leiden', LoadedInstitution>;
const now = new Date('2026-11-01T10:00:00Z');
const scheme = 'ka-2022-2027';
const schemes = { voorbeeld: scheme, leiden: 'ka-2019-2024' };

beforeAll(async () => {
  places.voorbeeld = await loadInstitution(watched.db, 'voorbeeld');
  places.leiden = await loadInstitution(watched.db, 'leiden');
});

type Loader<T> = (args: never) => Promise<T>;
type Asked = { query?: string; params?: Record<string, string>; of?: 'voorbeeld' | 'leiden' };

async function ask<T>(loader: Loader<T>, { query = '', params, of = 'voorbeeld' }: Asked = {}) {
  const actor = await places[of].actor('controller');
  const scheme = schemes[of];
  const path = `/schemes/${scheme}${query}`;
  watched.forget();
  const given = { db: watched.db, actor, path, params: { scheme, ...params }, now };
  return loader(pageArgs(given) as never);
}

/** Its sheets in both formats, which say the same, and how many statements they asked. */
async function sheetsOf(loader: Loader<Response>, asked: Asked = {}): Promise<Sheet[]> {
  const [xlsx, ods] = await Promise.all(
    ['xlsx', 'ods'].map(async (format) => {
      const response = await ask(loader, { ...asked, params: { ...asked.params, format } });
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".+"$/);
      return readSheets(new Uint8Array(await response.arrayBuffer()), `x.${format}`);
    }),
  );
  expect(texts(ods!)).toEqual(texts(xlsx!));
  return xlsx!;
}
/** What its cells say; a format may or may not store the empty ones. */
const texts = (sheets: readonly Sheet[]) =>
  sheets.map((sheet) => sheet.rows.map((row) => row.map((cell) => cell.text).filter(Boolean)));

/** The row that begins with these words. */
function rowOf(sheet: Sheet, ...heads: string[]) {
  return sheet.rows.find((row) => heads.every((head, at) => row[at]?.text === head))!;
}

/** The numbers of a row as the spreadsheet stores them. */
const numbers = (sheet: Sheet, ...heads: string[]) =>
  rowOf(sheet, ...heads).flatMap((cell) => cell.number ?? []);

describe('a computed table as a file', () => {
  test('where each document stands: the matrices of the overview, of the moment of the address', async () => {
    const { standings, units, kinds } = await ask(overviewLoader);
    const asked = watched.queries;
    const sheets = await sheetsOf(overviewFile);
    expect(sheets).toHaveLength(new Set(units.map((unit) => unit.kind)).size);
    expect(watched.queries).toBeLessThanOrEqual(2 * asked);
    const faculties = sheets.find((sheet) => sheet.name === 'Faculteiten')!;
    const plan = standings.find((one) => one.document === 'plan-recht')!;
    const column = faculties.rows[2]!.findIndex(
      (cell) => cell.text === kinds.find((kind) => kind.code === plan.kind)!.name,
    );
    const unit = units.find((one) => one.code === 'recht')!.name;
    expect(rowOf(faculties, unit)[column]!.text).toBe(`versie ${plan.number}, vastgesteld`);
    const [then] = await sheetsOf(overviewFile, { query: '?asOf=2022-06-01&knownOn=2023-01-01' });
    expect(then!.rows[1]![0]!.text).toMatch(/Stand op 1 juni 2022 · Zoals bekend op 1 januari 2023/);
    expect(texts([then!])).not.toEqual(texts([sheets[0]!]));
  });

  test('in the language of the reader, and as one CSV for each matrix', async () => {
    const actor = { ...(await places.voorbeeld.actor('lezer')), locale: 'en' as const };
    const given = {
      db: watched.db,
      actor,
      path: `/schemes/${scheme}`,
      params: { scheme, format: 'xlsx' },
      now,
    };
    const english = await overviewFile(pageArgs(given) as never);
    const sheets = await readSheets(new Uint8Array(await english.arrayBuffer()), 'x.xlsx');
    expect(sheets.map((sheet) => sheet.name)).toContain('Faculties');
    expect(JSON.stringify(texts(sheets))).toContain('version 2, adopted');
    const csv = await ask(overviewFile, { params: { format: 'csv' } });
    expect(csv.headers.get('content-type')).toBe('application/zip');
    await expect(ask(overviewFile, { params: { format: 'exe' } })).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test('the lines behind a ribbon, to the cent and with their marks; without one the totals', async () => {
    const { frame, totals } = await ask(traceLoader);
    const flows = frame.themes.map(({ code }) => `?year=2027&unit=recht&flow=theme:${code}`);
    const pages = await Promise.all(
      flows.map(async (query) => ({ query, ...(await ask(traceLoader, { query })) })),
    );
    const { query, chosen } = pages.find((page) => page.chosen.some((line) => line.signs.includes('pm')))!;
    await ask(traceLoader, { query });
    const asked = watched.queries;
    const csv = await (await ask(traceFile, { query, params: { format: 'csv' } })).text();
    expect(watched.queries).toBeLessThanOrEqual(asked);
    expect(csv.trim().split('\r\n')).toHaveLength(chosen.length + 1);
    const [lines] = await sheetsOf(traceFile, { query });
    expect(lines!.rows[1]![0]!.text).toContain('2027 · Faculteit Rechtsgeleerdheid');
    const body = lines!.rows.slice(3, 3 + chosen.length);
    expect(body.map((row) => [row[0]!.text, row[4]!.number ?? row[4]!.text])).toEqual(
      chosen.map((line) => [line.what, line.signs.join() === 'pm' ? 'pm' : line.cents / 100]),
    );
    const [all] = await sheetsOf(traceFile);
    const budgeted = totals.find((one) => one.stage === 'budgeted' && one.year === 2025)!;
    const { traceable, unknown, untraceable, total } = budgeted;
    expect(numbers(all!, 'begroot', '2025')).toEqual(
      [traceable, unknown, untraceable, total].map((one) => one / 100),
    );
  });

  test('what every unit booked in every year, against its budget and its forecast', async () => {
    const { units, years } = await ask(realisationLoader);
    const asked = watched.queries;
    await ask(realisationFile, { params: { format: 'csv' } });
    expect(watched.queries).toBe(asked + 1);
    const [sheet] = await sheetsOf(realisationFile);
    const [over, heads] = sheet!.rows.slice(2, 4);
    for (const { unit, cells } of units) {
      const row = rowOf(sheet!, unit.nameNl);
      for (const cell of cells) {
        const at = (label: string) => {
          const from = over!.findIndex((one) => one.text === String(cell.year));
          const until = over!.findIndex((one) => one.text === String(cell.year + 1));
          const place = heads!.findIndex(
            (one, c) => c >= from && (until < 0 || c < until) && one.text === label,
          );
          return place < 0 ? null : row[place]!.number;
        };
        expect(at('Gerealiseerd')).toBe(cell.realised === null ? null : cell.realised / 100);
        expect(at('Begroot')).toBe(cell.budget === null ? null : cell.budget / 100);
      }
    }
    expect(years.length).toBeGreaterThan(3);
    expect(units.flatMap((one) => one.cells).some((cell) => cell.realised !== null)).toBe(true);
  });

  test('checks with both figures, and ties with their verdict', async () => {
    const { open, ties } = await ask(checkLoader, { of: 'leiden' });
    const asked = watched.queries;
    await ask(checkFile, { of: 'leiden', params: { format: 'json' } });
    expect(watched.queries).toBe(asked);
    const sheets = await sheetsOf(checkFile, { of: 'leiden' });
    expect(sheets[0]!.rows.filter((row) => row[1]!.text !== '')).toHaveLength(open.length + 1);
    const tied = sheets.find((sheet) => sheet.name === 'Hetzelfde geld op twee plaatsen')!;
    for (const { name, verdict } of ties) {
      const { left, right, difference, slack } = verdict;
      expect(numbers(tied, name)).toEqual(
        [left, right, difference, slack].flatMap((one) => (one === null ? [] : one / 100)),
      );
    }
  });

  test('what reports ask, with its time in minutes', async () => {
    const { templates } = await ask(burdenLoader);
    const sheets = await sheetsOf(burdenFile);
    expect(sheets).toHaveLength(1 + templates.filter((one) => one.reports.length > 0).length);
    for (const { kind, asked, required, reports } of templates) {
      expect(numbers(sheets[0]!, kind.nameNl).slice(0, 2)).toEqual([asked, required]);
      const own = sheets.find((sheet, at) => at > 0 && sheet.rows[0]![0]!.text === kind.nameNl);
      for (const { title, draft, written, quotes, minutes } of reports) {
        if (draft) continue;
        expect(numbers(own!, title)).toEqual([written, quotes, ...(minutes === null ? [] : [minutes])]);
      }
    }
  });

  test('panel talks by unit and theme', async () => {
    const { rows } = await ask(panelLoader);
    const [sheet] = await sheetsOf(panelFile);
    for (const { unit, cells, none } of rows) {
      const held = [...cells, none].flatMap(({ sittings }) => sittings || []);
      expect(numbers(sheet!, unit.nameNl)).toEqual(held);
    }
    expect(rows.some((row) => row.sittings > 0)).toBe(true);
  });

  test('two versions in money: themes, years, what the shift is made of, shares', async () => {
    const params = { document: 'plan-recht' };
    const page = await ask(compareLoader, { params });
    const { changes, money, shift, themes, before, after } = page.comparison!;
    const sheets = await sheetsOf(comparisonFile, { params });
    expect(sheets).toHaveLength(4);
    expect(sheets[0]!.rows[2]!.slice(1, 3).map((cell) => cell.text)).toEqual([
      `versie ${before.number}`,
      `versie ${after.number}`,
    ]);
    for (const change of changes) {
      const label = themes.find((one) => one.code === change.theme)?.nameNl ?? 'Zonder maatregel';
      expect(numbers(sheets[0]!, label)).toEqual(
        [change.before, change.after, change.difference].flatMap((one) =>
          one === null ? [] : one / 100_000,
        ),
      );
      const own = shift.themes.find((one) => one.theme === change.theme)!;
      expect(numbers(sheets[2]!, label).slice(0, 3)).toEqual(
        [own.before, own.after, own.after - own.before].map((one) => one / 100_000),
      );
    }
    const byYear = sheets[1]!.rows.filter((row) => row[0]!.text === 'Verschil');
    const differing = money.themes.filter(({ years }) => years.some((one) => one.difference !== 0));
    expect(differing.length).toBeGreaterThan(1);
    expect(byYear.map((row) => row.flatMap((cell) => cell.number ?? []))).toEqual(
      differing.map(({ years }) =>
        // of a sum of which nothing is known yet, pm stands alone
        years.flatMap((one) =>
          one.difference === 0 && (one.before.pm || one.after.pm) ? [] : one.difference / 100_000,
        ),
      ),
    );
    await expect(
      ask(comparisonFile, { params: { document: 'allocatie', format: 'xlsx' }, query: '?from=9' }),
    ).rejects.toMatchObject({ init: { status: 404 } });
  });
});
