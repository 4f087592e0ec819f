import { expect, test } from 'vitest';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { smallInstitution } from '#test/institution.ts';
import { readInstitutionFile } from './institution-check.ts';

type Scheme = NonNullable<ReturnType<typeof smallInstitution>['schemes']>[number];

/** What is wrong with the small institution after a change of its scheme, as `path code`. */
function errorsAfter(change: (scheme: Scheme) => void): string[] {
  const file = smallInstitution();
  change(file.schemes![0]!);
  try {
    readInstitutionFile(file);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

const sanction = {
  ...{ code: 'niets', nameNl: 'Niets', nameEn: 'Nothing' },
  effect: { kind: 'withhold' as const, fromYear: 2022, lastYear: 2024 },
};
const bundle = {
  goal: { framework: 'ambities', node: 'A1' },
  ...{ name: 'Samen', reason: 'Meer effect', proposedOn: '2022-03-01' },
  parts: ['werkgroepen', 'adviseurs'].map((measure) => ({ document: 'plan-recht', measure })),
  answers: [{ unit: 'recht', answer: 'agreed' as const, answeredOn: '2022-03-02' }, { unit: 'beta' }],
};
const at = 'schemes[ka]';

test('sanctions and proposals to bundle that hold are read', () => {
  expect(
    errorsAfter((scheme) => {
      scheme.sanctions = [sanction];
      scheme.bundles = [bundle];
    }),
  ).toEqual([]);
});

test.each<[string, (scheme: Scheme) => void, string[]]>([
  [
    'a sanction whose years run backwards',
    (scheme) => {
      scheme.sanctions = [{ ...sanction, effect: { kind: 'no-growth', year: 2022, over: 2023 } }];
    },
    [`${at}.sanctions[niets].effect file.ends-before-it-begins`],
  ],
  [
    'a goal and a unit that are not there',
    (scheme) => {
      const [first] = bundle.answers;
      scheme.bundles = [
        { ...bundle, goal: { framework: 'ambities', node: 'A9' }, answers: [first!, { unit: 'x' }] },
      ];
    },
    [`${at}.bundles[0].goal.node file.unknown-node`, `${at}.bundles[0].answers[1].unit file.unknown-unit`],
  ],
  [
    'a unit that declines without a reason, and an answer without its day',
    (scheme) => {
      const answers = [
        { unit: 'recht', answer: 'declined' as const, answeredOn: '2022-03-02' },
        { unit: 'beta', answer: 'agreed' as const },
      ];
      scheme.bundles = [{ ...bundle, answers }];
    },
    [
      `${at}.bundles[0].answers[0].reason file.missing`,
      `${at}.bundles[0].answers[1].answeredOn file.missing`,
    ],
  ],
  [
    'a joint proposal without its measure, and one withdrawn without why',
    (scheme) => {
      scheme.bundles = [
        { ...bundle, status: 'joint' },
        { ...bundle, status: 'withdrawn' },
      ];
    },
    [`${at}.bundles[0].measure file.missing`, `${at}.bundles[1].ending file.missing`],
  ],
])('%s is refused', (_, change, expected) => {
  expect(errorsAfter(change)).toEqual(expected);
});
