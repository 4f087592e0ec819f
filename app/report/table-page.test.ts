import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tableFormats } from '#app/kernel/download.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as linesLoader } from './money-lines-page.tsx';
import { loader as exportLoader } from './table-export.ts';
import { loader } from './table-page.tsx';
import { loader as listLoader } from './tables-page.tsx';

const watched = watchedDatabase('voorbeeld', 'leiden', 'utrecht');
const places: Record<string, LoadedInstitution> = {};
const now = new Date('2026-11-01T10:00:00Z');
const scheme = 'ka-2019-2024';

beforeAll(async () => {
  for (const code of ['leiden', 'utrecht', 'voorbeeld'])
    places[code] = await loadInstitution(watched.db, code);
});
beforeEach(watched.forget);

type Ask = { institution?: string; table?: string; format?: string; query?: string; scheme?: string };

async function args<A>({ institution = 'leiden', query = '', ...params }: Ask): Promise<A> {
  const actor = await places[institution]!.actor('lezer');
  watched.forget();
  const path = `/schemes/${scheme}/tables/${params.table ?? ''}${query}`;
  return pageArgs<A>({ db: watched.db, actor, path, params: { scheme, ...params }, now });
}
const page = async (ask: Ask) => loader(await args<Parameters<typeof loader>[0]>(ask));
const file = async (ask: Ask) => exportLoader(await args<Parameters<typeof exportLoader>[0]>(ask));

/** The text of a table's row by the key of its layout label. */
const rowText = (table: Awaited<ReturnType<typeof page>>['tables'][number], label: string) =>
  table.table.rows.find((row) => row.label.startsWith(label))!.cells.map((cell) => cell.text);

describe('the list of tables', () => {
  test('names each in one statement', async () => {
    const { tables } = await listLoader(await args<Parameters<typeof listLoader>[0]>({}));
    expect(tables.map((table) => table.code)).toEqual(['bijlage-1', 'bijlage-1-vergelijking', 'bijlage-3']);
    expect(watched.queries).toBe(1);
  });
});

describe('a published table', () => {
  test.each([
    ['leiden', 'bijlage-1', 3],
    ['leiden', 'bijlage-3', 2],
    ['utrecht', 'integraal-eur', 2],
    ['utrecht', 'thema-2-eur', 2],
  ])('of %s, %s, takes %i statements, whatever its figures', async (institution, table, count) => {
    await page({ institution, table });
    expect(watched.queries).toBe(count);
  });

  test('[002-19] prints memo rows outside its total, which open to their lines', async () => {
    const args = { institution: 'voorbeeld', table: 'bestedingen-per-thema', scheme: 'ka-2022-2027' };
    const [first] = (await page(args)).tables;
    // one for the memos and one each for what was carried over and what was not
    expect(watched.queries).toBe(5);
    const memo = first!.table.rows.find((row) => row.label === 'Uren studieadviseurs')!;
    expect(rowText(first!, 'Uren studieadviseurs').filter(Boolean)).toEqual(['96', '96', '96', 'pm']);
    expect(memo.kind).toBe('plain');
    const href = memo.cells.find((cell) => cell.text === '96')!.href!;
    const actor = await places.voorbeeld!.actor('lezer');
    const lines = await linesLoader(
      pageArgs({ db: watched.db, actor, path: href, params: { scheme: 'ka-2022-2027' }, now }) as never,
    );
    expect(lines.lines).toMatchObject([{ memo: true, memoCents: 96_000_00, cents: null }]);
    const csv = await file({ ...args, format: 'csv' });
    expect(await csv.text()).toMatch(/Uren studieadviseurs.*,96,/);
  });

  test('sets what moved between years apart: the rest is still what was granted and not allocated', async () => {
    const args = { institution: 'voorbeeld', table: 'bestedingen-per-thema', scheme: 'ka-2022-2027' };
    const [first] = (await page(args)).tables;
    const moved = rowText(first!, 'Overgeheveld').filter(Boolean);
    expect(moved).toHaveLength(4);
    expect(moved[0]!.replace('−', '')).toBe(moved[2]);
    const open = rowText(first!, 'Nog te alloceren');
    expect(open.every((text) => !text.startsWith('−'))).toBe(true);
    const row = first!.table.rows.find((one) => one.label.startsWith('Overgeheveld'))!;
    const href = row.cells.find((cell) => cell.text === moved[2])!.href!;
    const actor = await places.voorbeeld!.actor('lezer');
    const behind = await linesLoader(
      pageArgs({ db: watched.db, actor, path: href, params: { scheme: 'ka-2022-2027' }, now }) as never,
    );
    expect(new Set(behind.lines.map((line) => line.documentCode))).toEqual(new Set(['overheveling-2022']));
  });

  test('[000-66] [000-67] [000-68] [000-69] [000-70] prints appendix 1: B and R, revenue twice, result, shares', async () => {
    const { tables } = await page({ table: 'bijlage-1' });
    const [main, comparison] = tables;
    expect(rowText(main!, 'Baten conform rijksbijdrage').slice(0, 8)).toEqual([
      '6.981',
      '6.416',
      '7.729',
      '7.877',
      '13.333',
      '17.259',
      '18.223',
      '20.568',
    ]);
    expect(rowText(main!, 'Baten conform kadernota').slice(0, 8)).toEqual([
      '6.981',
      '6.981',
      '7.729',
      '7.729',
      '13.333',
      '16.628',
      '17.557',
      '19.817',
    ]);
    expect(rowText(main!, 'Totaal lasten')).toEqual([
      '7.057',
      '6.696',
      '7.711',
      '7.994',
      '13.744',
      '16.790',
      '17.338',
      '17.442',
      '100',
      '100',
      '100',
      '100',
    ]);
    expect(rowText(main!, 'Nog te alloceren').slice(0, 8)).toEqual([
      '',
      '',
      '',
      '',
      '',
      '629',
      '975',
      '3.210',
    ]);
    expect(rowText(main!, 'Resultaat').slice(0, 8)).toEqual([
      '−76',
      '−280',
      '18',
      '−117',
      '−411',
      '−160',
      '−90',
      '−84',
    ]);
    expect(rowText(main!, '3. Meer en betere')).toEqual([
      '399',
      '394',
      '764',
      '986',
      '2.418',
      '1.683',
      '2.217',
      '2.415',
      '18',
      '10',
      '13',
      '14',
    ]);
    expect(rowText(comparison!, '4. Ruimte voor docenten')).toEqual([
      '14',
      '13',
      '13',
      '13',
      '10',
      '16',
      '17',
      '17',
    ]);
    expect(
      main!.table.columns.filter(({ column }) => column.key.startsWith('R')).map(({ column }) => column.key),
    ).toEqual(['R2019', 'R2020']);
  });

  test('[000-72] carries its footnotes at the row, and the printed figure where it differs', async () => {
    const { tables } = await page({ table: 'bijlage-1' });
    const { rows, footnotes } = tables[0]!.table;
    expect(rows.find((row) => row.label === 'Nog te alloceren')!.marks).toEqual(['*']);
    const total = rows.find((row) => row.label === 'Totaal lasten')!.cells[0]!;
    const note = footnotes.find((one) => one.mark === total.marks[0])!;
    expect(note.inlines[0]!.text).toContain('7.056, 7.993, 17.339 en 17.443');
  });

  test('[000-78] [000-79] prints appendix 3 with its subtotals; a sum with a pm part is pm', async () => {
    const { tables } = await page({ table: 'bijlage-3' });
    const table = tables[0]!;
    expect(rowText(table, 'Totaal studiebegeleiding')).toEqual(['pm', '422', '429']);
    expect(rowText(table, 'Subtotaal TSD')).toEqual(['537', '724', '739']);
    expect(rowText(table, 'Subtotaal DO')).toEqual(['363', '349', '355']);
    expect(rowText(table, 'Totaal docentontwikkeling')).toEqual(['900', '1.073', '1.094']);
    const pm = table.table.rows.find((row) => row.label === 'Totaal studiebegeleiding')!.cells[0]!;
    const texts = pm.marks.map(
      (mark) => table.table.footnotes.find((note) => note.mark === mark)!.inlines[0]!.text,
    );
    expect(texts.join(' ')).toMatch(/NPO.*2022: 151/);
  });

  test('[003-20] [003-21] [003-22] [003-23] [003-24] [003-25] prints the budgets in FTE and EUR', async () => {
    const last = async (table: string) => {
      const { tables } = await page({ institution: 'utrecht', table });
      return tables.map((one) => one.table.rows.at(-1)!.cells.map((cell) => cell.text));
    };
    expect(await last('thema-1-fte')).toEqual([['5,30', '5,30', '5,41', '6,75', '7,13', '8,04']]);
    expect(await last('thema-2-eur')).toEqual([
      ['297.739', '297.739', '303.738', '379.663', '400.294', '451.814'],
    ]);
    expect(await last('thema-3-fte')).toEqual([['1,8', '1,8', '1,8', '2,3', '2,4', '2,7']]);
    expect(await last('integraal-eur')).toEqual([
      ['893.217', '893.217', '911.213', '1.137.046', '1.200.884', '1.355.443'],
      ['10,60', '10,60', '10,81', '13,50', '14,25', '16,08'],
    ]);
    const { tables } = await page({ institution: 'utrecht', table: 'thema-3-fte' });
    expect(rowText(tables[0]!, 'Dedicated coaches')).toEqual(Array(6).fill('0,5'));
  });

  test('each figure equals the sum of the lines that it opens to', async () => {
    for (const [institution, table] of [
      ['leiden', 'bijlage-1'],
      ['leiden', 'bijlage-3'],
      ['utrecht', 'thema-2-eur'],
    ]) {
      const { tables } = await page({ institution, table });
      const cells = tables[0]!.table.rows
        .flatMap((row) => row.cells)
        .filter((cell) => cell.href && cell.value !== null);
      expect(cells.length).toBeGreaterThan(15);
      const actor = await places[institution!]!.actor('lezer');
      const unit = institution === 'leiden' ? 100_000 : 100;
      for (const cell of cells.filter((_, i) => i % 5 === 0)) {
        const { lines, table: back } = await linesLoader(
          pageArgs<Parameters<typeof linesLoader>[0]>({
            db: watched.db,
            actor,
            path: cell.href!,
            params: { scheme },
            now,
          }),
        );
        expect(lines.reduce((sum, line) => sum + (line.cents ?? 0), 0)).toBe(cell.value! * unit);
        expect(back).toBe(table);
      }
    }
  });

  test('on another day shows what was in force then, and compares nothing', async () => {
    const { tables, comparable } = await page({ table: 'bijlage-1', query: '?asOf=2019-06-01' });
    expect(comparable).toBe(false);
    expect(tables[0]!.differences).toEqual([]);
    expect(rowText(tables[0]!, 'Baten conform rijksbijdrage').slice(0, 8)).toEqual([
      '6.981',
      '6.981',
      '7.729',
      '7.729',
      '13.333',
      '',
      '',
      '',
    ]);
  });

  test('of Universiteit Voorbeeld has a row for each theme and each joint measure', async () => {
    const themes = await page({
      institution: 'voorbeeld',
      table: 'bestedingen-per-thema',
      scheme: 'ka-2022-2027',
    });
    expect(themes.tables[0]!.table.rows.filter((row) => row.kind === 'line')).toHaveLength(5);
    const joint = await page({
      institution: 'voorbeeld',
      table: 'gezamenlijke-initiatieven',
      scheme: 'ka-2022-2027',
    });
    expect(joint.tables[0]!.table.rows.length).toBeGreaterThan(1);
  });

  test('that does not exist is the 404 page', async () => {
    await expect(page({ table: 'bijlage-9' })).rejects.toMatchObject({ init: { status: 404 } });
    await expect(file({ table: 'bijlage-1', format: 'exe' })).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

describe('exports of appendix 1', () => {
  const magic: Record<string, string> = {
    pdf: '%PDF',
    docx: 'PK',
    odt: 'PK',
    xlsx: 'PK',
    ods: 'PK',
    json: '{',
    html: '<!',
  };

  test.each(tableFormats)('%s is written, with its name and type', async (format) => {
    const response = await file({ table: 'bijlage-1', format });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="bijlage-1-bestedingen-per-thema-2021-07-01.${format}"`,
    );
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(bytes.toString('latin1').startsWith(magic[format] ?? '')).toBe(true);
  });

  test.each([
    ['xlsx', readXlsx],
    ['ods', readOds],
  ] as const)('%s carries the figures of the page as numbers', async (format, read) => {
    const { tables } = await page({ table: 'bijlage-1' });
    const response = await file({ table: 'bijlage-1', format });
    const book = await read(new Uint8Array(await response.arrayBuffer()));
    const cells = book.sheets[0]!.rows.map((row) => row.map((cell) => cell));
    for (const row of tables[0]!.table.rows) {
      const written = cells.find((one) => String(one[0] ?? '').startsWith(row.label))!;
      const numbers = written.filter((cell): cell is number => typeof cell === 'number');
      const values = row.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
      expect(numbers.length).toBe(values.length);
      numbers.forEach((number, i) => {
        expect([values[i], values[i]! / 100]).toContainEqual(expect.closeTo(number, 8));
      });
    }
  });
});

test('[003-20] a table in FTE says which price its figures imply beside the printed one', async () => {
  const { tables } = await page({ institution: 'utrecht', table: 'integraal-fte' });
  expect(tables[0]!.rate).toEqual({
    printed: '84.000,00',
    printedFrom: '83.500,00',
    printedTo: '84.500,00',
    least: '84.267,50',
    most: '84.288,10',
    fitting: 20,
    of: 24,
    without: '2023',
    within: false,
  });
  const other = await page({ institution: 'utrecht', table: 'thema-2-eur' });
  expect(other.tables[0]!.rate).toBeNull();
});
