import type { Cents } from '#app/kernel/money.ts';
import type { FundingDocument, FundingLine } from './funding.ts';

/** An expected amount of the whole institution beside one of a part of it: the same money, said twice. */
type Twice = {
  fund: string;
  year: number;
  /** the documents that speak of the whole, and those that speak of its parts, by their titles */
  whole: string[];
  parts: string[];
  /** what the other side already says, in cents; null when all of it is pm */
  wholeCents: Cents | null;
  partsCents: Cents | null;
};

type Estimate = Pick<FundingDocument, 'title'> & {
  stage: FundingDocument['kind']['stage'];
  inside: boolean;
  lines: readonly FundingLine[];
};

/** A document as `saidTwice` reads it. */
export function estimateOf({ title, kind, unit }: FundingDocument, lines: readonly FundingLine[]): Estimate {
  return { title, stage: kind.stage, inside: unit.inside, lines };
}

/**
 * Where an estimate per unit and the framework of the whole institution stand on one fund and year, and would be
 * summed. A grant is left alone: one unit can be granted money of its own beside the grant of the whole. Pure.
 */
export function saidTwice(estimates: readonly Estimate[]): Twice[] {
  const lines = estimates
    .filter((one) => one.stage === 'expected')
    .flatMap(({ title, inside, lines }) =>
      lines.filter((line) => !line.memo).map((line) => ({ ...line, title, inside })),
    );
  const places = [...Map.groupBy(lines, (line) => `${line.fund} ${line.year}`).values()];
  return places.flatMap((all) => {
    const whole = all.filter((line) => !line.inside);
    const parts = all.filter((line) => line.inside);
    if (whole.length === 0 || parts.length === 0) return [];
    const { fund, year } = all[0]!;
    return [
      {
        ...{ fund, year, whole: titles(whole), parts: titles(parts) },
        ...{ wholeCents: sum(whole), partsCents: sum(parts) },
      },
    ];
  });
}

const titles = (lines: readonly { title: string }[]) => [...new Set(lines.map((line) => line.title))];

function sum(lines: readonly { cents: Cents | null }[]): Cents | null {
  const known = lines.flatMap((line) => line.cents ?? []);
  return known.length === 0 ? null : known.reduce((total, cents) => total + cents, 0);
}
