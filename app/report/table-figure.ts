import { type Stage, stages } from '#app/ledger/ledger.ts';
import type { MoneyQuery } from '#app/ledger/money.server.ts';
import type { LayoutColumn, TableLayout } from './table-layout.ts';
import type { TableRow } from './table-row.ts';

/** One figure of a published table, as the address of the page with its lines names it. */
export type FigureAddress = {
  table: string;
  asOf: string;
  stage: Stage;
  year: number;
  filter: Pick<
    MoneyQuery,
    'node' | 'unit' | 'measure' | 'component' | 'costKind' | 'fund' | 'ownFunds' | 'memo' | 'carried'
  >;
};

const keys = ['node', 'unit', 'measure', 'component', 'costKind'] as const;

/** The address of the lines behind a figure; null for a figure that is computed from others. */
export function figureHref(
  { row, column }: { row: TableRow; column: LayoutColumn },
  place: { scheme: string; table: string; layout: TableLayout; asOf: string },
): string | null {
  const [line, ...more] = row.lines ?? [];
  if (column.kind !== 'figure' || !line || more.length > 0) return null;
  const query = new URLSearchParams({
    table: place.table,
    asOf: column.asOf ?? place.asOf,
    stage: line.filter.stage ?? column.stage,
    year: String(column.year),
    fund: line.filter.fund ?? place.layout.fund,
  });
  for (const key of keys) if (line.filter[key] !== undefined) query.set(key, line.filter[key]);
  if (line.filter.carried !== undefined) query.set('carried', String(line.filter.carried));
  if (line.filter.memo) query.set('memo', 'only');
  return `/schemes/${place.scheme}/money/lines?${query}`;
}

/** Reads such an address; null when it names no figure of a table. */
export function readFigure(query: URLSearchParams): FigureAddress | null {
  const stage = stages.find((one) => one === query.get('stage'));
  const year = Number(query.get('year'));
  const table = query.get('table');
  const asOf = query.get('asOf');
  if (!table || !stage || !Number.isInteger(year) || !asOf || Number.isNaN(Date.parse(asOf))) return null;
  const fund = query.get('fund') ?? 'own';
  return {
    table,
    asOf,
    stage,
    year,
    filter: {
      ...Object.fromEntries(keys.map((key) => [key, query.get(key)])),
      ...(/^(true|false)$/.test(query.get('carried') ?? '') && { carried: query.get('carried') === 'true' }),
      ...(query.get('memo') === 'only' && { memo: 'only' as const }),
      ownFunds: fund === 'own',
      fund: fund === 'own' || fund === 'all' ? null : fund,
    },
  };
}
