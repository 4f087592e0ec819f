/** The organisation: which units hang where on a date. Validity is a first and a last day, null when open. */

export type Validity = { from: string | null; through: string | null };
export type Unit = Validity & {
  unitId: string;
  code: string;
  kind: string;
  nameNl: string;
  nameEn: string;
  sort: number;
  revision: number;
};
export type Placement = Validity & { placementId: string; unitId: string; parentId: string };
export type TreeUnit = Unit & { parentId: string | null; depth: number };

/** Does a validity hold on a date? ISO dates compare as text. */
export function holdsOn({ from, through }: Validity, date: string): boolean {
  return (from === null || from <= date) && (through === null || date <= through);
}

/** The days that two validities share, or null when they share none. */
export function shared(a: Validity, b: Validity): Validity | null {
  const from = a.from === null ? b.from : b.from === null || a.from > b.from ? a.from : b.from;
  const through =
    a.through === null ? b.through : b.through === null || a.through < b.through ? a.through : b.through;
  return from !== null && through !== null && from > through ? null : { from, through };
}

/**
 * The units that exist on a date, parents before children, each with its depth. A unit whose parent does
 * not exist on that date stands at the top, so that nothing drops out of sight.
 */
export function unitTree(units: readonly Unit[], placements: readonly Placement[], date: string): TreeUnit[] {
  const present = new Map(units.filter((unit) => holdsOn(unit, date)).map((unit) => [unit.unitId, unit]));
  const parentOf = new Map<string, string>();
  for (const placement of placements) {
    if (holdsOn(placement, date) && present.has(placement.parentId)) {
      parentOf.set(placement.unitId, placement.parentId);
    }
  }
  const children = Map.groupBy(present.values(), (unit) => parentOf.get(unit.unitId) ?? null);
  const order = (a: Unit, b: Unit) => a.sort - b.sort || a.code.localeCompare(b.code);
  const walk = (parentId: string | null, depth: number): TreeUnit[] =>
    [...(children.get(parentId) ?? [])]
      .sort(order)
      .flatMap((unit) => [{ ...unit, parentId, depth }, ...walk(unit.unitId, depth + 1)]);
  return walk(null, 0);
}

/**
 * Would hanging a unit under a parent over some time make it stand below itself at any moment of it?
 * Walks up from the parent along placements, over the days that the whole path shares.
 */
export function makesCycle(
  placements: readonly Placement[],
  unitId: string,
  parentId: string,
  over: Validity,
): boolean {
  if (parentId === unitId) return true;
  return placements.some((placement) => {
    if (placement.unitId !== parentId) return false;
    const days = shared(placement, over);
    return days !== null && makesCycle(placements, unitId, placement.parentId, days);
  });
}

/** The reasons why a unit may not close after a day: what would still hang on it, by name. */
export function closingBlockers(
  children: readonly { name: string; through: string | null }[],
  bodies: readonly { name: string; through: string | null }[],
  through: string,
): { code: string; params: { name: string } }[] {
  const later = (one: { through: string | null }) => one.through === null || one.through > through;
  return [
    ...children.filter(later).map(({ name }) => ({ code: 'unit.has-child', params: { name } })),
    ...bodies.filter(later).map(({ name }) => ({ code: 'unit.has-body', params: { name } })),
  ];
}

export const successionKinds = ['merge', 'split', 'rename'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** Why these predecessors and successors do not make a succession of this kind, or null when they do. */
export function successionFault(
  kind: SuccessionKind,
  predecessors: readonly string[],
  successors: readonly string[],
): string | null {
  if (new Set([...predecessors, ...successors]).size < predecessors.length + successors.length) {
    return 'succession.same-unit';
  }
  const fits = {
    merge: predecessors.length >= 2 && successors.length === 1,
    split: predecessors.length === 1 && successors.length >= 2,
    rename: predecessors.length === 1 && successors.length === 1,
  }[kind];
  return fits ? null : `succession.${kind}`;
}
