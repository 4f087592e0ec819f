import { type Block, empty, money, type Row, share, type Table } from '#app/render/report.ts';
import type { Pack } from './pack.server.ts';
import type { packWords } from './pack-words.ts';

/** The money of a pack as the table of a report. Pure. */

type Words = (key: string, params?: Record<string, string | number | null>) => string;
type Said = ReturnType<typeof packWords>;

/** By theme or by unit, as its money is told; a line of words where there is none of it. */
export function moneyTables(pack: Pack, words: Words, said: Said): Block[] {
  if (pack.money === 'none') return [];
  const table = pack.money === 'units' ? unitTable(pack, words, said) : themeTable(pack, words, said);
  if (table.rows.length > 1) return [{ kind: 'table', table }];
  return [{ kind: 'paragraph', inlines: [{ text: words('pack.money.none') }] }];
}

const amount = (cents: number | null) => (cents === null ? empty : money(cents));
const format = { money: 'keur', shareDecimals: 0 } as const;

/** Every theme before, after and the difference, with its share; of what is compared with nothing what it budgets. */
function themeTable(pack: Pack, words: Words, said: Said): Table {
  const compared = pack.decision.earlier !== null;
  const cells = (one: Pick<Pack['themes'][number], 'before' | 'after' | 'difference' | 'share'>) => {
    const shareOf = (side: 'before' | 'after') => (one.share ? share(one.share[side]) : empty);
    if (!compared) return [amount(one.after), shareOf('after')];
    const course = [amount(one.before), amount(one.after), money(one.difference)];
    return [...course, shareOf('before'), shareOf('after')];
  };
  return {
    caption: words('pack.table', { years: said.years }),
    unitNote: words('pack.unit'),
    labelHead: words('change.theme'),
    columns: compared
      ? [
          ...courseColumns(words, said),
          { key: 'was', label: words('pack.share.before') },
          { key: 'is', label: words('pack.share.after') },
        ]
      : [
          { key: 'after', label: words('pack.budget') },
          { key: 'is', label: words('pack.share.one') },
        ],
    rows: [
      ...pack.themes.map((one): Row => ({ kind: 'line', label: said.theme(one), cells: cells(one) })),
      { kind: 'total', label: words('pack.total'), cells: cells({ ...pack.total, share: null }) },
    ],
    format,
  };
}

/** Every unit before, after and the difference; of what is compared with nothing year by year. */
function unitTable(pack: Pack, words: Words, said: Said): Table {
  const compared = pack.decision.earlier !== null;
  const { years, cellsOf } = unitColumns(pack);
  const total = { years: sumOf(pack.units, years), ...pack.total };
  return {
    caption: words('pack.table.units', { years: said.years }),
    unitNote: words('pack.unit.plain'),
    labelHead: words('pack.table.unit'),
    columns: compared
      ? courseColumns(words, said)
      : [
          ...years.map((year) => ({ key: String(year), label: String(year) })),
          { key: 'total', label: words('pack.total') },
        ],
    rows: [
      ...pack.units.map(
        (one): Row => ({ kind: 'line', label: said.unit(one), cells: cellsOf(one).map(amount) }),
      ),
      { kind: 'total', label: words('pack.total'), cells: cellsOf(total).map(amount) },
    ],
    format,
  };
}

function courseColumns(words: Words, said: Said) {
  return [
    { key: 'before', label: said.before },
    { key: 'after', label: said.after },
    { key: 'difference', label: words('change.difference') },
  ];
}

/** The columns of the table by unit: the years of what is compared with nothing, and the amounts of a line. */
export function unitColumns(pack: Pick<Pack, 'decision' | 'units'>) {
  const years = [...new Set(pack.units.flatMap((one) => Object.keys(one.years).map(Number)))].toSorted(
    (a, b) => a - b,
  );
  const compared = pack.decision.earlier !== null;
  const cellsOf = (one: Pick<Pack['units'][number], 'years' | 'before' | 'after'>): (number | null)[] =>
    compared
      ? [one.before, one.after, (one.after ?? 0) - (one.before ?? 0)]
      : [...years.map((year) => one.years[year] ?? null), one.after];
  return { years, cellsOf };
}

/** What all units together have in each year, in cents. */
export function sumOf(units: Pack['units'], years: readonly number[]): Record<number, number> {
  return Object.fromEntries(
    years.map((year) => [year, units.reduce((sum, one) => sum + (one.years[year] ?? 0), 0)]),
  );
}
