import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type StepInput, stepInput } from './step.input.ts';

/** A step as its form sends it; the number in Dutch or English notation. @throws InvalidInput `step.number` */
export function readStep(form: FormData): StepInput {
  const target = readAmount(String(form.get('target') ?? ''), 3);
  if (target.kind === 'value') form.set('targetMilli', String(target.value));
  else if (target.kind !== 'empty') {
    throw new InvalidInput([{ path: 'target', code: 'step.number', params: {} }]);
  }
  return readForm(stepInput, form);
}
