import type { Named } from '#app/plan/plan-part.server.ts';
import { type Cell, empty, money, pm, type Row, type Sign, type Table } from '#app/render/report.ts';

/** What a published version says of money, by year. Pure. */

export type AmountLine = {
  unit: Named | null;
  theme: Named | null;
  fund: Named | null;
  year: number;
  /** null when no line of it has a figure in euros: unknown is not zero */
  cents: number | null;
  unknown: number;
  masked: number;
  provisional: number;
};

export type Amounts = { stage: string; by: 'unit' | 'theme' | 'fund'; lines: AmountLine[] };

/** By unit where there are several, else by theme, else by fund: whatever tells them apart. */
export function amountsOf(stage: string | null, lines: AmountLine[]): Amounts | null {
  if (stage === null || lines.length === 0) return null;
  const several = (key: 'unit' | 'theme') => new Set(lines.map((one) => one[key]?.code)).size > 1;
  return { stage, by: several('unit') ? 'unit' : several('theme') ? 'theme' : 'fund', lines };
}

type Said = {
  caption: string;
  unitNote: string;
  total: string;
  other: string;
  name: (one: Named) => string;
  /** under how many a group is masked, as the cell says it */
  below: number;
};

/** The amounts as a table: a row per unit, theme or fund, a column per year, with totals. */
export function amountsTable({ by, lines }: Amounts, said: Said): { kind: 'table'; table: Table } {
  const years = [...new Set(lines.map((one) => one.year))].toSorted((a, b) => a - b);
  const groups = [...Map.groupBy(lines, (one) => one[by]?.code ?? '').values()];
  const cells = (own: readonly AmountLine[]): Cell[] => [
    ...years.map((year) =>
      cellOf(
        own.filter((one) => one.year === year),
        said.below,
      ),
    ),
    ...(years.length > 1 ? [cellOf(own, said.below)] : []),
  ];
  const body = groups.map((own): Row => {
    const named = own[0]![by];
    return { kind: 'line', label: named ? said.name(named) : said.other, cells: cells(own) };
  });
  const columns = years.map((year) => ({ key: `y${year}`, label: String(year) }));
  return {
    kind: 'table',
    table: {
      caption: said.caption,
      unitNote: said.unitNote,
      columns: years.length > 1 ? [...columns, { key: 'all', label: said.total }] : columns,
      rows: body.length > 1 ? [...body, { kind: 'total', label: said.total, cells: cells(lines) }] : body,
      format: { money: 'keur' },
    },
  };
}

function cellOf(own: readonly AmountLine[], below: number): Cell {
  if (own.length === 0) return empty;
  const known = own.filter((one) => one.cents !== null);
  const sum = (key: 'unknown' | 'masked' | 'provisional') => own.reduce((total, one) => total + one[key], 0);
  if (known.length === 0) return sum('masked') > 0 ? { kind: 'masked', below } : pm;
  const signs: Sign[] = [
    ...(sum('unknown') > sum('masked') ? (['pm'] as const) : []),
    ...(sum('masked') > 0 ? (['masked'] as const) : []),
    ...(sum('provisional') > 0 ? (['provisional'] as const) : []),
  ];
  const cents = known.reduce((total, one) => total + one.cents!, 0);
  return money(cents, signs.length > 0 ? { signs } : {});
}
