import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { MoneyLine } from '#app/ledger/money.server.ts';
import { type YearRate, yearRates } from '#app/plan/budget-rate.ts';

/**
 * What lines that print both euros and FTE imply about the price of one FTE, by year, beside the scheme's own rate.
 * Of sums it cannot be told: they add lines in euros alone and in FTE alone. One statement, none without such lines.
 */
export async function impliedIn(
  tx: Tx,
  { institutionId }: Actor,
  { schemeId, lines }: { schemeId: string; lines: readonly MoneyLine[] },
): Promise<YearRate[]> {
  const both = lines.filter((line) => line.cents !== null && line.fteMilli !== null);
  if (both.length === 0) return [];
  const rates = await tx
    .selectFrom('schemeRate')
    .select(['fromYear', 'fteCents'])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .execute();
  return yearRates(both, rates);
}
