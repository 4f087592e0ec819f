/** Panel talks by unit and theme: who was heard about what, and what was not asked anywhere yet. Pure. */

type Key = { framework: string; code: string };
type Talk = { unit: string; sittings: number; nodes: readonly Key[]; discussions: readonly unknown[] };

/** What was held of one unit on one theme. */
export type PanelCell<T> = { sittings: number; panels: T[] };
export type PanelRow<U, T> = { unit: U; cells: PanelCell<T>[]; none: PanelCell<T>; sittings: number };

const cellOf = <T extends Talk>(panels: T[]): PanelCell<T> => ({
  panels,
  sittings: panels.reduce((sum, one) => sum + one.sittings, 0),
});

/**
 * A row per unit and a cell per theme. A panel on two themes stands in both cells and counts once in its row;
 * `none` are those without a theme of these.
 */
export function panelMatrix<U extends { code: string }, T extends Talk>(
  units: readonly U[],
  themes: readonly Key[],
  panels: readonly T[],
): PanelRow<U, T>[] {
  const isAbout = (panel: T, theme: Key) =>
    panel.nodes.some((node) => node.framework === theme.framework && node.code === theme.code);
  return units.map((unit) => {
    const own = panels.filter((panel) => panel.unit === unit.code);
    return {
      unit,
      cells: themes.map((theme) => cellOf(own.filter((panel) => isAbout(panel, theme)))),
      none: cellOf(own.filter((panel) => !themes.some((theme) => isAbout(panel, theme)))),
      sittings: cellOf(own).sittings,
    };
  });
}
