import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { MethodInput } from './consultation.input.ts';
import { canManageMethods, type MethodKind } from './consultation.ts';

/** A way in which a scheme consults; `used`: by how many consultations. */
export type Method = {
  methodId: string;
  code: string;
  nameNl: string;
  nameEn: string;
  kind: MethodKind;
  individuals: boolean;
  sort: number;
  revision: number;
  used: number;
};

/** The methods of a scheme, in their order. One statement. */
export async function listMethods(tx: Tx, actor: Actor, schemeId: string): Promise<Method[]> {
  const rows = await tx
    .selectFrom('consultationMethod as m')
    .select([
      'm.methodId',
      'm.code',
      'm.nameNl',
      'm.nameEn',
      'm.kind',
      'm.individuals',
      'm.sort',
      'm.revision',
    ])
    .select((eb) =>
      eb
        .selectFrom('consultation as c')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('used'))
        .whereRef('c.institutionId', '=', 'm.institutionId')
        .whereRef('c.methodId', '=', 'm.methodId')
        .as('used'),
    )
    .where('m.institutionId', '=', actor.institutionId)
    .where('m.schemeId', '=', schemeId)
    .orderBy('m.sort')
    .orderBy('m.code')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as MethodKind, used: row.used ?? 0 }));
}

type At = { scheme: string; method: string };

/**
 * Makes a method of consulting for a scheme, or changes it.
 * @param at.revision the one that was seen, 0 for a new one; null does not ask
 * @throws Rejection `conflict`, `consultation-method.taken`, `forbidden`; Missing
 */
export async function putMethod(
  tx: Tx,
  actor: Actor,
  at: At & { revision: number | null },
  input: MethodInput,
): Promise<{ code: string; revision: number }> {
  if (!canManageMethods(actor)) throw forbidden('admin.scheme');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.method)) throw new Missing('method');
  const { schemeId, stands } = await lockMethod(tx, actor, at);
  if (at.revision === 0 && stands) throw new Rejection('consultation-method.taken', { code: at.method });
  if (at.revision && !stands) throw new Missing('method');
  if (at.revision && stands && stands.revision !== at.revision) {
    throw new Rejection('conflict', { revision: stands.revision });
  }
  const revision = (stands?.revision ?? 0) + 1;
  const { institutionId } = actor;
  await tx
    .insertInto('consultationMethod')
    .values({ institutionId, methodId: newId(), schemeId, code: at.method, ...input, revision })
    .onConflict((on) => on.columns(['institutionId', 'schemeId', 'code']).doUpdateSet({ ...input, revision }))
    .execute();
  const after = { scheme: at.scheme, method: at.method, ...input };
  await record(tx, actor, 'consultation.method', { kind: 'scheme', id: schemeId }, { after });
  return { code: at.method, revision };
}

/** Takes away a method that no consultation has. @throws Rejection `consultation-method.used`, `forbidden`; Missing */
export async function removeMethod(tx: Tx, actor: Actor, at: At): Promise<{ removed: boolean }> {
  if (!canManageMethods(actor)) throw forbidden('admin.scheme');
  const { schemeId, stands } = await lockMethod(tx, actor, at);
  if (!stands) throw new Missing('method');
  const { used } = (await listMethods(tx, actor, schemeId)).find((one) => one.code === at.method)!;
  if (used > 0) throw new Rejection('consultation-method.used', { code: at.method, count: used });
  await tx
    .deleteFrom('consultationMethod')
    .where('institutionId', '=', actor.institutionId)
    .where('methodId', '=', stands.methodId)
    .execute();
  const before = { scheme: at.scheme, method: at.method };
  await record(tx, actor, 'consultation.method-remove', { kind: 'scheme', id: schemeId }, { before });
  return { removed: true };
}

async function lockMethod(tx: Tx, actor: Actor, { scheme, method }: At) {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const stands = await tx
    .selectFrom('consultationMethod')
    .select(['methodId', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', method)
    .forUpdate()
    .executeTakeFirst();
  return { schemeId, stands };
}
