/** The time as a value. Rules take it as an argument; only edges read it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** A date as `YYYY-MM-DD` in the Netherlands, where terms and deadlines are counted. */
export function isoDate(at: Date): string {
  return dutchDay.format(at);
}
