import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter } from '#app/kernel/period.ts';
import {
  type Answer,
  afterAct,
  answeredOn,
  type MomentFacts,
  momentActs,
  momentStatuses,
  standingOf,
} from './moment.ts';

const status = fc.constantFrom(...momentStatuses);
const act = fc.constantFrom(...momentActs);
const day = fc.integer({ min: 0, max: 900 }).map((days) => dayAfter('2025-01-01', days));
const answer: fc.Arbitrary<Answer> = fc.record({
  submittedOn: fc.option(day),
  decidedOn: fc.option(day),
  outcome: fc.constantFrom('given', 'withheld', 'positive', 'discussed', null),
});
const facts: fc.Arbitrary<MomentFacts> = fc.record({
  ...{ status, dueOn: day, asksRight: fc.boolean(), answer: fc.option(answer) },
  doneOn: fc.option(day),
});

describe('what can be done with a moment', () => {
  test('the whole table', () => {
    const table = momentStatuses.map((one) =>
      momentActs.map((doing) => afterAct(one, doing, false) ?? '-').join(' '),
    );
    expect(table).toEqual(['moved cancelled done -', 'moved cancelled done -', '- - - open', '- - - open']);
  });

  test('what ended is only opened again, and a moved date is not forgotten by it', () => {
    fc.assert(
      fc.property(status, act, fc.boolean(), (from, doing, moved) => {
        const to = afterAct(from, doing, moved);
        if (from === 'done' || from === 'cancelled') expect(to !== null).toBe(doing === 'reopen');
        if (to === 'open') expect(moved).toBe(false);
      }),
    );
  });
});

describe('how a moment stands', () => {
  test('a document that a council must agree to is not there before the council agreed', () => {
    fc.assert(
      fc.property(answer, (one) => {
        const on = answeredOn({ asksRight: true, answer: one });
        if (one.outcome === 'withheld' || one.outcome === null || !one.submittedOn || !one.decidedOn) {
          expect(on).toBeNull();
        } else {
          expect(on).toBe([one.submittedOn, one.decidedOn].toSorted().at(-1));
        }
      }),
    );
  });

  test('done in time or late follows from the dates alone; nothing late is called in time', () => {
    fc.assert(
      fc.property(facts, day, (moment, today) => {
        const { standing, on } = standingOf(moment, today);
        if (on !== null) expect(standing).toBe(on <= moment.dueOn ? 'done' : 'late');
        if (standing === 'overdue') expect(moment.dueOn < today).toBe(true);
        if (['soon', 'open', 'busy'].includes(standing)) expect(moment.dueOn >= today).toBe(true);
        expect(standing === 'cancelled').toBe(moment.status === 'cancelled');
      }),
    );
  });

  test('four weeks before the day it is near', () => {
    const moment = { status: 'open', dueOn: '2025-12-31', doneOn: null, asksRight: false } as const;
    const at = (today: string) => standingOf({ ...moment, answer: null }, today).standing;
    expect(['2025-12-02', '2025-12-03', '2025-12-31', '2026-01-01'].map(at)).toEqual([
      'open',
      'soon',
      'soon',
      'overdue',
    ]);
  });
});
