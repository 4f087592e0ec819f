import { checkFrame } from './booking.ts';
import type { Report } from './report.server.ts';
import { type ReportRow, reportRows } from './report-row.ts';
import { type SpendingCheck, spendingChecks } from './spending-check.ts';

type Choice = { code: string; name: string };

/** What the page about one unit and year shows: names in the reader's language, rows in their order. */
export type ReportView = Pick<Report, 'year' | 'versions' | 'mayRecord' | 'rates'> & {
  scheme: { code: string; name: string; years: number[] };
  unit: Choice;
  /** adoption waits for decisions */
  prior: boolean;
  document: string | null;
  rows: ReportRow[];
  themes: (Choice & { series: number; excluded: boolean })[];
  funds: Choice[];
  units: Choice[];
  /** that may be booked on in this year */
  measures: { measureId: string; name: string; node: string }[];
  checks: SpendingCheck[];
};

/** Pure. */
export function viewOf(report: Report): ReportView {
  const { year, versions, mayRecord, rates, scheme } = report;
  const named = ({ code, nameNl, nameEn }: { code: string; nameNl: string; nameEn: string }): Choice => ({
    code,
    name: report.locale === 'en' ? nameEn : nameNl,
  });
  const years = Array.from(
    { length: scheme.lastYear - scheme.firstYear + 1 },
    (_, i) => scheme.firstYear + i,
  );
  return {
    ...{ year, versions, mayRecord, rates },
    scheme: { ...named(scheme), years },
    unit: named(report.unit),
    prior: report.kind.prior,
    document: report.document?.code ?? null,
    rows: reportRows(report),
    themes: report.nodes.map((node) => ({
      ...named(node),
      series: node.series,
      excluded: node.excludedReason !== null,
    })),
    funds: report.funds.map(named),
    units: report.units.filter((unit) => unit.own).map(named),
    measures: report.measures
      .filter((one) => one.firstYear <= year && year <= one.lastYear)
      .filter((one) => one.endedFrom === null || one.endedFrom > year)
      .map(({ measureId, name, node }) => ({ measureId, name, node })),
    checks: spendingChecks(report.lines, report.budget, checkFrame(report)),
  };
}
