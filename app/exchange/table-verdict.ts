/** From recomputed figures to findings: consequences of another wrong figure are not reported again. */
import { type Figure, type Finding, toNumber, type Verdict } from '#app/ledger/check.ts';
import type { Sheet } from '#app/ledger/table-read.ts';
import type { Grid } from './table-grid.ts';
import type { Line, Table } from './table-shape.ts';

export type Place = { row: number; column: number };
export type Read = (place: Place) => Figure;

/** One recomputable figure: where it stands, from which cells, and how. */
export type Check = { code: string; target: Place; parts: Place[]; judge(read: Read): Verdict };

/** The place in the table of a line and a cross of a grid. */
export function place(grid: Grid, line: number, cross: number): Place {
  return grid.axis === 'rows' ? { row: line, column: cross } : { row: cross, column: line };
}

/** Misses that are not the mere consequence of another wrong figure; one finding per place. */
export function verdicts(table: Table, checks: Check[], read: Read): Finding[] {
  const judged = checks.map((check) => ({ check, verdict: check.judge(read) }));
  const wrong = new Map<string, bigint>();
  for (const { check, verdict } of judged) {
    if (verdict.class === 'error') wrong.set(keyOf(check.target), verdict.computed);
  }
  const consequences = new Set<Check>();
  for (const { check, verdict } of judged) {
    if (verdict.class !== 'error' || !follows(check, wrong, read)) continue;
    consequences.add(check);
    const others = judged.some(
      (other) =>
        other.verdict.class === 'error' &&
        !consequences.has(other.check) &&
        keyOf(other.check.target) === keyOf(check.target),
    );
    // two figures must not excuse each other: what was excused excuses nothing any more
    if (!others) wrong.delete(keyOf(check.target));
  }
  const found = new Map<string, Finding>();
  for (const { check, verdict } of judged) {
    if (verdict.class === 'exact') continue;
    const { target } = check;
    if (verdict.class === 'unjudged') {
      const note = unknownPart(table, check, read);
      if (note) found.set(`${keyOf(target)} note`, note);
      continue;
    }
    if (consequences.has(check)) continue;
    const earlier = found.get(keyOf(target));
    if (earlier && (earlier.class === 'error' || verdict.class === 'rounding')) continue;
    found.set(keyOf(target), finding(table, check, verdict));
  }
  return [...found.values()];
}

/** Would this figure be right if the wrong figures it is made of were the recomputed ones? */
function follows(check: Check, wrong: Map<string, bigint>, read: Read): boolean {
  const suspects = check.parts.filter(
    (part) => wrong.has(keyOf(part)) && keyOf(part) !== keyOf(check.target),
  );
  const tries =
    suspects.length > 1 ? [...suspects.map((suspect) => [suspect]), suspects] : suspects.map((s) => [s]);
  return tries.some((replaced) => {
    const keys = new Set(replaced.map(keyOf));
    const instead: Read = (at) => {
      const figure = read(at);
      return keys.has(keyOf(at)) && figure.kind === 'known'
        ? { ...figure, value: wrong.get(keyOf(at))! }
        : figure;
    };
    return check.judge(instead).class !== 'error';
  });
}

function keyOf({ row, column }: Place): string {
  return `${row},${column}`;
}

function finding(table: Table, check: Check, verdict: Exclude<Verdict, { class: 'unjudged' }>): Finding {
  return {
    code: check.code,
    class: verdict.class === 'rounding' ? 'rounding' : 'error',
    where: whereOf(table, check.target),
    stated: toNumber(verdict.computed + verdict.difference),
    computed: toNumber(verdict.computed),
    difference: toNumber(verdict.difference),
  };
}

/**
 * A total over an unknown part that the known parts do not reach by themselves. It is said, not judged:
 * the unknown part may well be the difference.
 */
function unknownPart(table: Table, check: Check, read: Read): Finding | null {
  if (check.code !== 'sum' && check.code !== 'difference') return null;
  const asNil: Read = (at) => {
    const figure = read(at);
    return figure.kind === 'unknown' ? { kind: 'known', value: 0n, unit: 0n } : figure;
  };
  const verdict = check.judge(asNil);
  if (verdict.class !== 'error') return null;
  return { ...finding(table, check, verdict), code: 'unknown-part', class: 'note' };
}

export function unexplainedNote(table: Table, grid: Grid, t: number): Finding {
  const cross = grid.crosses.findIndex((_, c) => grid.at(t, c).state === 'known');
  const where = whereOf(table, place(grid, t, Math.max(0, cross)));
  return { code: 'unexplained-total', class: 'note', where, stated: null, computed: null, difference: null };
}

export function formulaNotes(table: Table, sheet: Sheet): Finding[] {
  return table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c): Finding[] => {
      const cell = sheet.rows[row.index]![column.index];
      if (!cell?.formula || table.at(r, c).state === 'known') return [];
      const where = whereOf(table, { row: r, column: c });
      return [
        {
          code: 'formula-without-value',
          class: 'note',
          where,
          stated: null,
          computed: null,
          difference: null,
        },
      ];
    }),
  );
}

function whereOf(table: Table, at: Place): Finding['where'] {
  const row = table.rows[at.row]!;
  const column = table.columns[at.column]!;
  return { sheet: table.sheet, row: row.index + 1, column: columnName(column), label: row.label };
}

/** The printed heading of a column, or its letter where there is none. */
function columnName(column: Line): string {
  if (column.label !== '') return column.label;
  let name = '';
  for (let n = column.index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

export function byPlace(a: Finding, b: Finding): number {
  return a.where.row - b.where.row || (a.where.column < b.where.column ? -1 : 1);
}
