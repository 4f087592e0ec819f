import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { PaperInput } from './cycle.input.ts';
import { lockMoment, type MomentAddress } from './moment.server.ts';

/** A document that can be named as a paper: its newest version. */
export type PaperChoice = { code: string; title: string; number: number };

/** The documents of a scheme with their newest version, by title. */
export async function listPapersToAdd(tx: Tx, actor: Actor, scheme: string): Promise<PaperChoice[]> {
  const { rows } = await sql<PaperChoice>`
    select d.code, d.title, max(v.number) as number
      from document d
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
     where d.institution_id = ${actor.institutionId} and s.code = ${scheme}
     group by d.document_id, d.code, d.title order by d.title`.execute(tx);
  return rows;
}

/**
 * Adds a paper that went to a moment: a version of a document of the scheme (the newest unless named), or a
 * paper that is kept elsewhere by its title.
 * @throws Missing; InvalidInput `moment.paper-what`, `moment.paper-unknown`; Rejection `forbidden`
 */
export async function addPaper(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  input: PaperInput,
): Promise<{ paperId: string }> {
  const moment = await lockMoment(tx, actor, { ...at, revision: null });
  if (input.document === null && input.title === '') {
    throw new InvalidInput([{ path: 'title', code: 'moment.paper-what', params: {} }]);
  }
  const versionId =
    input.document === null
      ? null
      : await versionOf(
          tx,
          actor,
          { scheme: at.scheme, path: 'document' },
          { ...input, document: input.document },
        );
  const paperId = newId();
  const [year, month = '01', day = '01'] = input.sent.split('-');
  await tx
    .insertInto('momentPaper')
    .values({
      ...{ institutionId: actor.institutionId, paperId, momentId: moment.momentId, versionId },
      ...{ title: input.title, source: input.source, sentText: input.sent },
      sortDate: `${year}-${month}-${day}`,
    })
    .execute();
  await record(tx, actor, 'moment.paper', { kind: 'moment', id: moment.momentId }, { after: { ...input } });
  return { paperId };
}

/**
 * A version of a document of a scheme: the newest, unless one is named.
 * @param at the scheme, and the field that named it
 * @throws InvalidInput `moment.paper-unknown`
 */
export async function versionOf(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; path: string },
  input: { document: string; version: number | null },
): Promise<string> {
  let query = tx
    .selectFrom('version as v')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'd.institutionId').onRef('s.schemeId', '=', 'd.schemeId'),
    )
    .select('v.versionId')
    .where('v.institutionId', '=', actor.institutionId)
    .where('s.code', '=', at.scheme)
    .where('d.code', '=', input.document);
  if (input.version !== null) query = query.where('v.number', '=', input.version);
  const row = await query.orderBy('v.number', 'desc').limit(1).executeTakeFirst();
  if (!row) {
    throw new InvalidInput([
      { path: at.path, code: 'moment.paper-unknown', params: { value: input.document } },
    ]);
  }
  return row.versionId;
}
