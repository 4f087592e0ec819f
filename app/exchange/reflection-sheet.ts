import type { Locale } from '#app/kernel/actor.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import type { CellChange } from './fill-in-difference.ts';
import { type FilledValue, rowKey } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';
import type { Row } from './indicator-sheet.ts';

/** What holders make of a year of indicators, on the second sheet: a row per unit and indicator, last year's beside it. */

export const reflectionField = 'reflection';
/** As long as a reflection may be. */
const longest = 20_000;

export const reflectionKey = ({ unit, indicator }: Pick<Row, 'unit' | 'indicator'>) => [unit.code, indicator];

/** What stands, in the one way of writing in which it is compared. */
export const standsIn = ({ reflection }: Row) => plain(reflection?.text ?? null);

function plain(value: FilledValue): FilledValue {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() || null : value;
}

/** The rows as a table that goes round. A reflection is written anew, never taken away. */
export function reflectionRound(rows: readonly Row[], year: number): Sheet {
  // of the parts of an indicator one row: they share their reflection
  const own = [...new Map(rows.map((row) => [rowKey(reflectionKey(row)), row])).values()];
  const known = new Set(own.map((row) => rowKey(reflectionKey(row))));
  return {
    table: (locale) => tableOf(own, year, locale),
    isWord: () => true,
    decimalsOf: () => null,
    refuse: (key) =>
      known.has(rowKey(key))
        ? null
        : { code: 'fill-in.indicators.no-row', params: { what: key.filter(Boolean).join(', ') } },
    judge,
    canon: (_, value) => plain(value),
  };
}

function judge({ before, after }: CellChange): Why | null {
  if (after === null && before !== null) return { code: 'fill-in.indicators.emptied', params: {} };
  const length = String(after ?? '').length;
  return length > longest ? { code: 'fill-in.indicators.too-long', params: { length, longest } } : null;
}

function tableOf(rows: readonly Row[], year: number, locale: Locale): FillIn {
  const words = wordsOf(locale);
  const suffix = locale === 'en' ? 'En' : 'Nl';
  const title = words('fill-in.indicators.reflections', { year: String(year) });
  return {
    ...{ name: title, title, language: locale, stamp: `reflections/${year}` },
    lead: [words('fill-in.indicators.reflections.lead')],
    labels: [
      { head: words('fill-in.indicators.unit'), key: true, width: 18 },
      { head: words('fill-in.indicators.code'), key: true, width: 26 },
      { head: words('fill-in.indicators.name'), key: false, width: 40, wrap: true },
      {
        ...{ head: words('indicator.fill.reflection.before', { year: String(year - 1) }) },
        ...{ key: false, width: 52, wrap: true },
      },
    ],
    fields: [
      {
        ...{ key: reflectionField, head: words('indicator.fill.reflection', { name: 'none' }) },
        ...{ decimals: null, width: 72 },
      },
    ],
    rows: rows.map((row) => ({
      labels: [
        ...reflectionKey(row),
        `${row.definition[`name${suffix}`]} (${row.unit[`name${suffix}`]}): ${row.definition[`question${suffix}`]}`,
        row.before,
      ],
      decimals: null,
      values: [standsIn(row)],
    })),
  };
}
