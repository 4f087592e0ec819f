import type { Definition } from '#app/indicator/definition.ts';
import type { Recorded, Reflection } from '#app/indicator/figures.ts';
import type { FigureInput } from '#app/indicator/indicator.input.ts';
import { figureErrors } from '#app/indicator/record.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import type { CellChange, CellRefusal, FillInDifference } from './fill-in-difference.ts';
import { type FilledValue, rowKey } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';
import { reflectionRound } from './reflection-sheet.ts';

/** A year of indicators as a spreadsheet: a row per unit, indicator and part that one may record. */

const numbers = ['value', 'numerator', 'denominator', 'spread', 'respondents'] as const;
const fields = [...numbers, 'caveat'] as const;
export type Field = (typeof fields)[number];

export type Row = {
  unit: { code: string; nameNl: string; nameEn: string };
  indicator: string;
  definition: Definition;
  split: string;
  stands: Recorded | null;
  /** of the indicator, whatever the part */
  reflection: Reflection | null;
  /** what was said a year before */
  before: string;
};

const stampOf = (year: number) => `indicators/${year}`;

/** A file of another year would tell its figures of this one. */
function strangeIn(stamp: string, year: number): Why | null {
  if (stamp === stampOf(year)) return null;
  return {
    code: 'fill-in.indicators.other-year',
    params: { year: String(year), other: stamp.split('/')[1] ?? '' },
  };
}

/** Whole numbers have no decimals; all else is kept in thousandths. Remarks are text. */
function decimalsOf(definition: Definition | undefined, field: string): number | null {
  if (field === 'caveat') return null;
  return field === 'respondents' || definition?.kind === 'count' ? 0 : 3;
}

export function cellOf({ stands, definition }: Row, field: Field): FilledValue {
  if (!stands) return null;
  if (field === 'caveat') return stands.caveat || null;
  if (field === 'respondents') return stands.respondents;
  if (field === 'value' && stands.mark !== null) return stands.mark === 'unknown' ? '?' : '<';
  const milli = stands[`${field}Milli`];
  return milli !== null && definition.kind === 'count' ? milli / 1000 : milli;
}

function indicatorSheet(rows: readonly Row[], year: number, locale: Locale): FillIn {
  const words = wordsOf(locale);
  const name = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  return {
    name: `${words('indicator.title')} ${year}`,
    title: `${words('indicator.title')} ${year}`,
    lead: [words('fill-in.indicators.lead')],
    stamp: stampOf(year),
    language: locale,
    labels: [
      { head: words('fill-in.indicators.unit'), key: true, width: 18 },
      { head: words('fill-in.indicators.code'), key: true, width: 26 },
      { head: words('fill-in.indicators.split'), key: true, width: 8 },
      { head: words('fill-in.indicators.name'), key: false, width: 52 },
    ],
    fields: fields.map((field) => ({
      key: field,
      head: words(`indicator.fill.${field}`),
      ...(field === 'caveat' ? { decimals: null, width: 48 } : {}),
      ...(field === 'respondents' ? { decimals: 0 } : {}),
    })),
    rows: rows.map((row) => ({
      labels: [row.unit.code, row.indicator, row.split, `${name(row.definition)} (${name(row.unit)})`],
      decimals: row.definition.kind === 'count' ? 0 : 3,
      values: fields.map((field) => cellOf(row, field)),
    })),
  };
}

export const keyOf = (row: Row) => [row.unit.code, row.indicator, row.split];

/** The rows as a table that goes round. A row of which the figure cannot be is refused as a whole, the others stand. */
export function indicatorRound(rows: readonly Row[], year: number): Sheet {
  const byKey = new Map(rows.map((row) => [rowKey(keyOf(row)), row]));
  const reflections = reflectionRound(rows, year);
  return {
    table: (locale) => ({ ...indicatorSheet(rows, year, locale), and: reflections.table(locale) }),
    // words, `?` and `<5`; what they may stand in is looked at per field below
    isWord: (text) => /[\p{L}?<]/u.test(text),
    decimalsOf: (key, field) => decimalsOf(byKey.get(rowKey(key))?.definition, field),
    refuse: (key) =>
      byKey.has(rowKey(key))
        ? null
        : { code: 'fill-in.indicators.no-row', params: { what: key.filter(Boolean).join(', ') } },
    settle: (found) => withoutImpossible(found, byKey),
    strange: (stamp) => strangeIn(stamp, year),
    and: reflections,
  };
}

/** Takes away the changes of rows whose figure cannot be, and says what is wrong with each. */
function withoutImpossible(found: FillInDifference, byKey: ReadonlyMap<string, Row>): FillInDifference {
  const words = found.changes.filter(({ field, after }) => typeof after === 'string' && !fits(field, after));
  const refused: CellRefusal[] = words.map(({ row, key, field, after }) => ({
    ...{ row, key, field, code: 'realisation.not-a-number', params: { value: String(after) } },
  }));
  // a row of which one cell is wrong is not recorded by half
  const bad = new Set([...found.refused, ...refused].map((one) => rowKey(one.key)));
  const byRow = Map.groupBy(
    found.changes.filter((one) => !bad.has(rowKey(one.key))),
    (one) => rowKey(one.key),
  );
  for (const [id, changes] of byRow) {
    const row = byKey.get(id)!;
    const errors = figureErrors(figureOf(row, changes), row.definition, 'x');
    for (const { path, code, params } of errors) {
      const field = path.slice(path.lastIndexOf('.') + 1);
      refused.push({ row: changes[0]!.row, key: changes[0]!.key, field, code, params });
      bad.add(id);
    }
  }
  return {
    ...found,
    changes: found.changes.filter((one) => !bad.has(rowKey(one.key))),
    conflicts: found.conflicts.filter((one) => !bad.has(rowKey(one.key))),
    refused: [...found.refused, ...refused].sort((a, b) => a.row - b.row),
  };
}

function fits(field: string, text: string): boolean {
  return field === 'caveat' || (field === 'value' && /^(\?|<\s*\d*)$/.test(text));
}

/** What stands with what was changed in it. */
export function figureOf(row: Row, changes: readonly CellChange[]): FigureInput {
  const after = new Map(changes.map((one) => [one.field, one.after]));
  const cell = (field: Field) => (after.has(field) ? after.get(field)! : cellOf(row, field));
  const milli = (field: (typeof numbers)[number]) => {
    const value = cell(field);
    if (typeof value !== 'number') return null;
    return row.definition.kind === 'count' ? value * 1000 : value;
  };
  const value = cell('value');
  const mark = typeof value !== 'string' ? null : value === '?' ? 'unknown' : 'masked';
  const respondents = cell('respondents');
  return {
    ...{ indicator: row.indicator, split: row.split, seen: row.stands?.number ?? 0, mark },
    ...{ value: milli('value'), numerator: milli('numerator'), denominator: milli('denominator') },
    spread: milli('spread'),
    respondents: typeof respondents === 'number' ? respondents : null,
    caveat: String(cell('caveat') ?? ''),
    source: row.stands?.source ?? '',
  };
}
