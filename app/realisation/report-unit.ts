/** A unit with where it hangs today. */
export type TreeUnit = {
  unitId: string;
  code: string;
  kind: string;
  nameNl: string;
  nameEn: string;
  parentId: string | null;
  /** it exists today */
  open: boolean;
};

/**
 * Whose spending a unit reports: its own and that of units below it that write no report themselves, so that
 * no euro is reported twice.
 * @param reportingKinds the kinds of unit that write a finance report in this scheme
 * @returns ids: `own` may stand in its lines; `related` are also the units above and below it, on whose
 *   plans' measures it may book; `above` is the unit with those above it
 */
export function reportUnits(
  tree: readonly TreeUnit[],
  unitId: string,
  reportingKinds: readonly string[],
): { own: Set<string>; related: Set<string>; above: Set<string> } {
  const byId = new Map(tree.map((unit) => [unit.unitId, unit]));
  const pathOf = (id: string): TreeUnit[] => {
    const path: TreeUnit[] = [];
    for (
      let at = byId.get(id);
      at && !path.includes(at);
      at = at.parentId ? byId.get(at.parentId) : undefined
    ) {
      path.push(at);
    }
    return path;
  };
  const own = new Set([unitId]);
  const above = new Set(pathOf(unitId).map((unit) => unit.unitId));
  const related = new Set(above);
  for (const unit of tree) {
    const path = pathOf(unit.unitId);
    if (!path.some((one) => one.unitId === unitId)) continue;
    related.add(unit.unitId);
    if (path.find((one) => reportingKinds.includes(one.kind))?.unitId === unitId) own.add(unit.unitId);
  }
  return { own, related, above };
}
