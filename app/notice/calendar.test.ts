import { expect, test } from 'vitest';
import { type CalendarDay, calendarText } from './calendar.ts';

const day: CalendarDay = {
  ...{ uid: 'moment-1', on: '2026-12-31', summary: 'Begroting; hoofdlijnen, concept', cancelled: false },
  ...{ description: 'Regel 1\nRegel 2', url: 'https://a.example/x', sequence: 3 },
};
const of = { name: 'Akkoord: Lid', stamp: new Date('2026-11-22T10:00:00Z') };

/** Unfolds and parses the lines of an iCalendar file (RFC 5545, 3.1): name, parameters and value of each. */
function parse(text: string) {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const [, name, params, value] = line.match(/^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:]*))*):(.*)$/)!;
      return { name, params, value };
    });
}

test('a day is a whole day, with an id that stands, a sequence that grows and a mark when it fell away', () => {
  const lines = parse(calendarText([day, { ...day, uid: 'moment-2', cancelled: true }], of));
  const all = (name: string) => lines.filter((line) => line.name === name);
  expect(all('BEGIN').map((line) => line.value)).toEqual(['VCALENDAR', 'VEVENT', 'VEVENT']);
  expect(all('END').map((line) => line.value)).toEqual(['VEVENT', 'VEVENT', 'VCALENDAR']);
  expect(all('VERSION')[0]!.value).toBe('2.0');
  expect(all('UID').map((line) => line.value)).toEqual(['moment-1@akkoord', 'moment-2@akkoord']);
  expect(all('DTSTART')[0]).toMatchObject({ params: ';VALUE=DATE', value: '20261231' });
  expect(all('DTEND')[0]).toMatchObject({ params: ';VALUE=DATE', value: '20270101' });
  expect(all('DTSTAMP')[0]!.value).toBe('20261122T100000Z');
  expect(all('SEQUENCE')[0]!.value).toBe('3');
  expect(all('STATUS').map((line) => line.value)).toEqual(['CONFIRMED', 'CANCELLED']);
  expect(all('SUMMARY')[0]!.value).toBe('Begroting\\; hoofdlijnen\\, concept');
  expect(all('DESCRIPTION')[0]!.value).toBe('Regel 1\\nRegel 2');
});
