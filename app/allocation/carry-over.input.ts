import { z } from '@hono/zod-openapi';

const year = z.coerce.number().int().min(1900).max(2999);
const reason = z.string().trim().max(2000).default('');
const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);

/** One carry-over: from a year to a later one, of the same fund and unit. */
const carryInput = z.object({
  fund: z.string().min(1).max(60),
  unit: z.string().min(1).max(60),
  year: year.openapi({ description: 'the year that has money left, or that spent too early' }),
  to: year.openapi({ description: 'the later year' }),
  cents: z.number().int().min(-1e13).max(1e13).openapi({
    description: 'positive: moves to the later year; negative: the later year pays for the earlier one',
  }),
  reason,
});

/** A new carry-over document; its draft begins with all that the year leaves over. */
export const startCarryInput = z.object({
  code: codeText,
  title: z.string().trim().min(1).max(200),
  kind: z.string().max(60).optional().openapi({ description: 'where the scheme has more than one' }),
  year,
  to: year,
  reason,
});

export const saveCarryInput = z.object({
  carries: z.array(carryInput).max(2000),
  reason: reason.openapi({ description: 'for all that give none of their own' }),
  revision: z.number().int().min(0).openapi({ description: 'what the writer saw' }),
});

export const submitCarryInput = z.object({ revision: z.number().int().optional() });

export type StartCarry = z.output<typeof startCarryInput>;
export type SaveCarry = z.output<typeof saveCarryInput>;
