import type { z } from 'zod';
import { parseInput } from '#app/identity/form.server.ts';
import { succeedUnitsInput } from './organisation.input.ts';

/** The succession form as its input: the rows of successors that were filled in. */
export function readSuccession(form: FormData): z.output<typeof succeedUnitsInput> {
  const field = (name: string) => String(form.get(name) ?? '').trim() || undefined;
  const successors = [0, 1, 2].flatMap((index) => {
    const code = field(`successors.${index}.code`);
    if (!code) return [];
    const nameNl = field(`successors.${index}.nameNl`);
    return [{ code, nameNl, nameEn: field(`successors.${index}.nameEn`) }];
  });
  return parseInput(succeedUnitsInput, {
    kind: field('kind'),
    on: field('on'),
    predecessors: form.getAll('predecessors'),
    successors,
  });
}
