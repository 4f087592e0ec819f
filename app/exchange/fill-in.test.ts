import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { readSheets, textCell } from '#app/ledger/table-read.ts';
import { type FillIn, fillInXlsx, keptRows } from '#app/render/fill-in.ts';
import { fillInOds } from '#app/render/fill-in-ods.ts';
import { type Current, fillInDifference } from './fill-in-difference.ts';
import { type FilledValue, readFillIn, rowKey } from './fill-in-read.ts';

const folder = mkdtempSync(join(tmpdir(), 'akkoord-fill-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const office = spawnSync('soffice', ['--version']).status === 0;

type Rows = { key: [string, string]; values: FilledValue[] }[];

const tableOf = (rows: Rows): FillIn => ({
  name: 'proef',
  title: 'Proef: begroting',
  lead: ['Vul in.', '=SOM(A1)'],
  stamp: 'ka/proef/1',
  language: 'nl',
  labels: [
    { head: 'Maatregel', key: true, width: 20 },
    { head: 'Naam', key: false, width: 30 },
    { head: 'In', key: true, width: 8 },
  ],
  fields: [
    { key: '2025', head: '2025' },
    { key: '2026', head: '2026' },
  ],
  rows: rows.map(({ key, values }) => ({
    labels: [key[0], `Naam van ${key[0]}`, key[1]],
    decimals: key[1] === 'fte' ? 3 : 2,
    values,
  })),
});
const currentOf = (rows: Rows): Current =>
  new Map(
    rows.map(({ key, values }) => [
      rowKey(key),
      new Map(values.map((value, i) => [String(2025 + i), value])),
    ]),
  );
const reading = {
  file: 'proef.xlsx',
  isWord: (text: string) => text === 'pm',
  decimalsOf: (key: string[]) => (key[1] === 'fte' ? 3 : 2),
};
const write = {
  xlsx: fillInXlsx,
  ods: (table: FillIn) => fillInOds(table, { institution: 'Proef' }),
};
const readBack = async (bytes: Uint8Array, table: FillIn, file = 'proef.xlsx') =>
  readFillIn(await readSheets(bytes, file), table, { ...reading, file });

const rows: Rows = [
  { key: ['=CMD()', 'euro'], values: [1_234_567_89, 0] },
  { key: ['werkgroepen', 'fte'], values: [1_500, 'pm'] },
  { key: ['werkgroepen', 'euro'], values: [null, -50_25] },
];

describe('a table to fill in', () => {
  it.each(['xlsx', 'ods'] as const)('goes out as %s and comes back unchanged', async (format) => {
    const table = tableOf(rows);
    const filled = await readBack(await write[format](table), table);
    expect(filled.stamp).toBe('ka/proef/1');
    expect(filled.ignored).toEqual([]);
    const found = fillInDifference(filled, currentOf(rows), () => null);
    expect(found).toEqual({ changes: [], conflicts: [], refused: [], same: 6, kept: 0, absent: 0 });
  });

  it.each(['xlsx', 'ods'] as const)(
    'a star can be taken away and put in %s, and is a change',
    async (format) => {
      const starredRows: Rows = [
        { key: ['zaal', 'euro'], values: ['100050*', '100000*'] },
        { key: ['zaal', 'fte'], values: ['1234*', 1_500] },
      ];
      for (const language of ['nl', 'en'] as const) {
        const table = { ...tableOf(starredRows), language };
        const bytes = await write[format](table);
        const texts = (await readSheets(bytes, `x.${format}`))[0]!.rows
          .slice(4)
          .map((row) => row.slice(3).map((cell) => cell.text));
        expect(texts[0]).toEqual(language === 'nl' ? ['1000,5*', '1000*'] : ['1000.5*', '1000*']);
        const untouched = await readBack(bytes, table);
        expect(fillInDifference(untouched, currentOf(starredRows), () => null)).toMatchObject({
          ...{ changes: [], conflicts: [], refused: [], same: 4 },
        });
        // somebody types the amount without its star, and another with one; what stood there is still told
        const mine: Rows = [
          { key: ['zaal', 'euro'], values: [1_000_50, '100000*'] },
          { key: ['zaal', 'fte'], values: ['1234*', '1500*'] },
        ];
        const filled = await readBack(await write[format]({ ...tableOf(mine), language }), table);
        filled.kept = untouched.kept;
        const { changes, same } = fillInDifference(filled, currentOf(starredRows), () => null);
        expect(same).toBe(2);
        expect(changes).toMatchObject([
          { field: '2025', before: '100050*', after: 1_000_50 },
          { field: '2026', before: 1_500, after: '1500*' },
        ]);
      }
    },
  );

  it('locks what names a row, opens what may be typed, and writes no formula', async () => {
    const bytes = await fillInXlsx(tableOf(rows));
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const [sheet, kept] = sheets;
    expect(kept).toMatchObject({ name: '_akkoord', hidden: true });
    const locked = (place: string) => sheet!.cells?.get(place)?.style?.protection?.locked ?? true;
    expect([locked('4,0'), locked('4,2'), locked('4,3'), locked('4,4')]).toEqual([true, true, false, false]);
    expect(sheet!.protection?.sheet).toBe(true);
    expect([...sheet!.cells!.values()].filter((cell) => cell.formula)).toEqual([]);
    const text = new TextDecoder().decode(await fillInOds(tableOf(rows), { institution: '' }));
    expect(text).not.toContain('table:formula');
  });

  it('keeps what stood there in a few texts, however long, and reads it from files of before', async () => {
    const said = `${'lang verhaal 😀 '.repeat(1_200)}\n"aan het eind"`;
    const long: Rows = ['zaal', 'gang', 'hal'].map((name) => ({ key: [name, 'euro'], values: [1_00, said] }));
    const table = tableOf(long);
    for (const format of ['xlsx', 'ods'] as const) {
      const { kept } = await readBack(await write[format](table), table);
      expect(kept?.get(rowKey(['zaal', 'euro']))?.get('2026')).toBe(said);
      expect(kept?.size).toBe(3);
    }
    for (const row of keptRows(table).slice(2))
      expect(row.map((text) => text.length < 32_767)).toEqual([true]);
    const sheets = await readSheets(await fillInXlsx(table), 'proef.xlsx');
    const hidden = sheets.find((sheet) => sheet.name === '_akkoord')!;
    hidden.rows = [
      [textCell('akkoord/1'), hidden.rows[0]![1]!],
      hidden.rows[1]!,
      ['zaal', 'euro', '700', ''].map(textCell),
    ];
    const before = readFillIn(sheets, table, reading);
    expect(before.kept?.get(rowKey(['zaal', 'euro']))?.get('2025')).toBe('700');
    // not whole: as good as nothing, for what is not known cannot have been changed
    hidden.rows = [[textCell('akkoord/2'), textCell('')], hidden.rows[1]!, [textCell('[["zaal"')]];
    expect(readFillIn(sheets, table, reading).kept).toBeNull();
  });

  it.skipIf(!office)('survives LibreOffice in both directions', { timeout: 120_000 }, async () => {
    const table = tableOf(rows);
    for (const [from, to] of [
      ['xlsx', 'ods'],
      ['ods', 'xlsx'],
    ] as const) {
      writeFileSync(join(folder, `proef.${from}`), await write[from](table));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const source = join(folder, `proef.${from}`);
      execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, source], {
        stdio: 'ignore',
      });
      const filled = await readBack(readFileSync(join(folder, `proef.${to}`)), table, `proef.${to}`);
      const found = fillInDifference(filled, currentOf(rows), () => null);
      expect({ from, ...found }).toMatchObject({ changes: [], conflicts: [], refused: [], same: 6 });
      expect(filled.kept?.size).toBe(3);
    }
  });

  it('tells what the person changed from what changed here meanwhile', async () => {
    const table = tableOf(rows);
    const filled = await readBack(await fillInXlsx(table), table);
    filled.rows[0]!.cells.set('2025', { state: 'read', value: 1_00 });
    filled.rows[1]!.cells.set('2025', { state: 'read', value: 2_000 });
    const now = currentOf(rows);
    now.get(rowKey(['werkgroepen', 'fte']))!.set('2025', 1_750);
    now.get(rowKey(['werkgroepen', 'euro']))!.set('2026', 99_00);
    const found = fillInDifference(filled, now, () => null);
    expect(found.changes).toMatchObject([{ field: '2025', before: 1_234_567_89, after: 1_00 }]);
    expect(found.conflicts).toMatchObject([{ field: '2025', was: 1_500, before: 1_750, after: 2_000 }]);
    expect(found.kept).toBe(1);
  });

  it('refuses a row that is none here, a row twice and a cell that is no amount, and keeps the rest', async () => {
    const csv =
      'In;Maatregel;2026;2025\neuro;werkgroepen;12,50;veel\neuro;onbekend;1;2\neuro;werkgroepen;7;\n';
    const filled = await readBack(new TextEncoder().encode(csv), tableOf(rows), 'proef.csv');
    expect(filled.kept).toBeNull();
    const found = fillInDifference(filled, currentOf(rows), ([measure]) =>
      measure === 'onbekend' ? { code: 'fill-in.budget.no-measure', params: { what: measure } } : null,
    );
    expect(found.changes).toMatchObject([{ row: 2, field: '2026', before: -50_25, after: 12_50 }]);
    expect(found.refused.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, '2025', 'realisation.not-a-number'],
      [3, null, 'fill-in.budget.no-measure'],
      [4, null, 'fill-in.twice'],
    ]);
    expect(found.absent).toBe(2);
  });

  it('asks for its heads when they are not there', async () => {
    const csv = new TextEncoder().encode('a;b\n1;2\n');
    await expect(readBack(csv, tableOf(rows), 'x.csv')).rejects.toMatchObject({
      errors: [{ code: 'fill-in.no-heads', params: { heads: 'Maatregel, In' } }],
    });
  });

  it('changes exactly the cells that were changed, whatever they hold', async () => {
    const value = fc.oneof(
      fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }),
      fc.constant('pm'),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            key: fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('euro', 'fte')),
            values: fc.tuple(value, value),
            next: fc.tuple(value, value),
          }),
          { minLength: 1, maxLength: 8, selector: ({ key }) => rowKey(key) },
        ),
        async (made) => {
          const table = tableOf(made);
          const filled = await readBack(
            await fillInOds({ ...table, language: 'en' }, { institution: '' }),
            table,
          );
          for (const [r, one] of made.entries()) {
            one.next.forEach((next, i) => {
              filled.rows[r]!.cells.set(String(2025 + i), { state: 'read', value: next });
            });
          }
          const { changes, conflicts, same } = fillInDifference(filled, currentOf(made), () => null);
          const expected = made.flatMap((one) =>
            one.next.flatMap((after, i) =>
              after === one.values[i] ? [] : [{ before: one.values[i], after }],
            ),
          );
          expect(changes.map(({ before, after }) => ({ before, after }))).toEqual(expected);
          expect(conflicts).toEqual([]);
          expect(same).toBe(made.length * 2 - expected.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});
