import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import type { Cents } from '#app/kernel/money.ts';
import { years } from '#app/kernel/period.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { getMoneyLines, type MoneyLine, type MoneyQuery } from '#app/ledger/money.server.ts';
import { type YearRate, yearRates } from '#app/plan/budget-rate.ts';

/**
 * What lines that print both euros and FTE imply about the price of one FTE, by year, beside the scheme's own rate
 * as it was known.
 * Of sums it cannot be told: they add lines in euros alone and in FTE alone. One statement, none without such lines.
 */
export async function impliedIn(
  tx: Tx,
  actor: Actor,
  { schemeId, lines, knownOn }: { schemeId: string; lines: readonly MoneyLine[]; knownOn: Date | null },
): Promise<YearRate[]> {
  const both = lines.filter((line) => line.cents !== null && line.fteMilli !== null);
  if (both.length === 0) return [];
  return yearRates(both, await schemeRates(tx, actor, { schemeId, knownOn }));
}

/** A year's price of one FTE: as the scheme states it, and as budgets and spending imply it. */
export type YearPrice = {
  year: number;
  stated: Cents | null;
  budgeted: YearRate | null;
  realised: YearRate | null;
};

/** As many lines as are read to tell a price: beyond that the window no longer narrows. */
const enough = 5_000;

/**
 * What one FTE costs in each year of the scheme, over the lines of a filter; nothing where no rate is known and no line
 * names both sides. Two statements.
 */
export async function pricesIn(
  tx: Tx,
  actor: Actor,
  filter: Omit<MoneyQuery, 'groupBy'>,
  scheme: { firstYear: number; lastYear: number },
): Promise<YearPrice[]> {
  const { schemeId, knownOn = null } = filter;
  const lines = await getMoneyLines(tx, { ...filter, stage: ['budgeted', 'realised'] }, enough);
  const rates = await schemeRates(tx, actor, { schemeId, knownOn });
  const implied = (stage: 'budgeted' | 'realised') => {
    const found = yearRates(
      lines.filter((line) => line.stage === stage),
      rates,
    );
    return new Map(found.map((one) => [one.year, one]));
  };
  const [budgeted, realised] = [implied('budgeted'), implied('realised')];
  if (rates.length + budgeted.size + realised.size === 0) return [];
  return years(scheme.firstYear, scheme.lastYear).map((year) => ({
    year,
    stated: rateIn(year, rates)?.fteCents ?? null,
    budgeted: budgeted.get(year) ?? null,
    realised: realised.get(year) ?? null,
  }));
}

async function schemeRates(
  tx: Tx,
  { institutionId }: Actor,
  { schemeId, knownOn }: { schemeId: string; knownOn: Date | null },
): Promise<Rate[]> {
  const { rows } = await sql<Rate>`select from_year, fte_cents from ${settingAt('scheme_rate', knownOn)} r
    where institution_id = ${institutionId} and scheme_id = ${schemeId}`.execute(tx);
  return rows;
}
