import { expect, test } from 'vitest';
import { earliestAdoption } from './adoption-date.ts';
import type { DossierFacts } from './dossier-state.ts';

const facts = (over: Partial<DossierFacts>): DossierFacts => ({
  ...{ dueOn: '2026-01-20', silence: 'open', outcome: null, decidedOn: null, events: [] },
  ...over,
});
const given = facts({ outcome: 'given', decidedOn: '2026-01-15' });
const today = '2026-06-01';

test('adoption comes no earlier than what frees the way', () => {
  expect(earliestAdoption([], today)).toBeNull();
  expect(earliestAdoption([facts({})], today)).toBeNull();
  expect(earliestAdoption([given], today)).toBe('2026-01-15');
  expect(earliestAdoption([given, facts({ silence: 'proceed' })], today)).toBe('2026-01-21');
  const events = [
    { event: 'account-not' as const, onDate: '2026-02-01', untilDate: null },
    { event: 'further-consultation' as const, onDate: '2026-02-05', untilDate: null },
  ];
  const advice = facts({ outcome: 'negative', decidedOn: '2026-01-15', events });
  expect(earliestAdoption([given, advice], today)).toBe('2026-02-05');
  const objected = { event: 'objected' as const, onDate: '2026-02-10', untilDate: '2026-03-10' };
  expect(earliestAdoption([{ ...advice, events: [...events, objected] }], today)).toBe('2026-03-11');
  const waived = { event: 'waived' as const, onDate: '2026-02-20', untilDate: null };
  expect(earliestAdoption([{ ...advice, events: [...events, objected, waived] }], today)).toBe('2026-02-20');
});
