import type { Tx } from '#app/kernel/db.server.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { lookups } from './council-export.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** Per scheme: the words for how measures stand, what units told of their years, and the evidence with its files. */
export async function exportProgress(tx: Tx, institutionId: string) {
  const names = await lookups(tx, institutionId);
  const statuses = await tableRows(tx, institutionId, 'progressStatus', 'sort');
  const reports = await exportReports(tx, institutionId, names, codesOf(statuses, 'statusId'));
  const evidence = await exportEvidence(tx, institutionId, names);
  const judgements = await exportJudgements(tx, institutionId, names);
  const of = <R extends { schemeId: string }>(rows: R[], schemeId: string) =>
    rows.filter((row) => row.schemeId === schemeId).map(({ schemeId: _, ...rest }) => rest);
  return (schemeId: string) => ({
    progressStatuses: of(statuses, schemeId).map(
      ({ code, nameNl, nameEn, meaningNl, meaningEn, deviates }) => ({
        ...{ code, nameNl, nameEn, meaningNl, meaningEn, deviates },
      }),
    ),
    progress: of(reports, schemeId),
    evidence: of(evidence, schemeId),
    promiseJudgements: of(judgements, schemeId),
  });
}

async function exportJudgements(tx: Tx, institutionId: string, names: Lookups) {
  const rows = await tx
    .selectFrom('promiseJudgement as j')
    .innerJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'j.institutionId').onRef('n.nodeId', '=', 'j.nodeId'),
    )
    .innerJoin('version as v', (on) =>
      on.onRef('v.institutionId', '=', 'j.institutionId').onRef('v.versionId', '=', 'j.versionId'),
    )
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select(['d.schemeId', 'j.measureId', 'j.versionId', 'n.code as criterion', 'j.met', 'j.reason'])
    .select(['j.judgedBy', 'j.judgedAt', 'j.number'])
    .where('j.institutionId', '=', institutionId)
    .orderBy('j.number')
    .execute();
  return rows.map(({ measureId, versionId, judgedBy, judgedAt, number: _, ...rest }) => ({
    ...names.measures.get(measureId),
    version: names.versions.get(versionId)?.version,
    ...rest,
    ...{ by: judgedBy, at: judgedAt.toISOString() },
  }));
}

type Lookups = Awaited<ReturnType<typeof lookups>>;

async function exportReports(tx: Tx, institutionId: string, names: Lookups, statuses: Map<string, string>) {
  const reports = await tableRows(tx, institutionId, 'progressReport');
  const entries = Map.groupBy(await tableRows(tx, institutionId, 'progressEntry'), (one) => one.reportId);
  const steps = Map.groupBy(
    await tableRows(tx, institutionId, 'progressStep'),
    (one) => `${one.reportId} ${one.measureId}`,
  );
  return reports.map((one) => ({
    schemeId: one.schemeId,
    ...{ unit: names.units.get(one.unitId), year: one.year, number: one.number, reason: one.reason },
    ...{
      summary: one.summary,
      submittedAt: one.submittedAt?.toISOString() ?? null,
      submittedBy: one.submittedBy,
    },
    entries: (entries.get(one.reportId) ?? []).map((entry) => ({
      ...names.measures.get(entry.measureId),
      version: names.versions.get(entry.versionId)?.version,
      status: entry.statusId && statuses.get(entry.statusId),
      ...{ done: entry.done, result: entry.result, effect: entry.effect, deviation: entry.deviation },
      ...{ waitsFor: entry.waitsFor, nextStep: entry.nextStep },
      steps: (steps.get(`${one.reportId} ${entry.measureId}`) ?? []).map(({ code, reachedMilli, note }) => ({
        ...{ code, reachedMilli, note },
      })),
    })),
  }));
}

async function exportEvidence(tx: Tx, institutionId: string, names: Lookups) {
  const evidence = await tableRows(tx, institutionId, 'evidence');
  const links = Map.groupBy(await tableRows(tx, institutionId, 'evidenceLink'), (one) => one.evidenceId);
  const hashes = evidence.flatMap((one) => one.sha256 ?? []);
  const files =
    hashes.length === 0
      ? []
      : await tx
          .selectFrom('file')
          .select(['sha256', 'bytes'])
          .where('institutionId', '=', institutionId)
          .where('sha256', 'in', hashes)
          .execute();
  const bytes = new Map(files.map((one) => [one.sha256, one.bytes.toString('base64')]));
  const consultations = new Map(
    (await tableRows(tx, institutionId, 'consultation')).map((one) => [
      one.consultationId,
      { date: one.sortDate, title: one.title },
    ]),
  );
  const target = (one: {
    versionId: string | null;
    decisionId: string | null;
    consultationId: string | null;
  }) => ({
    version: one.versionId && names.versions.get(one.versionId),
    decision: one.decisionId && names.decisions.get(one.decisionId),
    consultation: one.consultationId && consultations.get(one.consultationId),
  });
  return evidence.map((one) => {
    const { from, through } = one.period === null ? { from: null, through: null } : rangeDays(one.period);
    return {
      schemeId: one.schemeId,
      ...{ code: one.code, kind: one.kind, unit: names.units.get(one.unitId), title: one.title },
      ...{ description: one.description, source: one.source, effectiveOn: one.effectiveOn },
      ...{ periodFrom: from, periodThrough: through, confidentiality: one.confidentiality },
      file: one.sha256 && { name: one.fileName, mediaType: one.mediaType, base64: bytes.get(one.sha256) },
      url: one.url,
      ...target(one),
      ...{ figureMilli: one.figureMilli, figureUnit: one.figureUnit, approximate: one.approximate },
      addedAt: one.addedAt.toISOString(),
      withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: one.withdrawnReason,
      for: (links.get(one.evidenceId) ?? []).map((link) => ({
        measure: link.measureId && {
          ...names.measures.get(link.measureId),
          version: names.versions.get(link.atVersionId!)?.version,
        },
        ...{ year: link.year, step: link.step, ...target(link) },
      })),
    };
  });
}
