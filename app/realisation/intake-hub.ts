import type { Intake } from './intake.server.ts';
import type { Settled, Tally } from './intake-settle.ts';

type Choice = { code: string; name: string };

/** Rows without a rule that differ in their period alone. */
export type UnmappedRow = {
  costCentre: string;
  account: string;
  description: string;
  periods: string[];
  rows: number;
  cents: number;
};

/** What the pages of an intake show, in the reader's language. */
export type IntakeFrame = {
  scheme: Choice;
  unit: Choice;
  year: number;
  funds: Choice[];
  ownFund: string;
  units: Choice[];
  /** what may be booked on in this year, by theme */
  targets: { value: string; label: string; group: string }[];
  /** where the intake stands, by step */
  state: { files: number; waiting: number; unmapped: Tally; rules: number; booked: number | null };
};

export type HubView = IntakeFrame & {
  totals: Settled['totals'];
  files: {
    number: number;
    name: string;
    status: string;
    asOf: string | null;
    complete: boolean;
    rows: number;
    cents: number;
    note: string;
  }[];
  unmapped: UnmappedRow[];
  /** of which a page is shown, the largest first */
  unmappedCount: number;
  /** 1 is the first */
  page: number;
  pages: number;
  excluded: { rule: number; reason: string; rows: number; cents: number }[];
  closed: Intake['closed'];
  mayClose: boolean;
};

/** As many rows of the bucket as somebody deals with in one go. */
const shownRows = 60;

/** Pure. */
export function frameOf({ report, settled, files, rules, lastVersion }: Intake): IntakeFrame {
  const named = ({ code, nameNl, nameEn }: { code: string; nameNl: string; nameEn: string }): Choice => ({
    code,
    name: report.locale === 'en' ? nameEn : nameNl,
  });
  const themeName = new Map(report.nodes.map((node) => [node.code, named(node).name]));
  const { year } = report;
  const running = report.measures.filter(
    (one) =>
      one.firstYear <= year && year <= one.lastYear && !(one.endedFrom !== null && one.endedFrom <= year),
  );
  return {
    ...{ scheme: named(report.scheme), unit: named(report.unit), year },
    funds: report.funds.map(named),
    ownFund: (report.funds.find((fund) => fund.own) ?? report.funds[0])?.code ?? '',
    units: report.units.filter((unit) => unit.own).map(named),
    targets: [
      ...running.map((one) => ({
        value: `measure:${one.measureId}`,
        label: one.name,
        group: themeName.get(one.node) ?? '',
      })),
      ...report.nodes
        .filter((node) => node.excludedReason === null)
        .map((node) => ({ value: `theme:${node.code}`, label: named(node).name, group: '' })),
    ],
    state: {
      files: files.filter((file) => file.status === 'read').length,
      waiting: files.filter((file) => file.status === 'waiting').length,
      unmapped: settled.totals.unmapped,
      rules: rules.length,
      booked: lastVersion,
    },
  };
}

/** Pure. @param asked the page of the bucket; one that is not there is the nearest that is */
export function hubOf(intake: Intake, asked = 1): HubView {
  const { settled, files, rules, closed, mayClose } = intake;
  const bucket = new Map<string, UnmappedRow>();
  for (const { costCentre, account, description, period, rows, cents } of settled.unmapped) {
    const key = JSON.stringify([costCentre, account, description]);
    const row = bucket.get(key) ?? { costCentre, account, description, periods: [], rows: 0, cents: 0 };
    if (!row.periods.includes(period)) row.periods.push(period);
    row.rows += rows;
    row.cents += cents;
    bucket.set(key, row);
  }
  const pages = Math.max(1, Math.ceil(bucket.size / shownRows));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    ...frameOf(intake),
    totals: settled.totals,
    files: files.map((file) => ({
      ...{ number: file.number, name: file.name, status: file.status, asOf: file.asOf },
      ...{ complete: file.complete, rows: file.rowCount, cents: file.cents, note: file.withdrawnNote },
    })),
    unmapped: [...bucket.values()]
      .toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents))
      .slice((page - 1) * shownRows, page * shownRows),
    unmappedCount: bucket.size,
    ...{ page, pages },
    excluded: rules
      .filter((rule) => rule.outcome === 'exclude')
      .map((rule) => ({ rule: rule.number, reason: rule.reason, ...settled.perRule.get(rule.ruleId)! }))
      .filter((one) => one.rows > 0),
    ...{ closed, mayClose },
  };
}
