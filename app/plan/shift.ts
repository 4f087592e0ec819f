import { split } from '#app/kernel/split.ts';
import type { ChangeKind, ChangeLinks } from './change.ts';
import { type Parts, type ShiftPart, shiftParts } from './shift-part.ts';
import { type ShareShift, sharesOf } from './shift-share.ts';

/**
 * Shift analysis: the change of each theme's money between two versions, taken apart into what was only labelled
 * anew, what moved between themes, what was merged or split, what is new, what stopped, and what grew or shrank.
 * Pure and in whole cents; the parts of a theme sum to its change, and those that only move money sum to nothing
 * over the themes.
 */

/** An amount that stands in a version: of a measure by its lasting code, or of none. */
export type ShiftAmount = { measure: string | null; theme: string | null; cents: number };
export type ShiftSide = { measures: readonly string[]; amounts: readonly ShiftAmount[] };

/** A piece of a theme's change with the measures and the stated changes behind it. */
export type ShiftItem = {
  part: ShiftPart;
  cents: number;
  measures: string[];
  /** codes of the changes that say so; none: it is told from the figures alone */
  changes: string[];
};

export type ThemeShift = {
  /** null: what stands under no theme */
  theme: string | null;
  before: number;
  after: number;
  parts: Parts;
  items: ShiftItem[];
  /** codes of changes from or to this theme of which no amount is stated and no measure tells it */
  unstated: string[];
  /** null where a version has no total to have a share of */
  share: ShareShift | null;
};

export type Shift = { themes: ThemeShift[]; total: { before: number; after: number; parts: Parts } };

/**
 * @param themes in their order; what stands elsewhere comes after them
 * @param changes as stated by the later side; of changes without measures only the stated amount counts
 */
export function analyseShift(
  before: ShiftSide,
  after: ShiftSide,
  { changes, themes }: { changes: readonly ChangeLinks[]; themes: readonly string[] },
): Shift {
  const found = [...before.amounts, ...after.amounts].map((one) => one.theme);
  const order = [...themes, ...new Set(found.filter((one) => one === null || !themes.includes(one)))];
  const items = new Map<string | null, ShiftItem[]>(order.map((theme) => [theme, []]));
  for (const group of groupsOf(before, after, changes)) addGroup(items, group);
  for (const change of changes.filter(unlinked)) addStated(items, change);
  const shifts = order.map((theme): ThemeShift => {
    const own = items.get(theme)!.filter((item) => item.cents !== 0);
    return {
      theme,
      before: totalOf(before, theme),
      after: totalOf(after, theme),
      parts: partsOf(own),
      items: own.toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (keyOf(a) < keyOf(b) ? -1 : 1)),
      unstated: changes.filter((one) => isUnstated(one, theme)).map((one) => one.code),
      share: null,
    };
  });
  const told = shifts.filter(
    (one) => one.before !== 0 || one.after !== 0 || hasParts(one) || one.unstated[0],
  );
  const shares = sharesOf(told);
  return {
    themes: told.map((one, index) => ({ ...one, share: shares?.[index] ?? null })),
    total: {
      before: sum(told.map((one) => one.before)),
      after: sum(told.map((one) => one.after)),
      parts: partsOf(told.flatMap((one) => one.items)),
    },
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const totalOf = (side: ShiftSide, theme: string | null) =>
  sum(side.amounts.filter((one) => one.theme === theme).map((one) => one.cents));
const hasParts = (one: ThemeShift) => one.items.length > 0;
const keyOf = (item: ShiftItem) => `${item.part} ${item.measures.join(' ')} ${item.changes.join(' ')}`;

function partsOf(items: readonly ShiftItem[]): Parts {
  const of = (part: ShiftPart) => sum(items.filter((item) => item.part === part).map((item) => item.cents));
  return Object.fromEntries(shiftParts.map((part) => [part, of(part)])) as Parts;
}

const unlinked = (change: ChangeLinks) => change.before.length + change.after.length === 0;

/** Something came from this theme or went to it, and neither measures nor words say how much. */
function isUnstated(change: ChangeLinks, theme: string | null): boolean {
  if (!unlinked(change) || change.cents !== null || theme === null || change.kind === 'kept') return false;
  return change.from === theme || change.to === theme;
}

type Group = {
  measures: string[];
  changes: ChangeLinks[];
  /** net of what stays within a theme */
  out: Map<string | null, number>;
  in: Map<string | null, number>;
  /** measures of the earlier version that the later one has not, and the other way round */
  leavers: number;
  joiners: number;
  /** which of its measures have money under a theme, on either side */
  under: Map<string | null, string[]>;
};

/** Measures that changes tie together, with what they lost and gained per theme. Money of no measure stands alone. */
function groupsOf(before: ShiftSide, after: ShiftSide, changes: readonly ChangeLinks[]): Group[] {
  const known = new Set([...before.measures, ...after.measures]);
  const leader = new Map([...known].map((measure) => [measure, measure]));
  const find = (measure: string): string => {
    const above = leader.get(measure)!;
    return above === measure ? measure : find(above);
  };
  const linked = changes.map((change) => ({
    change,
    measures: [...change.before, ...change.after].filter((measure) => known.has(measure)),
  }));
  for (const { measures } of linked) {
    for (const measure of measures) leader.set(find(measure), find(measures[0]!));
  }
  const tied = Map.groupBy([...known].toSorted(), find);
  const groups = [...tied.values()].map((measures) => {
    const has = (one: ShiftAmount) => one.measure !== null && measures.includes(one.measure);
    return {
      measures,
      changes: linked
        .filter((one) => one.measures.some((measure) => measures.includes(measure)))
        .map((one) => one.change),
      ...netOf(before.amounts.filter(has), after.amounts.filter(has)),
      leavers: measures.filter((one) => !after.measures.includes(one)).length,
      joiners: measures.filter((one) => !before.measures.includes(one)).length,
      under: underThemes([...before.amounts, ...after.amounts].filter(has)),
    };
  });
  const loose = (side: ShiftSide) =>
    side.amounts.filter((one) => one.measure === null || !known.has(one.measure));
  const pool = [...new Set([...loose(before), ...loose(after)].map((one) => one.theme))].map((theme) => {
    const here = (one: ShiftAmount) => one.theme === theme;
    const net = netOf(loose(before).filter(here), loose(after).filter(here));
    return { measures: [], changes: [], ...net, leavers: 0, joiners: 0, under: new Map() };
  });
  return [...groups, ...pool];
}

function underThemes(amounts: readonly ShiftAmount[]): Group['under'] {
  const grouped = Map.groupBy(amounts, (one) => one.theme);
  return new Map(
    [...grouped].map(([theme, of]) => [theme, [...new Set(of.map((one) => one.measure!))].toSorted()]),
  );
}

function netOf(before: readonly ShiftAmount[], after: readonly ShiftAmount[]): Pick<Group, 'out' | 'in'> {
  const net = new Map<string | null, number>();
  for (const { theme, cents } of after) net.set(theme, (net.get(theme) ?? 0) + cents);
  for (const { theme, cents } of before) net.set(theme, (net.get(theme) ?? 0) - cents);
  return {
    out: new Map([...net].filter(([, cents]) => cents < 0).map(([theme, cents]) => [theme, -cents])),
    in: new Map([...net].filter(([, cents]) => cents > 0)),
  };
}

const flows: [ChangeKind, ShiftPart][] = [
  ['reclassified', 'relabelled'],
  ['moved', 'transferred'],
  ['replaced', 'transferred'],
  ['merged', 'regrouped'],
  ['split', 'regrouped'],
];

/** What left one theme and came to another is a flow; what is more or less than that grew, began, shrank or stopped. */
function addGroup(items: Map<string | null, ShiftItem[]>, group: Group): void {
  const says = (kind: ChangeKind) => group.changes.some((change) => change.kind === kind);
  const flow = flows.find(([kind]) => says(kind))?.[1] ?? 'transferred';
  const explained = (['reclassified', 'moved', 'merged', 'split'] as const).some(says);
  const stopped = says('stopped') || (group.leavers > 0 && !explained) ? 'stopped' : 'grown';
  const began = says('new') || (group.joiners > 0 && !explained) ? 'new' : 'grown';
  const matched = Math.min(sum([...group.out.values()]), sum([...group.in.values()]));
  const changes = group.changes.map((change) => change.code).toSorted();
  const add = (theme: string | null, part: ShiftPart, cents: number) =>
    items.get(theme)!.push({ part, cents, measures: group.under.get(theme) ?? [], changes });
  for (const [theme, cents, moved] of shared(matched, group.out)) {
    add(theme, flow, -moved);
    add(theme, stopped, moved - cents);
  }
  for (const [theme, cents, moved] of shared(matched, group.in)) {
    add(theme, flow, moved);
    add(theme, began, cents - moved);
  }
}

// Largest remainder over the themes: the same whichever side is called the earlier one.
function shared(total: number, of: Map<string | null, number>): [string | null, number, number][] {
  if (of.size === 0) return [];
  const parts = split(total, new Map([...of].map(([theme, cents]) => [theme ?? '', cents])));
  return [...of].map(([theme, cents]) => [theme, cents, parts.get(theme ?? '')!]);
}

/** A stated amount of a change without measures: taken out of what grew or shrank, so that the sum stays. */
function addStated(
  items: Map<string | null, ShiftItem[]>,
  { kind, cents, from, to, code }: ChangeLinks,
): void {
  if (!cents || from === to) return;
  const add = (theme: string | null, part: ShiftPart, amount: number) => {
    const list = theme === null ? undefined : items.get(theme);
    list?.push({ part, cents: amount, measures: [], changes: [code] });
    list?.push({ part: 'grown', cents: -amount, measures: [], changes: [code] });
  };
  const flow = flows.find(([one]) => one === kind)?.[1];
  // money that goes nowhere that is said, or comes from nowhere, moved between no two themes
  if (flow && from !== null && to !== null) {
    add(from, flow, -cents);
    add(to, flow, cents);
  }
  if (kind === 'stopped') add(from, 'stopped', -cents);
  if (kind === 'new') add(to, 'new', cents);
}
