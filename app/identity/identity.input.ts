import { z } from '@hono/zod-openapi';
import { permissions } from '#app/kernel/actor.ts';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
const name = z.string().trim().min(1).max(200);
const date = z.iso.date();

export const createAccountInput = z.object({
  /** an address or a plain name; kept in lower case */
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[^\s/]{1,200}$/),
  name,
  locale: z.enum(['nl', 'en']).default('nl'),
});
/** NIST SP 800-63B asks for length and no composition rules. */
export const changePasswordInput = z.object({
  current: z.string().min(1),
  next: z.string().min(12).max(200),
});
export const addMandateInput = z.object({
  role: code,
  /** the unit and all below it; neither unit nor body is the whole institution */
  unit: code.nullish(),
  body: code.nullish(),
  from: date,
  through: date.nullish(),
});
export const endMandateInput = z.object({ through: date });
export const roleInput = z.object({
  nameNl: name,
  nameEn: name,
  permissions: z.array(z.enum(permissions)).default([]),
});
export const createTokenInput = z.object({
  name,
  role: code,
  unit: code.nullish(),
  /** what of the role the token may use; all of it when not given */
  scopes: z.array(z.enum(permissions)).nullish(),
  days: z.coerce.number().int().min(1).max(366).default(90),
});
