import { z } from 'zod';
import { consultationInput } from '#app/consultation/consultation.input.ts';
import { methodKinds } from '#app/consultation/consultation.ts';
import { involvementInput } from '#app/consultation/involvement.input.ts';
import { code, names } from './file-value.ts';

/** Ways of consulting. */
export const consultationMethod = z.strictObject({
  code,
  ...names,
  kind: z.enum(methodKinds).default('talk'),
  /** asks individuals: small numbers of them and their quotes are masked */
  individuals: z.boolean().default(false),
});

/** A standing form in which people take part. */
export const involvement = z.strictObject({ code, ...involvementInput.omit({ sort: true }).shape });

export const consultation = z.strictObject(consultationInput.shape);
