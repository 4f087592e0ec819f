/** Where a scheme stands in a calendar year: still to begin, running, or ended. */
export function schemeState(
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
  year: number,
): 'ahead' | 'running' | 'ended' {
  if (year < firstYear) return 'ahead';
  return year > lastYear ? 'ended' : 'running';
}
