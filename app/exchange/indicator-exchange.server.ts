import { submittedContent } from '#app/indicator/submission.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** Below how many individuals figures are masked, where the institution says so. */
export async function importMaskedBelow(tx: Tx, book: CodeBook, { maskedBelow }: InstitutionFile) {
  const { institutionId } = book;
  await insertAll(tx, 'indicatorSetting', maskedBelow === null ? [] : [{ institutionId, maskedBelow }]);
}

/** The indicators of a scheme with their figures; after its documents, whose measures they speak of. */
export async function importIndicators(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  const indicators = scheme.indicators.map((one, sort) => ({ ...one, indicatorId: newId(), sort }));
  await insertAll(
    tx,
    'indicator',
    indicators.map(({ indicatorId, code, sort, lastYear }) => ({
      ...{ institutionId, indicatorId, schemeId, code, sort, lastYear },
    })),
  );
  const definitions = indicators.flatMap(({ indicatorId, definitions: versions }) =>
    versions.map((one, i) => ({ ...one, indicatorId, number: i + 1, definitionId: newId() })),
  );
  await insertAll(
    tx,
    'indicatorDefinition',
    definitions.map(({ units: _, nodes: __, measures: ___, splits, ...rest }) => ({
      ...{ institutionId, ...rest, splits: JSON.stringify(splits) },
    })),
  );
  await importLinks(tx, book, { scheme, definitions });
  const definitionOf = (indicatorId: string, number: number) =>
    definitions.find((one) => one.indicatorId === indicatorId && one.number === number)!.definitionId;
  await insertAll(
    tx,
    'indicatorBreak',
    indicators.flatMap(({ indicatorId, breaks }) =>
      breaks.map(({ unit, ...rest }) => ({
        ...{ institutionId, breakId: newId(), indicatorId, unitId: book.idOrNull('unit', unit), ...rest },
      })),
    ),
  );
  await insertAll(
    tx,
    'indicatorObservation',
    indicators.flatMap(({ indicatorId, observations }) =>
      observations.map(({ unit, definition, ...rest }) => ({
        ...{ institutionId, observationId: newId(), indicatorId, unitId: book.id('unit', unit), ...rest },
        definitionId: definitionOf(indicatorId, definition),
      })),
    ),
  );
  await insertAll(
    tx,
    'indicatorReflection',
    indicators.flatMap(({ indicatorId, reflections }) =>
      reflections.map(({ unit, ...rest }) => ({
        ...{ institutionId, reflectionId: newId(), indicatorId, unitId: book.id('unit', unit), ...rest },
      })),
    ),
  );
  await insertAll(
    tx,
    'indicatorSubmission',
    scheme.indicatorSubmissions.map(({ unit, year, number, on }) => ({
      ...{ institutionId, submissionId: newId(), schemeId, unitId: book.id('unit', unit), year, number },
      ...{ onDate: on, contentHash: hashOf(indicators, { unit, year, number }) },
    })),
  );
}

type Definitions = (SchemeEntry['indicators'][number]['definitions'][number] & { definitionId: string })[];

async function importLinks(
  tx: Tx,
  book: CodeBook,
  { scheme, definitions }: { scheme: SchemeEntry; definitions: Definitions },
): Promise<void> {
  const own = (definitionId: string) => ({ institutionId: book.institutionId, definitionId });
  await insertAll(
    tx,
    'indicatorDefinitionUnit',
    definitions.flatMap(({ definitionId, units }) =>
      units.map((unit) => ({ ...own(definitionId), unitId: book.id('unit', unit) })),
    ),
  );
  await insertAll(
    tx,
    'indicatorDefinitionNode',
    definitions.flatMap(({ definitionId, nodes }) =>
      nodes.map(({ framework, node }) => ({
        ...own(definitionId),
        nodeId: book.id('node', framework, node),
      })),
    ),
  );
  await insertAll(
    tx,
    'indicatorDefinitionMeasure',
    definitions.flatMap(({ definitionId, measures }) =>
      measures.map(({ document, measure }) => ({
        ...own(definitionId),
        measureId: book.id('measure', scheme.code, document, measure),
      })),
    ),
  );
}

type Imported = (SchemeEntry['indicators'][number] & { indicatorId: string })[];

/** The hash of what stood when a set was handed in: the newest of what was recorded before. */
function hashOf(indicators: Imported, of: { unit: string; year: number; number: number }): string {
  const newest = <T extends { unit: string; year: number; number: number; afterSubmission: number }>(
    list: readonly T[],
    keyOf: (one: T) => string,
  ) => {
    const before = list
      .filter((one) => one.unit === of.unit && one.year === of.year && one.afterSubmission < of.number)
      .sort((a, b) => a.number - b.number);
    return [...new Map(before.map((one) => [keyOf(one), one])).values()];
  };
  return contentHash(
    submittedContent({
      ...{ unit: of.unit, year: of.year },
      codes: new Map(indicators.map((one) => [one.indicatorId, one.code])),
      observations: indicators.flatMap(({ indicatorId, observations }) =>
        newest(observations, (one) => one.split).map((one) => ({ ...one, indicatorId })),
      ),
      reflections: indicators.flatMap(({ indicatorId, reflections }) =>
        newest(reflections, () => '').map((one) => ({ ...one, indicatorId })),
      ),
    }),
  );
}
