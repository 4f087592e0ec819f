import { z } from 'zod';
import { type Actor, type Locale, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import {
  correctHeadCount,
  listDefinitions,
  listHeadCounts,
  recordHeadCounts,
} from '#app/organisation/head-count.server.ts';
import { readCount } from '#app/organisation/head-count-form.server.ts';
import { canEditUnit, listUnits } from '#app/organisation/unit.server.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import type { FilledValue } from './fill-in-read.ts';
import { type Sheet, sinceShown } from './fill-in-sheet.ts';

/** Which counts: what is counted, and on which reference date. */
export const headCountAddress = z.object({ definition: z.string().min(1).max(60), date: z.iso.date() });
export type HeadCountAddress = z.output<typeof headCountAddress>;

/**
 * The counts of one definition on one date, unit by unit, as they stand.
 * @throws Missing; Rejection `forbidden`
 */
export async function getHeadCounts(tx: Tx, actor: Actor, { definition, date }: HeadCountAddress) {
  if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
  const defined = (await listDefinitions(tx, actor.institutionId)).find((one) => one.code === definition);
  if (!defined) throw new Missing('head-count-definition');
  const units = await listUnits(tx, actor.institutionId, date);
  const counts = await listHeadCounts(tx, actor.institutionId, { definition, referenceDate: date });
  return { defined, date, counts, units: units.filter((unit) => canEditUnit(actor, unit.unitId)) };
}

type HeadCounts = Awaited<ReturnType<typeof getHeadCounts>>;

/** The counts as a table to fill in: a row per unit that exists on the date. */
export function headCountSheet({ defined, date, units, counts }: HeadCounts, locale: Locale): FillIn {
  const words = wordsOf(locale);
  const held = heldBy(counts);
  const name = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  return {
    name: `${defined.code} ${date}`,
    title: `${name(defined)}, ${date}`,
    lead: [words('fill-in.counts.lead')],
    stamp: `${defined.code}/${date}`,
    language: locale,
    labels: [
      { head: words('fill-in.counts.unit'), key: true, width: 24 },
      { head: words('fill-in.counts.name'), key: false, width: 48 },
    ],
    fields: [{ key: 'heads', head: words('fill-in.counts.heads') }],
    rows: units.map((unit) => ({
      labels: [unit.code, name(unit)],
      decimals: 0,
      values: [held.get(unit.code) ?? null],
    })),
  };
}

function heldBy(counts: HeadCounts['counts']): Map<string, FilledValue> {
  return new Map(
    counts.map(({ unit, heads, mark }) => [unit, heads ?? (mark === 'masked' ? '<5' : '?')] as const),
  );
}

/** The counts as a table that goes round; a count is corrected, never taken away. */
export function headCountRound(held: HeadCounts): Sheet {
  const known = new Set(held.units.map((unit) => unit.code));
  return {
    table: (locale) => headCountSheet(held, locale),
    isWord: (text) => readCount(text)?.mark != null,
    decimalsOf: () => 0,
    refuse: ([unit = '']) =>
      known.has(unit) ? null : { code: 'fill-in.counts.no-unit', params: { what: unit } },
    judge: ({ after }) => (after === null ? { code: 'fill-in.counts.emptied', params: {} } : null),
  };
}

/**
 * Records new counts and corrects those that stood, all or none; what somebody else counted meanwhile comes back.
 * @throws InvalidInput; Missing; Rejection `forbidden`
 */
export async function saveHeadCountSheet(
  tx: Tx,
  actor: Actor,
  { definition, date, changes, source, today }: HeadCountSave,
): Promise<Saved> {
  const held = await getHeadCounts(tx, actor, { definition, date });
  const shown = { sheet: headCountRound(held), locale: actor.locale };
  const { still, moved } = sinceShown(changes, shown);
  if (moved.length > 0) return { saved: null, still, moved };
  if (still.length > 0 && source === '') {
    throw new InvalidInput([{ path: 'source', code: 'field.required', params: {} }]);
  }
  const ids = new Map(held.counts.map((one) => [one.unit, one.headCountId]));
  const read = still.map(({ key, before, after }) => ({
    unit: key[0]!,
    before,
    ...(readCount(String(after)) ?? { heads: null, mark: null }),
  }));
  const added = read.filter((one) => !ids.has(one.unit));
  if (added.length > 0) {
    const input = {
      definition,
      referenceDate: date,
      source,
      counts: added.map(({ unit, heads, mark }) => ({ unit, heads, mark })),
    };
    await recordHeadCounts(tx, actor, input, today);
  }
  for (const { unit, before, heads, mark } of read) {
    const id = ids.get(unit);
    const seen = typeof before === 'number' ? before : null;
    if (id) await correctHeadCount(tx, actor, id, { seen, heads, mark, source });
  }
  return { saved: read.length };
}

type HeadCountSave = HeadCountAddress & {
  changes: readonly CellChange[];
  /** where the counts come from */
  source: string;
  today: string;
};
