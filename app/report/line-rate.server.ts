import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { type Cents, divideHalfAway, sum } from '#app/kernel/money.ts';
import { years } from '#app/kernel/period.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { type BothSides, getBothSides } from '#app/ledger/both-sides.server.ts';
import type { MoneyLine, MoneyQuery } from '#app/ledger/money.server.ts';
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

/** The stages whose amounts may name both sides. */
export const pricedStages = ['allocated', 'budgeted', 'realised'] as const;
export type PricedStage = (typeof pricedStages)[number];

/** What amounts on both sides imply, and what one FTE costs in them on average, in cents. */
export type ImpliedPrice = YearRate & { mean: Cents };

/** A year's price of one FTE: as the scheme states it, and as each stage implies it. */
export type YearPrice = {
  year: number;
  stated: Cents | null;
  implied: Partial<Record<PricedStage, ImpliedPrice>>;
};

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
  const lines = await getBothSides(tx, { ...filter, stage: [...pricedStages] });
  const rates = await schemeRates(tx, actor, { schemeId, knownOn });
  const prices = years(scheme.firstYear, scheme.lastYear).map((year): YearPrice => {
    const implied = pricedStages.flatMap((stage) => {
      const own = lines.filter((line) => line.stage === stage && line.year === year);
      const [rate] = yearRates(own, rates);
      return rate ? [[stage, { ...rate, mean: meanOf(own) }]] : [];
    });
    return { year, stated: rateIn(year, rates)?.fteCents ?? null, implied: Object.fromEntries(implied) };
  });
  return prices.some(({ stated, implied }) => stated !== null || Object.keys(implied).length > 0)
    ? prices
    : [];
}

/** Euros per FTE over lines that name both, in cents. */
function meanOf(both: readonly BothSides[]): Cents {
  const cents = sum(both.map((line) => line.cents));
  return Number(divideHalfAway(BigInt(cents) * 1000n, BigInt(sum(both.map((line) => line.fteMilli)))));
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
