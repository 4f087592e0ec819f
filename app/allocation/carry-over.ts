import { type Cents, exact, sum } from '#app/kernel/money.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/**
 * Carry-over: what a year leaves over of a unit's money moves to a later year of the same fund and unit, by
 * decision and with a reason. It is two ledger lines that cancel out, so nothing is made and nothing lost. A
 * negative amount is the reverse: a later year pays for one that spent before its money came. Pure.
 */

/** Where money stood at the end of a year: fund and unit by code. */
export type CarryPlace = { fund: string; unit: string; year: number };

/** How a year ended for a unit and fund, in cents, with the carry-overs that are in force already. */
export type YearEnd = CarryPlace & {
  /** as other documents in force give it */
  allocated: Cents;
  /** null: no report of the year is in force */
  realised: Cents | null;
  /** the report is in and nothing in it is provisional: only then is it known what is left */
  final: boolean;
};

/** What the scheme allows; `shareBasis` in basis points of what was allocated, null: all that is left. */
export type CarryRule = {
  shareBasis: number | null;
  /** null: until the last year of the scheme */
  lastYear: number | null;
  advance: boolean;
  source: string;
};

/** From `year` to `to`; negative cents come from `to` and pay for `year`. */
export type Carry = CarryPlace & { to: number; cents: Cents; reason: string };

export type CarryLine = CarryPlace & { cents: Cents; component: string; note: string };

const keyOf = ({ fund, unit, year }: CarryPlace) => JSON.stringify([fund, unit, year]);

/** What is left, in cents; negative: spent more than there was. Null: not known yet. */
export function leftOf({ allocated, realised, final }: YearEnd): Cents | null {
  return realised === null || !final ? null : allocated - realised;
}

/** How much may move at most, rounded down to a cent; negative: how much may be paid by a later year. */
export function mostOf(end: YearEnd, rule: CarryRule): Cents | null {
  const left = leftOf(end);
  if (left === null) return null;
  if (left < 0) return rule.advance ? left : 0;
  if (rule.shareBasis === null) return left;
  const share = (BigInt(Math.max(end.allocated, 0)) * BigInt(rule.shareBasis)) / 10_000n;
  return Math.min(left, exact(Number(share)));
}

/** Everything that may move out of a year, without reasons: those are for people. */
export function proposeCarry(
  ends: readonly YearEnd[],
  rule: CarryRule,
  { year, to }: { year: number; to: number },
): Carry[] {
  return ends
    .filter((end) => end.year === year)
    .flatMap((end) => {
      const cents = mostOf(end, rule);
      return cents ? [{ fund: end.fund, unit: end.unit, year, to, cents, reason: '' }] : [];
    });
}

/** The two lines of each carry-over. Their component names the pair. */
export function carryLines(carries: readonly Carry[]): CarryLine[] {
  return carries.flatMap(({ fund, unit, year, to, cents, reason }) => {
    const common = { fund, unit, component: `${year}-${to}`, note: reason };
    return [
      { ...common, year, cents: -cents },
      { ...common, year: to, cents },
    ];
  });
}

/** The carry-overs that lines stand for: the reverse of `carryLines`. Lines of no pair are left out. */
export function carriesOf(lines: readonly CarryLine[]): Carry[] {
  return lines.flatMap(({ fund, unit, component, year, cents, note }) => {
    const [, from, to] = component.match(/^(\d{4})-(\d{4})$/) ?? [];
    if (Number(from) !== year) return [];
    return [{ fund, unit, year, to: Number(to), cents: cents === 0 ? 0 : -cents, reason: note }];
  });
}

/** What moves into and out of each year, in cents; together zero. */
export function carriedByYear(lines: readonly { year: number; cents: Cents }[]): Map<number, Cents> {
  const years = [...Map.groupBy(lines, (line) => line.year)];
  return new Map(years.map(([year, own]) => [year, sum(own.map((line) => line.cents))]));
}

export type CarryFrame = {
  ends: readonly YearEnd[];
  rule: CarryRule;
  period: { first: number; last: number };
  /** a reason for all that have none of their own */
  reason: string;
};

/** Everything that is wrong with carry-overs, each at `carries.<index>`: `carry.…`. */
export function carryErrors(carries: readonly Carry[], frame: CarryFrame): FieldError[] {
  const seen = new Set<string>();
  const errors = carries.flatMap((carry, index): FieldError[] => {
    const { fund, unit, year, to, cents } = carry;
    const params = { fund, unit, year: String(year), to: String(to) };
    const at = (field: string, code: string, more = {}) => ({
      path: `carries.${index}.${field}`,
      code: `carry.${code}`,
      params: { ...params, ...more },
    });
    const key = `${keyOf(carry)} ${to}`;
    const twice = seen.has(key);
    seen.add(key);
    const last = frame.rule.lastYear ?? frame.period.last;
    return [
      ...(twice ? [at('cents', 'twice')] : []),
      ...(cents === 0 ? [at('cents', 'zero')] : []),
      ...(to <= year
        ? [at('to', 'not-later')]
        : to > last
          ? [at('to', 'too-late', { last: String(last) })]
          : []),
      ...(carry.reason === '' && frame.reason === '' ? [at('reason', 'reason')] : []),
    ];
  });
  const places = [...Map.groupBy(carries.entries(), ([, carry]) => keyOf(carry)).values()];
  return [...errors, ...places.flatMap((own) => placeErrors(own, frame)), ...shortOf(carries, frame.ends)];
}

/** Together, the carry-overs out of one place may not pass what is left there. */
function placeErrors(own: readonly [number, Carry][], { ends, rule }: CarryFrame): FieldError[] {
  const [index, place] = own[0]!;
  const total = sum(own.map(([, carry]) => carry.cents));
  const { fund, unit, year } = place;
  const wrong = (code: string, more = {}): FieldError[] => [
    {
      path: `carries.${index}.cents`,
      code: `carry.${code}`,
      params: { fund, unit, year: String(year), cents: total, ...more },
    },
  ];
  const end = ends.find((one) => keyOf(one) === keyOf(place));
  if (!end) return wrong('no-money');
  const left = leftOf(end);
  const most = mostOf(end, rule);
  if (left === null || most === null) return wrong('not-final');
  if (own.some(([, carry]) => carry.cents > 0) && own.some(([, carry]) => carry.cents < 0)) {
    return wrong('both-ways');
  }
  if (total > 0 && total > most) {
    const share = rule.shareBasis === null ? 0 : rule.shareBasis / 100;
    return total > left || rule.shareBasis === null
      ? wrong('over-left', { left })
      : wrong('over-share', { most, share: String(share) });
  }
  if (total < 0 && !rule.advance) return wrong('no-advance');
  return total < 0 && total < Math.min(left, 0)
    ? wrong('over-spent', { left: -Math.min(left, 0), asked: -total })
    : [];
}

/** A later year cannot pay more than the unit has in it. */
function shortOf(carries: readonly Carry[], ends: readonly YearEnd[]): FieldError[] {
  const paying = [...carries.entries()].filter(([, carry]) => carry.cents < 0);
  const later = Map.groupBy(paying, ([, carry]) => keyOf({ ...carry, year: carry.to }));
  return [...later].flatMap(([key, own]) => {
    const has = ends.find((end) => keyOf(end) === key)?.allocated ?? 0;
    const asked = -sum(own.map(([, carry]) => carry.cents));
    if (asked <= has) return [];
    const [index, { fund, unit, to }] = own[0]!;
    const params = { fund, unit, to: String(to), cents: has, asked };
    return [{ path: `carries.${index}.cents`, code: 'carry.to-short', params }];
  });
}
