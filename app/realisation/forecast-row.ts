import { type ForecastMethod, forecastOf, proposedMethod } from './forecast.ts';
import { placeKey } from './realisation.ts';
import type { Report } from './report.server.ts';
import { rowEuros } from './row-sum.ts';

/** One measure (or theme without one) and fund: plan, actual and how the year is expected to end; in cents. */
export type ForecastRow = {
  key: string;
  /** of the measure, or the theme */
  name: string;
  node: string | null;
  measureId: string | null;
  fund: string;
  budget: number | null;
  realised: number | null;
  /** what each method gives; null when it has nothing to go on */
  pace: number | null;
  rest: number | null;
  /** as saved, or as proposed */
  method: ForecastMethod;
  /** as saved; null when nothing was */
  saved: number | null;
  reason: string;
};

type Saved = { place: string; method: ForecastMethod; reason: string; cents: number };

/** The rows of a forecast: whatever is budgeted or realised, by theme, measure and fund. Pure. */
export function forecastRows(
  report: Report,
  { months, saved }: { months: number; saved: readonly Saved[] },
): ForecastRow[] {
  const named = new Map(saved.map((one) => [one.place, one]));
  const all = [...report.budget, ...report.lines];
  const groups = Map.groupBy(all, ({ fund, node, measureId }) =>
    placeKey({ unit: report.unit.code, fund, node, measureId, component: '', costKind: '' }),
  );
  const order = new Map(report.measures.map((measure, index) => [measure.measureId, index]));
  const themes = report.nodes.map((node) => node.code);
  return [...groups]
    .map(([key, lines]): ForecastRow => {
      const [{ fund, node, measureId }] = lines as [(typeof lines)[number], ...typeof lines];
      const of = (side: typeof report.lines) =>
        rowEuros(
          side.filter((line) => lines.includes(line)),
          report,
        );
      const open = report.budget.some((line) => lines.includes(line) && line.mark === 'pm');
      const basis = { realised: of(report.lines), budget: open ? null : of(report.budget), months };
      const kept = named.get(key);
      const theme = report.nodes.find((one) => one.code === node);
      return {
        ...{ key, node, measureId, fund },
        name:
          report.measures.find((one) => one.measureId === measureId)?.name ??
          (report.locale === 'en' ? theme?.nameEn : theme?.nameNl) ??
          '',
        ...{ budget: basis.budget, realised: basis.realised },
        ...{ pace: forecastOf('pace', basis), rest: forecastOf('budget', basis) },
        method: kept?.method ?? proposedMethod(basis),
        saved: kept?.cents ?? null,
        reason: kept?.reason ?? '',
      };
    })
    .toSorted(
      (a, b) =>
        themes.indexOf(a.node ?? '') - themes.indexOf(b.node ?? '') ||
        (order.get(a.measureId ?? '') ?? -1) - (order.get(b.measureId ?? '') ?? -1),
    );
}
