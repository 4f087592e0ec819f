import type { Tx } from '#app/kernel/db.server.ts';
import { exportChanges } from './change-exchange.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** The steps of a measure in a version, by the ids of both. */
export async function exportSteps(tx: Tx, institutionId: string) {
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const rows = await tableRows(tx, institutionId, 'measureStep', 'sort');
  const groups = Map.groupBy(rows, (row) => `${row.versionId} ${row.measureId}`);
  return (versionId: string, measureId: string) =>
    (groups.get(`${versionId} ${measureId}`) ?? []).map((row) => ({
      ...{ code: row.code, kind: row.kind, unit: row.unitId && units.get(row.unitId) },
      ...{ firstYear: row.firstYear, lastYear: row.lastYear, due: row.due, text: row.text },
      ...{ comparator: row.comparator, targetMilli: row.targetMilli, targetUnit: row.targetUnit },
    }));
}

/** What a version covers, and what was judged in it, by its id. */
export async function exportPlanParts(tx: Tx, institutionId: string) {
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const requirements = codesOf(await tableRows(tx, institutionId, 'requirement'), 'requirementId');
  const covered = Map.groupBy(await tableRows(tx, institutionId, 'versionUnit'), (one) => one.versionId);
  const judged = Map.groupBy(
    await tableRows(tx, institutionId, 'requirementJudgement'),
    (one) => one.versionId,
  );
  const changes = await exportChanges(tx, institutionId);
  return (versionId: string) => ({
    changes: changes(versionId),
    covers: (covered.get(versionId) ?? []).map((one) => units.get(one.unitId)),
    judgements: (judged.get(versionId) ?? []).map((one) => ({
      ...{ requirement: requirements.get(one.requirementId), met: one.met, reason: one.reason },
      ...{ by: one.judgedBy, at: new Date(one.judgedAt).toISOString() },
    })),
  });
}

/** The requirements of a kind of document, by its id. */
export async function exportRequirements(tx: Tx, institutionId: string) {
  const questions = codesOf(await tableRows(tx, institutionId, 'question', 'sort'), 'questionId');
  const shown = Map.groupBy(
    await tableRows(tx, institutionId, 'requirementQuestion'),
    (one) => one.requirementId,
  );
  const groups = Map.groupBy(await tableRows(tx, institutionId, 'requirement', 'sort'), (one) => one.kindId);
  return (kindId: string) =>
    (groups.get(kindId) ?? []).map((one) => ({
      ...{ code: one.code, textNl: one.textNl, textEn: one.textEn, source: one.source },
      ...{ norm: one.norm, judged: one.judged, blocks: one.blocks },
      questions: (shown.get(one.requirementId) ?? []).map((row) => questions.get(row.questionId)),
    }));
}
