/** A list whose rows are saved one by one, as a table that goes round: said by its keys and fields. Pure. */
import type { Locale } from '#app/kernel/actor.ts';
import { readDay } from '#app/realisation/intake-period.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange, FillInDifference } from './fill-in-difference.ts';
import { type FilledValue, rowKey } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

/** A text that is data, in both languages; one that is alike in both is a string. */
export type Both = string | Record<Locale, string>;
export type Choice = { value: string; name: Both };

/** Numbers are whole numbers in 10^-decimals; all else is text, days as ISO dates and months as `2026-01`. */
export type ListField = {
  key: string;
  /** message key */
  head: string;
  width: number;
  kind: 'text' | 'year' | 'month' | 'day' | 'number' | 'choice';
  decimals?: number;
  choices?: readonly Choice[];
  needed?: boolean;
  /** as long as a text may be */
  most?: number;
};

export type ListRow = {
  /** of the record; empty where the key says it all */
  id: string;
  /** of the record as it was read, where its use case asks for it */
  revision?: number;
  key: readonly string[];
  /** of the row on the page */
  name: Both;
  /** beside the key, locked */
  labels: readonly Both[];
  values: Readonly<Record<string, FilledValue>>;
};

export type ListFrame = {
  /** of the file and its sheet */
  name: string;
  title: (words: Words, locale: Locale) => string;
  /** message key of what to do */
  lead: string;
  stamp: string;
  /** by message key */
  keys: readonly { head: string; width: number }[];
  labels: readonly { head: string; width: number }[];
  fields: readonly ListField[];
  rows: readonly ListRow[];
  /** a row whose last key is left open is a new one */
  open?: boolean;
  /** why there can be no new row of this key, or null; without it none can be begun */
  begin?: (key: readonly string[]) => Why | null;
};

export const inWords = (text: Both, locale: Locale) => (typeof text === 'string' ? text : text[locale]);

/** The last part of a UUID names it well enough among the rows of one table. */
export const refOf = (id: string) => id.slice(-12);

/** Is it the key of a row that was begun in the file? It then ends in the number of that row. */
export const isBegun = (key: readonly string[]) => /^\+\d+$/.test(key.at(-1) ?? '');

export function decimalsOfField({ fields }: Pick<ListFrame, 'fields'>, key: string): number | null {
  return fields.find((one) => one.key === key)?.decimals ?? null;
}

/** @param wordsOf the words of a language */
export function listSheet(frame: ListFrame, wordsOf: (locale: Locale) => Words): Sheet {
  const known = new Set(frame.rows.map(({ key }) => rowKey(key)));
  const fieldOf = (key: string) => frame.fields.find((one) => one.key === key)!;
  return {
    table: (locale) => tableOf(frame, locale, wordsOf(locale)),
    isWord: () => false,
    decimalsOf: (_, field) => decimalsOfField(frame, field),
    refuse: (key) => {
      if (known.has(rowKey(key))) return null;
      const begins = frame.open ? isBegun(key) : true;
      const no: Why = { code: 'fill-in.list.no-row', params: { what: key.filter(Boolean).join(', ') } };
      return begins && frame.begin ? frame.begin(key) : no;
    },
    canon: (key, value) => canonical(fieldOf(key), value),
    judge: ({ field, after }) => wrong(fieldOf(field), after),
    settle: (found) => notByHalf(found, { known, needed: frame.fields.filter((one) => one.needed) }),
    strange: (stamp) => (stamp === frame.stamp ? null : { code: 'fill-in.list.other', params: {} }),
    ...(frame.open && { open: true }),
  };
}

function tableOf(frame: ListFrame, locale: Locale, words: Words): FillIn {
  const column = ({ head, width }: { head: string; width: number }) => ({ head: words(head), width });
  const shown = ({ choices }: ListField, value: FilledValue) => {
    const choice = choices?.find((one) => one.value === value);
    return choice ? inWords(choice.name, locale) : value;
  };
  return {
    name: frame.name,
    title: frame.title(words, locale),
    lead: [words(frame.lead), ...(frame.open ? [words('fill-in.list.open')] : [])],
    stamp: frame.stamp,
    language: locale,
    begins: frame.begin !== undefined,
    labels: [
      ...frame.keys.map((one) => ({ ...column(one), key: true })),
      ...frame.labels.map((one) => ({ ...column(one), key: false })),
    ],
    fields: frame.fields.map((one) => ({ key: one.key, ...column(one), decimals: one.decimals ?? null })),
    rows: frame.rows.map(({ key, labels, values }) => ({
      labels: [...key, ...labels.map((one) => inWords(one, locale))],
      decimals: null,
      values: frame.fields.map((field) => shown(field, values[field.key] ?? null)),
    })),
  };
}

/** One way of writing: a choice may be typed by its name in either language, a day in the order of the country. */
function canonical(field: ListField, value: FilledValue): FilledValue {
  if (typeof value !== 'string') return value;
  const text = value.replace(/\r\n?/g, '\n').trim();
  if (text === '') return null;
  if (field.kind === 'day') return readDay(text, 'dmy') ?? text;
  if (field.kind === 'month') return monthOf(text) ?? text;
  if (field.kind !== 'choice') return text;
  const same = (one: string) => one.toLowerCase() === text.toLowerCase();
  const names = ({ value: code, name }: Choice) =>
    typeof name === 'string' ? [code, name] : [code, name.nl, name.en];
  return field.choices?.find((one) => names(one).some(same))?.value ?? text;
}

/** `2026-01`, `01-2026` or a day of that month, as spreadsheets make of it. */
function monthOf(text: string): string | null {
  const parts = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  const iso = parts ? `${parts[2]}-${parts[1]!.padStart(2, '0')}` : text;
  const month = /^\d{4}-\d{2}$/.test(iso) ? iso : readDay(text, 'dmy')?.slice(0, 7);
  return month !== undefined && /-(0[1-9]|1[0-2])$/.test(month) ? month : null;
}

function wrong(field: ListField, value: FilledValue): Why | null {
  const why = (code: string, params = {}): Why => ({ code, params });
  if (value === null) return field.needed ? why('field.required') : null;
  if (field.kind === 'number') return starred(value) === null ? null : why('fill-in.list.star');
  const text = String(value);
  if (field.kind === 'year' && !/^(19|20|21)\d{2}$/.test(text))
    return why('fill-in.list.year', { what: text });
  if (field.kind === 'day' && readDay(text, 'dmy') === null) return why('fill-in.list.day', { what: text });
  if (field.kind === 'month' && monthOf(text) === null) return why('fill-in.list.month', { what: text });
  if (field.kind === 'choice' && !field.choices?.some((one) => one.value === text)) {
    return why('fill-in.list.choice', { what: text });
  }
  const { most = 10_000 } = field;
  return text.length > most ? why('fill-in.measures.long', { most }) : null;
}

type Begun = { known: ReadonlySet<string>; needed: readonly ListField[] };

/** A new row of which one cell is wrong or lacks is not begun by half. */
function notByHalf(found: FillInDifference, { known, needed }: Begun): FillInDifference {
  const begun = found.changes.filter(({ key }) => !known.has(rowKey(key)));
  const refused = [...found.refused];
  const bad = new Set(refused.map(({ key }) => rowKey(key)));
  for (const [id, cells] of Map.groupBy(begun, ({ key }) => rowKey(key))) {
    const [{ row, key }] = cells as [CellChange];
    if (bad.has(id)) continue;
    for (const field of needed.filter((one) => !cells.some((cell) => cell.field === one.key))) {
      refused.push({ row, key, field: field.key, code: 'field.required', params: {} });
      bad.add(id);
    }
  }
  const stays = ({ key }: CellChange) => known.has(rowKey(key)) || !bad.has(rowKey(key));
  return { ...found, refused, changes: found.changes.filter(stays) };
}

/** A row as it would stand, with which of its cells were changed. */
export type ChangedRow = {
  row: number;
  key: readonly string[];
  /** null for a new row */
  stands: ListRow | null;
  values: Record<string, FilledValue>;
  changed: ReadonlySet<string>;
};

/** The rows that changes stand for, whole. One that was begun and stands here by now has nothing to save. */
export function changedRows(frame: ListFrame, changes: readonly CellChange[]): ChangedRow[] {
  const same = (a: Readonly<Record<string, FilledValue>>, b: Record<string, FilledValue>) =>
    frame.fields.every(({ key }) => (a[key] ?? null) === (b[key] ?? null));
  return [...Map.groupBy(changes, ({ key }) => rowKey(key))].flatMap(([id, cells]): ChangedRow[] => {
    const [{ row, key }] = cells as [CellChange];
    const stands = frame.rows.find((one) => rowKey(one.key) === id) ?? null;
    const values = { ...stands?.values, ...Object.fromEntries(cells.map((one) => [one.field, one.after])) };
    if (!stands && frame.rows.some((one) => same(one.values, values) && sameList(one.key, key))) return [];
    return [{ row, key, stands, values, changed: new Set(cells.map((one) => one.field)) }];
  });
}

/** Do they stand in the same list: alike but for the last part of their keys? */
const sameList = (a: readonly string[], b: readonly string[]) =>
  rowKey(a.slice(0, -1)) === rowKey(b.slice(0, -1));
