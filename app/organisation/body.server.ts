import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { requireBodyKind } from './body-kind.server.ts';
import type { addMemberInput, changeBodyInput, createBodyInput, endTermInput } from './organisation.input.ts';
import { daysRange, lockUnit, requireRevision, requireUnitEditor } from './unit.server.ts';

/** The boards, councils and committees, by the unit they stand at. */
export async function listBodies(tx: Tx, institutionId: string) {
  const rows = await tx
    .selectFrom('body as b')
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'b.institutionId').onRef('u.unitId', '=', 'b.unitId'),
    )
    .innerJoin('bodyKind as k', (on) =>
      on.onRef('k.institutionId', '=', 'b.institutionId').onRef('k.code', '=', 'b.kind'),
    )
    .select(['k.nameNl as kindNl', 'k.nameEn as kindEn'])
    .select(['b.bodyId', 'b.code', 'b.kind', 'b.nameNl', 'b.nameEn', 'b.valid', 'b.revision', 'b.unitId'])
    .select(['u.code as unit', 'u.nameNl as unitNl', 'u.nameEn as unitEn'])
    .where('b.institutionId', '=', institutionId)
    .orderBy('u.sort')
    .orderBy('u.code')
    .orderBy('b.code')
    .execute();
  return rows.map(({ valid, ...rest }) => ({ ...rest, ...rangeDays(valid) }));
}

/** One body with its members, the present and the past, and the bodies it is made of. @throws Missing */
export async function getBody(tx: Tx, institutionId: string, code: string) {
  const body = (await listBodies(tx, institutionId)).find((one) => one.code === code);
  if (!body) throw new Missing('body');
  const members = await tx
    .selectFrom('bodyMember as m')
    .leftJoin('account as a', (on) =>
      on.onRef('a.institutionId', '=', 'm.institutionId').onRef('a.accountId', '=', 'm.accountId'),
    )
    .select(['m.memberId', 'm.name', 'm.capacity', 'm.term', 'm.revision', 'a.login'])
    .where('m.institutionId', '=', institutionId)
    .where('m.bodyId', '=', body.bodyId)
    .orderBy('m.term', 'desc')
    .orderBy('m.name')
    .execute();
  const parts = await tx
    .selectFrom('bodyPart as p')
    .innerJoin('body as b', (on) =>
      on.onRef('b.institutionId', '=', 'p.institutionId').onRef('b.bodyId', '=', 'p.partId'),
    )
    .select(['b.code', 'b.nameNl', 'b.nameEn'])
    .where('p.institutionId', '=', institutionId)
    .where('p.bodyId', '=', body.bodyId)
    .orderBy('p.sort')
    .orderBy('b.code')
    .execute();
  return { ...body, parts, members: members.map(({ term, ...rest }) => ({ ...rest, ...rangeDays(term) })) };
}

/** Makes a body at a unit. @throws Rejection `body.code-taken` */
export async function createBody(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createBodyInput>,
): Promise<{ bodyId: string; code: string }> {
  const unit = await lockUnit(tx, actor, input.unit);
  requireUnitEditor(actor, unit.unitId);
  const { code, kind, nameNl, nameEn } = input;
  const taken = (await listBodies(tx, actor.institutionId)).some((one) => one.code === code);
  if (taken) throw new Rejection('body.code-taken', { code });
  await requireBodyKind(tx, actor, { path: 'kind', code: kind });
  const bodyId = newId();
  const valid = daysRange(input.from ?? null, null);
  await tx
    .insertInto('body')
    .values({
      institutionId: actor.institutionId,
      bodyId,
      unitId: unit.unitId,
      code,
      kind,
      nameNl,
      nameEn,
      valid,
    })
    .execute();
  await record(tx, actor, 'body.create', { kind: 'body', id: bodyId }, { after: { ...input } });
  return { bodyId, code };
}

/** Changes a body's names and kind, or the day after which it is no more. @throws Rejection `conflict` */
export async function changeBody(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof changeBodyInput>,
): Promise<{ revision: number }> {
  const body = await lockBody(tx, actor, code);
  requireRevision(body, input.revision);
  const { kind, nameNl, nameEn, through = null } = input;
  if (through !== null && body.from !== null && through < body.from) {
    throw new InvalidInput([{ path: 'through', code: 'field.period', params: {} }]);
  }
  await requireBodyKind(tx, actor, { path: 'kind', code: kind });
  const revision = body.revision + 1;
  await tx
    .updateTable('body')
    .set({ kind, nameNl, nameEn, valid: daysRange(body.from, through), revision })
    .where('institutionId', '=', actor.institutionId)
    .where('bodyId', '=', body.bodyId)
    .execute();
  const before = { kind: body.kind, nameNl: body.nameNl, nameEn: body.nameEn, through: body.through };
  const after = { kind, nameNl, nameEn, through };
  await record(tx, actor, 'body.change', { kind: 'body', id: body.bodyId }, { before, after });
  return { revision };
}

export async function lockBody(tx: Tx, actor: Actor, code: string) {
  const row = await tx
    .selectFrom('body')
    .select(['bodyId', 'unitId', 'kind', 'nameNl', 'nameEn', 'valid', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('body');
  requireUnitEditor(actor, row.unitId);
  return { ...row, ...rangeDays(row.valid) };
}

/**
 * Adds a member for a term of office.
 * @throws InvalidInput when the term ends before it begins; Rejection `member.term-overlaps`, `member.no-account`
 */
export async function addMember(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof addMemberInput>,
): Promise<{ memberId: string }> {
  const body = await lockBody(tx, actor, code);
  const { name, capacity, from, through = null, login } = input;
  if (through !== null && through < from) {
    throw new InvalidInput([{ path: 'through', code: 'field.period', params: {} }]);
  }
  const term = daysRange(from, through);
  const twice = await tx
    .selectFrom('bodyMember')
    .select('memberId')
    .where('institutionId', '=', actor.institutionId)
    .where('bodyId', '=', body.bodyId)
    .where('name', '=', name)
    .where('term', '&&', term)
    .executeTakeFirst();
  if (twice) throw new Rejection('member.term-overlaps', { name });
  const accountId = login ? await accountIdOf(tx, actor, login) : null;
  const memberId = newId();
  await tx
    .insertInto('bodyMember')
    .values({
      institutionId: actor.institutionId,
      memberId,
      bodyId: body.bodyId,
      name,
      capacity,
      accountId,
      term,
    })
    .execute();
  await record(tx, actor, 'member.add', { kind: 'body', id: body.bodyId }, { after: { ...input, memberId } });
  return { memberId };
}

async function accountIdOf(tx: Tx, actor: Actor, login: string): Promise<string> {
  const row = await tx
    .selectFrom('account')
    .select('accountId')
    .where('institutionId', '=', actor.institutionId)
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  if (!row) throw new Rejection('member.no-account', { login });
  return row.accountId;
}

/**
 * Ends a member's term after a day; the member stays in the list of who was.
 * @throws Missing; Rejection `forbidden`, `conflict`; InvalidInput `field.period`
 */
export async function endTerm(
  tx: Tx,
  actor: Actor,
  memberId: string,
  { through: last, revision: seen }: z.output<typeof endTermInput>,
): Promise<{ through: string; revision: number }> {
  const member = await tx
    .selectFrom('bodyMember as m')
    .innerJoin('body as b', (on) =>
      on.onRef('b.institutionId', '=', 'm.institutionId').onRef('b.bodyId', '=', 'm.bodyId'),
    )
    .select(['m.term', 'm.bodyId', 'm.revision', 'b.unitId'])
    .where('m.institutionId', '=', actor.institutionId)
    .where('m.memberId', '=', memberId)
    .forUpdate('m')
    .executeTakeFirst();
  if (!member) throw new Missing('member');
  requireUnitEditor(actor, member.unitId);
  requireRevision(member, seen);
  const { from, through } = rangeDays(member.term);
  if (from !== null && last < from) {
    throw new InvalidInput([{ path: 'through', code: 'field.period', params: {} }]);
  }
  await tx
    .updateTable('bodyMember')
    .set({ term: daysRange(from, last), revision: seen + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('memberId', '=', memberId)
    .execute();
  await record(
    tx,
    actor,
    'member.end',
    { kind: 'body', id: member.bodyId },
    { before: { memberId, through }, after: { memberId, through: last } },
  );
  return { through: last, revision: seen + 1 };
}
