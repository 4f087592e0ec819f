import { z } from '@hono/zod-openapi';
import { richDocument } from '#app/document/rich-text.input.ts';
import { additionalities } from './measure.ts';

/** Codes as they stand in addresses. */
export const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
const year = z.coerce.number().int().min(1900).max(2200);
const line = z.string().trim().max(200);

export const startPlanInput = z.object({
  kind: z.string().min(1).max(60),
  unit: z.string().min(1).max(60),
  // `new` is the address of the page that starts one
  code: codeText.refine((code) => code !== 'new'),
  title: line.min(1),
  firstYear: year,
  lastYear: year,
  /** the code of the plan that this one amends */
  amends: z.string().max(60).optional(),
});

export const startVersionInput = z.object({
  /** the version to begin with; the newest when left out */
  from: z.coerce.number().int().min(1).optional(),
  note: z.string().trim().max(2000).default(''),
});

export const sectionInput = z.object({
  /** rich text: a document of paragraphs, headings, lists, bold, italic and links */
  body: richDocument,
  /** the revision that the writer saw; 0 when there was no answer yet */
  revision: z.coerce.number().int().min(0),
  /** emptying a text that was there is done on purpose only */
  empty: z.boolean().default(false),
});

export const measureInput = z.object({
  name: line.min(1),
  node: z.string().min(1).max(60),
  description: z.string().trim().max(20_000).default(''),
  owner: line.default(''),
  targetGroup: line.default(''),
  firstYear: year,
  lastYear: year,
  additionality: z.enum(additionalities),
  /** `framework/node` codes of the ambitions and goals it serves */
  ambitions: z.array(z.string().max(120)).max(100).default([]),
  sort: z.coerce.number().int().default(0),
  /** the revision that the writer saw; 0 for a new measure */
  revision: z.coerce.number().int().min(0),
});

const amount = z.union([z.number().int().min(-1e13).max(1e13), z.literal('pm'), z.null()]);

export const budgetCellInput = z.object({
  measure: z.string().min(1).max(60),
  component: line.default(''),
  unit: z.string().min(1).max(60),
  fund: z.string().min(1).max(60),
  costKind: line.default(''),
  year: z.number().int(),
  side: z.enum(['eur', 'fte']),
  /** whole cents or thousandths of FTE, `pm`, or null to remove */
  value: amount,
  /** what the writer saw in the cell */
  seen: amount,
  /** whether the amount is provisional; left out, it stays as it was */
  provisional: z.boolean().optional(),
});

export const budgetInput = z.object({ cells: z.array(budgetCellInput).max(5000) });
export const returnInput = z.object({ reason: z.string().trim().min(1).max(4000) });

export type StartPlan = z.output<typeof startPlanInput>;
export type StartVersion = z.output<typeof startVersionInput>;
export type SectionInput = z.output<typeof sectionInput>;
export type MeasureInput = z.output<typeof measureInput>;
export type BudgetCellInput = z.output<typeof budgetCellInput>;
