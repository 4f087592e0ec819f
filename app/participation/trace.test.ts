import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '#app/kernel/money.ts';
import { type TraceFacts, type TraceLine, type TraceVersion, traceLines, traceNew } from './trace.ts';
import { traceTotals, untraceableOf, untraceableRise } from './trace-total.ts';

const version = (
  versionId: string,
  stage: TraceVersion['stage'],
  more: Partial<TraceVersion> = {},
): TraceVersion => ({
  ...{
    versionId,
    documentId: versionId,
    document: versionId,
    title: versionId,
    kind: '',
    stage,
    unit: 'beta',
  },
  ...{ number: 1, hash: 'a', sourced: false, source: '', from: '2022-01-01', until: null, missing: 0 },
  decisions: [{ body: 'cvb', kind: 'adoption', outcome: 'given', on: '2021-12-01' }],
  measures: [],
  ...more,
});
const line = (stage: TraceLine['stage'], versionId: string, more: Partial<TraceLine> = {}): TraceLine => ({
  ...{
    lineId: `${stage} ${versionId}`,
    stage,
    versionId,
    fund: 'own',
    unit: 'beta',
    node: 'T1',
    measureId: null,
  },
  ...{ year: 2023, cents: 100, count: 1, counts: true },
  ...more,
});

const plan = version('plan', 'budgeted', {
  measures: [{ measureId: 'm', code: 'm', name: 'm', firstYear: 2022, lastYear: 2024 }],
});
const sound: TraceFacts = {
  lines: [
    line('granted', 'grant', { unit: 'uni' }),
    line('allocated', 'division'),
    line('budgeted', 'plan', { measureId: 'm' }),
    line('realised', 'report', { measureId: 'm' }),
  ],
  versions: [
    version('grant', 'granted'),
    version('division', 'allocated'),
    plan,
    version('report', 'realised'),
  ],
  ownFunds: new Set(['own']),
  parents: new Map([
    ['uni', null],
    ['beta', 'uni'],
    ['law', 'uni'],
  ]),
  drafted: new Set(['drafted']),
};
const reasonsOf = (facts: TraceFacts, stage = 'realised') =>
  traceLines(facts).find((one) => one.stage === stage)!.reasons;
const without = (stage: string): TraceFacts => ({
  ...sound,
  lines: sound.lines.filter((one) => one.stage !== stage),
});
const withPlan = (more: Partial<TraceVersion>): TraceFacts => ({
  ...sound,
  versions: sound.versions.map((one) => (one === plan ? { ...plan, ...more } : one)),
});
const judged = (more: Partial<TraceLine>) => traceNew(sound, [line('realised', 'new', more)])[0]!;

describe('one euro', () => {
  test('whose every link is recorded is traceable, and leads to its budget, allocation and grant', () => {
    const lines = traceLines(sound);
    expect(lines.map((one) => one.class)).toEqual(['traceable', 'traceable', 'traceable', 'traceable']);
    expect(lines[3]).toMatchObject({ from: ['budgeted plan'], plans: ['plan'] });
    expect(lines[2]).toMatchObject({ from: ['allocated division'] });
    expect(lines[1]).toMatchObject({ from: ['granted grant'] });
  });

  test.each([
    ['no-measure', { measureId: null }],
    ['measure-not-planned', { measureId: 'other' }],
    ['measure-not-planned', { measureId: 'm', year: 2025 }],
    ['plan-not-adopted', { measureId: 'drafted' }],
    ['no-allocation', { measureId: 'm', unit: 'law' }],
    ['no-allocation', { measureId: 'm', year: 2022 }],
  ] as const)('is untraceable: %s', (reason, more) => {
    expect(judged(more)).toMatchObject({ class: 'untraceable', reasons: [reason] });
  });

  test('a right that was not exercised breaks the chain; one of which nothing is recorded leaves it unknown', () => {
    expect(reasonsOf(withPlan({ missing: 1 }))).toEqual(['decision-missing']);
    expect(reasonsOf(withPlan({ decisions: [] }))).toEqual(['decision-unrecorded']);
  });

  test('a step that nobody recorded is unknown, not broken', () => {
    expect(reasonsOf(without('granted'))).toEqual(['grant-unrecorded']);
    expect(reasonsOf(without('allocated'))).toEqual(['allocation-unrecorded']);
    expect(untraceableOf(traceLines(without('allocated'))).cents).toBe(0);
  });

  test('spending above its budget is a shortage, not a broken chain; so is what another fund pays', () => {
    expect(judged({ measureId: 'm', cents: 1_000_000 }).class).toBe('traceable');
    expect(judged({ measureId: 'm', fund: 'npo', unit: 'law' }).class).toBe('traceable');
  });

  test('a plan that gave way in the middle of a year still explains that year, and no later one', () => {
    const gone = withPlan({ until: '2023-07-01' });
    expect(traceNew(gone, [line('realised', 'new', { measureId: 'm' })])[0]!.class).toBe('traceable');
    expect(traceNew(gone, [line('realised', 'new', { measureId: 'm', year: 2024 })])[0]!.reasons).toEqual([
      'measure-not-planned',
    ]);
  });

  test('what is left of an earlier year is carried on', () => {
    expect(judged({ measureId: 'm', year: 2024 }).class).toBe('traceable');
  });
});

const someLine = fc
  .record({
    stage: fc.constantFrom('granted', 'allocated', 'budgeted', 'realised'),
    versionId: fc.constantFrom('grant', 'division', 'plan', 'report'),
    fund: fc.constantFrom('own', 'npo'),
    unit: fc.constantFrom('uni', 'beta', 'law'),
    node: fc.constantFrom('T1', 'T2', null),
    measureId: fc.constantFrom('m', 'other', 'drafted', null),
    year: fc.integer({ min: 2021, max: 2026 }),
    cents: fc.integer({ min: -1000, max: 1_000_000 }),
  })
  .map((one) => line(one.stage as TraceLine['stage'], one.versionId, one));
const someLines = fc
  .array(someLine, { maxLength: 25 })
  .map((lines) => lines.map((one, i) => ({ ...one, lineId: String(i) })));

test('per stage and year, traceable, unknown and untraceable sum to the total', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      const traced = traceLines({ ...sound, lines });
      const totals = traceTotals(traced);
      for (const one of totals) expect(one.traceable + one.unknown + one.untraceable).toBe(one.total);
      expect(sum(totals.map((one) => one.total))).toBe(sum(lines.map((one) => one.cents)));
    }),
  );
});

test('the order of the lines does not matter', () => {
  fc.assert(
    fc.property(someLines, fc.infiniteStream(fc.nat()), (lines, places) => {
      const shuffled = lines
        .map((one) => ({ one, place: places.next().value as number }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const classes = (own: readonly TraceLine[]) =>
        Object.fromEntries(
          traceLines({ ...sound, lines: [...own] }).map((one) => [one.lineId, [one.class, one.reasons]]),
        );
      expect(classes(shuffled)).toEqual(classes(lines));
    }),
  );
});

test('what is booked again as it was raises nothing; a chain won elsewhere pays for none lost', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      const traced = traceLines({ ...sound, lines });
      expect(untraceableRise(traced, traced).cents).toBe(0);
      expect(untraceableRise([], traced).cents).toBe(untraceableOf(traced).cents);
    }),
  );
});
