import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter } from '#app/kernel/period.ts';
import { blockerOfState } from './adoption.ts';
import {
  type DossierEvent,
  type DossierFacts,
  type DossierMove,
  type DossierState,
  dossierEvents,
  dossierStates,
  type EventFact,
  finalOutcomes,
  isOpen,
  nextEvents,
  standingOf,
  transition,
} from './dossier-state.ts';

const moves: DossierMove[] = [...dossierEvents, ...finalOutcomes, 'lapse', 'lapse-refused'];
const today = '2026-06-01';

/** Applies moves one by one as the use cases do: what the table refuses is not recorded. */
function play(tried: readonly DossierMove[]) {
  const facts: DossierFacts = {
    dueOn: '2026-07-01',
    silence: 'open',
    outcome: null,
    decidedOn: null,
    events: [],
  };
  let day = '2026-01-01';
  let state: DossierState = 'asked';
  for (const move of tried) {
    const step = transition(state, move);
    if ('refusal' in step) continue;
    day = dayAfter(day);
    state = step.to;
    if ((finalOutcomes as readonly string[]).includes(move)) {
      facts.outcome = move as (typeof finalOutcomes)[number];
      facts.decidedOn = day;
    } else if (move === 'lapse' || move === 'lapse-refused') {
      facts.silence = move === 'lapse' ? 'proceed' : 'refused';
      facts.dueOn = day;
    } else {
      const untilDate = move === 'objected' ? dayAfter(day, 28) : null;
      facts.events = [...facts.events, { event: move as DossierEvent, onDate: day, untilDate }];
    }
  }
  return { facts, state };
}
const sequence = fc.array(fc.constantFrom(...moves), { maxLength: 30 });

describe('any sequence of events', () => {
  test('yields an allowed state, and what was recorded folds to that same state without strays', () => {
    fc.assert(
      fc.property(sequence, (tried) => {
        const { facts, state } = play(tried);
        const standing = standingOf(facts, today);
        expect(dossierStates).toContain(state);
        expect(standing.state).toBe(state);
        expect(standing.strays).toEqual([]);
      }),
    );
  });

  test('never takes back an outcome, nor opens again what was decided', () => {
    fc.assert(
      fc.property(sequence, sequence, (first, then) => {
        const before = play(first);
        const after = play([...first, ...then]);
        if (before.facts.outcome !== null) expect(after.facts.outcome).toBe(before.facts.outcome);
        if (!isOpen(before.state)) expect(isOpen(after.state)).toBe(false);
        expect(after.facts.events.slice(0, before.facts.events.length)).toEqual(before.facts.events);
      }),
    );
  });

  test('offers exactly the events that the table takes', () => {
    fc.assert(
      fc.property(sequence, (tried) => {
        const { state } = play(tried);
        const taken = dossierEvents.filter((event) => 'to' in transition(state, event));
        expect(nextEvents(state)).toEqual(taken);
      }),
    );
  });

  test('frees adoption only where a body agreed, fell silent under the rule, was overruled, or was answered', () => {
    const free: DossierState[] = [
      'given',
      'given-on-conditions',
      'positive',
      'discussed',
      'informed',
      'lapsed',
    ];
    const answered: DossierState[] = ['followed', 'consulted-again', 'waived', 'settled'];
    const overruled: DossierState[] = ['replaced', 'replaced-on-appeal'];
    const whileSuspended: DossierState[] = ['suspended', 'settlement', 'settlement-failed', 'committee'];
    fc.assert(
      fc.property(sequence, fc.constantFrom('consent', 'advice'), (tried, kind) => {
        const { facts, state } = play(tried);
        const standing = standingOf(facts, today);
        const blocked = blockerOfState(kind, standing, today) !== null;
        if ([...free, ...answered, ...overruled].includes(state)) expect(blocked).toBe(false);
        else if (kind === 'advice' && whileSuspended.includes(state)) {
          expect(blocked).toBe((standing.suspendedUntil ?? '') >= today);
        } else expect(blocked).toBe(true);
      }),
    );
  });
});

const event = (name: DossierEvent, onDate = '2026-02-01', untilDate: string | null = null): EventFact => ({
  event: name,
  onDate,
  untilDate,
});
const facts = (over: Partial<DossierFacts>): DossierFacts => ({
  dueOn: '2026-01-20',
  silence: 'open',
  outcome: null,
  decidedOn: null,
  events: [],
  ...over,
});

test('a term that ends says what silence means, and only from the day after it', () => {
  expect(standingOf(facts({ silence: 'proceed' }), '2026-01-20').state).toBe('asked');
  expect(standingOf(facts({ silence: 'proceed' }), '2026-01-21')).toMatchObject({ state: 'lapsed' });
  expect(standingOf(facts({ silence: 'refused' }), '2026-01-21').state).toBe('lapsed-refused');
  expect(standingOf(facts({ silence: 'open' }), '2027-01-21').state).toBe('asked');
});

test('advice that is not followed: account, further consultation, suspension, and the council may waive it', () => {
  const not = [
    event('account-not'),
    event('further-consultation'),
    event('objected', '2026-02-10', '2026-03-10'),
  ];
  const advice = facts({ outcome: 'negative', decidedOn: '2026-01-15' });
  const blocker = (events: EventFact[], at = '2026-02-20') =>
    blockerOfState('advice', standingOf({ ...advice, events }, at), at)?.code ?? null;
  expect(blocker([])).toBe('adopt.account-missing');
  expect(blocker(not.slice(0, 1))).toBe('adopt.further-consultation');
  expect(blocker(not.slice(0, 2))).toBeNull();
  expect(blocker(not)).toBe('adopt.suspended');
  expect(blocker(not, '2026-03-11')).toBeNull();
  expect(blocker([...not, event('waived')])).toBeNull();
  expect(blocker([event('account-followed')])).toBeNull();
});

test('withheld consent: settlement first, then the committee, a ruling, an appeal', () => {
  const consent = facts({ outcome: 'withheld', decidedOn: '2026-01-15' });
  const state = (...events: DossierEvent[]) =>
    standingOf({ ...consent, events: events.map((one) => event(one)) }, today).state;
  expect(transition('withheld', 'committee-asked')).toEqual({ refusal: 'event.order' });
  expect(state('settlement-opened')).toBe('settlement');
  expect(state('settlement-opened', 'settlement-reached')).toBe('settled');
  const asked: DossierEvent[] = ['settlement-opened', 'settlement-failed', 'committee-asked'];
  expect(state(...asked)).toBe('committee');
  expect(state(...asked, 'ruling-for-board')).toBe('replaced');
  expect(state(...asked, 'ruling-for-body')).toBe('upheld');
  expect(state(...asked, 'ruling-for-body', 'appealed', 'ruling-for-board')).toBe('replaced-on-appeal');
  expect(transition('replaced-on-appeal', 'appealed')).toEqual({ refusal: 'event.order' });
});
