import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import type { sanctionInput } from './sanction.input.ts';
import { effectHolds, type SanctionEffect, sanctionEffectSchema } from './sanction.ts';
import { type Changed, type PartAt, requireCode } from './scheme-part.server.ts';
import { type OpenScheme, openScheme } from './scheme-setting.server.ts';

export type Sanction = {
  code: string;
  nameNl: string;
  nameEn: string;
  causeNl: string;
  causeEn: string;
  effect: SanctionEffect;
  source: string;
  sort: number;
};

const columns = ['code', 'nameNl', 'nameEn', 'causeNl', 'causeEn', 'effect', 'source', 'sort'] as const;

/** The sanctions that a scheme knows, in their order. One statement. */
export async function listSanctions(tx: Tx, institutionId: string, schemeId: string): Promise<Sanction[]> {
  const rows = await tx
    .selectFrom('sanction')
    .select(columns)
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, effect: sanctionEffectSchema.parse(row.effect) }));
}

/**
 * Makes a sanction of a scheme, or changes it.
 * @throws InvalidInput for years that run backwards or outside the scheme; Rejection `forbidden`, `conflict`; Missing
 */
export async function putSanction(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, ...after }: z.output<typeof sanctionInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  requireYears(scheme, after.effect);
  const own = { institutionId: actor.institutionId, schemeId: scheme.schemeId, code: requireCode(at.part) };
  const before = (await listSanctions(tx, actor.institutionId, scheme.schemeId)).find(
    (one) => one.code === at.part,
  );
  const values = { ...after, effect: JSON.stringify(after.effect) };
  await tx
    .insertInto('sanction')
    .values({ ...own, sanctionId: newId(), ...values })
    .onConflict((conflict) => conflict.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(values))
    .execute();
  const change = { before: before ?? null, after: { code: at.part, ...after } };
  await record(tx, actor, 'sanction.put', scheme.subject, change);
  return { revision: scheme.revision };
}

function requireYears(scheme: OpenScheme, effect: SanctionEffect): void {
  const years = effect.kind === 'withhold' ? ['fromYear', 'lastYear'] : ['year', 'over'];
  const said = effect as unknown as Record<string, number>;
  const errors: FieldError[] = years
    .filter((key) => said[key]! < scheme.firstYear || said[key]! > scheme.lastYear)
    .map((key) => ({
      path: `effect.${key}`,
      code: 'scheme.year-outside',
      params: { year: String(said[key]), first: String(scheme.firstYear), last: String(scheme.lastYear) },
    }));
  if (!effectHolds(effect)) errors.push({ path: `effect.${years[1]}`, code: 'sanction.years', params: {} });
  if (errors.length > 0) throw new InvalidInput(errors);
}

/** Takes a sanction away. @throws Missing; Rejection `forbidden`, `conflict` */
export async function removeSanction(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  input: { revision: number },
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('sanction')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('code', '=', at.part)
    .returning(['code', 'nameNl', 'nameEn'])
    .executeTakeFirst();
  if (!gone) throw new Missing('sanction');
  await record(tx, actor, 'sanction.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}
