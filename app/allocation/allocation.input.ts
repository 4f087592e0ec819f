import { z } from 'zod';
import type { HeadCount } from './head-count.ts';
import type { Rule } from './rule.ts';

/*
 * The shape of rules and head counts as people and machines send them. What the numbers must obey (weights
 * not all zero, shares up to 100 %, known units) is refused by `allocate`, with every error at once.
 */

const code = z.string().trim().min(1);
const whole = z.int();
const isoDate = z.iso.date();

export const receiverSchema = z.strictObject({
  unit: code.nullable().default(null),
  node: code.nullable().default(null),
});

const receivers = z.array(receiverSchema);

const headBasisSchema = z.strictObject({
  definition: code,
  date: z.union([
    isoDate,
    z.strictObject({
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      yearsBefore: z.int().min(0).max(10),
    }),
  ]),
});

const provisional = z.literal(true).optional();

const take = z.union([
  z.strictObject({ cents: whole, provisional }),
  z.strictObject({ basisPoints: whole, of: z.enum(['total', 'left']).default('total') }),
]);

const amounts = z.array(
  z.strictObject({
    to: receiverSchema,
    cents: whole,
    mark: z.enum(['provisional', 'pm']).optional(),
    memo: z.literal(true).optional(),
  }),
);
const weights = z.array(z.strictObject({ to: receiverSchema, weight: whole }));

const common = {
  years: z.array(whole).min(1).optional(),
  within: receivers.min(1).optional(),
  note: z.string().optional(),
};

const perHead = { centsPerHead: whole, provisional, heads: headBasisSchema, to: receivers };

/** One rule; `kind` tells which fields it has (see `rule.ts` for what each kind does). */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('reserve'), to: receiverSchema, take }),
  z.strictObject({
    ...common,
    kind: z.literal('fixed'),
    amounts,
    chargedTo: z.enum(['pool', 'others', 'others-equally']),
    others: receivers.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('tariff'), ...perHead }),
  z.strictObject({
    ...common,
    kind: z.literal('tariff-per-group'),
    groups: z.array(z.strictObject({ group: code, ...perHead })),
  }),
  z.strictObject({ ...common, kind: z.literal('ratio'), weights, take: take.optional() }),
  z.strictObject({ ...common, kind: z.literal('weights'), weights, take: take.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('heads'),
    heads: headBasisSchema,
    to: receivers,
    take: take.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('floor'), amounts, others: receivers.optional() }),
  z.strictObject({ ...common, kind: z.literal('ceiling'), amounts, others: receivers.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('keep-ratio-of'),
    basis: z.enum(['earlier', 'so-far']),
    basisYear: whole.optional(),
    groups: z.array(z.strictObject({ to: receiverSchema, of: receivers })).optional(),
    take: take.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('remainder'), to: receiverSchema.nullable() }),
]) satisfies z.ZodType<Rule>;

/** The rules of an allocation, in the order in which they apply. */
export const rulesSchema = z.array(ruleSchema);

export const headCountSchema = z.strictObject({
  unit: code,
  definition: code,
  date: isoDate,
  heads: z.number().nullable(),
}) satisfies z.ZodType<HeadCount>;
