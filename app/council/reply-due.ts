import { Temporal } from 'temporal-polyfill';

/**
 * The last day of a term of months: the day of that number in the later month, or its last day.
 * @param putOn ISO day
 */
export function replyDue(putOn: string, months: number): string {
  return Temporal.PlainDate.from(putOn).add({ months }).toString();
}
