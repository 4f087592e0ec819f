import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sum } from '#app/kernel/money.ts';
import { getMoneyLines, type MoneyLine, type MoneyQuery } from '#app/ledger/money.server.ts';
import { readTraceFacts } from '#app/participation/trace.server.ts';
import { type TracedLine, type TraceFacts, type TraceVersion, traceLines } from '#app/participation/trace.ts';
import { type Untraceable, untraceableOf } from '#app/participation/trace-total.ts';

/** A version on the way of a figure; `cents` null where it stands for no amount of it. */
export type OriginDocument = Pick<TraceVersion, 'document' | 'title' | 'number' | 'hash' | 'decisions'> & {
  cents: number | null;
};

/** One figure's way: what it is made of, the plans that explain spending, and what of it has no chain. */
export type Origin = {
  cents: number | null;
  fteMilli: number | null;
  lines: number;
  units: string[];
  documents: OriginDocument[];
  /** of what is realised: the plans whose measures it was spent on */
  plans: OriginDocument[];
  measures: string[];
  untraceable: Untraceable;
  unknown: Untraceable;
};

/**
 * Where a figure of the money page comes from: its own lines, as they are filtered there, with the chain of
 * each as `traceLines` finds it. Four statements.
 */
export async function getOrigin(
  tx: Tx,
  actor: Actor,
  query: Omit<MoneyQuery, 'groupBy'> & { asOf: Date },
): Promise<Origin> {
  const { schemeId, asOf, knownOn = null } = query;
  const lines = await getMoneyLines(tx, query, 5_000);
  const facts = await readTraceFacts(tx, actor, { schemeId, at: asOf, knownOn });
  return originOf(lines, facts);
}

function originOf(lines: readonly MoneyLine[], facts: TraceFacts): Origin {
  const places = new Set(lines.map(placeOf));
  const own = traceLines(facts).filter((line) => places.has(placeOf(line)));
  const versions = new Map(facts.versions.map((version) => [version.versionId, version]));
  const carriers = Map.groupBy(lines, (line) => line.versionId);
  const plans = new Set(own.filter((line) => line.stage === 'realised').flatMap((line) => line.plans));
  return {
    cents: total(lines, 'cents'),
    fteMilli: total(lines, 'fteMilli'),
    lines: lines.length,
    units: [...new Set(lines.map((line) => line.unit))],
    documents: [...carriers].map(([versionId, carried]) => {
      const { documentCode: document, documentTitle: title, versionNumber: number } = carried[0]!;
      return {
        ...{ document, title, number, hash: carried[0]!.contentHash },
        cents: total(carried, 'cents'),
        decisions: versions.get(versionId)?.decisions ?? [],
      };
    }),
    plans: [...plans].flatMap((versionId) => planOf(versions.get(versionId))),
    measures: namesOf(lines),
    untraceable: untraceableOf(own),
    unknown: untraceableOf(own, 'unknown'),
  };
}

function placeOf(line: MoneyLine | TracedLine): string {
  const { versionId, stage, fund, unit, node, measureId, year } = line;
  return JSON.stringify([versionId, stage, fund, unit, node, measureId, year]);
}

function planOf(version: TraceVersion | undefined): OriginDocument[] {
  if (!version) return [];
  const { document, title, number, hash, decisions } = version;
  return [{ document, title, number, hash, decisions, cents: null }];
}

function namesOf(lines: readonly MoneyLine[]): string[] {
  const measures = new Map(lines.flatMap((line) => (line.measureId ? [[line.measureId, line]] : [])));
  return [...measures.values()].map((line) => line.measureName ?? line.measure ?? '');
}

function total(lines: readonly MoneyLine[], unit: 'cents' | 'fteMilli'): number | null {
  return lines.some((line) => line[unit] !== null) ? sum(lines.map((line) => line[unit])) : null;
}
