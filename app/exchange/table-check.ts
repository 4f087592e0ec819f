/**
 * Recomputes a published table: sums, subtotals, results, differences, percentages and rates, along rows
 * and along columns. Pure. A figure that misses only because another printed figure is wrong is not
 * reported again.
 */
import { type Finding, judgeProduct, judgeSum } from '#app/ledger/check.ts';
import type { Sheet } from '#app/ledger/table-read.ts';
import { findDifferences } from './table-difference.ts';
import { type Equation, figureOf, type Grid, gridOf, tally } from './table-grid.ts';
import { findTables, isAmbiguous, type Table } from './table-shape.ts';
import { findShares, judgeReading, operands, type ShareReading } from './table-share.ts';
import { findSums } from './table-sum.ts';
import {
  byPlace,
  type Check,
  formulaNotes,
  type Place,
  place,
  type Read,
  unexplainedNote,
  verdicts,
} from './table-verdict.ts';

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
