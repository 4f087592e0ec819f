import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { refuseInUse } from '#app/framework/node.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { type KindPartAt, requireKind } from './document-kind.server.ts';
import type { requirementInput } from './requirement.input.ts';
import type { Requirement } from './requirement.ts';
import { type Changed, requireCode } from './scheme-part.server.ts';
import { openScheme } from './scheme-setting.server.ts';

/** The codes of the questions whose answers show requirement `r`. */
export const questionsOfRequirement = sql<string[]>`array(select q.code from requirement_question rq
      join question q on q.institution_id = rq.institution_id and q.question_id = rq.question_id
     where rq.institution_id = r.institution_id and rq.requirement_id = r.requirement_id
     order by q.sort, q.code)`;

/** The requirements of all kinds of document of a scheme, each with the code of its kind. */
export async function listRequirements(
  tx: Tx,
  institutionId: string,
  scheme: string,
): Promise<(Requirement & { kind: string })[]> {
  const { rows } = await sql<Requirement & { kind: string }>`
    select k.code as kind, r.code, r.text_nl, r.text_en, r.source, r.norm, r.judged, r.blocks, r.sort,
           ${questionsOfRequirement} as questions
      from requirement r
      join document_kind k on k.institution_id = r.institution_id and k.kind_id = r.kind_id
      join scheme s on s.institution_id = k.institution_id and s.scheme_id = k.scheme_id
     where r.institution_id = ${institutionId} and s.code = ${scheme}
     order by k.sort, k.code, r.sort, r.code`.execute(tx);
  return rows;
}

/**
 * Makes a requirement of a kind of document, or changes it.
 * @throws Missing; InvalidInput `requirement.question-unknown`, `requirement.not-shown` when nothing could show
 *   that it is met; Rejection `forbidden`, `conflict`
 */
export async function putRequirement(
  tx: Tx,
  actor: Actor,
  at: KindPartAt,
  { revision, questions, norm = null, ...rest }: z.output<typeof requirementInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  const { institutionId } = actor;
  if (questions.length === 0 && norm === null && !rest.judged) {
    throw new InvalidInput([{ path: 'judged', code: 'requirement.not-shown', params: {} }]);
  }
  const found = await tx
    .selectFrom('question')
    .select(['questionId', 'code'])
    .where('institutionId', '=', institutionId)
    .where('kindId', '=', kindId)
    .execute();
  const unknown = questions.filter((code) => !found.some((one) => one.code === code));
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map((code) => ({ path: 'questions', code: 'requirement.question-unknown', params: { code } })),
    );
  }
  const code = requireCode(at.part);
  const before = (await listRequirements(tx, institutionId, at.scheme)).find(
    (one) => one.kind === at.kind && one.code === code,
  );
  const after = { ...rest, norm };
  const { requirementId } = await tx
    .insertInto('requirement')
    .values({ institutionId, requirementId: newId(), kindId, code, ...after })
    .onConflict((conflict) => conflict.columns(['institutionId', 'kindId', 'code']).doUpdateSet(after))
    .returning('requirementId')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('requirementQuestion')
    .where('institutionId', '=', institutionId)
    .where('requirementId', '=', requirementId)
    .execute();
  const chosen = found.filter((one) => questions.includes(one.code));
  if (chosen.length > 0) {
    await tx
      .insertInto('requirementQuestion')
      .values(chosen.map(({ questionId }) => ({ institutionId, requirementId, questionId })))
      .execute();
  }
  await record(tx, actor, 'requirement.put', scheme.subject, {
    before: before ?? null,
    after: { kind: at.kind, code, ...after, questions },
  });
  return { revision: scheme.revision };
}

/** Takes away a requirement on which nobody judged yet. @throws Missing; Rejection `requirement.judged` */
export async function removeRequirement(
  tx: Tx,
  actor: Actor,
  at: KindPartAt,
  input: { revision: number },
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  const gone = await tx
    .deleteFrom('requirement')
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .where('code', '=', at.part)
    .returning(['code', 'textNl', 'textEn'])
    .executeTakeFirst()
    .catch(refuseInUse('requirement.judged', at.part));
  if (!gone) throw new Missing('requirement');
  await record(tx, actor, 'requirement.remove', scheme.subject, { before: { kind: at.kind, ...gone } });
  return { revision: scheme.revision };
}
