import { z } from '@hono/zod-openapi';
import { changeKinds } from './change.ts';
import { comparisons } from './factor.ts';

const code = z.string().max(60);
const codes = z.array(code).max(200).default([]);
const words = z.string().trim().max(400).default('');
const isoDay = z.iso.date();

export const changeInput = z.object({
  kind: z.enum(changeKinds),
  /** codes of measures of the earlier version */
  before: codes,
  /** codes of measures of the draft */
  after: codes,
  /** what it is about, when no measure is linked */
  subject: words,
  /** a unit below the plan's own; left out is the plan's own */
  unit: code.nullish(),
  from: code.nullish(),
  to: code.nullish(),
  /** how much, as it was said: `verdubbeld`, `x4`, `> 10 %`, `modest` */
  size: words,
  /** the factor in thousandths; left out: as the words of `size` name it */
  factor: z
    .object({ comparison: z.enum(comparisons), milli: z.number().int().min(0).max(1_000_000_000) })
    .nullish(),
  /** freed or transferred as stated, over all years of the plan */
  cents: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
  /** node of the scheme's framework of causes */
  cause: code.nullish(),
  /** money of elsewhere that ended or took over */
  otherMoney: words,
  fromYear: z.coerce.number().int().min(1900).max(2200).nullish(),
  /** the body whose decision or advice it follows from */
  body: code.nullish(),
  decidedOn: isoDay.nullish(),
  reason: z.string().trim().max(4000).default(''),
  source: words,
  /** the revision that the writer saw; 0 for a new change */
  revision: z.coerce.number().int().min(0),
});
export type ChangeInput = z.output<typeof changeInput>;

/** Keys of differences as they are listed. */
export const acceptInput = z.object({ differences: z.array(z.string().max(200)).min(1).max(500) });

/** A version as a comparison names it: `2`, or `other-document~1`. */
export const baseInput = z.object({ base: z.string().max(120) });
