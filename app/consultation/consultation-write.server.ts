import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { ConsultationInput, MethodInput } from './consultation.input.ts';
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
  const row = {
    ...{ methodId: found.methodId, unitId: found.unitId, bodyId: found.bodyId, documentId: found.documentId },
    ...{ onText: input.on || date, sortDate: date, title, withWhom, aim, invited, present, answered },
    ...{ caveat, outcome, source, revision },
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
  await replaceTopics(tx, actor, consultationId, found.topics);
  await record(
    tx,
    actor,
    before ? 'consultation.change' : 'consultation.add',
    { kind: 'consultation', id: consultationId },
    { ...(before && { before: before.was }), after: { scheme: at.scheme, ...input } },
  );
  return { consultationId, revision };
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
  const topics = input.topics.map(({ text, nodes, measures }, t): FoundTopic => {
    const nodeIds = nodes.map(({ framework, node }) =>
      find(
        `topics.${t}.nodes`,
        node,
        frame.nodes.find((one) => one.framework === framework && one.code === node),
      ),
    );
    const measureIds = measures.map(({ document: of, measure }) =>
      find(
        `topics.${t}.measures`,
        measure,
        frame.measures.find((one) => one.document === of && one.measure === measure),
      ),
    );
    return {
      text,
      nodeIds: [...new Set(nodeIds.flatMap((one) => one?.nodeId ?? []))],
      measureIds: [...new Set(measureIds.flatMap((one) => one?.measureId ?? []))],
    };
  });
  if (errors.length > 0 || !method || !unit) throw new InvalidInput(errors);
  return {
    ...{ methodId: method.methodId, unitId: unit.unitId, topics },
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

/** Makes a method of consulting for a scheme, or changes it. @throws Rejection `forbidden`; Missing */
export async function putMethod(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; method: string },
  input: MethodInput,
): Promise<{ code: string }> {
  if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(at.method)) throw new Missing('method');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, at.scheme);
  await tx
    .insertInto('consultationMethod')
    .values({ institutionId, methodId: newId(), schemeId, code: at.method, ...input })
    .onConflict((on) => on.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(input))
    .execute();
  const after = { scheme: at.scheme, method: at.method, ...input };
  await record(tx, actor, 'consultation.method', { kind: 'scheme', id: schemeId }, { after });
  return { code: at.method };
}
