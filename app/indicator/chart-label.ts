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
