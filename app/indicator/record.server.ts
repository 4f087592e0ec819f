import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { Unit } from '#app/organisation/organisation.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { listIndicators } from './definition.server.ts';
import { current, type Definition, type Indicator } from './definition.ts';
import { existsIn, type Recorded, type Reflection, type Submission, submittedTimes } from './figures.ts';
import type { FigureInput, RecordInput } from './indicator.input.ts';
import { canRecord, definitionFor, givenBy } from './indicator.ts';
import { figureErrors } from './record.ts';
import { latestObservations, latestReflections, listSubmissions } from './table.server.ts';

export type SetAddress = { scheme: string; unit: string; year: number };

/** One indicator in the set of a unit and year, by the definition that holds then. */
export type SetEntry = Pick<Indicator, 'indicatorId' | 'code'> & { definition: Definition };

/** What a unit gives in a year, as it stands: with small figures, for whoever may write them. */
export type IndicatorSet = {
  schemeId: string;
  unit: Unit;
  year: number;
  entries: SetEntry[];
  /** of every indicator of the scheme, by id */
  codes: Map<string, string>;
  observations: Recorded[];
  reflections: Reflection[];
  submissions: Submission[];
  /** how often it was handed in */
  submitted: number;
};

/**
 * The indicators that a unit gives in a year, with what was recorded. Eight statements.
 * @throws Missing; Rejection `forbidden`, `indicator.unit-gone`
 */
export async function getIndicatorSet(tx: Tx, actor: Actor, at: SetAddress): Promise<IndicatorSet> {
  const { institutionId } = actor;
  const { schemeId, indicators } = await listIndicators(tx, actor, { scheme: at.scheme });
  const { units } = await listUnitsEver(tx, institutionId);
  const unit = units.find((one) => one.code === at.unit);
  if (!unit) throw new Missing('unit');
  if (!canRecord(actor, unit.unitId)) throw forbidden('indicator.write');
  const ids = indicators.map((one) => one.indicatorId);
  const observations = await latestObservations(tx, institutionId, ids, { unit: at.unit });
  const reflections = await latestReflections(tx, institutionId, ids, { unit: at.unit });
  const submissions = await listSubmissions(tx, institutionId, schemeId);
  const entries = indicators.flatMap((one): SetEntry[] => {
    const definition = definitionFor(one.definitions, at.year)!;
    const measured = one.definitions[0]!.fromYear <= at.year && (one.lastYear ?? at.year) >= at.year;
    const there = existsIn(unit, at.year, definition.academic);
    const { indicatorId, code } = one;
    return measured && there && givenBy(current(one), unit) ? [{ indicatorId, code, definition }] : [];
  });
  return {
    codes: new Map(indicators.map((one) => [one.indicatorId, one.code])),
    ...{ schemeId, unit, year: at.year, entries, observations, reflections, submissions },
    submitted: submittedTimes(submissions, at),
  };
}

/**
 * Records figures and reflections of a unit and year: what was there stays, the new ones count. All or nothing.
 * @throws InvalidInput with everything wrong at once; Rejection `conflict` when one was recorded meanwhile
 */
export async function recordFigures(
  tx: Tx,
  actor: Actor,
  at: SetAddress,
  input: RecordInput,
): Promise<{ recorded: number }> {
  await lockSet(tx, actor, at);
  const set = await getIndicatorSet(tx, actor, at);
  const entries = new Map(set.entries.map((one) => [one.code, one]));
  const errors: FieldError[] = [];
  for (const [i, one] of input.figures.entries()) {
    const entry = entries.get(one.indicator);
    const path = `figures.${one.indicator}.${one.split}`;
    if (entry) errors.push(...figureErrors(one, entry.definition, path));
    else errors.push({ path: `figures.${i}`, code: 'indicator.not-given', params: { value: one.indicator } });
  }
  for (const { indicator } of input.reflections) {
    if (!entries.has(indicator)) {
      errors.push({ path: 'reflections', code: 'indicator.not-given', params: { value: indicator } });
    }
  }
  const corrects = set.submitted > 0 && input.figures.some((one) => one.seen > 0);
  if (corrects && input.reason === '') {
    errors.push({ path: 'reason', code: 'indicator.correction-reason', params: {} });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const at0 = { institutionId: actor.institutionId, unitId: set.unit.unitId, year: at.year };
  const figures = input.figures.map((one) =>
    observationRow(one, { set, entries, at: at0, reason: input.reason }),
  );
  const reflections = input.reflections.map(({ indicator, text, seen }) => {
    const { indicatorId } = entries.get(indicator)!;
    const before = set.reflections.find((one) => one.indicatorId === indicatorId && one.year === at.year);
    if ((before?.number ?? 0) !== seen) throw new Rejection('conflict', { revision: before?.number ?? 0 });
    return {
      ...{ ...at0, reflectionId: newId(), indicatorId, text, number: seen + 1 },
      afterSubmission: set.submitted,
    };
  });
  if (figures.length > 0) await tx.insertInto('indicatorObservation').values(figures).execute();
  if (reflections.length > 0) await tx.insertInto('indicatorReflection').values(reflections).execute();
  if (figures.length + reflections.length > 0) {
    await record(
      tx,
      actor,
      'indicator.record',
      { kind: 'unit', id: set.unit.unitId },
      { after: { scheme: at.scheme, unit: at.unit, year: at.year, ...input } },
    );
  }
  return { recorded: figures.length + reflections.length };
}

type Placing = {
  set: IndicatorSet;
  entries: ReadonlyMap<string, SetEntry>;
  at: { institutionId: string; unitId: string; year: number };
  reason: string;
};

function observationRow(one: FigureInput, { set, entries, at, reason }: Placing) {
  const { indicatorId, definition } = entries.get(one.indicator)!;
  const before = set.observations.find(
    (each) => each.indicatorId === indicatorId && each.year === at.year && each.split === one.split,
  );
  if ((before?.number ?? 0) !== one.seen) throw new Rejection('conflict', { revision: before?.number ?? 0 });
  const { split, value, numerator, denominator, spread, respondents, mark, caveat, source } = one;
  return {
    ...{ ...at, observationId: newId(), indicatorId, definitionId: definition.definitionId, split },
    ...{ number: one.seen + 1, valueMilli: value, numeratorMilli: numerator, denominatorMilli: denominator },
    ...{ spreadMilli: spread, respondents, mark, caveat, source },
    ...{ reason: one.seen > 0 ? reason : '', afterSubmission: set.submitted },
  };
}

/** One writer at a time on the set of a unit: whoever comes second sees what the first wrote. */
export async function lockSet(tx: Tx, { institutionId }: Actor, at: SetAddress): Promise<void> {
  await tx
    .selectFrom('unit')
    .select('unitId')
    .where('institutionId', '=', institutionId)
    .where('code', '=', at.unit)
    .forNoKeyUpdate()
    .execute();
}
