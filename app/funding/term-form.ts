import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type TermInput, termInput } from './term.input.ts';

/**
 * A term as its form sends it: years and amounts typed, empty where the source is silent.
 * @throws InvalidInput `fund-term.amount`, `fund-term.year`, `field.required`
 */
export function readTerm(form: FormData): TermInput {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string) => errors.push({ path, code, params: { raw: field(path) } });
  const amount = (name: string) => {
    const read = readAmount(field(name), 2);
    if (read.kind === 'value') return read.value;
    if (read.kind !== 'empty') wrong(name, 'fund-term.amount');
    return null;
  };
  const year = (name: string) => {
    if (field(name) === '') return null;
    if (!/^(19|20|21)\d{2}$/.test(field(name))) wrong(name, 'fund-term.year');
    return Number(field(name));
  };
  const typed = {
    ...{ fund: field('fund'), fromYear: year('fromYear'), toYear: year('toYear') },
    // two decimals of a percentage are basis points
    ...{ nationalCents: amount('nationalAmount'), shareBasis: amount('ownShare') },
    ...{ basis: field('basis'), source: field('source') },
  };
  if (typed.source === '') wrong('source', 'field.required');
  if (typed.fromYear !== null && typed.toYear !== null && typed.fromYear > typed.toYear) {
    wrong('toYear', 'field.period');
  }
  if ((typed.shareBasis ?? 0) < 0 || (typed.shareBasis ?? 0) > 10_000) wrong('ownShare', 'fund-term.amount');
  if (errors.length > 0) throw new InvalidInput(errors);
  return termInput.parse(typed);
}
