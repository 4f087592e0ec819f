import { readAmount } from '#app/kernel/amount-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/** An amount as read from a form: cents (null: left empty), or what is wrong with it. */
export type AmountRead = { cents: Cents | null; error: null } | { cents: null; error: FieldError };

/**
 * Reads an amount in euro as people type it, in Dutch or English notation. What two readers would read
 * differently (`1.234`) is asked, not guessed.
 * @param path of the field, for the error: `amount.ambiguous` (both readings in cents), `amount.invalid`
 */
export function readEuro(raw: string, path: string): AmountRead {
  const read = readAmount(raw, 2);
  if (read.kind === 'empty') return { cents: null, error: null };
  if (read.kind === 'value') return { cents: read.value, error: null };
  const error: FieldError =
    read.kind === 'ambiguous'
      ? {
          path,
          code: 'amount.ambiguous',
          params: { raw, thousands: read.asThousands, decimal: read.asDecimal },
        }
      : { path, code: 'amount.invalid', params: { raw } };
  return { cents: null, error };
}
