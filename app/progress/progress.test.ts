import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '#app/kernel/hash.ts';
import { canReadEvidence, nextEvidenceCode } from './evidence.ts';
import { countByStatus, isAsked, statementOf, untold } from './overview.ts';
import {
  completeness,
  contentOf,
  copyForward,
  type Entry,
  gapsOf,
  meets,
  noEntry,
  openGaps,
  type Status,
  saysSomething,
  tellings,
} from './progress.ts';
import { factsOf } from './promise-facts.ts';

const statuses: Status[] = [
  { code: 'on', nameNl: 'loopt', nameEn: 'runs', meaningNl: '', meaningEn: '', deviates: false },
  { code: 'off', nameNl: 'anders', nameEn: 'differs', meaningNl: '', meaningEn: '', deviates: true },
];
const words = fc.constantFrom('', 'gedaan', 'x');
const entry: fc.Arbitrary<Entry> = fc.record({
  status: fc.constantFrom(null, 'on', 'off'),
  ...{ done: words, result: words, effect: words, deviation: words, waitsFor: words, nextStep: words },
  steps: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('S1', 'S2', 'S3'),
      reachedMilli: fc.option(fc.integer()),
      note: words,
    }),
    { selector: (one) => one.code },
  ),
});

describe('what is asked of a measure', () => {
  test('a year is complete exactly when nothing is missing, and each gap names its measure', () => {
    fc.assert(
      fc.property(fc.array(fc.option(entry), { maxLength: 6 }), (entries) => {
        const told = entries.map((one, i) => ({ name: `M${i}`, entry: one }));
        const gaps = openGaps(told, statuses);
        const { complete, of } = completeness(told, statuses);
        expect(complete === of).toBe(gaps.length === 0);
        expect(new Set(gaps.map((one) => one.params.measure)).size).toBe(of - complete);
      }),
    );
  });

  test('the reason is asked for exactly where the status deviates', () => {
    expect(gapsOf({ ...noEntry, status: 'off', done: 'x' }, statuses)).toEqual(['deviation']);
    expect(gapsOf({ ...noEntry, status: 'on', done: 'x' }, statuses)).toEqual([]);
    expect(gapsOf(null, statuses)).toEqual(['status', 'done']);
  });

  test('copying last year forward loses no word, fills empty fields only, and chooses no status', () => {
    fc.assert(
      fc.property(fc.option(entry), fc.option(entry), (now, last) => {
        const copied = copyForward(now, last);
        const before = now ?? noEntry;
        expect(copied.status).toBe(before.status);
        expect(copied.steps).toEqual(before.steps);
        for (const one of tellings) expect(copied[one]).toBe(before[one] || last?.[one] || '');
        expect(copyForward(copied, last)).toEqual(copied);
        if (saysSomething(before)) expect(saysSomething(copied)).toBe(true);
      }),
    );
  });

  test('what was reached is held against the promise only where both are known', () => {
    const step = {
      ...{
        code: 'S1',
        kind: 'milestone' as const,
        unit: null,
        firstYear: null,
        lastYear: null,
        due: '',
        text: 'x',
      },
      ...{ comparator: 'at-least' as const, targetMilli: 2000, targetUnit: 'vakken', revision: 1 },
    };
    expect([1999, 2000, 2001].map((one) => meets(step, one))).toEqual([false, true, true]);
    expect(meets({ ...step, comparator: 'at-most' }, 2001)).toBe(false);
    expect(meets({ ...step, comparator: 'exactly' }, 2000)).toBe(true);
    expect(meets(step, null)).toBe(null);
    expect(meets({ ...step, comparator: null, targetMilli: null }, 5)).toBe(null);
  });

  test('the hash of a report does not depend on the order of its entries, and does on every word', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), fc.nat(), (entries, at) => {
        const told = entries.map((one, i) => ({ document: 'p', measure: `m${i}`, version: 1, ...one }));
        const head = { scheme: 's', unit: 'u', year: 2024, number: 1, reason: '', summary: '' };
        const hash = contentHash(contentOf({ ...head, entries: told }));
        expect(contentHash(contentOf({ ...head, entries: told.toReversed() }))).toBe(hash);
        const changed = told.map((one, i) =>
          i === at % told.length ? { ...one, done: `${one.done}!` } : one,
        );
        expect(contentHash(contentOf({ ...head, entries: changed }))).not.toBe(hash);
      }),
    );
  });
});

describe('statements over units', () => {
  const measure = fc.record({
    theme: fc.constantFrom('T1', 'T2'),
    funds: fc.subarray(['a', 'b']),
    entry: fc.option(entry),
    budget: fc.option(fc.record({ cents: fc.nat(1e9), unknown: fc.constant(0) })),
  });
  const units = fc.array(fc.record({ measures: fc.array(measure, { maxLength: 5 }) }), { maxLength: 5 });
  const filter = fc.record({
    theme: fc.constantFrom(null, 'T1'),
    fund: fc.constantFrom(null, 'a'),
    status: fc.constantFrom(null, 'on', untold),
  });

  test('counts and shares follow from the measures and never from more', () => {
    fc.assert(
      fc.property(units, filter, (all, asked) => {
        const said = statementOf(all, asked);
        expect(said.of).toBe(all.length);
        expect(said.units).toBeLessThanOrEqual(said.of);
        expect(said.measures).toBe(
          all.flatMap((one) => one.measures).filter((one) => isAsked(one, asked)).length,
        );
        if (said.least !== null) {
          expect(said.least).toBeGreaterThanOrEqual(0);
          expect(said.most).toBeGreaterThanOrEqual(said.least);
          expect(said.most).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  test('every measure counts under exactly one status', () => {
    fc.assert(
      fc.property(fc.array(measure), (measures) => {
        const total = [...countByStatus(measures).values()].reduce((sum, one) => sum + one, 0);
        expect(total).toBe(measures.length);
      }),
    );
  });
});

test('evidence is seen by whom it is for', () => {
  const reader = {
    ...{ institutionId: 'i', accountId: null, kind: 'account' as const, name: 'x', locale: 'nl' as const },
    mandates: [],
  };
  const writer = {
    ...reader,
    mandates: [{ role: 'w', permissions: ['progress.write' as const], unitIds: ['law'], bodyId: null }],
  };
  const seen = (actor: typeof reader | typeof writer, near: string[]) =>
    (['public', 'institution', 'council', 'unit'] as const).map((confidentiality) =>
      canReadEvidence(actor, { confidentiality, unitId: 'law' }, near),
    );
  expect(seen(reader, [])).toEqual([true, true, false, false]);
  expect(seen(reader, ['law'])).toEqual([true, true, true, false]);
  expect(seen(writer, [])).toEqual([true, true, true, true]);
  expect(nextEvidenceCode([])).toBe('E1');
  expect(nextEvidenceCode(['E9', 'E10', 'bijlage'])).toBe('E11');
});

test('what a promise holds is told, never judged', () => {
  const measure = { description: 'x', owner: '', firstYear: 2022, lastYear: 2023, steps: [] };
  const facts = factsOf(measure, [2022]);
  expect(facts).toEqual({
    ...{ description: true, owner: false, amount: false, time: false, target: false },
    'end-state': false,
  });
  const steps = [{ kind: 'end-state' as const, targetMilli: 2000, firstYear: 2023 }];
  expect(factsOf({ ...measure, owner: 'iemand', steps }, [2022, 2023])).toEqual({
    ...{ description: true, owner: true, amount: true, time: true, target: true },
    'end-state': true,
  });
});
