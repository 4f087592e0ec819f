import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { getIndicator } from './definition.server.ts';
import { current } from './definition.ts';
import { type DefinitionFrame, getDefinitionFrame } from './definition-frame.server.ts';
import type { DefinitionInput, NewIndicatorInput } from './indicator.input.ts';
import { canDefine } from './indicator.ts';

export type IndicatorAddress = { scheme: string; indicator: string };
type Changed = { revision: number };

/**
 * Makes an indicator with the first version of its definition.
 * @throws Rejection `forbidden`, `indicator.taken`; InvalidInput; Missing
 */
export async function defineIndicator(
  tx: Tx,
  actor: Actor,
  scheme: string,
  { code, definition }: NewIndicatorInput,
): Promise<{ code: string } & Changed> {
  if (!canDefine(actor)) throw forbidden('admin.scheme');
  const frame = await getDefinitionFrame(tx, actor, scheme);
  const links = resolve(frame, definition);
  if (frame.codes.includes(code)) throw new Rejection('indicator.taken', { code });
  const indicatorId = newId();
  const { institutionId } = actor;
  const sort = frame.codes.length;
  await tx
    .insertInto('indicator')
    .values({ institutionId, indicatorId, schemeId: frame.schemeId, code, sort })
    .execute();
  await insertDefinition(tx, actor, { indicatorId, number: 1, definition, links });
  await record(
    tx,
    actor,
    'indicator.define',
    { kind: 'indicator', id: indicatorId },
    { after: { scheme, code, ...definition } },
  );
  return { code, revision: 1 };
}

/**
 * Measures an indicator in another way from a year on: a new version, of which figures already recorded are no part.
 * @throws Rejection `forbidden`, `conflict`; InvalidInput `indicator.reason`, `indicator.from-year`; Missing
 */
export async function redefineIndicator(
  tx: Tx,
  actor: Actor,
  at: IndicatorAddress & { revision: number },
  definition: DefinitionInput,
): Promise<{ number: number } & Changed> {
  const { indicator, revision } = await openIndicator(tx, actor, at);
  const frame = await getDefinitionFrame(tx, actor, at.scheme);
  const last = current(indicator);
  const errors: FieldError[] = [];
  if (definition.reasonNl === '') errors.push({ path: 'reasonNl', code: 'indicator.reason', params: {} });
  if (definition.reasonEn === '') errors.push({ path: 'reasonEn', code: 'indicator.reason', params: {} });
  if (definition.fromYear < last.fromYear) {
    errors.push({ path: 'fromYear', code: 'indicator.from-year', params: { year: last.fromYear } });
  }
  const links = resolve(frame, definition, errors);
  const number = last.number + 1;
  await insertDefinition(tx, actor, { indicatorId: indicator.indicatorId, number, definition, links });
  await record(
    tx,
    actor,
    'indicator.redefine',
    { kind: 'indicator', id: indicator.indicatorId },
    { after: { scheme: at.scheme, code: at.indicator, number, ...definition } },
  );
  return { number, revision };
}

/** Says after which year it is measured no more, or that it goes on. @throws Rejection `forbidden`, `conflict`; Missing */
export async function endIndicator(
  tx: Tx,
  actor: Actor,
  at: IndicatorAddress & { revision: number },
  { lastYear }: { lastYear: number | null },
): Promise<Changed> {
  const { indicator, revision } = await openIndicator(tx, actor, at);
  await tx
    .updateTable('indicator')
    .set({ lastYear })
    .where('institutionId', '=', actor.institutionId)
    .where('indicatorId', '=', indicator.indicatorId)
    .execute();
  const subject = { kind: 'indicator', id: indicator.indicatorId };
  await record(tx, actor, 'indicator.end', subject, {
    before: { lastYear: indicator.lastYear },
    after: { lastYear },
  });
  return { revision };
}

async function openIndicator(tx: Tx, actor: Actor, at: IndicatorAddress & { revision: number }) {
  if (!canDefine(actor)) throw forbidden('admin.scheme');
  const { indicator } = await getIndicator(tx, actor, at);
  const changed = await tx
    .updateTable('indicator')
    .set({ revision: at.revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('indicatorId', '=', indicator.indicatorId)
    .where('revision', '=', at.revision)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Rejection('conflict', { revision: indicator.revision });
  return { indicator, revision: at.revision + 1 };
}

type Links = { unitIds: string[]; nodeIds: string[]; measureIds: string[] };

/** The ids of what a definition names. @throws InvalidInput with everything that does not fit */
function resolve(frame: DefinitionFrame, input: DefinitionInput, errors: FieldError[] = []): Links {
  const found = <T>(path: string, value: string, one: T | undefined): T[] => {
    if (one) return [one];
    errors.push({ path, code: 'indicator.unknown', params: { value } });
    return [];
  };
  const unitIds = input.units.flatMap((code) =>
    found(
      'units',
      code,
      frame.units.find((one) => one.code === code),
    ).map((one) => one.unitId),
  );
  const nodeIds = input.nodes.flatMap(({ framework, node }) =>
    found(
      'nodes',
      node,
      frame.nodes.find((one) => one.framework === framework && one.code === node),
    ).map((one) => one.nodeId),
  );
  const measureIds = input.measures.flatMap(({ document, measure }) =>
    found(
      'measures',
      measure,
      frame.measures.find((one) => one.document === document && one.measure === measure),
    ).map((one) => one.measureId),
  );
  if (input.units.length === 0 && input.unitKinds.length === 0) {
    errors.push({ path: 'unitKinds', code: 'indicator.nobody', params: {} });
  }
  const { scaleLow, scaleHigh } = input;
  if ((scaleLow === null) !== (scaleHigh === null) || (scaleLow !== null && scaleLow >= scaleHigh!)) {
    errors.push({ path: 'scaleHigh', code: 'indicator.scale', params: {} });
  }
  if (input.kind === 'mean' && scaleLow === null) {
    errors.push({ path: 'scaleLow', code: 'indicator.scale', params: {} });
  }
  const codes = input.splits.map((one) => one.code);
  if (new Set(codes).size < codes.length) {
    errors.push({ path: 'splits', code: 'indicator.split-twice', params: {} });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const once = (ids: string[]) => [...new Set(ids)];
  return { unitIds: once(unitIds), nodeIds: once(nodeIds), measureIds: once(measureIds) };
}

type NewDefinition = { indicatorId: string; number: number; definition: DefinitionInput; links: Links };

async function insertDefinition(
  tx: Tx,
  { institutionId }: Actor,
  { indicatorId, number, definition, links }: NewDefinition,
): Promise<void> {
  const { units: _, nodes: __, measures: ___, splits, target, kind, ...rest } = definition;
  const own = { institutionId, definitionId: newId() };
  const scale = kind === 'mean' ? {} : { scaleLow: null, scaleHigh: null };
  await tx
    .insertInto('indicatorDefinition')
    .values({
      ...{ ...own, indicatorId, number, kind, ...rest, ...scale },
      ...{ targetMilli: target, splits: JSON.stringify(splits) },
    })
    .execute();
  const rows = {
    units: links.unitIds.map((unitId) => ({ ...own, unitId })),
    nodes: links.nodeIds.map((nodeId) => ({ ...own, nodeId })),
    measures: links.measureIds.map((measureId) => ({ ...own, measureId })),
  };
  if (rows.units.length > 0) await tx.insertInto('indicatorDefinitionUnit').values(rows.units).execute();
  if (rows.nodes.length > 0) await tx.insertInto('indicatorDefinitionNode').values(rows.nodes).execute();
  if (rows.measures.length > 0) {
    await tx.insertInto('indicatorDefinitionMeasure').values(rows.measures).execute();
  }
}
