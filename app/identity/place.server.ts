import type { Tx } from '#app/kernel/db.server.ts';

/** The units and bodies that a mandate or token can be given for. */
export async function listPlaces(tx: Tx, institutionId: string) {
  const of = (table: 'unit' | 'body') =>
    tx
      .selectFrom(table)
      .select(['code', 'nameNl', 'nameEn'])
      .where('institutionId', '=', institutionId)
      .orderBy('nameNl')
      .execute();
  return { units: await of('unit'), bodies: await of('body') };
}
