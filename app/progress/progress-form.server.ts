import { parseInput } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { type ProgressInput, progressInput } from './progress.input.ts';

type Drawn = Record<string, unknown> & {
  steps: { code: string; reachedMilli: number | null; note: string }[];
};

/**
 * The year of a unit as its form sends it: a field is named `done:plan/measure`, or `reached:plan/measure/step`.
 * @throws InvalidInput `step.number` for a number that cannot be read
 */
export function readProgress(form: FormData): ProgressInput & { revision: number; copy: string | null } {
  const texts = textsOf(form);
  const entries = new Map<string, Drawn>();
  const errors: InvalidInput['errors'] = [];
  for (const [name, value] of Object.entries(texts)) {
    const [, field, document, measure, step] = /^(\w+):([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(name) ?? [];
    if (!field || !document || !measure) continue;
    const place = `${document}/${measure}`;
    const entry = entries.get(place) ?? { document, measure, steps: [] };
    entries.set(place, entry);
    if (!step) entry[field] = field === 'status' ? value || null : value;
    else {
      const counted = stepOf(entry, step);
      if (field === 'note') counted.note = value;
      else {
        const amount = readAmount(value, 3);
        if (amount.kind === 'value') counted.reachedMilli = amount.value;
        else if (amount.kind !== 'empty') errors.push({ path: name, code: 'step.number', params: {} });
      }
    }
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const input = parseInput(progressInput, { summary: texts.summary ?? '', entries: [...entries.values()] });
  return { ...input, revision: Number(texts.revision ?? 0), copy: texts.copy ?? null };
}

function stepOf({ steps }: Drawn, code: string) {
  const known = steps.find((one) => one.code === code);
  if (known) return known;
  const fresh = { code, reachedMilli: null, note: '' };
  steps.push(fresh);
  return fresh;
}
