import { readForm } from '#app/identity/form.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type EventInput, eventInput, type OutcomeInput, outcomeInput } from './participation.input.ts';

const sectionKeys = ['present', 'for', 'against', 'abstained'] as const;
const countKeys = ['members', ...sectionKeys] as const;

/**
 * An outcome as the form sends it: votes of sections in `sections.<i>.<key>`, named by `sections.<i>.name`.
 * A section of which nothing was filled in (abstentions begin at 0) is not there. @throws InvalidInput
 */
export function readOutcome(form: FormData): OutcomeInput {
  const read = readForm(outcomeInput.omit({ sections: true }), form);
  const errors: InvalidInput['errors'] = [];
  const sections = [...Array(6).keys()].flatMap((index) => {
    const typed = (key: string) => String(form.get(`sections.${index}.${key}`) ?? '').trim();
    const name = typed('name');
    const blank = sectionKeys.every((key) => typed(key) === '' || key === 'abstained');
    if (name === '' || blank) return [];
    const given = countKeys.filter((key) => key !== 'members' || typed(key) !== '');
    const counts = Object.fromEntries(given.map((key) => [key, Number(typed(key) || '0')]));
    if (Object.values(counts).some((count) => !Number.isInteger(count) || count < 0)) {
      errors.push({ path: `sections.${index}`, code: 'decision.section-count', params: { section: name } });
    }
    return [{ name, ...counts } as NonNullable<OutcomeInput['sections']>[number]];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  return { ...read, sections: sections.length > 0 ? sections : undefined };
}

/** An event as its form sends it: a paper by `document/version`. @throws InvalidInput */
export function readEvent(form: FormData, event: string): EventInput {
  const [document = '', version = ''] = String(form.get('paper') ?? '').split('/');
  const rest = new FormData();
  for (const [key, value] of form) if (key !== 'paper' && key !== 'body') rest.append(key, value);
  rest.set('event', event);
  const body = form.get('body');
  const read = {
    ...readForm(eventInput.omit({ paper: true, body: true }), rest),
    ...(body === null ? {} : { body: String(body) || null }),
  };
  return document ? { ...read, paper: { document, version: Number(version) } } : read;
}
