import { describe, expect, test } from 'vitest';
import { isNow, keepMoment, readMoment } from './moment.ts';

const today = '2026-11-22';
const read = (query: string) => readMoment(new URLSearchParams(query), today);

describe('the moment of an address', () => {
  test('without days, with empty ones and with today it is now', () => {
    for (const query of ['', 'asOf=&knownOn=', `asOf=${today}&knownOn=${today}`]) {
      expect(isNow(read(query))).toBe(true);
      expect(read(query).faults).toEqual([]);
    }
  });

  test('each clock has a day of its own', () => {
    expect(read('asOf=2023-02-01&knownOn=2023-06-30')).toMatchObject({
      asOf: '2023-02-01',
      knownOn: '2023-06-30',
      faults: [],
    });
    expect(isNow(read('knownOn=2023-06-30'))).toBe(false);
  });

  test('what is no day of the calendar counts as now, and is said', () => {
    for (const value of ['gisteren', '2023-02-30', '2023-13-01', '01-02-2023', '2023-2-1']) {
      expect(read(`asOf=${value}`)).toMatchObject({
        asOf: null,
        faults: [{ field: 'asOf', code: 'malformed', value }],
      });
    }
  });

  test('a day to come can be asked of what is in force, not of what has been recorded', () => {
    expect(read('asOf=2027-01-01&knownOn=2027-01-01')).toMatchObject({
      asOf: '2027-01-01',
      knownOn: null,
      faults: [
        { field: 'asOf', code: 'future' },
        { field: 'knownOn', code: 'future' },
      ],
    });
  });
});

describe('an address that keeps the moment', () => {
  const query = new URLSearchParams('asOf=2023-02-01&unit=recht&tree=year');
  test('takes over the days and the tree, and nothing else', () => {
    expect(keepMoment('/schemes/ka/money', query)).toBe('/schemes/ka/money?asOf=2023-02-01&tree=year');
    expect(keepMoment('/x?unit=beta#lines', query)).toBe('/x?unit=beta&asOf=2023-02-01&tree=year#lines');
  });
  test('keeps a day of its own', () => {
    expect(keepMoment('/x?asOf=2022-01-01', query)).toBe('/x?asOf=2022-01-01&tree=year');
    expect(keepMoment('/x', new URLSearchParams())).toBe('/x');
  });
});
