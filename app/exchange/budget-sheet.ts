/** The budget grid of a draft as a table to fill in, and back: pure. */

import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { years as yearsOf } from '#app/kernel/period.ts';
import type { Params } from '#app/kernel/rejection.ts';
import { type CellValue, rowKey, sideOf } from '#app/plan/budget.ts';
import { type BudgetRowPlace, budgetRows } from '#app/plan/budget-row.ts';
import type { BudgetCellInput } from '#app/plan/plan.input.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { CellChange } from './fill-in-difference.ts';

export type Words = (key: string, params?: Params) => string;

/** How a file says on which side of a cell a row stands; alike in Dutch and English. */
const sides = { eur: 'euro', fte: 'fte' } as const;

type Part = Pick<Plan, 'head' | 'version' | 'funds' | 'units' | 'measures' | 'themes' | 'nodes' | 'lines'>;

/** Every row of the grid, of all funds: measure, part, unit, fund, cost kind and side are locked. */
export function budgetSheet(plan: Part, { locale, words }: { locale: Locale; words: Words }): FillIn {
  const { head, version } = plan;
  const names = new Map(plan.measures.map((measure) => [measure.code, measure.name]));
  const memos = new Set(plan.lines.filter((line) => line.memo).map(rowKey));
  /** a row beside the totals says so in the column that is only read */
  const nameIn = (row: BudgetRowPlace) => {
    const memo = memos.has(rowKey(row)) ? words('plan.budget.memo') : '';
    return [names.get(row.measure) ?? '', memo].filter(Boolean).join(' · ');
  };
  const column = (key: string, width: number, isKey = true) => ({
    head: words(`fill-in.budget.${key}`),
    key: isKey,
    width,
  });
  return {
    name: `${head.code}`,
    title: `${head.title}: ${words('plan.budget')}`,
    lead: [
      words('fill-in.lead'),
      words('fill-in.budget.lead', {
        scheme: nameOf(head.scheme, locale),
        unit: nameOf(head.unit, locale),
        number: version.number,
      }),
    ],
    stamp: `${head.scheme.code}/${head.code}/${version.number}`,
    language: locale,
    begins: true,
    labels: [
      column('measure', 22),
      column('name', 38, false),
      column('component', 20),
      column('unit', 14),
      column('fund', 20),
      column('costKind', 18),
      column('side', 8),
    ],
    fields: yearsOf(head.firstYear, head.lastYear).map((year) => ({ key: String(year), head: String(year) })),
    rows: sheetRows(plan).map((row) => ({
      labels: budgetKey(row).toSpliced(1, 0, nameIn(row)),
      decimals: row.side === 'fte' ? 3 : 2,
      values: cells(plan, row).map(([, value]) => value),
    })),
  };
}

/** The locked columns that name a row. */
export function budgetKey(row: BudgetRowPlace): string[] {
  return [row.measure, row.component, row.unit, row.fund, row.costKind, sides[row.side]];
}

/** The place that a row key names; its words are not looked at. */
function placeOf([
  measure = '',
  component = '',
  unit = '',
  fund = '',
  costKind = '',
  side,
]: readonly string[]) {
  return { measure, component, unit, fund, costKind, side: side === sides.fte ? 'fte' : 'eur' } as const;
}

/** 3 for a row in FTE, 2 for one in euros. */
export function budgetDecimals(key: readonly string[]): number {
  return placeOf(key).side === 'fte' ? 3 : 2;
}

/** Why a row of a file is none of this budget, or null. */
export function budgetRefusal(plan: Part, key: readonly string[]): { code: string; params: Params } | null {
  const { measure, unit, fund } = placeOf(key);
  const side = key.at(-1) ?? '';
  if (!plan.measures.some((one) => one.code === measure)) {
    return { code: 'fill-in.budget.no-measure', params: { what: measure } };
  }
  if (unit !== plan.head.unit.code && !plan.units.some((one) => one.code === unit)) {
    return { code: 'fill-in.budget.no-unit', params: { what: unit } };
  }
  if (!plan.funds.some((one) => one.code === fund)) {
    return { code: 'fill-in.budget.no-fund', params: { what: fund } };
  }
  return Object.values<string>(sides).includes(side)
    ? null
    : { code: 'fill-in.budget.no-side', params: { what: side } };
}

/** The cells of the grid that changes stand for; `seen` is what stood here when they were shown. */
export function budgetCells(changes: readonly CellChange[]): BudgetCellInput[] {
  return changes.map(({ key, field, before, after }) => ({
    ...placeOf(key),
    year: Number(field),
    value: amountOf(after),
    seen: amountOf(before),
    // a number without a star is final, also where it had one
    ...((typeof after === 'number' || starred(after) !== null) && { provisional: starred(after) !== null }),
  }));
}

function amountOf(value: CellChange['after']): CellValue {
  return typeof value === 'string' ? (starred(value) ?? 'pm') : value;
}

function sheetRows(plan: Part): BudgetRowPlace[] {
  const held = new Set(plan.lines.map((line) => line.fund));
  const [first] = plan.funds;
  return plan.funds
    .filter((fund) => fund === first || held.has(fund.code))
    .flatMap(({ code: fund }) => {
      const rows = budgetRows(plan.lines, plan.measures, { fund, unit: plan.head.unit.code, asked: [] });
      // a measure without an amount is offered once, on the first fund
      return plan.funds[0]?.code === fund
        ? rows
        : rows.filter((row) => cells(plan, row).some(([, value]) => value !== null));
    });
}

type ByYear = Map<number, Part['lines'][number]>;

// The lines of a plan by row and year, made once for all its rows: a plan of 2,000 rows has 12,000 lines.
const grids = new WeakMap<Part['lines'], Map<string, ByYear>>();

function gridOf(lines: Part['lines']): Map<string, ByYear> {
  const known = grids.get(lines);
  if (known) return known;
  const grid = new Map<string, ByYear>();
  for (const line of lines) {
    const key = rowKey(line);
    const row: ByYear = grid.get(key) ?? new Map();
    grid.set(key, row.set(line.year, line));
  }
  grids.set(lines, grid);
  return grid;
}

function cells({ head, lines }: Part, row: BudgetRowPlace): [string, CellValue | string][] {
  const stored = gridOf(lines).get(rowKey(row));
  return yearsOf(head.firstYear, head.lastYear).map((year) => {
    const line = stored?.get(year);
    const value = sideOf(line, row.side);
    const star = line?.mark === 'provisional' && typeof value === 'number';
    return [String(year), star ? `${value}*` : value];
  });
}
