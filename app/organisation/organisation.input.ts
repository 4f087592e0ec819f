import { z } from '@hono/zod-openapi';
import { successionKinds } from './organisation.ts';

/** A code that people and machines use in addresses: letters, digits, dot, dash. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
export const text = z.string().trim().min(1).max(400);
export const date = z.iso.date();
const revision = z.coerce.number().int().min(1);
const whole = z.coerce.number().int();

export const createUnitInput = z.object({
  code,
  kind: code,
  nameNl: text,
  nameEn: text,
  parent: code,
  from: date.optional(),
});
export const changeUnitInput = z.object({
  revision,
  kind: code,
  nameNl: text,
  nameEn: text,
  sort: whole.optional(),
});
export const closeUnitInput = z.object({ revision, through: date });
export const moveUnitInput = z.object({ revision, parent: code, from: date });
const successor = z.object({
  code,
  kind: code.optional(),
  nameNl: text.optional(),
  nameEn: text.optional(),
});
export const succeedUnitsInput = z.object({
  kind: z.enum(successionKinds),
  on: date,
  predecessors: z.array(code).min(1).max(20),
  successors: z.array(successor).min(1).max(20),
});

export const createBodyInput = z.object({
  code,
  kind: code,
  unit: code,
  nameNl: text,
  nameEn: text,
  from: date.optional(),
});
export const changeBodyInput = z.object({
  revision,
  kind: code,
  nameNl: text,
  nameEn: text,
  through: date.nullish(),
});
export const addBodyKindInput = z.object({ code, nameNl: text, nameEn: text });
export const changeBodyKindInput = z.object({ revision, nameNl: text, nameEn: text, sort: whole.optional() });
export const addMemberInput = z.object({
  name: text,
  capacity: z.string().trim().max(200).default(''),
  login: z.string().optional(),
  from: date,
  through: date.nullish(),
});
export const endTermInput = z.object({ revision, through: date });

export const putPartsInput = z.object({ revision, parts: z.array(code).max(20).default([]) });

const words = z.string().trim().max(2000).default('');
/** What a body is for, in words. */
export const charterInput = z.object({
  revision,
  ...{ aimsNl: words, aimsEn: words, chairNl: words, chairEn: words },
  ...{ madeOfNl: words, madeOfEn: words, adviceNl: words, adviceEn: words },
});

export const freePeriodInput = z.object({
  kind: z.enum(['recess', 'free-day']),
  nameNl: text,
  nameEn: text,
  from: date,
  /** the same day when left out */
  through: date.optional(),
});

export const createDefinitionInput = z.object({ code, nameNl: text, nameEn: text });
const count = z.object({
  unit: code,
  heads: z.number().int().nullable().default(null),
  mark: z.enum(['unknown', 'masked']).nullable().default(null),
});
export const recordHeadCountsInput = z.object({
  definition: code,
  referenceDate: date,
  source: text,
  counts: z.array(count).min(1).max(2000),
});
export const correctHeadCountInput = z.object({
  /** what the person saw: guards against a correction of a correction */
  seen: z.number().int().nullable(),
  heads: z.number().int().nullable().default(null),
  mark: z.enum(['unknown', 'masked']).nullable().default(null),
  source: text,
});
