import type { Stage } from '#app/ledger/ledger.ts';
import type { MoneyRow } from '#app/ledger/money.server.ts';
import type { Words } from '#app/messages/words.server.ts';
import { cellText, type Words as PrintWords } from '#app/render/layout.ts';
import {
  type Block,
  type Cell,
  empty,
  money,
  pm,
  type Row,
  type Sign,
  type Table,
} from '#app/render/report.ts';
import { barSvg } from './bar-svg.ts';

/** The money of a report's unit as its blocks print it: pure, from one reading of the ledger. */

/** What stands in the rows, in their order, with the theme or unit that a row of the ledger belongs to. */
export type SliceRows = { code: string; name: string }[];

type Sum = { cents: number | null; unknown: number; provisional: number; lines: number };

export type Slice = {
  title: string;
  rows: SliceRows;
  stages: readonly Stage[];
  years: readonly number[];
  /** the row that a line belongs to; null leaves it out */
  rowOf: (line: MoneyRow) => string | null;
};

type Printing = { words: Words; print: PrintWords };

function sumOf(lines: readonly MoneyRow[]): Sum {
  const known = lines.filter((line) => line.cents !== null);
  return {
    cents: known.length === 0 ? null : known.reduce((total, line) => total + line.cents!, 0),
    unknown: lines.reduce((total, line) => total + line.unknown, 0),
    provisional: lines.reduce((total, line) => total + line.provisional, 0),
    lines: lines.length,
  };
}

function cellOf({ cents, unknown, provisional, lines }: Sum): Cell {
  if (lines === 0) return empty;
  if (cents === null) return pm;
  const signs: Sign[] = [
    ...(unknown > 0 ? ['pm' as const] : []),
    ...(provisional > 0 ? ['provisional' as const] : []),
  ];
  return money(cents, signs.length > 0 ? { signs } : {});
}

/** The rows that have any figure, with their lines. */
function used(lines: readonly MoneyRow[], { rows, rowOf, stages, years }: Slice) {
  const inside = lines.filter((line) => stages.includes(line.stage!) && years.includes(line.year!));
  const groups = Map.groupBy(inside, (line) => rowOf(line));
  return rows.flatMap((row) => (groups.has(row.code) ? [{ ...row, lines: groups.get(row.code)! }] : []));
}

/** A table of the slice: years beside each other, with a total; null when nothing of it is known. */
export function sliceTable(lines: readonly MoneyRow[], slice: Slice, { words }: Printing): Table | null {
  const rows = used(lines, slice);
  if (rows.length === 0) return null;
  const columns = slice.years.flatMap((year) => slice.stages.map((stage) => ({ year, stage })));
  const filled = columns.filter(({ year, stage }) =>
    rows.some((row) => row.lines.some((line) => line.year === year && line.stage === stage)),
  );
  const cells = (own: readonly MoneyRow[]) =>
    filled.map(({ year, stage }) =>
      cellOf(sumOf(own.filter((line) => line.year === year && line.stage === stage))),
    );
  const body = rows.map(({ name, lines: own }): Row => ({ kind: 'line', label: name, cells: cells(own) }));
  const all = rows.flatMap((row) => row.lines);
  return {
    caption: slice.title,
    unitNote: words('chain.in-keur'),
    columns: filled.map(({ year, stage }) => ({
      key: `${stage}${year}`,
      label: words(`stage.${stage}`),
      groups: [String(year)],
      ...(stage === 'realised' && { tone: 'quiet' as const }),
    })),
    rows:
      rows.length > 1 ? [...body, { kind: 'total', label: words('chain.total'), cells: cells(all) }] : body,
    format: { money: 'keur' },
  };
}

/** The same as bars over all its years, with every figure in the description; null when nothing is known. */
export function sliceChart(
  lines: readonly MoneyRow[],
  slice: Slice,
  { words, print }: Printing,
): Block | null {
  const rows = used(lines, slice);
  const key = slice.stages.map((stage) => words(`stage.${stage}`));
  const bars = rows.map(({ name, lines: own }) => {
    const sums = slice.stages.map((stage) => sumOf(own.filter((line) => line.stage === stage)));
    return {
      label: name,
      values: sums.map((sum) => sum.cents),
      texts: sums.map((sum) => (sum.lines === 0 ? '' : cellText(cellOf(sum), { money: 'keur' }, print))),
    };
  });
  if (bars.length === 0) return null;
  const told = bars.map(({ label, texts }) => {
    const said = key.flatMap((name, s) => (texts[s] ? [`${name.toLowerCase()} ${texts[s]}`] : []));
    return `${label}: ${said.join(', ')}`;
  });
  const caption = words('chain.chart', { title: slice.title });
  const alt = `${caption}. ${told.join('; ')}.`;
  return { kind: 'figure', svg: barSvg({ title: caption, key, bars }), alt, caption };
}
