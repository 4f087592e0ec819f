/** What stands below the total of the money table: what was granted, what moved between years, and the result. */
import { empty, money, type Row } from '#app/render/report.ts';
import { countSigns, noSigns, type SignCounts, signsOfSum, sumCell } from './figure-sign.ts';
import type { ColumnSpec, FigureHref, Funding, MoneyView, MoneyWords, Total } from './money-view.ts';

/** Funding that a column sets its costs against: a budget against what was known when its year began. */
function fundingOf(view: MoneyView, stage: Funding['stage'], column: ColumnSpec): number | null {
  const found = view.funding.find((f) => f.stage === stage && f.year === column.year);
  if (!found) return null;
  return column.stage === 'budgeted' ? (found.atStart ?? found.now) : found.now;
}

/** Of what was allocated: what came from other years less what went there; 0 where nothing moved. */
function carriedOf(view: MoneyView, column: ColumnSpec): number {
  const found = view.funding.find((f) => f.stage === 'allocated' && f.year === column.year);
  if (!found) return 0;
  return column.stage === 'budgeted' && found.atStart !== null ? found.carriedAtStart : found.carriedNow;
}

/** What that figure holds besides a number. */
function signsOf(view: MoneyView, stage: Funding['stage'], column: ColumnSpec): SignCounts {
  const found = view.funding.find((f) => f.stage === stage && f.year === column.year);
  if (!found) return noSigns;
  return column.stage === 'budgeted' && found.atStart !== null ? found.signsAtStart : found.signsNow;
}

/** The rows of funding, of the columns' own day; none where nothing is known. */
export function fundingRows(
  view: MoneyView,
  columns: ColumnSpec[],
  totals: Total[],
  { words, href }: { words: MoneyWords; href: FigureHref | null },
): Row[] {
  const funded = (stage: Funding['stage']) => columns.map((column) => fundingOf(view, stage, column));
  const granted = funded('granted');
  const allocated = funded('allocated');
  const expected = funded('expected');
  // money that moved is neither still to be allocated in its old year nor too much in its new one
  const carried = columns.map((column) => carriedOf(view, column));
  const moved = carried.some((cents) => cents !== 0);
  const open = granted.map((cents, i) =>
    cents === null || allocated[i] === null ? null : cents + carried[i]! - allocated[i]!,
  );
  const result = granted.map((cents, i) =>
    cents === null || totals[i]!.cents === null
      ? null
      : cents + carried[i]! - totals[i]!.cents! - (open[i] ?? 0),
  );
  /** The day on which a column's funding is read: a budget is set against what its year began with. */
  const dayOf = ({ year, stage: side }: ColumnSpec, stage: Funding['stage']) => {
    const found = view.funding.find((f) => f.stage === stage && f.year === year);
    return side === 'budgeted' && found?.atStart != null ? `${year}-01-01` : undefined;
  };
  /** A difference opens to the flow of its year, of which every block opens to its lines. */
  const row = (
    kind: Row['kind'],
    key: string,
    { values, of }: { values: (number | null)[]; of: readonly Funding['stage'][] },
  ): Row => ({
    kind,
    key,
    label: words(`money.row.${key}`),
    cells: values.map((cents, i) => {
      if (cents === null) return empty;
      const column = columns[i]!;
      const day = dayOf(column, 'granted') ?? dayOf(column, 'allocated');
      // a difference is as sure as its least sure part
      const spent = kind === 'result' ? [totals[i]!] : [];
      const signs = signsOfSum(countSigns([...spent, ...of.map((stage) => signsOf(view, stage, column))]));
      return money(cents, {
        ...(signs.length > 0 && { signs }),
        ...(href && { href: href({ year: column.year, stage: 'flow' }, '*', day) }),
      });
    }),
  });
  /** Funding is of the day that its column is read on, and opens to the lines of that day. */
  const fundedRow = (stage: Funding['stage'], values: (number | null)[]): Row => ({
    ...row('plain', stage, { values, of: [stage] }),
    cells: values.map((cents, i) => {
      if (cents === null) return empty;
      const column = columns[i]!;
      const day = dayOf(column, stage);
      return sumCell(cents, signsOf(view, stage, column), {
        unit: 'money',
        ...(href && { href: href({ year: column.year, stage }, '*', day) }),
      });
    }),
  });
  if (granted.every((cents) => cents === null)) {
    // A unit gets no grant of its own: it plans against what was allocated to it.
    if (allocated.every((cents) => cents === null)) return [];
    const left = allocated.map((cents, i) => (cents === null ? null : cents - (totals[i]!.cents ?? 0)));
    const terms: Row['terms'] = [
      { key: 'allocated', sign: 1 },
      { key: 'total', sign: -1 },
    ];
    return [
      fundedRow('allocated', allocated),
      ...(moved ? [row('plain', 'carried-in', { values: carried, of: [] })] : []),
      { ...row('result', 'left', { values: left, of: ['allocated'] }), terms },
    ];
  }
  return [
    row('plain', 'open', { values: open, of: ['granted', 'allocated'] }),
    fundedRow('granted', granted),
    ...(expected.some((cents) => cents !== null) ? [fundedRow('expected', expected)] : []),
    ...(moved ? [row('plain', 'carried', { values: carried, of: [] })] : []),
    {
      ...row('result', 'result', { values: result, of: ['granted', 'allocated'] }),
      terms: [
        { key: 'granted', sign: 1 },
        ...(moved ? [{ key: 'carried', sign: 1 as const }] : []),
        { key: 'total', sign: -1 },
        { key: 'open', sign: -1 },
      ],
    },
  ];
}
