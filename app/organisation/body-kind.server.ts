import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { addBodyKindInput, changeBodyKindInput } from './organisation.input.ts';
import { requireRevision } from './unit.server.ts';

/** A kind of body as the institution calls it; its code is what everything else refers to. */
export type BodyKind = { code: string; nameNl: string; nameEn: string; sort: number; revision: number };

/** The kinds of bodies of the institution, in its own order. One statement. */
export async function listBodyKinds(tx: Tx, institutionId: string): Promise<BodyKind[]> {
  return tx
    .selectFrom('bodyKind')
    .select(['code', 'nameNl', 'nameEn', 'sort', 'revision'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
}

/** May this actor add, name and remove kinds of bodies? */
export function canEditBodyKinds(actor: Actor): boolean {
  return may(actor, 'admin.organisation');
}

function requireEditor(actor: Actor): void {
  if (!canEditBodyKinds(actor)) throw forbidden('admin.organisation');
}

const subject = (actor: Actor) => ({ kind: 'institution', id: actor.institutionId });

/**
 * Refuses a kind of body that the institution does not have.
 * @param path of the field that names it
 * @throws InvalidInput `body-kind.unknown`
 */
export async function requireBodyKind(
  tx: Tx,
  actor: Actor,
  { path, code }: { path: string; code: string },
): Promise<void> {
  const known = await tx
    .selectFrom('bodyKind')
    .select('code')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!known) throw new InvalidInput([{ path, code: 'body-kind.unknown', params: { value: code } }]);
}

/** Adds a kind of body, as the last. @throws Rejection `body-kind.taken`, `forbidden` */
export async function addBodyKind(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof addBodyKindInput>,
): Promise<{ code: string }> {
  requireEditor(actor);
  const kinds = await listBodyKinds(tx, actor.institutionId);
  const { code } = input;
  if (kinds.some((one) => one.code === code)) throw new Rejection('body-kind.taken', { code });
  await insertKinds(tx, actor, [input], kinds);
  await record(tx, actor, 'body-kind.add', subject(actor), { after: input });
  return { code };
}

/**
 * Adds the kinds that the institution does not have yet, for a use case that brings its own; that one records it.
 * @returns the kinds that were added
 */
export async function addMissingKinds<K extends { code: string; nameNl: string; nameEn: string }>(
  tx: Tx,
  actor: Actor,
  wanted: readonly K[],
): Promise<K[]> {
  const kinds = await listBodyKinds(tx, actor.institutionId);
  const fresh = wanted.filter((one) => !kinds.some((kind) => kind.code === one.code));
  if (fresh.length > 0) await insertKinds(tx, actor, fresh, kinds);
  return fresh;
}

async function insertKinds(
  tx: Tx,
  { institutionId }: Actor,
  fresh: readonly { code: string; nameNl: string; nameEn: string }[],
  kinds: readonly BodyKind[],
): Promise<void> {
  const sort = Math.max(-1, ...kinds.map((one) => one.sort)) + 1;
  await tx
    .insertInto('bodyKind')
    .values(
      fresh.map(({ code, nameNl, nameEn }, i) => ({
        ...{ institutionId, code, nameNl, nameEn },
        sort: sort + i,
      })),
    )
    .execute();
}

/** Gives a kind of body other names, or another place in the list. @throws Missing; Rejection `conflict`, `forbidden` */
export async function changeBodyKind(
  tx: Tx,
  actor: Actor,
  code: string,
  { revision: seen, ...input }: z.output<typeof changeBodyKindInput>,
): Promise<{ revision: number }> {
  requireEditor(actor);
  const { revision: stands, ...before } = await lockKind(tx, actor, code);
  requireRevision({ revision: stands }, seen);
  const revision = stands + 1;
  const after = { ...input, sort: input.sort ?? before.sort };
  await tx
    .updateTable('bodyKind')
    .set({ ...after, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .execute();
  await record(tx, actor, 'body-kind.change', subject(actor), { before, after: { code, ...after } });
  return { revision };
}

/**
 * Takes away a kind that nothing refers to.
 * @throws Missing; Rejection `body-kind.used` with how many bodies, rights, steps and terms of reply name it
 */
export async function removeBodyKind(tx: Tx, actor: Actor, code: string): Promise<{ removed: boolean }> {
  requireEditor(actor);
  const { revision: _, ...before } = await lockKind(tx, actor, code);
  const { institutionId } = actor;
  const { rows } = await sql<{ bodies: number; rights: number; steps: number; terms: number }>`
    select (select count(*)::int from body where institution_id = ${institutionId} and kind = ${code}) as bodies,
      (select count(*)::int from right_rule where institution_id = ${institutionId} and body_kind = ${code}) as rights,
      (select count(*)::int from cycle_step where institution_id = ${institutionId} and body_kind = ${code}) as steps,
      (select count(*)::int from reply_term where institution_id = ${institutionId} and body_kind = ${code}) as terms
  `.execute(tx);
  const used = rows[0]!;
  if (Object.values(used).some((count) => count > 0)) {
    const name = actor.locale === 'en' ? before.nameEn : before.nameNl;
    throw new Rejection('body-kind.used', { name, ...used });
  }
  await tx
    .deleteFrom('bodyKind')
    .where('institutionId', '=', institutionId)
    .where('code', '=', code)
    .execute();
  await record(tx, actor, 'body-kind.remove', subject(actor), { before });
  return { removed: true };
}

async function lockKind(tx: Tx, actor: Actor, code: string): Promise<BodyKind> {
  const row = await tx
    .selectFrom('bodyKind')
    .select(['code', 'nameNl', 'nameEn', 'sort', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('body-kind');
  return row;
}
