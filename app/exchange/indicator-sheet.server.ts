import { z } from 'zod';
import { listIndicators } from '#app/indicator/definition.server.ts';
import { current } from '#app/indicator/definition.ts';
import { existsIn, type Reflection } from '#app/indicator/figures.ts';
import { canRecord, definitionFor, givenBy } from '#app/indicator/indicator.ts';
import { recordFigures } from '#app/indicator/record.server.ts';
import { latestObservations, latestReflections } from '#app/indicator/table.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { rowKey } from './fill-in-read.ts';
import { sinceShown } from './fill-in-sheet.ts';
import { figureOf, indicatorRound, keyOf, type Row } from './indicator-sheet.ts';
import { reflectionField, reflectionKey } from './reflection-sheet.ts';

export const indicatorSheetAddress = z.object({
  scheme: z.string().min(1),
  year: z.coerce.number().int().min(1900).max(2200),
});
export type IndicatorSheetAddress = z.output<typeof indicatorSheetAddress>;

/**
 * What one may record in a year, with what stands. Eight statements.
 * @throws Missing; Rejection `forbidden` when there is no unit whose figures one may record
 */
export async function getSheetRows(
  tx: Tx,
  actor: Actor,
  { scheme, year }: IndicatorSheetAddress,
): Promise<Row[]> {
  if (!canRecord(actor, null)) throw forbidden('indicator.write');
  const { indicators } = await listIndicators(tx, actor, { scheme });
  const { units } = await listUnitsEver(tx, actor.institutionId);
  const ids = indicators.map((one) => one.indicatorId);
  const observations = await latestObservations(tx, actor.institutionId, ids, { year });
  const reflections = await latestReflections(tx, actor.institutionId, ids, { year });
  const before = await latestReflections(tx, actor.institutionId, ids, { year: year - 1 });
  return units
    .filter((unit) => canRecord(actor, unit.unitId))
    .flatMap((unit) =>
      indicators.flatMap((one): Row[] => {
        const definition = definitionFor(one.definitions, year)!;
        const asked = one.definitions[0]!.fromYear <= year && (one.lastYear ?? year) >= year;
        if (!asked || !givenBy(current(one), unit) || !existsIn(unit, year, definition.academic)) return [];
        const splits = definition.splits.length > 0 ? definition.splits.map((split) => split.code) : [''];
        const said = (list: Reflection[]) =>
          list.find((each) => each.indicatorId === one.indicatorId && each.unit === unit.code) ?? null;
        const told = { reflection: said(reflections), before: said(before)?.text ?? '' };
        return splits.map((split) => ({
          ...{ unit, indicator: one.code, definition, split, ...told },
          stands:
            observations.find(
              (each) =>
                each.indicatorId === one.indicatorId && each.unit === unit.code && each.split === split,
            ) ?? null,
        }));
      }),
    );
}

/**
 * Records what was shown, unit by unit: all of it or none. Cells that somebody else was ahead of come back, and then
 * nothing is recorded yet.
 * @throws InvalidInput; Missing; Rejection `forbidden`
 */
export async function saveIndicatorSheet(
  tx: Tx,
  actor: Actor,
  { changes, reason, ...at }: IndicatorSheetAddress & { changes: readonly CellChange[]; reason: string },
): Promise<Saved> {
  const rows = await getSheetRows(tx, actor, at);
  const shown = { sheet: indicatorRound(rows, at.year), locale: actor.locale };
  const { still, moved } = sinceShown(changes, shown);
  if (moved.length > 0) return { saved: null, still, moved };
  const told = still.filter((one) => one.field === reflectionField);
  const figures = figuresOf(
    rows,
    still.filter((one) => one.field !== reflectionField),
  );
  const reflections = told.map((one) => reflectionOf(rows, one));
  for (const unit of new Set([...figures, ...reflections].map((one) => one.unit))) {
    const own = <T extends { unit: string }>(list: T[]) => list.filter((one) => one.unit === unit);
    await recordFigures(
      tx,
      actor,
      { ...at, unit },
      {
        figures: own(figures).map((one) => one.figure),
        reflections: own(reflections).map((one) => one.reflection),
        reason,
      },
    );
  }
  return { saved: figures.length + reflections.length };
}

function figuresOf(rows: readonly Row[], changes: readonly CellChange[]) {
  const byKey = new Map(rows.map((row) => [rowKey(keyOf(row)), row]));
  return [...Map.groupBy(changes, (one) => rowKey(one.key))].map(([id, list]) => {
    const row = byKey.get(id);
    if (!row) throw new Missing('indicator');
    return { unit: row.unit.code, figure: figureOf(row, list) };
  });
}

function reflectionOf(rows: readonly Row[], { key, after }: CellChange) {
  const row = rows.find((one) => rowKey(reflectionKey(one)) === rowKey(key));
  if (!row) throw new Missing('indicator');
  const seen = row.reflection?.number ?? 0;
  const { data } = reflectionText.safeParse(after);
  if (data === undefined) {
    throw new InvalidInput([{ path: 'reflections', code: 'fill-in.indicators.emptied', params: {} }]);
  }
  return { unit: row.unit.code, reflection: { indicator: row.indicator, text: data, seen } };
}

const reflectionText = z.string().trim().min(1).max(20_000);
