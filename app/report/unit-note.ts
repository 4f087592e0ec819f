import type { Locale } from '#app/kernel/actor.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { formatDate } from '#app/render/format.ts';
import type { Named } from './money.server.ts';

/** A unit outside a day's tree: its last day when it is gone (null: yet to come), and what it became. */
export type OtherUnit = Named & { through: string | null; became: { code: string; on: string }[] };

/** What is to be known of a unit's row: a message `money.unit-note.<code>` with its words. */
export type UnitNote = {
  code: 'split' | 'ended' | 'became' | 'coming' | 'merged';
  params: Record<string, string>;
};

type Units = { units: readonly Named[]; others: readonly OtherUnit[] };

/**
 * What the rows of units say of reorganisations: a unit that was split keeps its figures under its old name, one
 * that is gone without becoming another too; by the tree of the moment a unit holds those of what went into it.
 */
export function unitNotes(
  { units, others }: Units,
  { tree, locale }: { tree: Tree; locale: Locale },
): Map<string, UnitNote> {
  const names = new Map([...units, ...others].map((unit) => [unit.code, unit.name]));
  const named = (codes: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(codes.map((code) => names.get(code) ?? code));
  const notes = new Map(
    others.flatMap((unit): [string, UnitNote][] => {
      const params = { unit: unit.name };
      if (unit.through === null) return [[unit.code, { code: 'coming', params }]];
      if (unit.became.length > 1) {
        const on = formatDate(unit.became[0]!.on, locale);
        const into = named(unit.became.map((one) => one.code));
        return [[unit.code, { code: 'split', params: { ...params, on, into } }]];
      }
      const on = formatDate(unit.through, locale);
      const [heir] = unit.became;
      return heir
        ? [[unit.code, { code: 'became', params: { ...params, on, into: named([heir.code]) } }]]
        : [[unit.code, { code: 'ended', params: { ...params, on } }]];
    }),
  );
  if (tree === 'year') return notes;
  for (const [code, from] of mergedInto(others)) {
    if (notes.has(code)) continue;
    notes.set(code, { code: 'merged', params: { unit: names.get(code) ?? code, units: named(from) } });
  }
  return notes;
}

/** For each unit that took others over: those others, also through units that are gone themselves. */
function mergedInto(others: readonly OtherUnit[]): Map<string, string[]> {
  const heirs = new Map(
    others.flatMap(({ code, became }) => (became.length === 1 ? [[code, became[0]!.code]] : [])),
  );
  const result = new Map<string, string[]>();
  for (const { code } of others) {
    let heir = heirs.get(code);
    // as many steps as there are units: a circle in the data ends too
    for (let step = 0; heir !== undefined && heirs.has(heir) && step < others.length; step += 1)
      heir = heirs.get(heir);
    if (heir !== undefined) result.set(heir, [...(result.get(heir) ?? []), code]);
  }
  return result;
}
