import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type ChangeInput, changeInput } from './change.input.ts';

/** A change as its form sends it; the amount in euros, in Dutch or English notation. @throws InvalidInput `change.cents` */
export function readChange(form: FormData): ChangeInput {
  const amount = readAmount(String(form.get('cents') ?? ''), 2);
  form.delete('cents');
  // 12.500 is twelve thousand five hundred: nobody states an amount of twelve euros and a half in thousandths
  if (amount.kind === 'value' || amount.kind === 'ambiguous') {
    form.set('cents', String(amount.kind === 'value' ? amount.value : amount.asThousands));
  } else if (amount.kind !== 'empty') {
    throw new InvalidInput([{ path: 'cents', code: 'change.cents', params: {} }]);
  }
  return readForm(changeInput, form);
}
