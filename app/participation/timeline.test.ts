import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionDetail } from './decision-detail.server.ts';
import { accountEvents, disputeEvents, notes, standingOf } from './dossier-state.ts';
import { timelineOf } from './timeline.ts';

const day = '2026-11-22';
const detail = (events: readonly string[]) =>
  ({
    ...{ askedOn: day, papersSentOn: day, dueOn: '2026-12-08', silence: 'open', kind: 'advice' },
    ...{ outcome: 'negative', decidedOn: day },
    events: events.map((event, at) => ({ eventId: String(at), event, onDate: day, untilDate: null })),
  }) as unknown as DecisionDetail;

test('on one day its notes stand before the outcome, and what follows from it after, as they were recorded', () => {
  const event = fc.constantFrom(...notes, ...accountEvents, ...disputeEvents);
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), (events) => {
      const decision = detail(events);
      const course = timelineOf(decision, standingOf(decision, day), day);
      const outcome = course.findIndex((one) => one.kind === 'outcome');
      for (const [at, { event: one }] of course.entries()) {
        if (one) expect(at < outcome).toBe((notes as readonly string[]).includes(one.event));
      }
      const later = course.slice(outcome).flatMap((one) => one.event?.eventId ?? []);
      expect(later).toEqual(later.toSorted((a, b) => Number(a) - Number(b)));
    }),
  );
});
