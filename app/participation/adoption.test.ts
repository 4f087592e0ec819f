import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockers, type DecisionFact, type RightRule } from './adoption.ts';
import type { Outcome, RightKind } from './decision.ts';

const rule = (kind: RightKind, over: Partial<RightRule> = {}): RightRule => ({
  ruleId: kind,
  kind,
  prior: true,
  termDays: 20,
  basis: 'akkoord',
  certainty: 'known',
  bodyKind: 'raad',
  bodyId: 'b',
  bodyCode: 'fr',
  bodyName: 'de raad',
  ...over,
});
const fact = (outcome: Outcome | null, over: Partial<DecisionFact> = {}): DecisionFact => ({
  ruleId: 'consent',
  versionNumber: 2,
  versionHash: 'h2',
  outcome,
  decidedOn: outcome && '2021-06-30',
  dueOn: '2021-07-07',
  ...over,
});
const version = { contentHash: 'h2' };
const codes = (decisions: DecisionFact[], rules: RightRule[], at = '2021-07-01') =>
  blockers(version, decisions, rules, at).map((reason) => reason.code);

describe('blockers', () => {
  test('consent on this hash frees the way, with or without conditions', () => {
    expect(codes([fact('given')], [rule('consent')])).toEqual([]);
    expect(codes([fact('given-on-conditions')], [rule('consent')])).toEqual([]);
  });

  test('each reason has its own words', () => {
    const consent = [rule('consent')];
    expect(codes([], consent)).toEqual(['adopt.not-asked']);
    expect(codes([fact(null)], consent)).toEqual(['adopt.waiting']);
    expect(codes([fact(null)], consent, '2021-07-08')).toEqual(['adopt.overdue']);
    expect(codes([fact('withheld')], consent)).toEqual(['adopt.withheld']);
    expect(codes([fact('given', { versionHash: 'h1', versionNumber: 1 })], consent)).toEqual([
      'adopt.other-version',
    ]);
    expect(codes([], [rule('consent', { bodyId: null })])).toEqual(['adopt.no-body']);
    expect(blockers({ contentHash: null }, [], consent, '2021-07-01')).toMatchObject([
      { code: 'adopt.draft' },
    ]);
  });

  test('advice counts once it was given, whatever it says; what is not prior holds nothing up', () => {
    const advice = (outcome: Outcome) => fact(outcome, { ruleId: 'advice' });
    expect(codes([advice('negative')], [rule('advice')])).toEqual([]);
    expect(codes([], [rule('information', { prior: false })])).toEqual([]);
  });

  test('no decision on another content ever frees the way', () => {
    const other = fc.record({
      outcome: fc.constantFrom<Outcome>('given', 'given-on-conditions', 'withheld'),
      hash: fc.string({ minLength: 1 }).filter((hash) => hash !== 'h2'),
    });
    fc.assert(
      fc.property(fc.array(other, { maxLength: 5 }), (all) => {
        const decisions = all.map(({ outcome, hash }) => fact(outcome, { versionHash: hash }));
        expect(codes(decisions, [rule('consent')])).toHaveLength(1);
      }),
    );
  });
});
