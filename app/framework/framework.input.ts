import { z } from '@hono/zod-openapi';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
const name = z.string().trim().min(1).max(400);
const long = z.string().trim().max(10_000).default('');
/** The revision of the framework that the person saw: any part of it that changes makes a next one. */
const revision = z.coerce.number().int().min(1);

export const createFrameworkInput = z.object({
  code,
  nameNl: name,
  nameEn: name,
  source: z.string().trim().max(1000).default(''),
});
export const changeFrameworkInput = createFrameworkInput.omit({ code: true }).extend({ revision });

const nodeTexts = { nameNl: name, nameEn: name, textNl: long, textEn: long };
export const addNodeInput = z.object({ revision, code, parent: code.nullish(), ...nodeTexts });
export const changeNodeInput = z.object({ revision, ...nodeTexts });
export const moveNodeInput = z.object({ revision, direction: z.enum(['up', 'down']) });
export const revisionInput = z.object({ revision });

export const aliasInput = z.object({
  revision,
  name,
  /** the document or body that uses this name */
  context: z.string().trim().max(400).default(''),
});
export const linkInput = z.object({ revision, framework: code, node: code });
