import type { ChangeKind, ChangeLinks } from './change.ts';
import type { ShiftAmount } from './shift.ts';

/** What two versions differ in, told from their measures and amounts alone: what a plan has to explain. Pure. */

export type Difference = {
  /** kind and measure, or kind and theme: what a form names it by */
  key: string;
  kind: ChangeKind;
  /** codes of measures; both empty: money of no measure */
  before: string[];
  after: string[];
  /** codes of themes */
  from: string | null;
  to: string | null;
  name: string;
  /** cents over all years; null where the side has it not */
  was: number | null;
  is: number | null;
  /** codes of the changes that are about it; none: not explained yet */
  stated: string[];
};

type Measure = { code: string; name: string; node: string };
export type DifferenceSide = { measures: readonly Measure[]; amounts: readonly ShiftAmount[] };

/**
 * Every measure that is new, stopped, under another theme, larger, smaller or the same, and every theme whose money
 * of no measure changed: in the order of the later version, what stopped after it.
 * @param root the topmost theme of a node
 */
export function differencesOf(
  before: DifferenceSide,
  after: DifferenceSide,
  { changes, root }: { changes: readonly ChangeLinks[]; root: (node: string) => string },
): Difference[] {
  const gone = before.measures.filter((one) => !after.measures.some((now) => now.code === one.code));
  const found = [...after.measures, ...gone].map((measure) => {
    const was = before.measures.find((one) => one.code === measure.code);
    const is = after.measures.find((one) => one.code === measure.code);
    return ofMeasure(measure, {
      from: was ? root(was.node) : null,
      to: is ? root(is.node) : null,
      was: was ? amountOf(before, measure.code) : null,
      is: is ? amountOf(after, measure.code) : null,
    });
  });
  return [...found, ...ofThemes(before, after)].map((one) => ({
    ...one,
    stated: changes.filter((change) => isAbout(change, one)).map((change) => change.code),
  }));
}

const amountOf = (side: DifferenceSide, measure: string) =>
  side.amounts.filter((one) => one.measure === measure).reduce((total, one) => total + one.cents, 0);

type Found = Omit<Difference, 'stated'>;

function ofMeasure(measure: Measure, at: Pick<Found, 'from' | 'to' | 'was' | 'is'>): Found {
  const { from, to, was, is } = at;
  const kind = ((): ChangeKind => {
    if (was === null) return 'new';
    if (is === null) return 'stopped';
    if (from !== to) return 'reclassified';
    return is > was ? 'extended' : is < was ? 'reduced' : 'kept';
  })();
  return {
    key: `${kind}:${measure.code}`,
    kind,
    before: was === null ? [] : [measure.code],
    after: is === null ? [] : [measure.code],
    name: measure.name,
    ...at,
  };
}

/** Money that stands under a theme without a measure, such as what only a total of faculties is known of. */
function ofThemes(before: DifferenceSide, after: DifferenceSide): Found[] {
  const themes = new Set(
    [...before.amounts, ...after.amounts].filter((one) => one.measure === null).map((one) => one.theme),
  );
  return [...themes].flatMap((theme): Found[] => {
    const loose = (side: DifferenceSide) =>
      side.amounts.filter((one) => one.measure === null && one.theme === theme);
    const total = (side: DifferenceSide) => loose(side).reduce((all, one) => all + one.cents, 0);
    const [was, is] = [total(before), total(after)];
    if (theme === null || was === is) return [];
    const kind = is > was ? 'extended' : 'reduced';
    return [
      {
        key: `${kind}:theme:${theme}`,
        kind,
        before: [],
        after: [],
        from: theme,
        to: theme,
        name: '',
        was,
        is,
      },
    ];
  });
}

/** A change is about a measure that it links; about a theme's own money when it links none and names the theme. */
function isAbout(change: ChangeLinks, one: Found): boolean {
  if (one.before.length + one.after.length === 0) {
    if (change.before.length + change.after.length > 0) return false;
    return change.from === one.from || change.to === one.to;
  }
  // what is gone must be told as gone, what is there as there: a measure that is new is not told by a stop
  return (
    (one.is === null || change.after.includes(one.after[0]!) || change.before.includes(one.after[0]!)) &&
    (one.was === null || change.before.includes(one.before[0]!) || change.after.includes(one.before[0]!))
  );
}
