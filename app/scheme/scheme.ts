/** Where a scheme stands in a calendar year: still to begin, running, or ended. */
export function schemeState(
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
  year: number,
): 'ahead' | 'running' | 'ended' {
  if (year < firstYear) return 'ahead';
  return year > lastYear ? 'ended' : 'running';
}

/** The stages that a line of the ledger can stand in; a kind of document carries one of them, or no money. */
export const stages = ['expected', 'granted', 'allocated', 'budgeted', 'realised', 'forecast'] as const;

export const rightKinds = ['consent', 'advice', 'approval', 'discussion', 'information'] as const;

export const eventStatuses = ['planned', 'happened', 'moved', 'cancelled'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** What can become of an event: only what was planned can happen, move or be cancelled, and once. */
export function canSettle(status: EventStatus): boolean {
  return status === 'planned';
}

/** The day that orders an event which its source dates by year, month or day: the first of it. */
export function sortDate(onText: string): string {
  return `${onText}${'-01'.repeat(3 - onText.split('-').length)}`;
}

/** The years of use that fall outside a period, in order. */
export function yearsOutside(used: readonly number[], firstYear: number, lastYear: number): number[] {
  return [...new Set(used)].filter((year) => year < firstYear || year > lastYear).sort((a, b) => a - b);
}
