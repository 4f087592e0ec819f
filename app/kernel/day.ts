import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in the Netherlands: what takes effect on that day is in force from then. */
export function startOfDay(date: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime('Europe/Amsterdam').epochMilliseconds);
}
