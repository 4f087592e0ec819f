import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { canWriteConsultation } from './consultation.ts';
import type { InvolvementInput } from './involvement.input.ts';
import type { Pay } from './involvement.ts';

/** A standing form in which people take part, with how often it was consulted. */
export type Involvement = {
  involvementId: string;
  code: string;
  nameNl: string;
  nameEn: string;
  roleNl: string;
  roleEn: string;
  unitId: string;
  unit: string;
  unitNl: string;
  unitEn: string;
  bodyId: string | null;
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  /** null: not known */
  heads: number | null;
  about: boolean;
  pay: Pay;
  /** cents per what pay says; null: not known */
  payCents: number | null;
  since: string;
  source: string;
  sort: number;
  revision: number;
  /** talks with them that are in the log */
  talks: number;
};

/** The forms of taking part of a scheme, in their order. Two statements. @throws Missing */
export async function listInvolvements(tx: Tx, actor: Actor, scheme: string): Promise<Involvement[]> {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const { rows } = await sql<Involvement>`
    select w.involvement_id, w.code, w.name_nl, w.name_en, w.role_nl, w.role_en, w.unit_id, u.code as unit,
           u.name_nl as unit_nl, u.name_en as unit_en, w.body_id, b.code as body, b.name_nl as body_nl,
           b.name_en as body_en, w.heads, w.about, w.pay, w.pay_cents, w.since_text as since, w.source, w.sort, w.revision,
           coalesce((select sum(c.sittings)::int from consultation c where c.institution_id = w.institution_id
               and c.involvement_id = w.involvement_id), 0) as talks
      from involvement w
      join unit u on u.institution_id = w.institution_id and u.unit_id = w.unit_id
      left join body b on b.institution_id = w.institution_id and b.body_id = w.body_id
     where w.institution_id = ${actor.institutionId} and w.scheme_id = ${schemeId}
     order by w.sort, w.code`.execute(tx);
  return rows;
}

type At = { scheme: string; involvement: string };

/**
 * Makes a form of taking part, or changes it.
 * @param at.revision the one that was seen, 0 for a new one; null does not ask
 * @throws InvalidInput `consultation.unknown`, `involvement.pay`; Rejection `conflict`, `involvement.taken`, `forbidden`; Missing
 */
export async function putInvolvement(
  tx: Tx,
  actor: Actor,
  at: At & { revision: number | null },
  { unit, body, since, ...input }: InvolvementInput,
): Promise<{ code: string; revision: number }> {
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.involvement)) throw new Missing('involvement');
  const { institutionId } = actor;
  const { schemeId, stands } = await lockInvolvement(tx, actor, at);
  if (at.revision === 0 && stands) throw new Rejection('involvement.taken', { code: at.involvement });
  if (at.revision && !stands) throw new Missing('involvement');
  if (at.revision && stands && stands.revision !== at.revision) {
    throw new Rejection('conflict', { revision: stands.revision });
  }
  const unitId = await idOf(tx, actor, 'unit', unit);
  const bodyId = body === null ? null : await idOf(tx, actor, 'body', body);
  const errors: FieldError[] = [];
  if (!unitId) errors.push({ path: 'unit', code: 'consultation.unknown', params: { value: unit } });
  if (body !== null && !bodyId) {
    errors.push({ path: 'body', code: 'consultation.unknown', params: { value: body } });
  }
  if (input.payCents !== null && ['unknown', 'none'].includes(input.pay)) {
    errors.push({ path: 'payCents', code: 'involvement.pay', params: { pay: input.pay } });
  }
  if (errors.length > 0 || !unitId) throw new InvalidInput(errors);
  if (!canWriteConsultation(actor, { unitId, bodyId })) throw forbidden('consultation.write');
  const revision = (stands?.revision ?? 0) + 1;
  const row = { ...input, unitId, bodyId, sinceText: since, revision };
  await tx
    .insertInto('involvement')
    .values({ institutionId, involvementId: newId(), schemeId, code: at.involvement, ...row })
    .onConflict((on) => on.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(row))
    .execute();
  const after = { scheme: at.scheme, involvement: at.involvement, unit, body, since, ...input };
  await record(tx, actor, 'involvement.put', { kind: 'scheme', id: schemeId }, { after });
  return { code: at.involvement, revision };
}

/** Takes away a form that was never consulted. @throws Rejection `involvement.used`, `forbidden`; Missing */
export async function removeInvolvement(tx: Tx, actor: Actor, at: At): Promise<{ removed: boolean }> {
  const { schemeId, stands } = await lockInvolvement(tx, actor, at);
  if (!stands) throw new Missing('involvement');
  const used = await tx
    .selectFrom('consultation')
    .select('consultationId')
    .where('institutionId', '=', actor.institutionId)
    .where('involvementId', '=', stands.involvementId)
    .execute();
  if (used.length > 0) throw new Rejection('involvement.used', { code: at.involvement, count: used.length });
  await tx
    .deleteFrom('involvement')
    .where('institutionId', '=', actor.institutionId)
    .where('involvementId', '=', stands.involvementId)
    .execute();
  const before = { scheme: at.scheme, involvement: at.involvement };
  await record(tx, actor, 'involvement.remove', { kind: 'scheme', id: schemeId }, { before });
  return { removed: true };
}

// Who changes one must be allowed to write what it was.
async function lockInvolvement(tx: Tx, actor: Actor, { scheme, involvement }: At) {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const stands = await tx
    .selectFrom('involvement')
    .select(['involvementId', 'revision', 'unitId', 'bodyId'])
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', involvement)
    .forUpdate()
    .executeTakeFirst();
  if (stands && !canWriteConsultation(actor, stands)) throw forbidden('consultation.write');
  return { schemeId, stands };
}

async function idOf(tx: Tx, actor: Actor, table: 'unit' | 'body', code: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(`${table}_id`)} as id from ${sql.table(table)}
     where institution_id = ${actor.institutionId} and code = ${code}`.execute(tx);
  return rows[0]?.id ?? null;
}
