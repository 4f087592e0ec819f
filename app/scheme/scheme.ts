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

/** Rights that are exercised on a version when they are asked. */
export const askedRights = ['consent', 'advice', 'approval', 'discussion', 'information'] as const;
/** What the matrix may say of a body: a right, or a part in the matter that nothing is asked for. */
export const rightKinds = [...askedRights, 'decides', 'proposes', 'leads', 'carries-out'] as const;
export type RightsKind = (typeof rightKinds)[number];

/** How many votes a decision needs; in words: `majority.<code>`. */
export const majorities = [
  'simple',
  'absolute',
  'absolute-members',
  'two-thirds-votes',
  'two-thirds-members',
] as const;
export type Majority = (typeof majorities)[number];

/** What no answer within the term means. */
/** Of what the year before a share may be spent while consent on a budget is missing. */
export const interimStages = ['budgeted', 'allocated', 'realised'] as const;
export const silences = ['open', 'proceed', 'refused'] as const;
export type Silence = (typeof silences)[number];

/** How sure it is that the right exists: read in the source, known by those concerned, or not certain. */
export const certainties = ['text', 'known', 'uncertain'] as const;

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
