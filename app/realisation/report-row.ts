import { type BookedLine, type Place, placeKey, type Quantity } from './realisation.ts';
import type { Report } from './report.server.ts';

/** One row of a unit's year: what was budgeted there and what is booked there, if anything. */
export type ReportRow = {
  place: Place;
  /** the measure, or the theme for an amount without one; null for neither */
  name: string | null;
  /** the measure's code */
  code: string | null;
  budget: (Quantity & { mark: BookedLine['mark'] }) | null;
  booked: (Quantity & Pick<BookedLine, 'note' | 'mark' | 'memo'>) | null;
  /** nothing may be booked in this year: why */
  closed: 'ended' | 'period' | null;
};

/**
 * The rows that a report of this year has: the budget in force, what is booked, and the measures that run in
 * this year without a budget; by theme, then measure.
 */
export function reportRows(report: Report): ReportRow[] {
  const rows = new Map<string, ReportRow>();
  const rowOf = (place: Place): ReportRow => {
    const key = placeKey(place);
    const row = rows.get(key) ?? newRow(place, report);
    rows.set(key, row);
    return row;
  };
  for (const { cents, fteMilli, mark, memo, ...line } of report.budget) {
    // a memo of the plan is no budget to spend from
    if (!memo) rowOf(line).budget = { cents, fteMilli, mark };
  }
  for (const { cents, fteMilli, note, mark, memo, ...line } of report.lines) {
    rowOf(line).booked = { cents, fteMilli, note, mark, memo };
  }
  addUnbudgeted(report, [...rows.values()], rowOf);
  const order = new Map(report.measures.map((measure, index) => [measure.measureId, index]));
  const themes = report.nodes.map((node) => node.code);
  const rank = ({ place }: ReportRow) => [
    themes.indexOf(place.node ?? ''),
    order.get(place.measureId ?? '') ?? -1,
  ];
  return [...rows.values()].toSorted((a, b) => {
    const [[themeA, measureA], [themeB, measureB]] = [rank(a), rank(b)];
    return themeA! - themeB! || measureA! - measureB!;
  });
}

function newRow({ unit, fund, node, measureId, component, costKind }: Place, report: Report): ReportRow {
  const measure = report.measures.find((one) => one.measureId === measureId);
  const ended = measure?.endedFrom != null && measure.endedFrom <= report.year;
  const outside =
    measure !== undefined && (report.year < measure.firstYear || report.year > measure.lastYear);
  return {
    place: { unit, fund, node, measureId, component, costKind },
    name: measure?.name ?? null,
    code: measure?.code ?? null,
    budget: null,
    booked: null,
    closed: ended ? 'ended' : outside ? 'period' : null,
  };
}

function addUnbudgeted(report: Report, rows: readonly ReportRow[], rowOf: (place: Place) => ReportRow): void {
  const fund = report.funds.find((one) => one.own) ?? report.funds[0];
  if (!fund) return;
  const known = new Set(rows.map((row) => row.place.measureId));
  for (const measure of report.measures) {
    const runs = report.year >= measure.firstYear && report.year <= measure.lastYear;
    const ended = measure.endedFrom !== null && measure.endedFrom <= report.year;
    if (known.has(measure.measureId) || !measure.inForce || !measure.own || !runs || ended) continue;
    rowOf({
      unit: report.unit.code,
      fund: fund.code,
      node: measure.node,
      measureId: measure.measureId,
      component: '',
      costKind: '',
    });
  }
}
