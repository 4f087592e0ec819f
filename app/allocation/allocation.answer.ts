import { z } from '@hono/zod-openapi';
import { ruleSchema } from './allocation.input.ts';
import { totalsBases } from './run.ts';
import { stepKinds } from './step.ts';

/* The shapes that machines get back. Amounts are in cents. */

const cents = z.number().int();
const amounts = z.record(z.string(), cents).openapi({ description: 'cents by year' });
const receiver = { unit: z.string().nullable(), node: z.string().nullable() };
const provisional = z.literal(true).optional().openapi({ description: 'what it comes from is provisional' });
const line = z.object({ ...receiver, year: z.number().int(), cents, provisional }).openapi('AllocationLine');
const asides = z
  .array(
    z.object({
      ...{ ...receiver, year: z.number().int(), cents: cents.nullable() },
      ...{ pm: z.boolean(), memo: z.boolean() },
    }),
  )
  .openapi({ description: 'what is pm, and what is printed beside the total' });
const years = z.array(z.number().int());
const param = z.union([z.string(), z.number(), z.null()]);

const step = z
  .object({
    rule: z.number().int().nullable().openapi({ description: 'index of the rule; null: the total' }),
    kind: z.enum(stepKinds),
    params: z.record(z.string(), param),
    delta: cents,
    after: cents,
  })
  .openapi('AllocationStep');

const reasons = z
  .object({ ...receiver, year: z.number().int(), steps: z.array(step) })
  .openapi('AllocationReasons');

const result = z.object({
  lines: z.array(line),
  unallocated: amounts,
  reasons: z.array(reasons),
  asides: asides.optional(),
});

export const runAnswer = z
  .object({
    rules: z.array(ruleSchema),
    inputs: z.object({
      fund: z.string(),
      basis: z.enum(totalsBases),
      totals: amounts,
      headCounts: z.array(
        z.object({
          unit: z.string(),
          definition: z.string(),
          date: z.string(),
          heads: z.number().nullable(),
        }),
      ),
      earlier: z.array(line),
      provisional: z
        .array(z.number().int())
        .optional()
        .openapi({ description: 'years whose money is provisional' }),
      pm: z
        .array(z.number().int())
        .optional()
        .openapi({ description: 'years whose amount is not known yet' }),
      rerun: z.object({ of: z.number().int(), note: z.string() }).optional(),
    }),
    result,
  })
  .openapi('AllocationRun');

const version = z
  .object({
    versionId: z.uuid(),
    number: z.number().int(),
    status: z.enum(['draft', 'submitted', 'returned', 'adopted', 'withdrawn']),
    note: z.string(),
    hash: z.string().nullable(),
    inForce: z.boolean(),
    from: z.iso.date().nullable(),
    fund: z.string().nullable(),
    basis: z.enum(totalsBases).nullable(),
    totals: amounts,
  })
  .openapi('AllocationVersion');

export const documentAnswer = z
  .object({
    documentId: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.object({ code: z.string(), nameNl: z.string(), nameEn: z.string() }),
    versions: z.array(version),
  })
  .openapi('AllocationDocument');

const difference = z
  .object({
    ...receiver,
    year: z.number().int(),
    a: cents.nullable(),
    b: cents.nullable(),
    difference: cents,
  })
  .openapi('AllocationDifference');
export const comparisonAnswer = z.object({ differences: z.array(difference) });

const problem = z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), param) });

const change = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      was: cents.nullable(),
      now: cents.nullable(),
      provisional: z.object({ was: z.boolean(), now: z.boolean() }),
    }),
  ),
  differences: z.array(difference).nullable(),
  problems: z.array(problem),
});

export const allocationAnswer = z
  .object({
    document: documentAnswer,
    version,
    rules: z
      .object({
        rules: z.array(ruleSchema),
        fund: z.string(),
        basis: z.enum(totalsBases),
        own: z
          .object({ totals: amounts, provisional: years.optional(), pm: years.optional() })
          .openapi({ description: 'given by hand, where the basis is own' }),
        revision: z.number().int(),
      })
      .nullable(),
    result: result
      .extend({
        totals: amounts,
        provisional: z.array(z.number().int()).openapi({ description: 'years whose money is provisional' }),
        asides,
      })
      .nullable(),
    problems: z.array(problem),
    since: change
      .extend({ of: z.number().int(), note: z.string() })
      .nullable()
      .openapi({ description: 'what running again after that version changed, and the note on it' }),
    settled: z.array(z.number().int()).openapi({ description: 'years whose money has become final since' }),
    newMoney: change.nullable().openapi({
      description: 'of a version in force whose money has changed: what its rules would give now',
    }),
  })
  .openapi('Allocation');

export const startedAnswer = z.object({ document: z.string(), version: z.number().int() });
