import { z } from 'zod';
import { authorFields } from '#app/document/author.input.ts';
import type { Json } from '#app/kernel/hash.ts';
import { stages } from '#app/ledger/ledger.ts';
import { additionalities } from '#app/plan/measure.ts';
import { changesSchema } from './change-file.ts';
import { dossierFields } from './dossier-file.ts';
import { code, day, json, moment, text, year } from './file-value.ts';
import { judgementSchema, stepSchema } from './plan-part-file.ts';
import { reportVersionFields } from './report-file.ts';

/** A text: plain (blank lines divide paragraphs), or rich as the editor keeps it. */
const body = z.custom<string | { [key: string]: Json | undefined }>(
  (value) =>
    typeof value === 'string' ||
    (typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc'),
);

const section = z.strictObject({
  question: code,
  /** the theme, when asked per theme */
  node: code.nullable().default(null),
  /** the unit, when asked per unit */
  unit: code.nullable().default(null),
  body,
});

const measure = z.strictObject({
  code,
  /** its theme */
  node: code,
  name: text.min(1),
  description: text.default(''),
  owner: text.default(''),
  targetGroup: text.default(''),
  firstYear: year,
  lastYear: year,
  additionality: z.enum(additionalities),
  /** ambitions, goals and other nodes that it serves */
  serves: z.array(z.strictObject({ framework: code, node: code })).default([]),
  steps: z.array(stepSchema).default([]),
});

const line = z.strictObject({
  /** null: the stage of the document's kind */
  stage: z.enum(stages).nullable().default(null),
  fund: code,
  unit: code,
  node: code.nullable().default(null),
  measure: code.nullable().default(null),
  /** the document whose measure it is; null: this document */
  measureOf: code.nullable().default(null),
  component: text.default(''),
  costKind: text.default(''),
  year,
  cents: z.int().nullable().default(null),
  fteMilli: z.int().nullable().default(null),
  mark: z.enum(['pm', 'masked', 'provisional']).nullable().default(null),
  /** printed and in no total */
  memo: z.boolean().default(false),
  note: text.default(''),
});

const count = z.int().min(0).nullable().default(null);

const decision = z.strictObject({
  body: code,
  kind: z.enum(['consent', 'advice', 'approval', 'discussion', 'information', 'adoption']),
  question: text.default(''),
  basis: text.default(''),
  askedOn: day,
  papersSentOn: day.nullable().default(null),
  dueOn: day.nullable().default(null),
  outcome: z
    .enum(['given', 'given-on-conditions', 'withheld', 'positive', 'negative', 'discussed', 'informed'])
    .nullable()
    .default(null),
  decidedOn: day.nullable().default(null),
  tally: z
    .strictObject({ present: count, for: count, against: count, abstained: count })
    .nullable()
    .default(null),
  reasons: text.default(''),
  conditions: text.default(''),
  minorityView: text.default(''),
  /** when it was recorded that it was asked, and its outcome; null: not kept, then the days count */
  askedAt: moment.nullable().default(null),
  decidedAt: moment.nullable().default(null),
  ...dossierFields,
});

const version = z.strictObject({
  number: z.int().min(1),
  status: z.enum(['draft', 'submitted', 'returned', 'adopted', 'withdrawn']),
  createdAt: moment,
  submittedAt: moment.nullable().default(null),
  adoptedAt: moment.nullable().default(null),
  /** from when it is in force, and when that was recorded */
  inForce: z.strictObject({ from: moment, recordedAt: moment }).nullable().default(null),
  note: text.default(''),
  source: text.default(''),
  /** the units that it covers beside its own */
  covers: z.array(code).default([]),
  sections: z.array(section).default([]),
  measures: z.array(measure).default([]),
  lines: z.array(line).default([]),
  judgements: z.array(judgementSchema).default([]),
  changes: changesSchema,
  ...reportVersionFields,
  /** the rules and head counts an allocation ran on, and its result */
  allocation: z.strictObject({ rules: json, inputs: json, result: json }).nullable().default(null),
  decisions: z.array(decision).default([]),
  attachments: z
    .array(z.strictObject({ name: text.min(1), mediaType: text.min(1), base64: z.base64() }))
    .default([]),
});

export const documentSchema = z.strictObject({
  code,
  kind: code,
  unit: code,
  title: text.min(1),
  firstYear: year,
  lastYear: year,
  /** the document that this one amends */
  amends: code.nullable().default(null),
  /** who wrote it or contributed: a body, or somebody by function */
  authors: z.array(z.strictObject(authorFields)).default([]),
  /** measures on which nothing may be booked any more, from a year on */
  endedMeasures: z.array(z.strictObject({ measure: code, from: year })).default([]),
  versions: z.array(version).min(1),
});

export type DocumentEntry = z.output<typeof documentSchema>;
export type VersionEntry = DocumentEntry['versions'][number];
export type LineEntry = VersionEntry['lines'][number];
export type DecisionEntry = VersionEntry['decisions'][number];
export type SectionBody = VersionEntry['sections'][number]['body'];
