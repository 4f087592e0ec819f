import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { dayAfter } from '#app/kernel/period.ts';

/** One whole day in somebody's calendar. */
export type CalendarDay = {
  /** the same for the same thing for good */
  uid: string;
  /** ISO day */
  on: string;
  summary: string;
  description: string;
  url: string;
  /** grows with every change, so that a calendar takes the newer one (RFC 5545, 3.8.7.4) */
  sequence: number;
  cancelled: boolean;
};

// The local start of a UTC day: the library writes a whole day by the local date of what it is given.
const localDay = (day: string) => new Date(`${day}T00:00:00`);

/** The days as an iCalendar file (RFC 5545). What was cancelled stays in it, marked so, until it is long past. */
export function calendarText(days: readonly CalendarDay[], of: { name: string; stamp: Date }): string {
  const calendar = ical({
    name: of.name,
    prodId: { company: 'Akkoord', product: 'Akkoord', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    // calendars ask again after so many seconds
    ttl: 60 * 60 * 6,
  });
  for (const day of days) {
    calendar.createEvent({
      id: `${day.uid}@akkoord`,
      start: localDay(day.on),
      end: localDay(dayAfter(day.on)),
      allDay: true,
      stamp: of.stamp,
      summary: day.summary,
      description: day.description,
      url: day.url,
      sequence: day.sequence,
      status: day.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // a term takes up no time of the day
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
