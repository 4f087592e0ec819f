import { readAmount } from '#app/kernel/amount-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/** An amount that may be provisional (`1.000*`) or not known yet (`pm`: no cents), as read from a form. */
export type MarkedRead =
  | { cents: Cents | null; mark: 'pm' | 'provisional' | null; error: null }
  | { cents: null; mark: null; error: FieldError };

/**
 * Reads an amount in euro as people type it, in Dutch or English notation, where it may be marked. What two
 * readers would read differently (`1.234`) is asked, not guessed.
 * @param path of the field, for the error: `amount.ambiguous` (both readings in cents), `amount.invalid`
 */
export function readMarkedEuro(raw: string, path: string): MarkedRead {
  const read = readAmount(raw, 2);
  if (read.kind === 'empty') return { cents: null, mark: null, error: null };
  if (read.kind === 'pm') return { cents: null, mark: 'pm', error: null };
  if (read.kind === 'value') return { cents: read.value, mark: null, error: null };
  if (read.kind === 'provisional') return { cents: read.value, mark: 'provisional', error: null };
  const error: FieldError =
    read.kind === 'ambiguous'
      ? {
          path,
          code: 'amount.ambiguous',
          params: { raw, thousands: read.asThousands, decimal: read.asDecimal },
        }
      : { path, code: 'amount.invalid', params: { raw } };
  return { cents: null, mark: null, error };
}
