/** On which side of its point a figure stands, so that no line runs through it. Pure; in units of the drawing. */

type Spot = { x: number; y: number };
type Placing = {
  point: Spot & { low: number | null; high: number | null };
  /** the points a line joins it to */
  joined: readonly Spot[];
  target: number | null;
  top: number;
  foot: number;
  side: 'above' | 'below' | null;
};

// Half the width of a figure, and its height above the base line and below it, in the type of a chart.
const box = { half: 15, up: 11, down: 3 };

/** @returns the base line of the figure: above its point unless a line stands there and not below */
export function labelYOf({ point, joined, target, top, foot, side }: Placing): number {
  const above = Math.min(point.high ?? point.y, point.y) - 8;
  const below = Math.max(point.low ?? point.y, point.y) + 17;
  if (side !== null) return side === 'above' ? above : below;
  const cost = (base: number) => {
    const crossed = (y: number) => y > base - box.up && y < base + box.down;
    const lines = joined.filter((to) => {
      const reach = Math.min(1, box.half / Math.abs(to.x - point.x));
      const end = point.y + (to.y - point.y) * reach;
      return base < point.y ? end < base + box.down : end > base - box.up;
    });
    const outside = base - box.up < top - 20 || base > foot - 2;
    return (target !== null && crossed(target) ? 2 : 0) + lines.length + (outside ? 4 : 0);
  };
  return cost(below) < cost(above) ? below : above;
}

/** A line of text right of a drawing; `series` when it names one. */
export type MarginLabel = { y: number; text: string; series: number | null };

// From base line to base line.
const line = 14;

/** Lines beside a drawing, each as near its height as there is room: none over another, none outside. */
export function spreadOut(
  labels: readonly MarginLabel[],
  { top, foot }: { top: number; foot: number },
): MarginLabel[] {
  const placed = labels
    .map((one) => ({ ...one, y: one.y + 4 }))
    .toSorted((a, b) => a.y - b.y)
    .map((one) => ({ ...one }));
  for (let i = 1; i < placed.length; i++) {
    placed[i]!.y = Math.max(placed[i]!.y, placed[i - 1]!.y + line);
  }
  // what stuck out below moves up, with what is in its way
  let limit = foot;
  for (const one of placed.toReversed()) {
    one.y = Math.max(Math.min(one.y, limit), top);
    limit = one.y - line;
  }
  return placed;
}
