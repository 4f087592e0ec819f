import type { Entry, EntryField } from './entry.ts';

/**
 * An amount is a number or open (pm). Its one mark cannot tell which side of a line is open: beside a number, the open
 * one would vanish in a sum.
 */
export function checkOpen(
  { cents, fteMilli, mark }: Pick<Entry, 'cents' | 'fteMilli' | 'mark'>,
  wrong: (field: EntryField, code: string) => void,
): void {
  const open = cents === null && fteMilli === null;
  if (open !== (mark === 'pm')) wrong('cents', open ? 'no-amount' : 'pm-beside');
}
