import { expect, test } from 'vitest';
import { linkAtMoment } from './moment-link.ts';

const here = { pathname: '/schemes/ka/money', search: '?asOf=2023-02-01&knownOn=2023-06-30&unit=recht' };
const moment = '?asOf=2023-02-01&knownOn=2023-06-30';

test('a page of the scheme that can show the moment keeps it', () => {
  for (const page of [
    '',
    '/funding',
    '/checks',
    '/plans',
    '/plans/plan-recht',
    '/tables/t1',
    '/trace/lines/1',
    '/funding/units',
    '/allocation/allocatie',
    '/allocation/carry-over/overheveling-2022',
    '/plans/plan-recht/payers',
    '/plans/plan-recht/compare',
    '/realisation/recht/2022',
    '/realisation/recht/2022/forecast',
    '/realisation/recht/2022/rows/1',
  ]) {
    expect(linkAtMoment(`/schemes/ka${page}`, here)).toBe(`/schemes/ka${page}${moment}`);
  }
});

test('other pages, other schemes, the page itself and a page without a moment are left alone', () => {
  for (const href of [
    '/schemes/ka/decisions',
    '/schemes/ka/plans/new',
    '/schemes/ka/plans/plan-recht/budget',
    '/schemes/ka/allocation/new',
    '/schemes/ka/allocation/compare',
    '/schemes/ka/realisation/recht/2022/intake',
    '/schemes/kb/money',
    '/schemes',
    '/schemes/ka/money?slice=unit',
    '/schemes/ka/money/export/xlsx',
  ]) {
    expect(linkAtMoment(href, here)).toBe(href);
  }
  expect(linkAtMoment('/schemes/ka/plans', { ...here, search: '' })).toBe('/schemes/ka/plans');
  expect(linkAtMoment('/schemes/ka/plans', { ...here, pathname: '/schemes/ka/decisions' })).toBe(
    '/schemes/ka/plans',
  );
});
