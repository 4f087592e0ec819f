import { expect, test } from 'vitest';
import { budgetCsv } from './budget-csv.ts';

const line = {
  measure: 'M1',
  component: '=1+1',
  unit: 'recht',
  fund: 'q',
  costKind: 'personeel, "vast"',
  year: 2024,
  cents: -105,
  fteMilli: null,
  mark: null,
  note: '',
  node: null,
};

test('lines as CSV: exact, quoted, and never a formula', () => {
  expect(
    budgetCsv([line, { ...line, cents: 0, fteMilli: 1250 }])
      .split('\r\n')
      .slice(1),
  ).toEqual([
    `M1,'=1+1,recht,q,"personeel, ""vast""",2024,-1.05,,,,,`,
    `M1,'=1+1,recht,q,"personeel, ""vast""",2024,0.00,1.250,,,,`,
    '',
  ]);
});

test('a memo line says that it stands beside the totals', () => {
  const memo = { ...line, component: 'uren', cents: null, memo: { cents: 500, fteMilli: null } };
  expect(budgetCsv([memo]).split('\r\n')[1]).toBe(`M1,uren,recht,q,"personeel, ""vast""",2024,5.00,,,,,memo`);
});
