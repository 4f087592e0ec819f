import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };

/** Of whom and with whom people are consulted. */
export type Places = {
  units: (Names & { unitId: string })[];
  bodies: (Names & { bodyId: string; unitId: string })[];
};

/** The units and bodies of an institution. Two statements. */
export async function listPlaces(tx: Tx, { institutionId }: Actor): Promise<Places> {
  const units = await tx
    .selectFrom('unit')
    .select(['unitId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('nameNl')
    .execute();
  const bodies = await tx
    .selectFrom('body')
    .select(['bodyId', 'unitId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('nameNl')
    .execute();
  return { units, bodies };
}
