import { z } from 'zod';
import { tieSideSchema } from './tie.ts';

const figure = z.number().nullable();

/** Which difference, with the figures that the person saw. */
export const acceptInput = z.strictObject({
  code: z.string().trim().min(1).max(60),
  whereKey: z.string().max(400),
  stated: figure,
  computed: figure,
  reason: z.string().trim().min(1).max(2000),
});
export type AcceptInput = z.output<typeof acceptInput>;

export const withdrawInput = acceptInput.pick({ code: true, whereKey: true, reason: true });
export type WithdrawInput = z.output<typeof withdrawInput>;

/** A tie: what it is called, and the two questions that must give the same answer. */
export const tieInput = z.strictObject({
  nameNl: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200),
  left: tieSideSchema,
  right: tieSideSchema,
  note: z.string().trim().max(2000).default(''),
  sort: z.int().min(0).max(10_000).default(0),
  revision: z.int(),
});
export type TieInput = z.output<typeof tieInput>;
