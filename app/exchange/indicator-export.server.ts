import type { Tx } from '#app/kernel/db.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** Below how many individuals figures are masked, where the institution says so. */
export async function exportMaskedBelow(tx: Tx, institutionId: string): Promise<number | null> {
  const [row] = await tableRows(tx, institutionId, 'indicatorSetting');
  return row?.maskedBelow ?? null;
}

/** Per scheme: its indicators with all that was recorded, and what was handed in. */
export async function exportIndicators(tx: Tx, institutionId: string) {
  const indicators = await tableRows(tx, institutionId, 'indicator', 'sort');
  const definitions = await exportDefinitions(tx, institutionId);
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const rows = <R extends { indicatorId: string }>(list: R[]) => Map.groupBy(list, (one) => one.indicatorId);
  const breaks = rows(await tableRows(tx, institutionId, 'indicatorBreak'));
  const observations = rows(await tableRows(tx, institutionId, 'indicatorObservation'));
  const reflections = rows(await tableRows(tx, institutionId, 'indicatorReflection'));
  const submissions = await tableRows(tx, institutionId, 'indicatorSubmission');
  return (schemeId: string) => ({
    indicators: indicators
      .filter((one) => one.schemeId === schemeId)
      .map(({ indicatorId, code, lastYear }) => ({
        ...{ code, lastYear },
        definitions: (definitions.get(indicatorId) ?? []).map(({ entry }) => entry),
        breaks: (breaks.get(indicatorId) ?? []).map(({ unitId, year, reasonNl, reasonEn, source }) => ({
          ...{ unit: unitId && units.get(unitId), year, reasonNl, reasonEn, source },
        })),
        observations: (observations.get(indicatorId) ?? []).map((one) => ({
          ...{ unit: units.get(one.unitId), year: one.year, split: one.split, number: one.number },
          definition:
            definitions.get(indicatorId)!.findIndex(({ definitionId }) => definitionId === one.definitionId) +
            1,
          ...{ valueMilli: one.valueMilli, numeratorMilli: one.numeratorMilli },
          ...{ denominatorMilli: one.denominatorMilli, spreadMilli: one.spreadMilli },
          ...{ respondents: one.respondents, mark: one.mark, caveat: one.caveat, source: one.source },
          ...{ reason: one.reason, afterSubmission: one.afterSubmission },
        })),
        reflections: (reflections.get(indicatorId) ?? []).map((one) => ({
          ...{ unit: units.get(one.unitId), year: one.year, number: one.number, text: one.text },
          afterSubmission: one.afterSubmission,
        })),
      })),
    indicatorSubmissions: submissions
      .filter((one) => one.schemeId === schemeId)
      .map((one) => ({
        ...{ unit: units.get(one.unitId), year: one.year, number: one.number, on: one.onDate },
      })),
  });
}

async function exportDefinitions(tx: Tx, institutionId: string) {
  const rows = await tableRows(tx, institutionId, 'indicatorDefinition');
  const frameworks = codesOf(await tableRows(tx, institutionId, 'framework'), 'frameworkId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const nodes = new Map((await tableRows(tx, institutionId, 'node')).map((one) => [one.nodeId, one]));
  const measures = new Map(
    (await tableRows(tx, institutionId, 'measure')).map((one) => [one.measureId, one]),
  );
  const links = {
    units: await tableRows(tx, institutionId, 'indicatorDefinitionUnit'),
    nodes: await tableRows(tx, institutionId, 'indicatorDefinitionNode'),
    measures: await tableRows(tx, institutionId, 'indicatorDefinitionMeasure'),
  };
  const of = <R extends { definitionId: string }>(list: R[], id: string) =>
    list.filter((one) => one.definitionId === id);
  const entries = rows
    .sort((a, b) => a.number - b.number)
    .map(({ institutionId: _, definitionId, indicatorId, number: __, ...rest }) => ({
      ...{ definitionId, indicatorId },
      entry: {
        ...rest,
        units: of(links.units, definitionId).map((one) => units.get(one.unitId)),
        nodes: of(links.nodes, definitionId).map(({ nodeId }) => {
          const node = nodes.get(nodeId)!;
          return { framework: frameworks.get(node.frameworkId), node: node.code };
        }),
        measures: of(links.measures, definitionId).map(({ measureId }) => {
          const measure = measures.get(measureId)!;
          return { document: documents.get(measure.documentId), measure: measure.code };
        }),
      },
    }));
  return Map.groupBy(entries, (one) => one.indicatorId);
}
