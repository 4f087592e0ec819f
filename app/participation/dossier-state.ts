/**
 * The states of a dossier and what moves it from one to the next: one table. Sources: WHW 9.35 (advice: a written
 * account, further consultation before the decision is final), 9.40 (settlement first, then the committee; leave
 * to go on without consent; suspension) and 9.46 (appeal). Reasons: docs/decisions/0016-dossier.md.
 */

/** Events that are recorded after asking; the outcome itself stands in the decision. */
export const notes = ['papers', 'consulted', 'extended', 'excluded', 'no-quorum'] as const;
export const accountEvents = ['account-followed', 'account-partly', 'account-not'] as const;
export const disputeEvents = [
  'further-consultation',
  'objected',
  'waived',
  'settlement-opened',
  'settlement-reached',
  'settlement-failed',
  'committee-asked',
  'ruling-for-board',
  'ruling-for-body',
  'appealed',
] as const;
export const dossierEvents = [...notes, ...accountEvents, ...disputeEvents] as const;
export type DossierEvent = (typeof dossierEvents)[number];

export const finalOutcomes = [
  'given',
  'given-on-conditions',
  'withheld',
  'positive',
  'negative',
  'discussed',
  'informed',
] as const;
/** What else moves a dossier: an outcome, or its term running out under a rule that says what silence means. */
export type DossierMove = DossierEvent | (typeof finalOutcomes)[number] | 'lapse' | 'lapse-refused';

export const dossierStates = [
  'asked',
  'in-consultation',
  ...finalOutcomes,
  'lapsed',
  'lapsed-refused',
  'followed',
  'partly-followed',
  'not-followed',
  'consulted-again',
  'suspended',
  'waived',
  'settlement',
  'settlement-failed',
  'settled',
  'committee',
  'replaced',
  'upheld',
  'appeal',
  'replaced-on-appeal',
  'upheld-on-appeal',
] as const;
export type DossierState = (typeof dossierStates)[number];

type Row = Partial<Record<DossierMove, DossierState>>;

const outcomesFrom = Object.fromEntries(finalOutcomes.map((one) => [one, one])) as Row;
const open: Row = { ...outcomesFrom, lapse: 'lapsed', 'lapse-refused': 'lapsed-refused' };
const account: Row = {
  'account-followed': 'followed',
  'account-partly': 'partly-followed',
  'account-not': 'not-followed',
};
const settling: Row = { 'settlement-opened': 'settlement' };
const ruled: Row = { appealed: 'appeal' };

/** From each state, where a move leads; what is not here cannot happen. */
const table: Record<DossierState, Row> = {
  asked: {
    ...open,
    papers: 'asked',
    extended: 'asked',
    excluded: 'asked',
    'no-quorum': 'asked',
    consulted: 'in-consultation',
  },
  'in-consultation': {
    ...open,
    papers: 'in-consultation',
    extended: 'in-consultation',
    excluded: 'in-consultation',
    'no-quorum': 'in-consultation',
    consulted: 'in-consultation',
  },
  given: {},
  'given-on-conditions': {},
  withheld: settling,
  'lapsed-refused': settling,
  lapsed: {},
  discussed: {},
  informed: {},
  positive: account,
  negative: account,
  followed: {},
  'partly-followed': { 'further-consultation': 'consulted-again' },
  'not-followed': { 'further-consultation': 'consulted-again' },
  'consulted-again': { objected: 'suspended', waived: 'waived' },
  waived: {},
  suspended: { waived: 'waived', ...settling },
  settlement: { 'settlement-reached': 'settled', 'settlement-failed': 'settlement-failed' },
  'settlement-failed': { 'committee-asked': 'committee' },
  settled: {},
  committee: { 'ruling-for-board': 'replaced', 'ruling-for-body': 'upheld' },
  replaced: ruled,
  upheld: ruled,
  appeal: { 'ruling-for-board': 'replaced-on-appeal', 'ruling-for-body': 'upheld-on-appeal' },
  'replaced-on-appeal': {},
  'upheld-on-appeal': {},
};

/** Where a move leads from a state, or why it cannot: `event.order`, with words for each state. */
export function transition(
  state: DossierState,
  move: DossierMove,
): { to: DossierState } | { refusal: 'event.order' } {
  const to = table[state][move];
  return to ? { to } : { refusal: 'event.order' };
}

/** What can be recorded next, beside an outcome. */
export function nextEvents(state: DossierState): DossierEvent[] {
  return dossierEvents.filter((event) => event in table[state]);
}

/** May the outcome still come: is nothing decided and no rule ended the wait? */
export function isOpen(state: DossierState): boolean {
  return state === 'asked' || state === 'in-consultation';
}

/** Who records an event: whoever asked on behalf of the board, the body's own secretary, or either. */
export function recorderOf(event: DossierEvent): 'board' | 'body' | 'either' {
  return recorders[event];
}

const recorders: Record<DossierEvent, 'board' | 'body' | 'either'> = {
  papers: 'board',
  consulted: 'either',
  extended: 'board',
  excluded: 'body',
  'no-quorum': 'body',
  'account-followed': 'board',
  'account-partly': 'board',
  'account-not': 'board',
  'further-consultation': 'either',
  objected: 'body',
  waived: 'body',
  'settlement-opened': 'either',
  'settlement-reached': 'either',
  'settlement-failed': 'either',
  'committee-asked': 'either',
  'ruling-for-board': 'either',
  'ruling-for-body': 'either',
  appealed: 'either',
};

/** One recorded event, as the fold needs it. */
export type EventFact = {
  event: DossierEvent;
  onDate: string;
  untilDate: string | null;
  /** before whom a dispute came: who mediates, or the committee that rules */
  bodyId?: string | null;
};

/** What is known of a request: its term, its outcome and what was recorded. */
export type DossierFacts = {
  dueOn: string | null;
  silence: 'proceed' | 'refused' | 'open';
  outcome: (typeof finalOutcomes)[number] | null;
  decidedOn: string | null;
  events: readonly EventFact[];
};

/** How a dossier stands on a day. */
export type Standing = {
  state: DossierState;
  /** when it came into this state; null while it is asked */
  since: string | null;
  /** the last day of its term */
  dueOn: string | null;
  /** carrying out waits until and including this day, as long as the state does not end it earlier */
  suspendedUntil: string | null;
  /** before whom the dispute lies now and until which day; null when there is none, or nobody is named */
  before: { bodyId: string | null; untilDate: string | null } | null;
  /** events that the table does not allow in this order; empty for all that was recorded through it */
  strays: EventFact[];
};

/**
 * How a dossier stands: its notes, then its outcome or the end of its term, then the other events, each through
 * the table. Pure; nothing that was recorded changes it but by the table.
 * @param at ISO date: a term that ends after it has not ended
 */
export function standingOf(facts: DossierFacts, at: string): Standing {
  const { dueOn } = facts;
  const none = { since: null, suspendedUntil: null, before: null };
  const standing: Standing = { ...none, state: 'asked', dueOn, strays: [] };
  const go = (move: DossierMove, on: string) => {
    const step = transition(standing.state, move);
    if ('refusal' in step) return false;
    if (step.to !== standing.state) standing.since = on;
    standing.state = step.to;
    return true;
  };
  const isNote = (one: EventFact) => (notes as readonly string[]).includes(one.event);
  for (const note of facts.events.filter(isNote)) {
    if (!go(note.event, note.onDate)) standing.strays.push(note);
  }
  if (facts.outcome !== null) go(facts.outcome, facts.decidedOn ?? at);
  else if (dueOn !== null && dueOn < at && facts.silence !== 'open') {
    go(facts.silence === 'proceed' ? 'lapse' : 'lapse-refused', dueOn);
  }
  for (const one of facts.events.filter((event) => !isNote(event))) {
    if (!go(one.event, one.onDate)) {
      standing.strays.push(one);
      continue;
    }
    const lies = standing.state === 'settlement' || standing.state === 'committee';
    standing.before = lies ? { bodyId: one.bodyId ?? null, untilDate: one.untilDate } : null;
    if (one.event === 'objected') standing.suspendedUntil = one.untilDate;
    else if (standing.state === 'waived' || standing.state === 'settled') standing.suspendedUntil = null;
  }
  return standing;
}
