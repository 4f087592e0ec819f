import type { Rate } from '#app/kernel/fte-rate.ts';
import { type ChangeLinks, reversed } from './change.ts';
import type { StatedChange, Statement } from './change-read.server.ts';
import { analyseShift, type Shift } from './shift.ts';
import { type ShiftLine, shiftAmounts, unknownByTheme } from './shift-amount.ts';
import type { SideContent } from './version-family.server.ts';
import { defaultBase, type FamilyVersion, refOf } from './version-family.ts';

/** The shift analysis of two versions as pages and the API get it. Pure. */

export type ShownChange = StatedChange & {
  /** names the change among those of all versions in between: `2/C1` */
  key: string;
};

export type ShiftView = Shift & {
  /** the year it is about; null: all years together */
  year: number | null;
  /** years that only one of the versions budgets */
  onlyBefore: number[];
  onlyAfter: number[];
  /** themes with lines that have no figure on either side */
  unknown: (string | null)[];
  /** the statements that it rests on, told in the direction of the comparison; `changes` of items names their keys */
  changes: ShownChange[];
  /** names of measures by code, the later side's first */
  measures: { code: string; name: string }[];
};

type Known = { family: readonly FamilyVersion[]; statements: readonly Statement[] };

/**
 * What the versions between two sides state, one after the other: the later side from its base, that one from its own,
 * until the earlier side is reached. Told backwards when the sides are the other way round; nothing when no chain of
 * statements joins them.
 */
export function changesBetween(
  known: Known,
  before: FamilyVersion,
  after: FamilyVersion,
  document: string,
): ShownChange[] {
  const there = chain(known, before, after, document);
  if (there) return there;
  return (chain(known, after, before, document) ?? []).map(reversed);
}

function chain({ family, statements }: Known, before: FamilyVersion, after: FamilyVersion, document: string) {
  const said = new Map(statements.map((one) => [one.versionId, one]));
  const found: ShownChange[] = [];
  let at: FamilyVersion | undefined = after;
  for (const _ of family) {
    if (!at || at.versionId === before.versionId) break;
    const own = said.get(at.versionId);
    const ref = refOf(at, document);
    found.push(...(own?.changes ?? []).map((one) => ({ ...one, key: `${ref}/${one.code}` })));
    const { base } = own ?? { base: null };
    at = family.find((one) => one.versionId === base?.versionId) ?? defaultBase(family, at);
  }
  return at?.versionId === before.versionId ? found : null;
}

type Ways = {
  rates: readonly Rate[];
  themes: readonly string[];
  root: (node: string) => string;
  year: number | null;
  changes: readonly ShownChange[];
};

/** Analyses the shift between two sides, over all years or of one. A stated amount is over all years. */
export function viewShift(
  was: SideContent,
  is: SideContent,
  { rates, themes, root, year, changes }: Ways,
): ShiftView {
  const sides = [was, is].map((side) => {
    const lines = side.lines
      .filter((line) => year === null || line.year === year)
      .map((line): ShiftLine => ({ ...line, measure: line.measure || null }));
    const measures = side.measures.map((one) => one.code);
    return { lines, side: { measures, amounts: shiftAmounts(lines, rates, root) } };
  });
  const links = changes.map(
    (one): ChangeLinks => ({
      ...one,
      code: one.key,
      from: one.from && root(one.from),
      to: one.to && root(one.to),
      cents: year === null ? one.cents : null,
    }),
  );
  const yearsOf = (side: SideContent) => [...new Set(side.lines.map((line) => line.year))].toSorted();
  const [first, second] = [yearsOf(was), yearsOf(is)];
  const unknown = sides.flatMap(({ lines }) => [...unknownByTheme(lines, root).keys()]);
  const names = new Map([...was.measures, ...is.measures].map(({ code, name }) => [code, name]));
  return {
    ...analyseShift(sides[0]!.side, sides[1]!.side, { changes: links, themes }),
    year,
    onlyBefore: first.filter((one) => !second.includes(one)),
    onlyAfter: second.filter((one) => !first.includes(one)),
    unknown: [...new Set(unknown)],
    changes: [...changes],
    measures: [...names].map(([code, name]) => ({ code, name })),
  };
}
