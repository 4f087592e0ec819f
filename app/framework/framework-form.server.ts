import { z } from 'zod';
import { readForm } from '#app/identity/form.server.ts';
import { linkInput, revisionInput } from './framework.input.ts';

const aliasId = revisionInput.extend({ aliasId: z.uuid() });
const chosen = revisionInput.extend({ other: z.string().regex(/^[^/]+\/[^/]+$/) });

/** Which alias to take away. @throws InvalidInput */
export function readAliasId(form: FormData): z.output<typeof aliasId> {
  return readForm(aliasId, form);
}

/** The node at the other end, chosen as `framework/node`. @throws InvalidInput */
export function readLink(form: FormData): z.output<typeof linkInput> {
  const { revision, other } = readForm(chosen, form);
  const [framework = '', node = ''] = other.split('/');
  return linkInput.parse({ revision, framework, node });
}
