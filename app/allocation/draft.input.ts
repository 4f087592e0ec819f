import { z } from '@hono/zod-openapi';
import { rulesSchema } from './allocation.input.ts';
import { ownMarks } from './run.input.ts';
import { totalsBases } from './run.ts';

const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
const versionRef = z.object({ document: z.string().min(1).max(60), version: z.coerce.number().int().min(1) });
const totals = z.record(z.string().regex(/^\d{4}$/), z.number().int().min(0).max(1e13));

/** A new allocation document with a first draft: a first allocation, or another scenario. */
export const startAllocationInput = z.object({
  kind: z.string().min(1).max(60),
  code: codeText,
  title: z.string().trim().min(1).max(200),
  fund: z.string().min(1).max(60),
  basis: z.enum(totalsBases).default('granted'),
  copy: versionRef.nullish().openapi({
    description: 'the version whose rules it begins with; left out: the one in force for the fund',
  }),
});

/** The next version of a document: the same rules on the money of today. */
export const startDraftInput = z.object({ note: z.string().trim().max(4000).default('') });

export const saveDraftInput = z.object({
  rules: rulesSchema,
  fund: z.string().min(1).max(60),
  basis: z.enum(totalsBases),
  totals: totals.default({}).openapi({ description: 'cents by year, when the basis is own' }),
  ...ownMarks,
  revision: z.number().int().min(0).openapi({ description: 'what the writer saw' }),
  note: z.string().trim().max(4000).optional().openapi({
    description: 'what running again on other money changed; left out: as it was',
  }),
});

export type StartAllocation = z.output<typeof startAllocationInput>;
export type SaveDraft = z.output<typeof saveDraftInput>;
