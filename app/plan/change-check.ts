import type { Rate } from '#app/kernel/fte-rate.ts';
import type { ChangeContent } from './change-read.server.ts';
import { checkFactor, type FactorCheck } from './factor.ts';
import type { ShiftLine } from './shift-amount.ts';
import { shiftAmounts } from './shift-amount.ts';

/** What the figures say of a change beside what the plan says of it: notes, never refusals (law 7). Pure. */

export type CheckedLine = ShiftLine & { unit: string };
export type CheckedSide = {
  measures: readonly { code: string; name: string; description: string; node: string }[];
  lines: readonly CheckedLine[];
};

export type ChangeCheck = {
  /** cents of what the change is about, from its year on; null: the figures are not there */
  was: number | null;
  is: number | null;
  /** null: no factor is stated */
  factor: FactorCheck | null;
  notes: (
    | 'kept-differs'
    | 'not-more'
    | 'not-less'
    | 'factor-differs'
    | 'amount-differs'
    | 'content-differs'
  )[];
};

/**
 * What a change is about is compared from the year on from which it holds, else over all years.
 * @param ways.root the topmost theme of a node
 */
export function checkChange(
  change: ChangeContent,
  all: { before: CheckedSide; after: CheckedSide },
  ways: { rates: readonly Rate[]; root: (node: string) => string },
): ChangeCheck {
  const from = (side: CheckedSide): CheckedSide => ({
    ...side,
    lines: side.lines.filter((line) => change.fromYear === null || line.year >= change.fromYear),
  });
  const sides = { before: from(all.before), after: from(all.after) };
  const { before, after } = sides;
  const { was, is } = amountsOf(change, sides, ways);
  const factor = change.factor && checkFactor(change.factor, was, is);
  const known = was !== null && is !== null;
  const notes: ChangeCheck['notes'] = [];
  if (known && change.kind === 'kept' && was !== is) notes.push('kept-differs');
  if (known && change.kind === 'extended' && is <= was) notes.push('not-more');
  if (known && change.kind === 'reduced' && is >= was) notes.push('not-less');
  if (factor?.state === 'differs') notes.push('factor-differs');
  if (change.cents !== null && freedOf(change, sides, ways) !== change.cents) notes.push('amount-differs');
  if (change.kind === 'reclassified' && contentDiffers(change, before, after)) notes.push('content-differs');
  return { was, is, factor, notes };
}

type Sides = { before: CheckedSide; after: CheckedSide };
type Ways = Parameters<typeof checkChange>[2];

const total = (lines: readonly CheckedLine[], { rates, root }: Ways): number | null => {
  if (lines.length === 0 || lines.some((line) => line.mark === 'pm' || line.mark === 'masked')) return null;
  return shiftAmounts(lines, rates, root).reduce((all, one) => all + one.cents, 0);
};
const ofMeasures = (side: CheckedSide, codes: readonly string[]) =>
  side.lines.filter((line) => line.measure !== null && codes.includes(line.measure));

/** What it is about on each side: its measures, or without any the money of its unit under its theme. */
function amountsOf(
  change: ChangeContent,
  { before, after }: Sides,
  ways: Ways,
): Pick<ChangeCheck, 'was' | 'is'> {
  const linked = change.before.length + change.after.length > 0;
  if (linked) {
    // freed or moved money is not the measure that it came from: there it is about what it went to, then and now
    const flows = change.kind === 'replaced' || change.kind === 'moved';
    const same = flows && change.after.length > 0 ? change.after : null;
    return {
      was: total(ofMeasures(before, same ?? change.before), ways),
      is: total(ofMeasures(after, same ?? change.after), ways),
    };
  }
  // something within a theme has no figure of its own; how much a theme grew can be compared with the theme's
  if (change.factor === null) return { was: null, is: null };
  const theme = change.to ?? change.from;
  const here = (line: CheckedLine) =>
    theme !== null &&
    line.node !== null &&
    ways.root(line.node) === theme &&
    (change.unit === null || line.unit === change.unit);
  return { was: total(before.lines.filter(here), ways), is: total(after.lines.filter(here), ways) };
}

/** What the measures of the earlier side have less now; the stated amount itself where that cannot be told. */
function freedOf(change: ChangeContent, { before, after }: Sides, ways: Ways): number | null {
  if (change.before.length === 0 || change.kind === 'kept' || change.kind === 'extended') return change.cents;
  const [was, is] = [before, after].map((side) => ofMeasures(side, change.before));
  const [a, b] = [total(was!, ways), is!.length === 0 ? 0 : total(is!, ways)];
  return a === null || b === null ? change.cents : a - b;
}

/** A label alone was changed, says the plan; but what the measures are called or promise is not the same. */
function contentDiffers(change: ChangeContent, before: CheckedSide, after: CheckedSide): boolean {
  const [measure] = change.before;
  if (change.before.length !== 1 || change.after.length !== 1) return false;
  const was = before.measures.find((one) => one.code === measure);
  const is = after.measures.find((one) => one.code === change.after[0]);
  return !!was && !!is && (was.name !== is.name || was.description !== is.description);
}
