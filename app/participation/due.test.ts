import { expect, test } from 'vitest';
import { addWorkingDays } from '#app/kernel/period.ts';
import { termOf } from './due.ts';

test('a term counts working days, and says how many are left or how long ago it ended', () => {
  const due = addWorkingDays('2021-06-07', 22);
  expect(due).toBe('2021-07-07');
  expect(termOf('2021-06-07', due, '2021-06-07')).toEqual({ total: 22, gone: 0, left: 22 });
  expect(termOf('2021-06-07', due, '2021-06-25')).toEqual({ total: 22, gone: 14, left: 8 });
  expect(termOf('2021-06-07', due, due)).toEqual({ total: 22, gone: 22, left: 0 });
  expect(termOf('2021-06-07', due, '2021-07-12')).toEqual({ total: 22, gone: 22, left: -3 });
});
