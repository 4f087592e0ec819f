import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { memberOf } from '#app/participation/work.server.ts';
import type { ReflectionInput } from './council.input.ts';
import { speaksFor } from './proposal.ts';
import { resolveAbout } from './reference.server.ts';

export type Reflection = {
  reflectionId: string;
  scheme: string;
  year: number;
  number: number;
  text: string;
  givenOn: string | null;
  textHash: string | null;
  revision: number;
  bodyId: string;
  body: string;
  bodyNl: string;
  bodyEn: string;
};

/**
 * The reflections of councils on the years of a scheme, the newest year first. What a council is still writing
 * is read by that council alone. Two statements.
 */
export async function listReflections(
  tx: Tx,
  actor: Actor,
  of: { scheme: string; body?: string | null; year?: number },
): Promise<Reflection[]> {
  const mine = await memberOf(tx, actor);
  const { rows } = await sql<Reflection>`
    select r.reflection_id, s.code as scheme, r.year, r.number, r.text, r.given_on, r.text_hash, r.revision, r.body_id,
           b.code as body, b.name_nl as body_nl, b.name_en as body_en
      from reflection r
      join scheme s on s.institution_id = r.institution_id and s.scheme_id = r.scheme_id
      join body b on b.institution_id = r.institution_id and b.body_id = r.body_id
     where r.institution_id = ${actor.institutionId} and s.code = ${of.scheme}
       ${of.body ? sql`and b.code = ${of.body}` : sql``}
       ${of.year === undefined ? sql`` : sql`and r.year = ${of.year}`}
     order by r.year desc, b.name_nl, r.number desc`.execute(tx);
  return rows.filter((one) => one.givenOn !== null || mine.includes(one.bodyId));
}

/**
 * Keeps what a council writes on a year, as the council itself: a new draft, or the next words of one.
 * @throws Rejection `council.not-yours`, `conflict`; InvalidInput for unknown codes; Missing
 */
export async function writeReflection(
  tx: Tx,
  actor: Actor,
  scheme: string,
  input: ReflectionInput,
): Promise<{ revision: number; number: number }> {
  const { institutionId } = actor;
  const { bodyId, schemeId } = await resolveAbout(tx, actor, scheme, { body: input.body });
  await requireVoice(tx, actor, bodyId);
  const all = await tx
    .selectFrom('reflection')
    .select(['reflectionId', 'number', 'revision', 'givenOn'])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .where('bodyId', '=', bodyId)
    .where('year', '=', input.year)
    .orderBy('number', 'desc')
    .forUpdate()
    .execute();
  const draft = all.find((one) => one.givenOn === null);
  if ((draft?.revision ?? 0) !== input.revision) {
    throw new Rejection('conflict', { revision: draft?.revision ?? 0 });
  }
  const reflectionId = draft?.reflectionId ?? newId();
  const number = draft?.number ?? (all[0]?.number ?? 0) + 1;
  const revision = (draft?.revision ?? 0) + 1;
  if (draft) {
    await tx
      .updateTable('reflection')
      .set({ text: input.text, revision })
      .where('institutionId', '=', institutionId)
      .where('reflectionId', '=', reflectionId)
      .execute();
  } else {
    const row = { reflectionId, schemeId, bodyId, year: input.year, number, text: input.text, revision };
    await tx
      .insertInto('reflection')
      .values({ institutionId, ...row })
      .execute();
  }
  // the words themselves are the council's until it gives them: the trail says that it wrote
  const after = { scheme, body: input.body, year: input.year, number };
  await record(tx, actor, 'reflection.write', { kind: 'reflection', id: reflectionId }, { after });
  return { revision, number };
}

/**
 * Gives the reflection: from now on it stands, with the hash of its words, and everybody reads it.
 * @throws Rejection `council.not-yours`, `reflection.given`, `conflict`; Missing
 */
export async function giveReflection(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; reflection: string; now: Date },
  seen: { revision: number },
): Promise<{ hash: string }> {
  const row = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.reflection)
    ? await tx
        .selectFrom('reflection as r')
        .innerJoin('scheme as s', (on) =>
          on.onRef('s.institutionId', '=', 'r.institutionId').onRef('s.schemeId', '=', 'r.schemeId'),
        )
        .select(['r.bodyId', 'r.text', 'r.givenOn', 'r.revision'])
        .where('r.institutionId', '=', actor.institutionId)
        .where('s.code', '=', at.scheme)
        .where('r.reflectionId', '=', at.reflection)
        .forUpdate('r')
        .executeTakeFirst()
    : undefined;
  if (!row) throw new Missing('reflection');
  await requireVoice(tx, actor, row.bodyId);
  if (row.givenOn !== null) throw new Rejection('reflection.given', {});
  if (row.revision !== seen.revision) throw new Rejection('conflict', { revision: row.revision });
  const hash = sha256(row.text);
  const givenOn = isoDate(at.now);
  await tx
    .updateTable('reflection')
    .set({ givenOn, textHash: hash, revision: row.revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('reflectionId', '=', at.reflection)
    .execute();
  await record(
    tx,
    actor,
    'reflection.give',
    { kind: 'reflection', id: at.reflection },
    { after: { givenOn, hash } },
  );
  return { hash };
}

async function requireVoice(tx: Tx, actor: Actor, bodyId: string): Promise<void> {
  if (!speaksFor(actor, bodyId, await memberOf(tx, actor))) {
    throw new Rejection('council.not-yours', {}, [], 403);
  }
}
