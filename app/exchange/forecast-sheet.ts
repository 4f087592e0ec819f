/** The forecast filled in by hand as a table that goes round: an amount and its reason, per measure and fund. Pure. */
import type { Locale } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import type { Forecast } from '#app/realisation/forecast.server.ts';
import { type ForecastMethod, forecastOf, proposedMethod } from '#app/realisation/forecast.ts';
import type { ForecastRow } from '#app/realisation/forecast-row.ts';
import type { ForecastEntry } from '#app/realisation/forecast-save.server.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import { type FilledValue, rowKey } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

export type ForecastFrame = Pick<Forecast, 'report' | 'rows' | 'months'>;
type Field = 'hand' | 'reason';

/** As long as a reason may be on the page. */
const reasonLength = 1000;

/** The locked columns that name a row: two plans may use the same code for a measure. */
export function forecastKey({ report }: ForecastFrame, { node, measureId, fund }: ForecastRow): string[] {
  const measure = report.measures.find((one) => one.measureId === measureId);
  return [node ?? '', measure?.plan ?? '', measure?.code ?? measureId ?? '', fund];
}

function cellOf(row: ForecastRow | undefined, field: Field): FilledValue {
  if (row?.method !== 'hand') return null;
  return field === 'hand' ? row.saved : row.reason || null;
}

function stampOf({ scheme, unit, year }: ForecastFrame['report']): string {
  return `forecast/${scheme.code}/${unit.code}/${year}`;
}

function tableOf(frame: ForecastFrame, locale: Locale, words: Words): FillIn {
  const { unit, year } = frame.report;
  const title = words('forecast.title', {
    unit: locale === 'en' ? unit.nameEn : unit.nameNl,
    year: String(year),
  });
  const euros = (cents: number | null) => (cents === null ? '' : formatAmount(cents, 'eur2', locale));
  const column = (head: string, width: number, key = false) => ({ head: words(head), key, width });
  return {
    name: words('forecast.forecast'),
    title,
    lead: [words('fill-in.forecast.lead')],
    stamp: stampOf(frame.report),
    language: locale,
    labels: [
      column('fill-in.rules.theme', 14, true),
      column('fill-in.forecast.plan', 20, true),
      column('fill-in.budget.measure', 22, true),
      column('fill-in.budget.fund', 20, true),
      column('fill-in.name', 38),
      column('realisation.budget', 16),
      column('realisation.realised', 16),
    ],
    fields: [
      { key: 'hand', head: words('forecast.method.hand'), width: 18, decimals: 2 },
      { key: 'reason', head: words('forecast.reason'), width: 48, decimals: null },
    ],
    rows: frame.rows.map((row) => ({
      labels: [...forecastKey(frame, row), row.name, euros(row.budget), euros(row.realised)],
      decimals: 2,
      values: [cellOf(row, 'hand'), cellOf(row, 'reason')],
    })),
  };
}

/** @param wordsOf the words of a language */
export function forecastSheet(frame: ForecastFrame, wordsOf: (locale: Locale) => Words): Sheet {
  const byKey = new Map(frame.rows.map((row) => [rowKey(forecastKey(frame, row)), row]));
  return {
    table: (locale) => tableOf(frame, locale, wordsOf(locale)),
    isWord: () => false,
    decimalsOf: (_, field) => (field === 'reason' ? null : 2),
    refuse: (key) =>
      byKey.has(rowKey(key))
        ? null
        : { code: 'fill-in.forecast.no-row', params: { what: key.filter(Boolean).join(', ') } },
    judge: ({ key }, all) => whyNot({ all, row: byKey.get(rowKey(key)), months: frame.months }),
    strange: (stamp) =>
      stamp === stampOf(frame.report) ? null : { code: 'fill-in.forecast.other', params: {} },
  };
}

type Beside = { all: readonly CellChange[]; row: ForecastRow | undefined; months: number };

/** An amount and its reason are saved together or not at all, so a cell is refused for what its row would say. */
function whyNot({ all, row, months }: Beside): Why | null {
  const changed = (field: Field) => all.find((one) => one.field === field);
  const says = (field: Field) => {
    const change = changed(field);
    return change ? change.after : cellOf(row, field);
  };
  const [hand, reason] = [says('hand'), says('reason')];
  if (starred(hand) !== null) return { code: 'fill-in.forecast.no-star', params: {} };
  if (hand === null) {
    if (changed('reason')?.after) return { code: 'forecast.amount-needed', params: {} };
    return row && otherwise(row, months) ? null : { code: 'forecast.no-basis', params: {} };
  }
  if (reason === null) return { code: 'forecast.reason-needed', params: {} };
  return String(reason).length > reasonLength
    ? { code: 'fill-in.measures.long', params: { most: reasonLength } }
    : null;
}

/** How a row is estimated when not by hand; null when there is nothing to go on. */
function otherwise({ method, realised, budget }: ForecastRow, months: number): ForecastMethod | null {
  const basis = { realised, budget, months };
  const can = (one: ForecastMethod) => one !== 'hand' && forecastOf(one, basis) !== null;
  return [method, proposedMethod(basis)].find(can) ?? null;
}

/** The whole forecast with what was changed in it, as it is saved; a row with nothing to go on is left out. */
export function forecastEntries(frame: ForecastFrame, changes: readonly CellChange[]): ForecastEntry[] {
  const byRow = Map.groupBy(changes, ({ key }) => rowKey(key));
  return frame.rows.flatMap((row): ForecastEntry[] => {
    const own = byRow.get(rowKey(forecastKey(frame, row))) ?? [];
    const says = (field: Field) => {
      const change = own.find((one) => one.field === field);
      return change ? change.after : cellOf(row, field);
    };
    const hand = says('hand');
    const reason = String(says('reason') ?? '');
    // a new reason without an amount is refused with the forecast, not lost
    const told = own.some((one) => one.field === 'reason' && one.after !== null);
    if (hand !== null || told) {
      return [{ place: row.key, method: 'hand', cents: typeof hand === 'number' ? hand : null, reason }];
    }
    const method = otherwise(row, frame.months);
    return method ? [{ place: row.key, method, cents: null, reason: '' }] : [];
  });
}
