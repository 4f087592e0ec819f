import { z } from 'zod';
import { canonical, type Json } from '#app/kernel/hash.ts';
import { code, moment } from './file-value.ts';
import { schemeSchema } from './scheme-file.ts';

/** What the file says of when settings were known, and of what they were before: docs/decisions/0022-known-settings.md. */

const { funds, exclusions, rates, fundTerms, ties, tables, documentKinds } = schemeSchema.shape;
const kind = documentKinds.unwrap().element;
const ofKind = { documentKind: code };

/** Each setting as the file states it in its own place; a rule of a kind of document with the code of that kind. */
export const settingParts = {
  fund: funds.unwrap().element,
  exclusion: exclusions.unwrap().element,
  rate: rates.unwrap().element,
  fundTerm: fundTerms.unwrap().element,
  tie: ties.unwrap().element,
  table: tables.unwrap().element,
  carryOver: kind.shape.carryOver.unwrap().unwrap().extend(ofKind),
  right: kind.shape.rights.unwrap().element.extend(ofKind),
};
export type SettingPart = keyof typeof settingParts;

const known = {
  scheme: code,
  /** null: no day was kept */
  knownFrom: moment.nullable().default(null),
  /** null: what stands in its place in the file is this, and still known */
  knownUntil: moment.nullable().default(null),
  /** where it stood among others */
  sort: z.int().default(0),
};
const entry = <P extends SettingPart>(setting: P) =>
  z.strictObject({ setting: z.literal(setting), ...known, what: settingParts[setting] });

export const settingHistorySchema = z.discriminatedUnion('setting', [
  entry('fund'),
  entry('exclusion'),
  entry('rate'),
  entry('fundTerm'),
  entry('tie'),
  entry('table'),
  entry('carryOver'),
  entry('right'),
]);
export type SettingHistoryEntry = z.output<typeof settingHistorySchema>;

/** By scheme and setting, oldest first; moments in UTC. */
export function canonicalSettingHistory(entries: SettingHistoryEntry[]): SettingHistoryEntry[] {
  const utc = (at: string | null) => at && new Date(at).toISOString();
  const key = (one: SettingHistoryEntry) =>
    [one.scheme, one.setting, one.knownUntil ?? '9', one.knownFrom ?? '', canonical(one.what as Json)].join(
      '\u0000',
    );
  return entries
    .map((one) => ({ ...inKeyOrder(one), knownFrom: utc(one.knownFrom), knownUntil: utc(one.knownUntil) }))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A layout is JSON as it was given: the same with its keys in order. */
function inKeyOrder(one: SettingHistoryEntry): SettingHistoryEntry {
  if (one.setting !== 'table') return one;
  return { ...one, what: { ...one.what, layout: JSON.parse(canonical(one.what.layout)) as Json } };
}
