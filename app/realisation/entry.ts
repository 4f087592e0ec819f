import type { FieldError, Params } from '#app/kernel/rejection.ts';
import { checkOpen } from './entry-open.ts';
import { type BookedLine, placeKey, type ReportLine } from './realisation.ts';

/** What can be named of one amount, by form, by file or by machine. */
export const entryFields = [
  'unit',
  'measure',
  'theme',
  'component',
  'fund',
  'costKind',
  'year',
  'cents',
  'fteMilli',
  'note',
  'memo',
] as const;
export type EntryField = (typeof entryFields)[number];

/** One amount as it was given: texts as written (code, name or id), not yet matched with anything. */
export type Entry = {
  unit: string;
  measure: string;
  theme: string;
  component: string;
  fund: string;
  costKind: string;
  /** null: the year of the report */
  year: number | null;
  cents: number | null;
  fteMilli: number | null;
  note: string;
  /** pm: spent, and how much is not known yet; provisional: a star behind the amount */
  mark?: 'pm' | 'provisional' | null;
  /** printed beside the totals, and in none */
  memo?: boolean;
};

export type EntryUnit = Named & { own: boolean; mayRecord: boolean };
export type EntryMeasure = {
  measureId: string;
  code: string;
  name: string;
  /** code of its theme */
  node: string;
  plan: string;
  firstYear: number;
  lastYear: number;
  /** the first year in which nothing may be booked on it any more */
  endedFrom: number | null;
};
type Named = { code: string; nameNl: string; nameEn: string };

/** What an entry can refer to. */
export type EntryFrame = {
  year: number;
  unit: { code: string };
  scheme: { firstYear: number; lastYear: number };
  units: readonly EntryUnit[];
  measures: readonly EntryMeasure[];
  nodes: readonly Named[];
  funds: readonly (Named & { own: boolean })[];
  budget: readonly ReportLine[];
  /** in force for this year */
  lines: readonly BookedLine[];
};

/** Where in the source a field of an entry stands, for the error that names it. */
export type Locate = (entry: number, field: EntryField) => { path: string; params: Params };

/**
 * Matches entries with the report's units, measures, themes and funds, by id, code or name in either
 * language. Everything that is wrong comes back at once; a line is made of each entry that is whole.
 */
export function resolveEntries(
  entries: readonly Entry[],
  frame: EntryFrame,
  locate: Locate,
): { lines: ReportLine[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const first = new Map<string, number>();
  const lines = entries.flatMap((entry, index): ReportLine[] => {
    const before = errors.length;
    const wrong: Wrong = (field, code, params = {}) => {
      const at = locate(index, field);
      errors.push({ path: at.path, code: `realisation.${code}`, params: { ...at.params, ...params } });
    };
    const line = resolve(entry, frame, wrong);
    if (errors.length > before || !line) return [];
    const key = placeKey(line);
    const earlier = first.get(key);
    if (earlier !== undefined) {
      wrong('measure', 'twice', { first: locate(earlier, 'measure').params.row ?? earlier + 1 });
      return [];
    }
    first.set(key, index);
    return [line];
  });
  return { lines, errors };
}

type Wrong = (field: EntryField, code: string, params?: Params) => void;

function resolve(entry: Entry, frame: EntryFrame, wrong: Wrong): ReportLine | null {
  checkYear(entry.year, frame, wrong);
  const unit = unitOf(entry.unit, frame, wrong);
  const measure = measureOf(entry, frame, wrong);
  const node = nodeOf(entry, measure, { frame, wrong });
  const budget = frame.budget.filter((line) =>
    measure ? line.measureId === measure.measureId : line.measureId === null && line.node === node,
  );
  const { component, costKind } = partOf(entry, budget);
  const fund = fundOf(entry.fund, budget, { frame, wrong });
  checkOpen(entry, wrong);
  if (!unit || !fund) return null;
  return {
    ...{ unit, fund, node, component, costKind },
    measureId: measure?.measureId ?? null,
    ...(entry.memo
      ? { cents: null, fteMilli: null, memo: { cents: entry.cents, fteMilli: entry.fteMilli } }
      : { cents: entry.cents, fteMilli: entry.fteMilli }),
    ...(entry.mark && { mark: entry.mark }),
    note: entry.note,
  };
}

function checkYear(year: number | null, frame: EntryFrame, wrong: Wrong): void {
  if (year === null || year === frame.year) return;
  const { firstYear: first, lastYear: last } = frame.scheme;
  if (year < first || year > last) wrong('year', 'year-outside', { year, first, last });
  else wrong('year', 'year-other', { year, chosen: frame.year });
}

function unitOf(value: string, frame: EntryFrame, wrong: Wrong): string | null {
  if (value === '') return frame.unit.code;
  const unit = findNamed(frame.units, value);
  if (!unit) wrong('unit', 'unknown-unit', { value });
  else if (!unit.own) wrong('unit', unit.mayRecord ? 'unit-other' : 'unit-mandate', { value });
  return unit?.own ? unit.code : null;
}

function measureOf(entry: Entry, frame: EntryFrame, wrong: Wrong): EntryMeasure | null {
  const { measure: value } = entry;
  if (value === '') return null;
  const wanted = plain(value);
  const found =
    firstOf(frame.measures, (one) => one.measureId === value) ??
    firstOf(frame.measures, (one) => plain(one.code) === wanted) ??
    firstOf(frame.measures, (one) => plain(one.name) === wanted) ??
    [];
  const [measure, another] = found;
  if (!measure) wrong('measure', 'unknown-measure', { value });
  else if (another)
    wrong('measure', 'measure-of-two-plans', { value, plans: found.map((one) => one.plan).join(', ') });
  else if (isCorrection(entry, measure, frame)) return measure;
  else if (measure.endedFrom !== null && measure.endedFrom <= frame.year) {
    wrong('measure', 'measure-ended', { measure: measure.name, from: measure.endedFrom, year: frame.year });
  } else if (frame.year < measure.firstYear || frame.year > measure.lastYear) {
    const { firstYear: first, lastYear: last } = measure;
    wrong('measure', 'measure-period', { measure: measure.name, first, last, year: frame.year });
  }
  return measure ?? null;
}

// What was booked before a measure ended may stay as it is, or go to 0: or no other row could be corrected.
function isCorrection(
  { cents, fteMilli }: Entry,
  { measureId }: EntryMeasure,
  { lines }: EntryFrame,
): boolean {
  return lines.some(
    (line) =>
      line.measureId === measureId &&
      ((line.cents === cents && line.fteMilli === fteMilli) || (!cents && !fteMilli)),
  );
}

function nodeOf(
  entry: Entry,
  measure: EntryMeasure | null,
  { frame, wrong }: { frame: EntryFrame; wrong: Wrong },
): string | null {
  const node = entry.theme === '' ? null : findNamed(frame.nodes, entry.theme);
  if (entry.theme !== '' && !node) wrong('theme', 'unknown-theme', { value: entry.theme });
  if (measure) {
    if (node && node.code !== measure.node) {
      wrong('theme', 'theme-differs', { value: entry.theme, measure: measure.name });
    }
    return measure.node;
  }
  if (entry.measure === '' && entry.theme === '') wrong('measure', 'no-measure');
  return node?.code ?? null;
}

/** Part and kind of cost as given; left out, they are those of the budget when it has just one. */
export function partOf(
  entry: Pick<Entry, 'component' | 'costKind'>,
  budget: readonly ReportLine[],
): { component: string; costKind: string } {
  const { component, costKind } = entry;
  const fitting = budget.filter(
    (line) =>
      (component === '' || plain(line.component) === plain(component)) &&
      (costKind === '' || plain(line.costKind) === plain(costKind)),
  );
  const parts = new Map(fitting.map((line) => [`${line.component}\n${line.costKind}`, line]));
  const only = parts.size === 1 ? [...parts.values()][0] : undefined;
  return only ? { component: only.component, costKind: only.costKind } : { component, costKind };
}

function fundOf(
  value: string,
  budget: readonly ReportLine[],
  { frame, wrong }: { frame: EntryFrame; wrong: Wrong },
): string | null {
  if (value !== '') {
    const fund = findNamed(frame.funds, value);
    if (!fund) wrong('fund', 'unknown-fund', { value });
    return fund?.code ?? null;
  }
  const budgeted = [...new Set(budget.map((line) => line.fund))];
  if (budgeted.length === 1) return budgeted[0]!;
  const own = frame.funds.filter((fund) => fund.own);
  if (budgeted.length === 0 && own.length === 1) return own[0]!.code;
  wrong('fund', 'fund-needed', { funds: frame.funds.map((fund) => fund.code).join(', ') });
  return null;
}

function firstOf<T>(list: readonly T[], test: (one: T) => boolean): T[] | null {
  const found = list.filter(test);
  return found.length > 0 ? found : null;
}

function findNamed<T extends Named>(list: readonly T[], value: string): T | null {
  const wanted = plain(value);
  return (
    list.find((one) => plain(one.code) === wanted) ??
    list.find((one) => plain(one.nameNl) === wanted || plain(one.nameEn) === wanted) ??
    null
  );
}

/** Capitals and white space do not tell names apart. */
function plain(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
