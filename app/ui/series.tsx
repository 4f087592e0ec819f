/** Number of theme colours; further themes start again, told apart by their label. */
export const seriesCount = 6;

/** The series class of a theme, 1-6, for a place in a list that may be longer. */
export function seriesClass(series: number): string {
  return `series-${((series - 1) % seriesCount) + 1}`;
}

/** The small coloured and patterned square before a theme's name. Purely a visual aid: the name says it. */
export function SeriesKey({ series }: { series: number }) {
  return <span className={`key ${seriesClass(series)}`} aria-hidden="true" />;
}
