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
  matterNl: '',
  matterEn: '',
  matter: '',
  quorumBasis: null,
  quorumMembers: null,
  majority: 'simple',
  sections: [],
  silence: 'open',
  conditionsAllowed: true,
  suspensionDays: 28,
  appealMonths: 1,
  ...{ interimParts: null, interimOf: null, interimStage: null, interimBasis: '', interimCertainty: null },
  bodyKind: 'raad',
  bodyKindName: 'Raad',
  bodyId: 'b',
  bodyCode: 'fr',
  bodyName: 'de raad',
  ...over,
});
const fact = (outcome: Outcome | null, over: Partial<DecisionFact> = {}): DecisionFact => ({
  ruleId: 'consent',
  bodyId: 'b',
  silence: 'open',
  events: [],
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

  test('negative advice waits for its account; what is not prior holds nothing up', () => {
    const advice = (outcome: Outcome, over = {}) => fact(outcome, { ruleId: 'advice', ...over });
    const events = [{ event: 'account-followed' as const, onDate: '2021-07-01', untilDate: null }];
    expect(codes([advice('positive')], [rule('advice')])).toEqual([]);
    expect(codes([advice('negative')], [rule('advice')])).toEqual(['adopt.account-missing']);
    expect(codes([advice('negative', { events })], [rule('advice')])).toEqual([]);
    expect(codes([], [rule('information', { prior: false })])).toEqual([]);
  });

  test('silence frees the way only where the rule says so', () => {
    const silent = (silence: 'proceed' | 'refused' | 'open') =>
      codes([fact(null, { silence })], [rule('consent')], '2021-07-08');
    expect(silent('proceed')).toEqual([]);
    expect(silent('refused')).toEqual(['adopt.lapsed-refused']);
    expect(silent('open')).toEqual(['adopt.overdue']);
  });

  test('a dissolved body: what it gave still counts, what it was asked waits for its successor', () => {
    const successor = [rule('consent', { bodyId: 'next' })];
    expect(codes([fact('given')], successor)).toEqual([]);
    expect(codes([fact('given')], [rule('consent', { bodyId: null })])).toEqual([]);
    expect(codes([fact(null)], successor)).toEqual(['adopt.body-gone']);
    expect(codes([fact(null)], [rule('consent', { bodyId: null })])).toEqual(['adopt.no-body']);
    expect(codes([fact(null), fact('given', { bodyId: 'next' })], successor)).toEqual([]);
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
