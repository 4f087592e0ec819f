import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import type { ConsultationInput } from './consultation.input.ts';
import { getWrittenConsultation } from './consultation.server.ts';
import { canWriteConsultation, countErrors } from './consultation.ts';
import { type ConsultationFrame, getConsultationFrame } from './consultation-frame.server.ts';
import { type FoundTopic, replaceTopics } from './consultation-topic.server.ts';

type Saved = { consultationId: string; revision: number };

/**
 * Writes up a consultation, or changes what was written. Who changes one must be allowed to write both what
 * it was and what it becomes.
 * @param at.id null for a new one; `revision` is the one that was seen
 * @throws InvalidInput for unknown codes and impossible counts; Rejection `conflict`, `forbidden`; Missing
 */
export async function saveConsultation(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; id: string | null; revision: number | null },
  input: ConsultationInput,
): Promise<Saved> {
  const before = at.id === null ? null : await lockConsultation(tx, actor, { ...at, id: at.id });
  const frame = await getConsultationFrame(tx, actor, at.scheme);
  const found = resolve(frame, input);
  if (!canWriteConsultation(actor, { unitId: found.unitId, bodyId: found.bodyId })) {
    throw forbidden('consultation.write');
  }
  const consultationId = before?.consultationId ?? newId();
  const revision = (before?.revision ?? 0) + 1;
  const { institutionId } = actor;
  const { title, withWhom, aim, invited, present, answered, caveat, outcome, source, date } = input;
  const { sittings, round } = input;
  const row = {
    ...{ methodId: found.methodId, unitId: found.unitId, bodyId: found.bodyId, documentId: found.documentId },
    ...{ onText: input.on || date, sortDate: date, title, withWhom, aim, invited, present, answered },
    ...{ caveat, outcome, source, sittings, round, involvementId: found.involvementId, revision },
  };
  if (before) {
    await tx
      .updateTable('consultation')
      .set(row)
      .where('institutionId', '=', institutionId)
      .where('consultationId', '=', consultationId)
      .execute();
  } else {
    await tx
      .insertInto('consultation')
      .values({ institutionId, consultationId, schemeId: frame.schemeId, ...row })
      .execute();
  }
  await replaceParts(tx, actor, consultationId, input);
  await replaceLinks(tx, actor, consultationId, found);
  await replaceTopics(tx, actor, consultationId, found.topics);
  await record(
    tx,
    actor,
    before ? 'consultation.change' : 'consultation.add',
    { kind: 'consultation', id: consultationId },
    {
      ...(before && { before: withoutQuotes(before.was) }),
      after: { scheme: at.scheme, ...withoutQuotes(input) },
    },
  );
  return { consultationId, revision };
}

// The trail says how many quotes there are and not what they say: it outlives the reason to hide one.
function withoutQuotes<T extends { topics: readonly { quotes: readonly unknown[] }[] }>(of: T) {
  return { ...of, topics: of.topics.map((topic) => ({ ...topic, quotes: topic.quotes.length })) };
}

async function lockConsultation(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; id: string; revision: number | null },
) {
  const row = await getWrittenConsultation(tx, actor, at);
  await tx
    .selectFrom('consultation')
    .select('revision')
    .where('institutionId', '=', actor.institutionId)
    .where('consultationId', '=', at.id)
    .forUpdate()
    .execute();
  // Read again under the lock: somebody may have been writing while we waited for it.
  const { consultationId, revision, unitId, bodyId, ...was } = await getWrittenConsultation(tx, actor, at);
  if (!canWriteConsultation(actor, { unitId: row.unitId, bodyId: row.bodyId })) {
    throw forbidden('consultation.write');
  }
  if (revision !== at.revision) throw new Rejection('conflict', { revision });
  return { consultationId, revision, unitId, bodyId, was };
}

/** The ids behind the codes of an input. @throws InvalidInput with everything unknown or impossible at once */
function resolve(frame: ConsultationFrame, input: ConsultationInput) {
  const errors: FieldError[] = countErrors(input);
  const find = <T>(path: string, value: string | null, match: T | undefined): T | null => {
    if (value !== null && !match) {
      errors.push({ path, code: 'consultation.unknown', params: { value } });
    }
    return match ?? null;
  };
  const byCode = <T extends { code: string }>(path: string, list: T[], value: string | null) =>
    find(
      path,
      value,
      list.find((one) => one.code === value),
    );
  const method = byCode('method', frame.methods, input.method);
  const unit = byCode('unit', frame.units, input.unit);
  const body = byCode('body', frame.bodies, input.body);
  const document = byCode('document', frame.documents, input.document);
  const nodeIdsOf = (path: string, nodes: ConsultationInput['nodes']) => [
    ...new Set(
      nodes.flatMap(({ framework, node }) => {
        const match = frame.nodes.find((one) => one.framework === framework && one.code === node);
        return find(path, node, match)?.nodeId ?? [];
      }),
    ),
  ];
  const involvement = byCode('involvement', frame.involvements, input.involvement);
  if (input.round !== null && input.document === null) {
    errors.push({ path: 'document', code: 'consultation.round-document', params: {} });
  }
  const nodeIds = nodeIdsOf('nodes', input.nodes);
  const discussions = input.discussions.map((one, d) => {
    const match = byCode(`discussions.${d}.body`, frame.bodies, one.body);
    return { bodyId: match?.bodyId ?? null, withWhom: one.withWhom, onText: one.on, note: one.note };
  });
  const topics = input.topics.map(({ text, against, nodes, measures, quotes }, t): FoundTopic => {
    const nodeIds = nodeIdsOf(`topics.${t}.nodes`, nodes);
    const measureIds = measures.map(({ document: of, measure }) =>
      find(
        `topics.${t}.measures`,
        measure,
        frame.measures.find((one) => one.document === of && one.measure === measure),
      ),
    );
    return {
      ...{ text, against, quotes, nodeIds },
      measureIds: [...new Set(measureIds.flatMap((one) => one?.measureId ?? []))],
    };
  });
  if (errors.length > 0 || !method || !unit) throw new InvalidInput(errors);
  return {
    ...{ methodId: method.methodId, unitId: unit.unitId, topics, nodeIds, discussions },
    involvementId: involvement?.involvementId ?? null,
    bodyId: body?.bodyId ?? null,
    documentId: document?.documentId ?? null,
  };
}

async function replaceParts(
  tx: Tx,
  actor: Actor,
  consultationId: string,
  { parts }: ConsultationInput,
): Promise<void> {
  const { institutionId } = actor;
  await tx
    .deleteFrom('consultationPart')
    .where('institutionId', '=', institutionId)
    .where('consultationId', '=', consultationId)
    .execute();
  if (parts.length === 0) return;
  await tx
    .insertInto('consultationPart')
    .values(parts.map((part, sort) => ({ institutionId, partId: newId(), consultationId, ...part, sort })))
    .execute();
}

/** Writes the themes a consultation was about and who discussed its outcome, in place of those it had. */
async function replaceLinks(
  tx: Tx,
  actor: Actor,
  consultationId: string,
  { nodeIds, discussions }: Pick<ReturnType<typeof resolve>, 'nodeIds' | 'discussions'>,
): Promise<void> {
  const { institutionId } = actor;
  const own = { institutionId, consultationId };
  for (const table of ['consultationNode', 'consultationDiscussion'] as const) {
    await tx
      .deleteFrom(table)
      .where('institutionId', '=', institutionId)
      .where('consultationId', '=', consultationId)
      .execute();
  }
  if (nodeIds.length > 0) {
    await tx
      .insertInto('consultationNode')
      .values(nodeIds.map((nodeId) => ({ ...own, nodeId })))
      .execute();
  }
  if (discussions.length > 0) {
    await tx
      .insertInto('consultationDiscussion')
      .values(discussions.map((one, sort) => ({ ...own, discussionId: newId(), ...one, sort })))
      .execute();
  }
}
