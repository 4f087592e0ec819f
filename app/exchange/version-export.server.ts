import type { Tx } from '#app/kernel/db.server.ts';
import { exportDossierEvents } from './dossier-exchange.server.ts';
import { exportPlanParts, exportSteps } from './plan-part-export.server.ts';
import { exportReportParts } from './report-exchange.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** What a version carries, by its id: sections, measures, lines, allocation, decisions and attachments. */
export async function exportContent(tx: Tx, institutionId: string) {
  const nodes = codesOf(await tableRows(tx, institutionId, 'node'), 'nodeId');
  const sections = await sectionsByVersion(tx, institutionId, nodes);
  const measures = await measuresByVersion(tx, institutionId, nodes);
  const lines = await linesByVersion(tx, institutionId, nodes);
  const runs = new Map(
    (await tableRows(tx, institutionId, 'allocationRun')).map((run) => [run.versionId, run]),
  );
  const decisions = await decisionsByVersion(tx, institutionId);
  const attachments = await attachmentsByVersion(tx, institutionId);
  const parts = await exportPlanParts(tx, institutionId);
  const report = await exportReportParts(tx, institutionId);
  return (versionId: string) => {
    const run = runs.get(versionId);
    return {
      ...parts(versionId),
      ...report(versionId),
      sections: sections.get(versionId) ?? [],
      measures: measures.get(versionId) ?? [],
      lines: lines.get(versionId) ?? [],
      allocation: run ? { rules: run.rules, inputs: run.inputs, result: run.result } : null,
      decisions: decisions.get(versionId) ?? [],
      attachments: attachments.get(versionId) ?? [],
    };
  };
}

function collect<R extends { versionId: string }, E>(rows: R[], entry: (row: R) => E): Map<string, E[]> {
  const groups = Map.groupBy(rows, (row) => row.versionId);
  return new Map([...groups].map(([id, list]) => [id, list.map(entry)]));
}

async function sectionsByVersion(tx: Tx, institutionId: string, nodes: Map<string, string>) {
  const questions = codesOf(await tableRows(tx, institutionId, 'question'), 'questionId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  return collect(await tableRows(tx, institutionId, 'section'), ({ questionId, nodeId, unitId, body }) => ({
    question: questions.get(questionId),
    node: nodeId && nodes.get(nodeId),
    unit: unitId && units.get(unitId),
    body,
  }));
}

async function measuresByVersion(tx: Tx, institutionId: string, nodes: Map<string, string>) {
  const codes = codesOf(await tableRows(tx, institutionId, 'measure'), 'measureId');
  const frameworks = codesOf(await tableRows(tx, institutionId, 'framework'), 'frameworkId');
  const frameworkOf = new Map(
    (await tableRows(tx, institutionId, 'node')).map((node) => [
      node.nodeId,
      frameworks.get(node.frameworkId),
    ]),
  );
  const served = Map.groupBy(
    await tableRows(tx, institutionId, 'measureNode'),
    (one) => `${one.versionId} ${one.measureId}`,
  );
  const texts = await tableRows(tx, institutionId, 'measureText', 'sort');
  const steps = await exportSteps(tx, institutionId);
  return collect(texts, ({ versionId, measureId, nodeId, ...text }) => ({
    code: codes.get(measureId),
    node: nodes.get(nodeId),
    ...{ name: text.name, description: text.description, owner: text.owner, targetGroup: text.targetGroup },
    ...{ firstYear: text.firstYear, lastYear: text.lastYear, additionality: text.additionality },
    serves: (served.get(`${versionId} ${measureId}`) ?? []).map((one) => ({
      framework: frameworkOf.get(one.nodeId),
      node: nodes.get(one.nodeId),
    })),
    steps: steps(versionId, measureId),
  }));
}

async function linesByVersion(tx: Tx, institutionId: string, nodes: Map<string, string>) {
  const funds = codesOf(await tableRows(tx, institutionId, 'fund'), 'fundId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const measures = new Map(
    (await tableRows(tx, institutionId, 'measure')).map((one) => [one.measureId, one]),
  );
  const rows = await tableRows(tx, institutionId, 'ledgerLine', 'sort');
  return collect(rows, ({ stage, fundId, unitId, nodeId, measureId, ...line }) => {
    const measure = measureId === null ? undefined : measures.get(measureId);
    return {
      ...{ stage, fund: funds.get(fundId), unit: units.get(unitId), node: nodeId && nodes.get(nodeId) },
      measure: measure?.code ?? null,
      measureOf: measure ? documents.get(measure.documentId) : null,
      ...{ component: line.component, costKind: line.costKind, year: line.year },
      ...{ cents: line.memo ? line.memoCents : line.cents, mark: line.mark, memo: line.memo },
      ...{ fteMilli: line.memo ? line.memoFteMilli : line.fteMilli, note: line.note },
    };
  });
}

async function decisionsByVersion(tx: Tx, institutionId: string) {
  const events = await exportDossierEvents(tx, institutionId);
  const bodies = codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId');
  const rights = await exportedRights(tx, institutionId);
  return collect(await tableRows(tx, institutionId, 'decision'), (row) => {
    const tally = {
      present: row.present,
      for: row.votesFor,
      against: row.votesAgainst,
      abstained: row.abstained,
    };
    return {
      ...{ body: bodies.get(row.bodyId), kind: row.kind, question: row.question, basis: row.basis },
      ...{ askedOn: row.askedOn, papersSentOn: row.papersSentOn, dueOn: row.dueOn },
      ...{ outcome: row.outcome, decidedOn: row.decidedOn },
      tally: Object.values(tally).every((count) => count === null) ? null : tally,
      ...{ reasons: row.reasons, conditions: row.conditions, minorityView: row.minorityView },
      ...{ askedAt: row.askedAt?.toISOString() ?? null, decidedAt: row.decidedAt?.toISOString() ?? null },
      ...{ right: rights(row.ruleId), rule: row.rule, members: row.members, sections: row.sections ?? [] },
      events: events(row.decisionId),
    };
  });
}

/** The line of the matrix that a decision exercises, by its id. */
export async function exportedRights(tx: Tx, institutionId: string) {
  const rows = await tableRows(tx, institutionId, 'rightRule');
  const lines = new Map(
    rows.map(({ ruleId, bodyKind, bodyAt, matterNl }) => [ruleId, { bodyKind, bodyAt, matterNl }]),
  );
  return (ruleId: string | null) => (ruleId === null ? null : (lines.get(ruleId) ?? null));
}

async function attachmentsByVersion(tx: Tx, institutionId: string) {
  const files = new Map(
    (await tableRows(tx, institutionId, 'file')).map((file) => [file.sha256, file.bytes.toString('base64')]),
  );
  return collect(await tableRows(tx, institutionId, 'attachment'), ({ name, mediaType, sha256 }) => ({
    name,
    mediaType,
    base64: files.get(sha256),
  }));
}
