/**
 * A published table against itself and against the ledger: pure. Each printed figure is recomputed from the
 * printed figures that it is made of (where the document prints them, otherwise from ours) and classed by
 * the ledger's checks; a figure that agrees with its own parts but not with ours only follows another.
 */
import {
  type Figure,
  type FindingClass,
  judgeRatio,
  judgeShare,
  judgeSum,
  known,
  ONE,
  type Part,
  toNumber,
  type Verdict,
  type Where,
} from '#app/ledger/check.ts';
import type { LayoutColumn, Printed } from './table-layout.ts';
import { type ComputedTable, knownValue, printsAlike, rounded, TableReader } from './table-reader.ts';
import type { TableRow } from './table-row.ts';
import { hasShare } from './table-value.ts';

/**
 * `balance`: against another row of the same table. `sum`, `result`, `share`: against its own parts. `line`: against the ledger. `same`: against the same
 * figure in another table. `rate`: FTE against euros. `whole`: shares that should make 100. `mark`: one of
 * the two is *pm* or blank. `follows`: differs from ours only because a figure it is made of does.
 */
export type DifferenceCode =
  | 'sum'
  | 'result'
  | 'share'
  | 'line'
  | 'same'
  | 'rate'
  | 'whole'
  | 'mark'
  | 'balance'
  | 'follows';

/** `computed` from the printed parts, `ours` from the ledger; all in the unit of the column. */
export type Difference = {
  code: DifferenceCode;
  class: FindingClass;
  where: Where;
  row: string;
  column: string;
  stated: number | null;
  computed: number | null;
  difference: number | null;
  ours: number | null;
  /** decimals in which the column prints */
  decimals: number;
  /** the other table, for `same` and `rate` */
  table?: string;
};

/** Everything in which the published table differs from what its own figures, or ours, give. */
export function differences(table: ComputedTable, others: ComputedTable[] = []): Difference[] {
  const reader = new TableReader(table);
  const found: Difference[] = [];
  for (const row of table.rows) {
    table.layout.columns.forEach((column, c) => {
      const stated = reader.printed(row.key, c);
      if (stated === undefined || stated === 'lost') return;
      const at = { reader, row, column, c, stated };
      found.push(...ownDifferences(at), ...crossDifferences(at, others));
    });
  }
  return [...found, ...wholeDifferences(reader)];
}

type At = { reader: TableReader; row: TableRow; column: LayoutColumn; c: number; stated: Printed };

function ownDifferences(at: At): Difference[] {
  const { reader, row, column, c, stated } = at;
  const ours = reader.ours(row.key, c);
  if (stated === null || stated === 'pm') return markDifferences(at, ours);
  const figure = reader.figure(row.key, c)!;
  const own: [DifferenceCode, Verdict][] = [];
  if (row.parts && (column.kind !== 'share' || row.kind !== 'result')) {
    own.push([row.kind === 'result' ? 'result' : 'sum', judgeSum(figure, partFigures(reader, row.parts, c))]);
  }
  if (column.kind === 'share' && hasShare(row)) own.push(['share', judgeShareAt(reader, row, column, c)]);
  if (!row.parts && column.kind !== 'share') {
    if (ours === null) return [differenceOf('mark', { class: 'note' }, at)];
    own.push(['line', judgeSum(figure, [{ figure: ours, sign: 1 }])]);
  }
  const missed = own.filter(([, verdict]) => verdict.class === 'rounding' || verdict.class === 'error');
  if (missed.length > 0) {
    return missed.flatMap(([code, verdict]) =>
      code === 'line' && printsAlike(figure, ours) ? [] : [differenceOf(code, verdict, at)],
    );
  }
  if (printsAlike(figure, ours) || ours === null || ours.kind === 'unknown') return [];
  return [differenceOf('follows', followed(at, figure), at)];
}

/** How far our figure lies from a printed one that agrees with its printed parts. */
function followed({ reader, row, column, c }: At, figure: Figure): Verdict {
  if (column.kind === 'share') {
    return { class: 'rounding', computed: knownValue(figure), difference: 0n };
  }
  const leaves = reader.leaves(row.key).flatMap(({ row: key, sign }): Part[] => {
    const part = reader.ours(key, c);
    return part ? [{ figure: part, sign }] : [];
  });
  return judgeSum(figure, leaves);
}

function partFigures(reader: TableReader, parts: NonNullable<TableRow['parts']>, c: number): Part[] {
  return parts.flatMap(({ row, sign }): Part[] => {
    const figure = reader.figure(row, c);
    return figure ? [{ figure, sign }] : [];
  });
}

/** A printed share against the printed amounts of its year, when the table prints them. */
function judgeShareAt(
  reader: TableReader,
  row: TableRow,
  column: Extract<LayoutColumn, { kind: 'share' }>,
  c: number,
): Verdict {
  const amounts = reader.table.layout.columns.findIndex(
    (one) =>
      one.kind === 'figure' &&
      one.stage === column.stage &&
      one.year === column.year &&
      one.asOf === column.asOf,
  );
  const stated = reader.figure(row.key, c)!;
  if (amounts >= 0) {
    const part = reader.figure(row.key, amounts);
    const whole = reader.figure(column.of, amounts);
    return part && whole ? judgeShare(stated, part, whole) : { class: 'unjudged' };
  }
  const ours = reader.ours(row.key, c);
  if (ours?.kind !== 'known' || printsAlike(stated, ours)) return { class: 'unjudged' };
  // our share is known to a basis point
  return judgeSum(stated, [{ figure: { ...ours, unit: ONE / 100n }, sign: 1 }]);
}

function markDifferences(at: At, ours: Figure | null): Difference[] {
  const nil = ours === null || (ours.kind === 'known' && ours.value === 0n);
  const agrees = at.stated === 'pm' ? ours?.kind === 'unknown' : nil;
  return agrees ? [] : [differenceOf('mark', { class: 'note' }, at)];
}

/** The same figure in another table, and FTE against the euros they stand for. */
function crossDifferences(at: At, others: ComputedTable[]): Difference[] {
  const { reader, row, column, c, stated } = at;
  if (typeof stated !== 'number') return [];
  const found: Difference[] = [];
  const figure = reader.figure(row.key, c)!;
  const other = others.find((one) => one.code === row.sameAs?.table);
  if (other && row.sameAs) {
    const there = otherFigure(other, row.sameAs.row, column.key);
    if (there && !printsAlike(figure, there)) {
      const verdict = judgeSum(figure, [{ figure: there, sign: 1 }]);
      found.push({ ...differenceOf('same', verdict, at), table: other.code });
    }
  }
  for (const { against } of reader.table.layout.balances.filter((one) => one.row === row.key)) {
    const part = reader.figure(against, c);
    const verdict = part && judgeSum(figure, [{ figure: part, sign: 1 }]);
    if (verdict && verdict.class !== 'exact' && verdict.class !== 'unjudged')
      found.push(differenceOf('balance', verdict, at));
  }
  const { rate } = reader.table.layout;
  const euros = rate && others.find((one) => one.code === rate.table);
  if (rate && euros) {
    const there = otherFigure(euros, row.key, column.key);
    const price: Figure = {
      kind: 'known',
      value: (BigInt(rate.cents) * ONE) / 100n,
      unit: (BigInt(rate.printedTo) * ONE) / 100n,
    };
    const verdict = there ? judgeRatio(figure, there, price) : ({ class: 'unjudged' } as const);
    if (verdict.class === 'rounding' || verdict.class === 'error') {
      found.push({ ...differenceOf('rate', verdict, at), table: euros.code });
    }
  }
  return found;
}

function otherFigure(other: ComputedTable, row: string, column: string): Figure | null {
  const reader = new TableReader(other);
  const c = other.layout.columns.findIndex((one) => one.key === column);
  return c < 0 || !other.values.has(row) ? null : reader.figure(row, c);
}

/** Printed shares that, in a table without a row for it, should together make 100. */
function wholeDifferences(reader: TableReader): Difference[] {
  const { wholeOf, columns } = reader.table.layout;
  if (!wholeOf) return [];
  return columns.flatMap((column, c) => {
    const parts = partFigures(
      reader,
      wholeOf.map((row) => ({ row, sign: 1 as const })),
      c,
    );
    const verdict = judgeSum(known(100), parts);
    if (verdict.class !== 'rounding' && verdict.class !== 'error') return [];
    const row = { ...reader.row(wholeOf[0]!), key: '', label: null, name: '' };
    return [differenceOf('whole', verdict, { reader, row, column, c, stated: 100 })];
  });
}

type Judged = Verdict | { class: 'note' };

function differenceOf(
  code: DifferenceCode,
  verdict: Judged,
  { reader, row, column, c, stated }: At,
): Difference {
  const own = row.key === '' ? null : reader.ours(row.key, c);
  const ours = own?.kind === 'known' ? toNumber(rounded(own).value) : null;
  const judged = 'computed' in verdict && verdict.class !== 'exact';
  const number = typeof stated === 'number' ? stated : null;
  const judgement = judged && code !== 'follows' ? toNumber(verdict.computed) : null;
  const computed =
    code === 'follows' ? ours : judgement === null ? null : round(judgement, reader.scale(c).decimals);
  return {
    code,
    class: judged && verdict.class !== 'exact' ? verdict.class : 'note',
    where: {
      sheet: reader.table.code,
      row: reader.table.rows.filter((one) => !one.hidden).findIndex((one) => one.key === row.key) + 1,
      column: headOf(column),
      label: `${row.prefix ?? ''}${row.label?.nl ?? row.name}`,
    },
    row: row.key,
    column: column.key,
    stated: number,
    computed,
    difference: number === null || computed === null ? null : round(number - computed, 8),
    ours,
    decimals: reader.scale(c).decimals,
  };
}

/** The head of a column in one line, in the document's language. */
export function headOf(column: LayoutColumn): string {
  return [...(column.groups ?? []).map((group) => group.nl), column.label.nl].join(', ');
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
