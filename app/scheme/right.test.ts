import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carries, quorumOf } from './right.ts';
import { rightMatrix } from './right-matrix.ts';
import { shippedSets } from './rights-set.server.ts';
import { majorities } from './scheme.ts';

const count = fc.integer({ min: 0, max: 40 });
const votes = fc.record({ for: count, against: count, abstained: count });

test('a majority: two of three is two thirds, a tie is none', () => {
  const tie = { for: 5, against: 5, abstained: 2 };
  expect(majorities.map((one) => carries(tie, one, 12))).toEqual([false, false, false, false, false]);
  const eight = { for: 8, against: 4, abstained: 0 };
  expect(carries(eight, 'two-thirds-votes', null)).toBe(true);
  expect(carries(eight, 'two-thirds-members', 13)).toBe(false);
  expect(carries(eight, 'two-thirds-members', 12)).toBe(true);
  expect(carries({ for: 5, against: 3, abstained: 2 }, 'absolute', null)).toBe(false);
  expect(carries(eight, 'absolute-members', null)).toBeNull();
});

test('one more vote in favour never loses a majority, one more against never makes one', () => {
  fc.assert(
    fc.property(votes, fc.constantFrom(...majorities), (cast, majority) => {
      const members = cast.for + cast.against + cast.abstained + 3;
      const carried = carries(cast, majority, members);
      if (carried) expect(carries({ ...cast, for: cast.for + 1 }, majority, members)).toBe(true);
      else expect(carries({ ...cast, against: cast.against + 1 }, majority, members)).toBe(false);
    }),
  );
});

test('a quorum of more than half of ten is six, of half is five; of unknown members nobody knows', () => {
  expect(quorumOf({ quorumBasis: 5001, quorumMembers: null }, 10)).toBe(6);
  expect(quorumOf({ quorumBasis: 5000, quorumMembers: null }, 10)).toBe(5);
  expect(quorumOf({ quorumBasis: 5000, quorumMembers: null }, null)).toBeNull();
  expect(quorumOf({ quorumBasis: null, quorumMembers: 7 }, null)).toBe(7);
});

test('every set that comes with the software holds rights with a basis, and no line twice', () => {
  const sets = shippedSets();
  expect(sets.map((one) => one.code)).toEqual(['wo-ongedeeld', 'wo-gedeeld', 'hbo']);
  for (const { kinds } of sets) {
    for (const { rights } of kinds) {
      const keys = rights.map((one) => `${one.bodyKind} ${one.kind} ${one.matterNl}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(rights.every((one) => one.basis !== '' && one.holderEn !== '')).toBe(true);
    }
  }
});

test('the matrix has a row per matter and a column per body, named as people name them', () => {
  const line = (over: object) => ({
    ...{ ruleId: 'a', kindCode: 'plan', kindNl: 'Plan', kindEn: 'Plan', matterNl: '', matterEn: '' },
    ...{ bodyKind: 'council', holderNl: '', holderEn: '', bodyNl: 'Raad', bodyEn: 'Council' },
    ...{ kind: 'consent' as const, prior: true, termDays: 20, basis: 'wet', certainty: 'text' as const },
    ...{
      quorumBasis: null,
      quorumMembers: null,
      majority: 'simple' as const,
      sections: [],
      sectionRules: [],
    },
    ...{ silence: 'open' as const, conditionsAllowed: true },
    ...over,
  });
  const { columns, rows } = rightMatrix([
    line({}),
    line({ ruleId: 'b', matterNl: 'Overig', kind: 'advice' }),
    line({ ruleId: 'c', bodyKind: 'board', bodyNl: 'College', bodyEn: 'Board', kind: 'decides' }),
  ]);
  expect(columns.map((one) => one.nameNl)).toEqual(['Raad', 'College']);
  expect(rows.map((one) => [one.nameNl, Object.keys(one.cells)])).toEqual([
    ['Plan', ['council', 'board']],
    ['Overig', ['council']],
  ]);
});
