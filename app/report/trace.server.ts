import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sum } from '#app/kernel/money.ts';
import { getMoneyLines, type MoneyLine, type MoneyQuery } from '#app/ledger/money.server.ts';

/** One step of the way from the grant to a figure and on to what was spent. */
export type TraceDocument = {
  title: string;
  code: string;
  kind: string;
  number: number;
  hash: string | null;
  cents: number | null;
  source: string;
  decisions: { body: string; kind: string; outcome: string | null; on: string | null }[];
};

export type Trace = {
  cents: number | null;
  fteMilli: number | null;
  lines: number;
  units: string[];
  documents: TraceDocument[];
  measures: { code: string; name: string; cents: number | null; fteMilli: number | null }[];
};

/**
 * Where a figure comes from: its lines, the units and measures they stand for, the document versions that
 * carry them and the decisions taken on exactly those versions. Two statements.
 */
export async function getTrace(tx: Tx, actor: Actor, query: Omit<MoneyQuery, 'groupBy'>): Promise<Trace> {
  const lines = await getMoneyLines(tx, query, 5_000);
  const versions = [...new Set(lines.map((line) => line.versionId))];
  const decisions = await getDecisions(tx, actor, versions);
  return {
    cents: total(lines, 'cents'),
    fteMilli: total(lines, 'fteMilli'),
    lines: lines.length,
    units: [...new Set(lines.map((line) => line.unit))],
    documents: versions.map((versionId) => {
      const own = lines.filter((line) => line.versionId === versionId);
      const [first] = own;
      return {
        title: first!.documentTitle,
        code: first!.documentCode,
        kind: first!.kind,
        number: first!.versionNumber,
        hash: first!.contentHash,
        source: first!.versionSource,
        cents: total(own, 'cents'),
        decisions: decisions.filter((decision) => decision.versionId === versionId),
      };
    }),
    measures: [
      ...Map.groupBy(
        lines.filter((line) => line.measure),
        (line) => line.measure!,
      ),
    ].map(([code, own]) => ({
      code,
      name: own.at(-1)!.measureName ?? code,
      cents: total(own, 'cents'),
      fteMilli: total(own, 'fteMilli'),
    })),
  };
}

function total(lines: MoneyLine[], unit: 'cents' | 'fteMilli'): number | null {
  return lines.some((line) => line[unit] !== null) ? sum(lines.map((line) => line[unit])) : null;
}

async function getDecisions(tx: Tx, actor: Actor, versions: string[]) {
  const name = actor.locale === 'en' ? 'b.nameEn' : 'b.nameNl';
  return tx
    .selectFrom('decision as d')
    .innerJoin('body as b', (on) =>
      on.onRef('b.institutionId', '=', 'd.institutionId').onRef('b.bodyId', '=', 'd.bodyId'),
    )
    .select(['d.versionId', 'd.kind', 'd.outcome', 'd.decidedOn as on', `${name} as body`])
    .where('d.institutionId', '=', actor.institutionId)
    .where('d.versionId', 'in', versions.length ? versions : [null as never])
    .orderBy('d.askedOn')
    .execute();
}
