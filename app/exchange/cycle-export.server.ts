import type { Tx } from '#app/kernel/db.server.ts';
import { exportMoments } from './moment-export.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

type Lookups = Awaited<ReturnType<typeof lookups>>;

/** Per scheme: its methods of consulting, consultations, steps of the cycle and moments. */
export async function exportCycle(tx: Tx, institutionId: string) {
  const names = await lookups(tx, institutionId);
  const methods = await tableRows(tx, institutionId, 'consultationMethod', 'sort');
  const involvements = await tableRows(tx, institutionId, 'involvement', 'sort');
  const consultations = await exportConsultations(tx, institutionId, names);
  const moments = await exportMoments(tx, institutionId, names);
  const of = <R extends { schemeId: string }>(rows: R[], schemeId: string) =>
    rows.filter((row) => row.schemeId === schemeId);
  const strip = <R extends { schemeId: string }>({ schemeId: _, ...rest }: R) => rest;
  return (schemeId: string) => ({
    consultationMethods: of(methods, schemeId).map(({ code, nameNl, nameEn, kind, individuals }) => ({
      ...{ code, nameNl, nameEn, kind, individuals },
    })),
    involvements: of(involvements, schemeId).map((one) => ({
      ...{ code: one.code, nameNl: one.nameNl, nameEn: one.nameEn, unit: names.units.get(one.unitId) },
      ...{ body: one.bodyId && names.bodies.get(one.bodyId), roleNl: one.roleNl, roleEn: one.roleEn },
      ...{ heads: one.heads, about: one.about, pay: one.pay, payCents: one.payCents },
      ...{ since: one.sinceText, source: one.source },
    })),
    consultations: of(consultations, schemeId).map(strip),
    ...moments(schemeId),
  });
}

async function lookups(tx: Tx, institutionId: string) {
  const nodes = await tableRows(tx, institutionId, 'node');
  const frameworks = codesOf(await tableRows(tx, institutionId, 'framework'), 'frameworkId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const measures = await tableRows(tx, institutionId, 'measure');
  const versions = await tx
    .selectFrom('version')
    .select(['versionId', 'documentId', 'number'])
    .where('institutionId', '=', institutionId)
    .execute();
  return {
    units: codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId'),
    bodies: codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId'),
    kinds: codesOf(await tableRows(tx, institutionId, 'documentKind'), 'kindId'),
    involvements: codesOf(await tableRows(tx, institutionId, 'involvement'), 'involvementId'),
    methods: codesOf(await tableRows(tx, institutionId, 'consultationMethod'), 'methodId'),
    documents,
    nodes: new Map(
      nodes.map((one) => [one.nodeId, { framework: frameworks.get(one.frameworkId), node: one.code }]),
    ),
    measures: new Map(
      measures.map((one) => [one.measureId, { document: documents.get(one.documentId), measure: one.code }]),
    ),
    versions: new Map(
      versions.map((one) => [
        one.versionId,
        { document: documents.get(one.documentId), version: one.number },
      ]),
    ),
  };
}

async function exportConsultations(tx: Tx, institutionId: string, names: Lookups) {
  const consultations = await tableRows(tx, institutionId, 'consultation');
  const parts = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationPart', 'sort'),
    (one) => one.consultationId,
  );
  const topics = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationTopic', 'sort'),
    (one) => one.consultationId,
  );
  const nodes = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationTopicNode'),
    (one) => one.topicId,
  );
  const measures = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationTopicMeasure'),
    (one) => one.topicId,
  );
  const about = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationNode'),
    (one) => one.consultationId,
  );
  const quotes = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationQuote', 'sort'),
    (one) => one.topicId,
  );
  const discussions = Map.groupBy(
    await tableRows(tx, institutionId, 'consultationDiscussion', 'sort'),
    (one) => one.consultationId,
  );
  return consultations.map((one) => ({
    schemeId: one.schemeId,
    ...{ date: one.sortDate, on: one.onText, title: one.title },
    method: names.methods.get(one.methodId),
    unit: names.units.get(one.unitId),
    body: one.bodyId && names.bodies.get(one.bodyId),
    document: one.documentId && names.documents.get(one.documentId),
    nodes: (about.get(one.consultationId) ?? []).map((link) => names.nodes.get(link.nodeId)),
    ...{ sittings: one.sittings, round: one.round },
    involvement: one.involvementId && names.involvements.get(one.involvementId),
    discussions: (discussions.get(one.consultationId) ?? []).map((line) => ({
      body: line.bodyId && names.bodies.get(line.bodyId),
      ...{ withWhom: line.withWhom, on: line.onText, note: line.note },
    })),
    ...{ withWhom: one.withWhom, aim: one.aim, invited: one.invited, present: one.present },
    answered: one.answered,
    parts: (parts.get(one.consultationId) ?? []).map(({ name, heads, about }) => ({ name, heads, about })),
    ...{ caveat: one.caveat, outcome: one.outcome, source: one.source },
    topics: (topics.get(one.consultationId) ?? []).map(({ topicId, text, against }) => ({
      ...{ text, against },
      quotes: (quotes.get(topicId) ?? []).map((quote) => ({
        ...{ text: quote.text, speakers: quote.speakers, heads: quote.heads },
      })),
      nodes: (nodes.get(topicId) ?? []).map((link) => names.nodes.get(link.nodeId)),
      measures: (measures.get(topicId) ?? []).map((link) => names.measures.get(link.measureId)),
    })),
  }));
}
