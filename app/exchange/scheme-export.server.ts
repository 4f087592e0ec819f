import type { Tx } from '#app/kernel/db.server.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { exportBundles } from './bundle-exchange.server.ts';
import { exportComments } from './comment-exchange.server.ts';
import { exportCouncil } from './council-export.server.ts';
import { exportCycle } from './cycle-export.server.ts';
import { exportIndicators } from './indicator-export.server.ts';
import { exportRequirements } from './plan-part-export.server.ts';
import { exportProgress } from './progress-export.server.ts';
import { exportPublications } from './publication-exchange.server.ts';
import { exportTemplates } from './report-exchange.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** Frameworks with their nodes, aliases and links. */
export async function exportFrameworks(tx: Tx, institutionId: string) {
  const frameworks = await tableRows(tx, institutionId, 'framework');
  const nodes = await tableRows(tx, institutionId, 'node', 'sort');
  const aliases = Map.groupBy(await tableRows(tx, institutionId, 'nodeAlias'), (one) => one.nodeId);
  const links = Map.groupBy(await tableRows(tx, institutionId, 'nodeLink'), (one) => one.fromNodeId);
  const frameworkCode = codesOf(frameworks, 'frameworkId');
  const nodeById = new Map(nodes.map((one) => [one.nodeId, one]));
  const reference = (nodeId: string) => {
    const node = nodeById.get(nodeId)!;
    return { framework: frameworkCode.get(node.frameworkId), node: node.code };
  };
  return frameworks.map(({ frameworkId, code, nameNl, nameEn, source, valid }) => ({
    ...{ code, nameNl, nameEn, source },
    ...rangeDays(valid),
    nodes: nodes
      .filter((node) => node.frameworkId === frameworkId)
      .map((node) => ({
        code: node.code,
        parent: node.parentId === null ? null : nodeById.get(node.parentId)?.code,
        ...{ nameNl: node.nameNl, nameEn: node.nameEn, textNl: node.textNl, textEn: node.textEn },
        aliases: (aliases.get(node.nodeId) ?? []).map(({ name, context }) => ({ name, context })),
        links: (links.get(node.nodeId) ?? []).map((link) => reference(link.toNodeId)),
      })),
  }));
}

/** Schemes with everything but their documents. */
export async function exportSchemes(tx: Tx, institutionId: string) {
  const schemes = await tableRows(tx, institutionId, 'scheme');
  const frameworks = codesOf(await tableRows(tx, institutionId, 'framework'), 'frameworkId');
  const nodes = codesOf(await tableRows(tx, institutionId, 'node'), 'nodeId');
  const used = await tableRows(tx, institutionId, 'schemeFramework', 'sort');
  const parts = await schemeParts(tx, institutionId, nodes);
  const cycle = await exportCycle(tx, institutionId);
  const bundles = await exportBundles(tx, institutionId);
  const council = await exportCouncil(tx, institutionId);
  const comments = await exportComments(tx, institutionId);
  const publications = await exportPublications(tx, institutionId);
  const indicators = await exportIndicators(tx, institutionId);
  const progress = await exportProgress(tx, institutionId);
  return schemes.map(
    ({ schemeId, code, nameNl, nameEn, legalSource, conditions, firstYear, lastYear, ...rest }) => ({
      ...{ code, nameNl, nameEn, legalSource, conditions, firstYear, lastYear },
      themes: frameworks.get(rest.themeFrameworkId),
      causes: rest.causeFrameworkId && frameworks.get(rest.causeFrameworkId),
      criteria: rest.criteriaFrameworkId && frameworks.get(rest.criteriaFrameworkId),
      frameworks: used
        .filter((one) => one.schemeId === schemeId)
        .map((one) => frameworks.get(one.frameworkId)),
      ...parts(schemeId),
      ...cycle(schemeId),
      ...bundles(schemeId),
      ...progress(schemeId),
      ...council(schemeId),
      ...comments(schemeId),
      ...publications(schemeId),
      ...indicators(schemeId),
    }),
  );
}

async function schemeParts(tx: Tx, institutionId: string, nodes: Map<string, string>) {
  const funds = await tableRows(tx, institutionId, 'fund', 'sort');
  const exclusions = await tableRows(tx, institutionId, 'schemeExclusion');
  const rates = await tableRows(tx, institutionId, 'schemeRate');
  const events = await tableRows(tx, institutionId, 'schemeEvent');
  const tables = await tableRows(tx, institutionId, 'tableLayout', 'sort');
  const sanctions = await tableRows(tx, institutionId, 'sanction', 'sort');
  const kinds = await exportKinds(tx, institutionId, nodes);
  return (schemeId: string) => {
    const of = <R extends { schemeId: string }>(rows: R[]) => rows.filter((row) => row.schemeId === schemeId);
    return {
      funds: of(funds).map(({ code, nameNl, nameEn, own }) => ({ code, nameNl, nameEn, own })),
      exclusions: of(exclusions).map(({ nodeId, reason, coveredBy }) => ({
        node: nodes.get(nodeId),
        reason,
        coveredBy,
      })),
      rates: of(rates).map(({ fromYear, fteCents, source }) => ({ fromYear, fteCents, source })),
      events: of(events).map(({ onText, sortDate, bodyName, whatNl, whatEn, status, reason, source }) => ({
        ...{ on: onText, sortDate, body: bodyName, whatNl, whatEn, status, reason, source },
      })),
      tables: of(tables).map(({ code, titleNl, titleEn, layout }) => ({ code, titleNl, titleEn, layout })),
      sanctions: of(sanctions).map(({ code, nameNl, nameEn, causeNl, causeEn, effect, source }) => ({
        ...{ code, nameNl, nameEn, causeNl, causeEn, effect, source },
      })),
      documentKinds: of(kinds).map(({ schemeId: _, ...kind }) => kind),
    };
  };
}

async function exportKinds(tx: Tx, institutionId: string, nodes: Map<string, string>) {
  const kinds = await tableRows(tx, institutionId, 'documentKind', 'sort');
  const questions = Map.groupBy(await tableRows(tx, institutionId, 'question', 'sort'), (one) => one.kindId);
  const rights = Map.groupBy(await tableRows(tx, institutionId, 'rightRule', 'sort'), (one) => one.kindId);
  const rules = new Map(
    (await tableRows(tx, institutionId, 'carryOverRule')).map(
      ({ kindId, shareBasis, lastYear, advance, source }) => [
        kindId,
        { shareBasis, lastYear, advance, source },
      ],
    ),
  );
  const requirements = await exportRequirements(tx, institutionId);
  const report = await exportTemplates(tx, institutionId);
  return kinds.map(({ schemeId, kindId, code, nameNl, nameEn, stage, unitKinds, hasMeasures }) => ({
    schemeId,
    ...{ code, nameNl, nameEn, stage, unitKinds, hasMeasures },
    carryOver: rules.get(kindId) ?? null,
    questions: (questions.get(kindId) ?? []).map((one) => ({
      ...{ code: one.code, textNl: one.textNl, textEn: one.textEn, hintNl: one.hintNl, hintEn: one.hintEn },
      ...{ per: one.per, node: one.nodeId && nodes.get(one.nodeId), unitKinds: one.unitKinds },
      ...{ required: one.required, confidential: one.confidential },
      report: report(one),
    })),
    rights: (rights.get(kindId) ?? []).map(
      ({ institutionId: _, ruleId: __, kindId: ___, sort: ____, knownFrom: _____, ...right }) => right,
    ),
    requirements: requirements(kindId),
  }));
}
