import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { MoneyLine } from '#app/ledger/money.server.ts';
import { type YearRate, yearRates } from '#app/plan/budget-rate.ts';

/**
 * What lines that print both euros and FTE imply about the price of one FTE, by year, beside the scheme's own rate
 * as it was known.
 * Of sums it cannot be told: they add lines in euros alone and in FTE alone. One statement, none without such lines.
 */
export async function impliedIn(
  tx: Tx,
  { institutionId }: Actor,
  { schemeId, lines, knownOn }: { schemeId: string; lines: readonly MoneyLine[]; knownOn: Date | null },
): Promise<YearRate[]> {
  const both = lines.filter((line) => line.cents !== null && line.fteMilli !== null);
  if (both.length === 0) return [];
  const { rows } = await sql<Rate>`select from_year, fte_cents from ${settingAt('scheme_rate', knownOn)} r
    where institution_id = ${institutionId} and scheme_id = ${schemeId}`.execute(tx);
  return yearRates(both, rows);
}
