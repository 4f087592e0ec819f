import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';
import { exportedRights } from './version-export.server.ts';

/** Within how many months councils are answered. */
export async function exportReplyTerms(tx: Tx, institutionId: string) {
  const rows = await tableRows(tx, institutionId, 'replyTerm');
  return rows.map(({ bodyKind, kind, months, basis, certainty }) => ({
    ...{ bodyKind, kind, months, basis, certainty },
  }));
}

/** Per scheme: commitments, accounts of what was done, proposals, given reflections and words. */
export async function exportCouncil(tx: Tx, institutionId: string) {
  const names = await lookups(tx, institutionId);
  const commitments = await exportCommitments(tx, institutionId, names);
  const followUps = await tableRows(tx, institutionId, 'followUp');
  const proposals = await tableRows(tx, institutionId, 'proposal');
  const reflections = await tableRows(tx, institutionId, 'reflection');
  const words = await tableRows(tx, institutionId, 'glossaryWord', 'sort');
  const of = <R extends { schemeId: string }>(rows: R[], schemeId: string) =>
    rows.filter((row) => row.schemeId === schemeId);
  return (schemeId: string) => ({
    commitments: of(commitments, schemeId).map(({ schemeId: _, ...rest }) => rest),
    followUps: of(followUps, schemeId).map((one) => ({
      decision: one.decisionId && names.decisions.get(one.decisionId),
      topic: one.topicId && names.topics.get(one.topicId),
      ...{ point: one.point, outcome: one.outcome, account: one.account, on: one.onDate },
      version: one.versionId && names.versions.get(one.versionId),
      measure: one.measureId && names.measures.get(one.measureId),
      change: one.changeId && names.changes.get(one.changeId),
      source: one.source,
    })),
    proposals: of(proposals, schemeId).map((one) => ({
      ...{ body: names.bodies.get(one.bodyId), to: names.bodies.get(one.toBodyId), kind: one.kind },
      ...{ title: one.title, text: one.text, putOn: one.putOn, dueOn: one.dueOn, basis: one.basis },
      ...{ outcome: one.outcome, reply: one.reply, repliedOn: one.repliedOn, source: one.source },
    })),
    reflections: of(reflections, schemeId)
      .filter((one) => one.givenOn !== null)
      .map((one) => ({
        ...{ body: names.bodies.get(one.bodyId), year: one.year, number: one.number },
        ...{ text: one.text, givenOn: one.givenOn },
      })),
    words: of(words, schemeId).map(({ code, wordNl, wordEn, meaningNl, meaningEn, source }) => ({
      ...{ code, wordNl, wordEn, meaningNl, meaningEn, source },
    })),
  });
}

type Lookups = Awaited<ReturnType<typeof lookups>>;

async function exportCommitments(tx: Tx, institutionId: string, names: Lookups) {
  const commitments = await tableRows(tx, institutionId, 'commitment');
  const steps = Map.groupBy(
    await tableRows(tx, institutionId, 'commitmentStep', 'sort'),
    (one) => one.commitmentId,
  );
  return commitments.map((one) => ({
    schemeId: one.schemeId,
    ...{ kind: one.kind, body: names.bodies.get(one.bodyId), text: one.text },
    ...{ unit: names.units.get(one.ownerUnitId), role: one.ownerRole, madeOn: one.madeOn, dueOn: one.dueOn },
    ...{ status: one.status, closedOn: one.closedOn },
    decision: one.decisionId && names.decisions.get(one.decisionId),
    document: one.documentId && names.documents.get(one.documentId),
    measure: one.measureId && names.measures.get(one.measureId),
    ...{ spendYear: one.spendYear, source: one.source },
    steps: (steps.get(one.commitmentId) ?? []).map((step) => ({
      ...{ act: step.act, on: step.onDate, text: step.text },
      version: step.versionId && names.versions.get(step.versionId),
      dueOn: step.dueOn,
    })),
  }));
}

export async function lookups(tx: Tx, institutionId: string) {
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const bodies = codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId');
  const measures = await tableRows(tx, institutionId, 'measure');
  const version = await tx
    .selectFrom('version')
    .select(['versionId', 'documentId', 'number'])
    .where('institutionId', '=', institutionId)
    .execute();
  const versions = new Map(
    version.map((one) => [one.versionId, { document: documents.get(one.documentId), version: one.number }]),
  );
  const decisions = await tx
    .selectFrom('decision')
    .select(['decisionId', 'versionId', 'bodyId', 'kind', 'ruleId'])
    .where('institutionId', '=', institutionId)
    .execute();
  const rights = await exportedRights(tx, institutionId);
  const { rows: topics } = await sql<{ topicId: string; date: string; title: string; text: string }>`
    select t.topic_id, c.sort_date as date, c.title, t.text from consultation_topic t
      join consultation c on c.institution_id = t.institution_id and c.consultation_id = t.consultation_id
     where t.institution_id = ${institutionId}`.execute(tx);
  return {
    ...{ documents, bodies, versions },
    units: codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId'),
    measures: new Map(
      measures.map((one) => [one.measureId, { document: documents.get(one.documentId), measure: one.code }]),
    ),
    decisions: new Map(
      decisions.map((one) => [
        one.decisionId,
        {
          ...versions.get(one.versionId),
          body: bodies.get(one.bodyId),
          kind: one.kind,
          right: rights(one.ruleId),
        },
      ]),
    ),
    changes: new Map(
      (await tableRows(tx, institutionId, 'planChange')).map((one) => [
        one.changeId,
        { ...versions.get(one.versionId), change: one.code },
      ]),
    ),
    topics: new Map(topics.map(({ topicId, ...topic }) => [topicId, topic])),
  };
}
