import { z } from 'zod';
import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type InvolvementInput, involvementInput } from './involvement.input.ts';

const typed = involvementInput.omit({ payCents: true }).extend({
  heads: z.coerce.number().int().min(0).max(1_000_000).nullable().default(null),
  about: z.coerce.boolean().default(false),
  sort: z.coerce.number().int().min(0).max(10_000).default(0),
});

/** A form of taking part as it was typed. @throws InvalidInput with every field that does not fit */
export function readInvolvement(form: FormData): InvolvementInput {
  const pay = readAmount(String(form.get('payCents') ?? ''), 2);
  const input = readForm(typed, form);
  if (pay.kind === 'empty') return { ...input, payCents: null };
  if (pay.kind === 'value' && pay.value >= 0) return { ...input, payCents: pay.value };
  throw new InvalidInput([{ path: 'payCents', code: 'involvement.amount', params: {} }]);
}
