/**
 * Ties: two questions about money that must give the same answer, in one document or in two. Declared once as
 * data and judged whenever somebody looks. Pure. Each side may miss the true amount by half the last digit of
 * every figure it was printed in, so a sum of two figures in k EUR may miss by a whole k EUR.
 */
import { z } from 'zod';
import { judgeSum, type Part } from '#app/ledger/check.ts';
import { stages } from '#app/ledger/ledger.ts';

const code = z.string().trim().min(1).max(80);

/** One side: which ledger lines, by codes, and to what they were printed. Empty lists ask for all. */
export const tieSideSchema = z.strictObject({
  scheme: code,
  stage: z.enum(stages),
  funds: z.array(code).max(20).default([]),
  /** itself and all below it */
  unit: code.nullable().default(null),
  node: code.nullable().default(null),
  measure: code.nullable().default(null),
  components: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  years: z.array(z.int().min(1900).max(2200)).max(50).default([]),
  /** the last digit that was printed, in cents: 100 for euros, 100000 for k EUR */
  unitCents: z.int().min(1).max(100_000_000_000),
});
export type TieSide = z.output<typeof tieSideSchema>;

/** One printed figure of a side: cents; null when it is not known (pm, masked). */
export type TieFigure = number | null;

export const tieStates = ['holds', 'rounding', 'broken', 'unknown'] as const;
export type TieState = (typeof tieStates)[number];

/** Both sums in cents (null when nothing is known), left minus right, and the most that rounding explains. */
export type TieVerdict = {
  state: TieState;
  left: number | null;
  right: number | null;
  difference: number | null;
  slack: number;
};

type Side = { figures: readonly TieFigure[]; unitCents: number };

/** Judges a tie. A side without figures, or with an unknown one, can be neither right nor wrong. */
export function judgeTie(left: Side, right: Side): TieVerdict {
  const slack = (left.figures.length * left.unitCents + right.figures.length * right.unitCents) / 2;
  const [a, b] = [totalOf(left.figures), totalOf(right.figures)];
  if (a === null || b === null) return { state: 'unknown', left: a, right: b, difference: null, slack };
  const stated = {
    kind: 'known' as const,
    value: BigInt(a),
    unit: BigInt(left.unitCents) * BigInt(left.figures.length),
  };
  const parts: Part[] = right.figures.map((cents) => ({
    figure: { kind: 'known', value: BigInt(cents!), unit: BigInt(right.unitCents) },
    sign: 1,
  }));
  const verdict = judgeSum(stated, parts);
  const state = verdict.class === 'exact' ? 'holds' : verdict.class === 'rounding' ? 'rounding' : 'broken';
  return { state, left: a, right: b, difference: a - b, slack };
}

function totalOf(figures: readonly TieFigure[]): number | null {
  if (figures.length === 0 || figures.some((cents) => cents === null)) return null;
  return figures.reduce<number>((sum, cents) => sum + cents!, 0);
}
