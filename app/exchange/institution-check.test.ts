import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { en } from '#app/messages/en.ts';
import { nl } from '#app/messages/nl.ts';
import { smallInstitution } from '#test/institution.ts';
import { readInstitutionFile } from './institution-check.ts';

type Any = { [key: string]: Any };

/** Everything that is wrong with the small institution after a change, as `path code`. */
function errorsAfter(change: (file: Any) => void): string[] {
  const file = structuredClone(smallInstitution()) as unknown as Any;
  change(file);
  try {
    readInstitutionFile(file);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    for (const { code } of error.errors) {
      expect(nl, code).toHaveProperty([`rejection.${code}`]);
      expect(en, code).toHaveProperty([`rejection.${code}`]);
    }
    return error.errors.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
}

const set = (owner: unknown, key: string, value: unknown) => {
  (owner as Record<string, unknown>)[key] = value;
};
const put = (list: unknown, value: unknown) => (list as unknown[]).push(value);
const scheme = (file: Any) => file.schemes![0]!;
const version = (file: Any) => scheme(file).documents![0]!.versions![0]!;
const at = 'schemes[ka].documents[plan-recht].versions[1]';

const mistakes: [what: string, change: (file: Any) => void, expected: string[]][] = [
  ['a field of the wrong type', (f) => set(f.units![1], 'kind', 7), ['units[recht].kind file.wrong-type']],
  [
    'a field that is missing',
    (f) => set(f.units![1], 'nameEn', undefined),
    ['units[recht].nameEn file.missing'],
  ],
  ['an unknown field', (f) => set(f.bodies![0], 'colour', 'red'), ['bodies[cvb].colour file.unknown-field']],
  ['an unknown unit', (f) => set(f.bodies![0], 'unit', 'nergens'), ['bodies[cvb].unit file.unknown-unit']],
  [
    'a body of an unknown kind',
    (f) => set(f.bodies![0], 'kind', 'senaat'),
    ['bodies[cvb].kind file.unknown-body-kind'],
  ],
  [
    'kinds of bodies that are named and not there',
    (f) => set(f, 'bodyKinds', (f.bodyKinds as unknown as Any[]).slice(0, 2)),
    [
      'bodies[fr-recht].kind file.unknown-body-kind',
      'bodies[fr-beta].kind file.unknown-body-kind',
      'schemes[ka].documentKinds[plan].rights[0].bodyKind file.unknown-body-kind',
    ],
  ],
  ['a code used twice', (f) => put(f.bodies, f.bodies![0]), ['bodies[cvb].code file.duplicate']],
  ['two roots', (f) => set(f.units![1], 'placements', []), ['units file.one-root']],
  [
    'a circle of units',
    (f) => {
      set(f.units![1], 'placements', [{ parent: 'beta' }]);
      set(f.units![2], 'placements', [{ parent: 'recht' }]);
    },
    ['units[recht].placements file.unit-circle', 'units[beta].placements file.unit-circle'],
  ],
  [
    'a circle of nodes',
    (f) => set(f.frameworks![0]!.nodes![0], 'parent', 'T1'),
    ['frameworks[themas].nodes[T1].parent file.node-circle'],
  ],
  [
    'overlapping terms',
    (f) =>
      put(f.bodies![2]!.members, {
        name: 'Lid faculteitsraad Recht',
        capacity: 'student',
        from: '2025-01-01',
      }),
    ['bodies[fr-recht].members[1] file.terms-overlap'],
  ],
  [
    'a head count without number',
    (f) => set(f.headCounts![0], 'heads', null),
    ['headCounts[0].heads file.heads-or-mark'],
  ],
  [
    'a head count below zero',
    (f) => set(f.headCounts![1], 'heads', -1),
    ['headCounts[1].heads file.too-small'],
  ],
  [
    'a year outside the scheme',
    (f) => set(version(f).lines![4], 'year', 2030),
    [`${at}.lines[4].year file.year-outside-scheme`],
  ],
  [
    'a line on an unknown measure',
    (f) => set(version(f).lines![0], 'measure', 'x'),
    [`${at}.lines[0].measure file.unknown-measure`],
  ],
  [
    'a line without amount',
    (f) => set(version(f).lines![0], 'cents', null),
    [`${at}.lines[0] file.line-without-amount`],
  ],
  [
    'a draft in force',
    (f) => set(version(f), 'inForce', { from: '2022-01-01T00:00:00Z', recordedAt: '2022-01-01T00:00:00Z' }),
    [`${at}.inForce file.in-force-not-adopted`],
  ],
  [
    'a section without its theme',
    (f) => set(version(f).sections![1], 'node', null),
    [`${at}.sections[1].node file.question-per-theme`],
  ],
];

describe('check of an institution file', () => {
  test('the small institution is right', () => {
    expect(errorsAfter(() => undefined)).toEqual([]);
  });

  test.each(mistakes)('%s', (_what, change, expected) => {
    expect(errorsAfter(change)).toEqual(expected);
  });

  test('a decision by a body without that right, and two versions in force at once', () => {
    const moment = '2022-01-01T00:00:00Z';
    const adopted = {
      status: 'adopted',
      submittedAt: moment,
      adoptedAt: moment,
      inForce: { from: moment, recordedAt: moment },
    };
    const decision = { body: 'ur', kind: 'advice', askedOn: '2021-12-01' };
    const errors = errorsAfter((file) => {
      Object.assign(version(file), adopted, { decisions: [decision] });
      put(scheme(file).documents![0]!.versions, { ...adopted, number: 2, createdAt: moment });
    });
    expect(errors).toEqual([
      'schemes[ka].documents[plan-recht].versions[2].inForce file.two-in-force',
      `${at}.decisions[0] file.no-such-right`,
    ]);
  });

  test('mistakes of any kind are all told at once, each at its own place in the file as given', () => {
    // Each mistake changes another part, so that one does not hide another.
    const apart = mistakes.filter(([what]) => !/two roots|circle of units|used twice/.test(what));
    fc.assert(
      fc.property(fc.subarray(apart, { minLength: 2 }), (chosen) => {
        const touched = (what: string) => chosen.some(([one]) => one === what);
        // these two change the same line
        fc.pre(!(touched('a line on an unknown measure') && touched('a line without amount')));
        const errors = errorsAfter((file) => {
          for (const [, change] of chosen) change(file);
        });
        expect(errors.toSorted()).toEqual(chosen.flatMap(([, , expected]) => expected).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  test('anything at all is refused without a defect', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(() => readInstitutionFile(data)).toThrow(InvalidInput);
      }),
    );
  });
});
