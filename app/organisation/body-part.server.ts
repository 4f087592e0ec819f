import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { listBodies, lockBody } from './body.server.ts';
import type { putPartsInput } from './organisation.input.ts';
import { requireRevision } from './unit.server.ts';

/**
 * Says of which other bodies a body is made, as a joint meeting is (WHW 9.30a): their members are its members,
 * and they can vote apart. None: an ordinary body.
 * @throws Missing; InvalidInput `body.part-unknown`, `body.part-itself`, `body.part-nested`; Rejection `conflict`
 */
export async function putBodyParts(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof putPartsInput>,
): Promise<{ revision: number }> {
  const body = await lockBody(tx, actor, code);
  requireRevision(body, input.revision);
  const own = { institutionId: actor.institutionId, bodyId: body.bodyId };
  const bodies = await listBodies(tx, actor.institutionId);
  const codes = [...new Set(input.parts)];
  const { rows: joined } = await sql<{ bodyId: string }>`
    select distinct body_id from body_part where institution_id = ${actor.institutionId}`.execute(tx);
  const errors = codes.flatMap((part) => {
    const found = bodies.find((one) => one.code === part);
    const wrong = (why: string) => [{ path: 'parts', code: `body.part-${why}`, params: { code: part } }];
    if (!found) return wrong('unknown');
    if (found.bodyId === body.bodyId) return wrong('itself');
    return joined.some((one) => one.bodyId === found.bodyId) ? wrong('nested') : [];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  const gone = await tx
    .deleteFrom('bodyPart')
    .where((eb) => eb.and(own))
    .returning('partId')
    .execute();
  const codeOf = (id: string) => bodies.find((one) => one.bodyId === id)?.code ?? id;
  if (codes.length > 0) {
    const idOf = (part: string) => bodies.find((one) => one.code === part)!.bodyId;
    await tx
      .insertInto('bodyPart')
      .values(codes.map((part, sort) => ({ ...own, partId: idOf(part), sort })))
      .execute();
  }
  const revision = body.revision + 1;
  await tx
    .updateTable('body')
    .set({ revision })
    .where((eb) => eb.and(own))
    .execute();
  await record(
    tx,
    actor,
    'body.parts',
    { kind: 'body', id: body.bodyId },
    { before: { parts: gone.map((one) => codeOf(one.partId)) }, after: { parts: codes } },
  );
  return { revision };
}

/** Members of a body in office on a day, with the section they count for; its parts' members with theirs. */
export type SeatHolder = { memberId: string; name: string; capacity: string; part: string };

/**
 * Who holds a seat in a body on a day: its own members and, for a joint meeting, those of its parts. One
 * statement. Empty when the institution does not keep them.
 */
export async function seatHolders(
  tx: Tx,
  institutionId: string,
  bodyId: string,
  date: string,
): Promise<SeatHolder[]> {
  const { rows } = await sql<SeatHolder>`
    select m.member_id, m.name, m.capacity, case when b.body_id = ${bodyId}::uuid then '' else b.code end as part
      from body_member m join body b on b.institution_id = m.institution_id and b.body_id = m.body_id
     where m.institution_id = ${institutionId} and m.term @> ${date}::date
       and (m.body_id = ${bodyId}::uuid or exists (select from body_part p where p.institution_id = m.institution_id
            and p.body_id = ${bodyId}::uuid and p.part_id = m.body_id))
     order by part, m.capacity, m.name`.execute(tx);
  return rows;
}
