/**
 * Recomputes a published table: sums, subtotals, results, differences, percentages and rates, along rows
 * and along columns. Pure. A figure that misses only because another printed figure is wrong is not
 * reported again.
 */
import {
  type Figure,
  type Finding,
  judgeProduct,
  judgeSum,
  toNumber,
  type Verdict,
} from '#app/ledger/check.ts';
import { findDifferences } from './table-difference.ts';
import { type Equation, figureOf, type Grid, gridOf, tally } from './table-grid.ts';
import type { Sheet } from './table-read.ts';
import { findTables, isAmbiguous, type Line, type Table } from './table-shape.ts';
import { findShares, judgeReading, operands, type ShareReading } from './table-share.ts';
import { findSums } from './table-sum.ts';

type Place = { row: number; column: number };
type Read = (place: Place) => Figure;

/** One recomputable figure: where it stands, from which cells, and how. */
type Check = { code: string; target: Place; parts: Place[]; judge(read: Read): Verdict };

export type TableReport = {
  findings: Finding[];
  /** tables with figures, and tables in which at least one figure could be recomputed */
  tables: number;
  checked: number;
  /** figures that were recomputed, and those of them that tie */
  figures: number;
  ties: number;
};

/** Checks all tables in all sheets. */
export function checkSheets(sheets: Sheet[]): TableReport {
  const reports = sheets.map(checkSheet);
  return {
    findings: reports.flatMap((report) => report.findings),
    tables: add(reports.map((report) => report.tables)),
    checked: add(reports.map((report) => report.checked)),
    figures: add(reports.map((report) => report.figures)),
    ties: add(reports.map((report) => report.ties)),
  };
}

function add(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Where only `1.234`-like texts stand, both notations are tried and the one in which most ties is believed. */
function checkSheet(sheet: Sheet): TableReport {
  const report = checkTables(findTables(sheet, null), sheet);
  if (!isAmbiguous(sheet) || report.ties === report.figures) return report;
  const others = (['.', ','] as const).map((mark) => checkTables(findTables(sheet, mark), sheet));
  return others.reduce((best, other) => (other.ties > best.ties ? other : best), report);
}

function checkTables(tables: Table[], sheet: Sheet): TableReport {
  const report: TableReport = { findings: [], tables: tables.length, checked: 0, figures: 0, ties: 0 };
  for (const table of tables) {
    const { findings, figures, ties, named } = checkTable(table, sheet);
    report.findings.push(...findings);
    report.figures += figures;
    report.ties += ties;
    if (figures > 0 || named) report.checked += 1;
  }
  return report;
}

function checkTable(
  table: Table,
  sheet: Sheet,
): { findings: Finding[]; figures: number; ties: number; named: boolean } {
  const checks: Check[] = [];
  const notes: Finding[] = [];
  const rows = gridOf(table, 'rows');
  const columns = gridOf(table, 'columns');
  const blankIsNil = { value: false };
  let named = false;
  const rowSums = findSums(rows);
  for (const [grid, sums] of [
    [rows, rowSums],
    [columns, findSums(columns)],
  ] as const) {
    const differences = findDifferences(grid, sums);
    const equations = [...sums.equations, ...differences];
    if (equations.some((equation) => tally(grid, equation).blankFits > 0)) blankIsNil.value = true;
    checks.push(...equations.flatMap((equation) => equationChecks(grid, equation)));
    const explained = new Set(differences.map((equation) => equation.target));
    const open = sums.unexplained.filter((t) => !explained.has(t));
    if (open.length > 0) named = true;
    notes.push(...open.map((t) => unexplainedNote(table, grid, t)));
    const other = grid === rows ? findSums(columns).equations : rowSums.equations;
    for (const reading of findShares(grid, other)) checks.push(...shareChecks(grid, reading, other));
    checks.push(...productChecks(grid));
  }
  // where the table prints no negative amount, an unknown part cannot bring a total below the known ones
  const least = hasNegative(table) ? null : 0n;
  const read: Read = ({ row, column }) => {
    const figure = figureOf(table.at(row, column), blankIsNil.value);
    return figure.kind === 'unknown' ? { ...figure, least: figure.least ?? least } : figure;
  };
  const findings = [...verdicts(table, checks, read), ...notes, ...formulaNotes(table, sheet)];
  const ties = checks.filter((check) => /exact|rounding/.test(check.judge(read).class)).length;
  return { findings: findings.sort(byPlace), figures: checks.length, ties, named };
}

function hasNegative(table: Table): boolean {
  return table.rows.some((_, r) =>
    table.columns.some((_, c) => {
      const value = table.at(r, c);
      return value.state === 'known' && value.value < 0n;
    }),
  );
}

function place(grid: Grid, line: number, cross: number): Place {
  return grid.axis === 'rows' ? { row: line, column: cross } : { row: cross, column: line };
}

function equationChecks(grid: Grid, equation: Equation): Check[] {
  return equation.crosses.flatMap((cross): Check[] => {
    if (grid.at(equation.target, cross).state !== 'known') return [];
    const target = place(grid, equation.target, cross);
    const parts = equation.parts.map(({ line }) => place(grid, line, cross));
    const signs = equation.parts.map(({ sign }) => sign);
    const judge = (read: Read) =>
      judgeSum(
        read(target),
        parts.map((part, i) => ({ figure: read(part), sign: signs[i]! })),
      );
    return [{ code: equation.kind, target, parts, judge }];
  });
}

/** Each percentage, and their sum where the table prints the whole (100%) with its parts. */
function shareChecks(grid: Grid, reading: ShareReading, across: Equation[]): Check[] {
  const code = reading.kind === 'share' ? 'share' : reading.kind === 'growth' ? 'growth' : 'percentage';
  const percentAt = (cross: number) => place(grid, reading.line, cross);
  const isKnown = (cross: number) => grid.at(reading.line, cross).state === 'known';
  const checks = grid.crosses.flatMap((_, cross): Check[] => {
    if (!isKnown(cross)) return [];
    const target = percentAt(cross);
    const at = (line: number, c: number) => place(grid, line, c);
    const whole = reading.kind === 'share' ? reading.wholes[cross] : null;
    const from = reading.kind !== 'share' ? at(reading.whole, cross) : at(reading.of, whole ?? cross);
    const judge = (read: Read) => {
      const { part, whole } = operands(reading, cross, (line, c) => read(at(line, c)));
      return judgeReading(reading, read(target), part, whole);
    };
    return [{ code, target, parts: [at(reading.of, cross), from], judge }];
  });
  const sums = across.filter((sum) => reading.kind === 'share' && isKnown(sum.target) && adds(reading, sum));
  for (const sum of sums) {
    const target = percentAt(sum.target);
    const parts = sum.parts.map(({ line }) => percentAt(line));
    const judge = (read: Read) =>
      judgeSum(
        read(target),
        parts.map((part, i) => ({ figure: read(part), sign: sum.parts[i]!.sign })),
      );
    checks.push({ code: 'share-sum', target, parts, judge });
  }
  return checks;
}

/** Are the shares of these parts all taken of this total? Then they add up to its 100%. */
function adds(reading: ShareReading, sum: Equation): boolean {
  return reading.kind === 'share' && sum.parts.every(({ line }) => reading.wholes[line] === sum.target);
}

/** FTE x rate = amount, where all three are printed side by side and most rows agree. */
function productChecks(grid: Grid): Check[] {
  if (grid.axis !== 'columns') return [];
  const rates = grid.lines.flatMap((line, i) =>
    line.roles.has('rate') && !line.roles.has('percent') ? [i] : [],
  );
  return rates.flatMap((rate) => {
    const group = grid.lines[rate]!.group;
    const near = grid.lines.flatMap((line, i) =>
      i !== rate && line.group === group && !line.roles.has('percent') ? [i] : [],
    );
    const quantity = near.find((i) => grid.lines[i]!.roles.has('fte')) ?? near.find((i) => i < rate);
    if (quantity === undefined) return [];
    for (const amount of near.filter((i) => i !== quantity)) {
      const checks = grid.crosses.flatMap((_, cross): Check[] => {
        const [target, q, r] = [amount, quantity, rate].map((line) => place(grid, line, cross)) as [
          Place,
          Place,
          Place,
        ];
        const all = [amount, quantity, rate].every((line) => grid.at(line, cross).state === 'known');
        const judge = (read: Read) => judgeProduct(read(target), read(q), read(r));
        return all ? [{ code: 'product', target, parts: [q, r], judge }] : [];
      });
      const read: Read = ({ row, column }) => figureOf(grid.at(column, row), false);
      const fits = checks.filter((check) => check.judge(read).class !== 'error').length;
      if (fits >= 1 && fits * 2 > checks.length) return checks;
    }
    return [];
  });
}

/** Misses that are not the mere consequence of another wrong figure; one finding per place. */
function verdicts(table: Table, checks: Check[], read: Read): Finding[] {
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

function unexplainedNote(table: Table, grid: Grid, t: number): Finding {
  const cross = grid.crosses.findIndex((_, c) => grid.at(t, c).state === 'known');
  const where = whereOf(table, place(grid, t, Math.max(0, cross)));
  return { code: 'unexplained-total', class: 'note', where, stated: null, computed: null, difference: null };
}

function formulaNotes(table: Table, sheet: Sheet): Finding[] {
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

function byPlace(a: Finding, b: Finding): number {
  return a.where.row - b.where.row || (a.where.column < b.where.column ? -1 : 1);
}
