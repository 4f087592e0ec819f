/**
 * Change: what a version of a plan says that it does differently from an earlier one, and why. What happened is one
 * of a few kinds, because the arithmetic of the shift analysis needs it; the cause is data of the scheme.
 */

export const changeKinds = [
  'kept',
  'extended',
  'reduced',
  'new',
  'stopped',
  'merged',
  'split',
  'moved',
  'reclassified',
  'replaced',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a change links and moves: all that the arithmetic reads. Measures and themes by code. */
export type ChangeLinks = {
  code: string;
  kind: ChangeKind;
  /** of the earlier version */
  before: readonly string[];
  /** of the version that states it */
  after: readonly string[];
  from: string | null;
  to: string | null;
  /** freed or transferred, as stated, over all years; null: not stated */
  cents: number | null;
};

/** How many measures of each side a kind links, once it links any. */
const sides: Record<ChangeKind, { before: [least: number, most: number]; after: [number, number] }> = {
  kept: { before: [1, Infinity], after: [1, Infinity] },
  extended: { before: [1, Infinity], after: [1, Infinity] },
  reduced: { before: [1, Infinity], after: [1, Infinity] },
  new: { before: [0, 0], after: [1, Infinity] },
  stopped: { before: [1, Infinity], after: [0, 0] },
  merged: { before: [2, Infinity], after: [1, Infinity] },
  split: { before: [1, Infinity], after: [2, Infinity] },
  moved: { before: [1, Infinity], after: [1, Infinity] },
  reclassified: { before: [1, Infinity], after: [1, Infinity] },
  // what regular money pays from now on, and what the freed money goes to, if that is known
  replaced: { before: [1, Infinity], after: [0, Infinity] },
};

export type ShapeProblem = { path: 'before' | 'after' | 'subject' | 'from' | 'to'; code: string };

/**
 * What a change lacks to mean something: the measures that its kind links or, where none is linked, what it is about
 * in words and between which themes something moved. Codes are messages.
 */
export function shapeProblems(
  change: Omit<ChangeLinks, 'code' | 'cents'> & { subject: string },
): ShapeProblem[] {
  const { kind, before, after, subject, from, to } = change;
  if (before.length + after.length === 0) {
    const themes = kind === 'moved' || kind === 'reclassified';
    return [
      ...(subject.trim() === '' ? [{ path: 'subject' as const, code: 'change.needs-subject' }] : []),
      ...(themes && from === null ? [{ path: 'from' as const, code: 'change.needs-themes' }] : []),
      ...(themes && to === null ? [{ path: 'to' as const, code: 'change.needs-themes' }] : []),
      ...(kind === 'reclassified' && from !== null && from === to
        ? [{ path: 'to' as const, code: 'change.same-theme' }]
        : []),
    ];
  }
  return (['before', 'after'] as const).flatMap((path): ShapeProblem[] => {
    const [least, most] = sides[kind][path];
    const count = path === 'before' ? before.length : after.length;
    if (count > most) return [{ path, code: `change.no-${path}` }];
    if (count >= least) return [];
    return [{ path, code: least === 1 ? `change.needs-${path}` : `change.needs-several-${path}` }];
  });
}

/** Kinds that say what became of a measure; two of them about the same measure contradict each other. */
const placing = new Set<ChangeKind>(['kept', 'new', 'stopped', 'merged', 'split', 'moved', 'reclassified']);

/** The first other change that says something else of a measure that this one links; null when there is none. */
export function contradiction(
  change: ChangeLinks,
  others: readonly ChangeLinks[],
): { measure: string; code: string } | null {
  if (!placing.has(change.kind)) return null;
  for (const other of others) {
    if (other.code === change.code || !placing.has(other.kind)) continue;
    for (const side of ['before', 'after'] as const) {
      const measure = change[side].find((one) => other[side].includes(one));
      // money may move out of one measure to several others
      if (measure !== undefined && !(change.kind === 'moved' && other.kind === 'moved')) {
        return { measure, code: other.code };
      }
    }
  }
  return null;
}

const opposite: Partial<Record<ChangeKind, ChangeKind>> = {
  new: 'stopped',
  stopped: 'new',
  merged: 'split',
  split: 'merged',
  extended: 'reduced',
  reduced: 'extended',
};

/** The same change told from the later version to the earlier one. */
export function reversed<C extends ChangeLinks>(change: C): C {
  const { kind, before, after, from, to } = change;
  return { ...change, kind: opposite[kind] ?? kind, before: after, after: before, from: to, to: from };
}

/** Within one theme, between two, or not a matter of themes at all. */
export function reachOf({
  kind,
  from,
  to,
}: Pick<ChangeLinks, 'kind' | 'from' | 'to'>): 'within' | 'between' | null {
  if (kind === 'reclassified' || from === null || to === null) return null;
  return from === to ? 'within' : 'between';
}
