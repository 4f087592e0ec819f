import { z } from 'zod';
import { confidentialities } from '#app/progress/evidence.ts';
import { evidenceKinds } from '#app/progress/progress.input.ts';
import { rightOfDecision } from './dossier-file.ts';
import { code, day, moment, names, text, year } from './file-value.ts';

const said = text.default('');
const measureOf = { document: code, measure: code };
const versionOf = z.strictObject({ document: code, version: z.int().min(1) });
const decisionOf = versionOf.extend({
  body: code,
  kind: z.enum(['consent', 'advice', 'approval', 'discussion', 'information', 'adoption']),
  right: rightOfDecision,
});
const consultationOf = z.strictObject({ date: day, title: text.min(1) });

/** A word for how a measure stands; in the order in which they are offered. */
export const progressStatusSchema = z.strictObject({
  code,
  ...names,
  meaningNl: said,
  meaningEn: said,
  deviates: z.boolean().default(false),
});

/** What a unit told of a year; `version` is that of the plan that held the measure. */
export const progressSchema = z.strictObject({
  unit: code,
  year,
  number: z.int().min(1).default(1),
  /** why it corrects the one before it */
  reason: said,
  summary: said,
  /** null while it is written */
  submittedAt: moment.nullable().default(null),
  submittedBy: said,
  entries: z.array(
    z.strictObject({
      ...measureOf,
      version: z.int().min(1),
      status: code.nullable().default(null),
      ...{ done: said, result: said, effect: said, deviation: said, waitsFor: said, nextStep: said },
      steps: z
        .array(z.strictObject({ code, reachedMilli: z.int().nullable().default(null), note: said }))
        .default([]),
    }),
  ),
});

/** Whether a measure, as a version of its plan promises it, meets a criterion of the scheme; a later one counts. */
export const promiseJudgementSchema = z.strictObject({
  ...measureOf,
  version: z.int().min(1),
  criterion: code,
  met: z.boolean(),
  reason: text.min(1),
  by: text.min(1),
  at: moment,
});

/** A piece of evidence, with what it is for. */
export const evidenceSchema = z.strictObject({
  code,
  kind: z.enum(evidenceKinds),
  unit: code,
  title: text.min(1),
  description: said,
  source: said,
  effectiveOn: day,
  periodFrom: day.nullable().default(null),
  periodThrough: day.nullable().default(null),
  confidentiality: z.enum(confidentialities),
  file: z
    .strictObject({ name: text.min(1), mediaType: text.min(1), base64: z.base64() })
    .nullable()
    .default(null),
  url: z.url().nullable().default(null),
  version: versionOf.nullable().default(null),
  decision: decisionOf.nullable().default(null),
  consultation: consultationOf.nullable().default(null),
  figureMilli: z.int().nullable().default(null),
  figureUnit: said,
  approximate: z.boolean().default(false),
  addedAt: moment,
  withdrawnAt: moment.nullable().default(null),
  withdrawnReason: said,
  for: z
    .array(
      z.strictObject({
        /** a measure as a version of its plan has it, its progress in a year, or one of its steps */
        measure: z
          .strictObject({ ...measureOf, version: z.int().min(1) })
          .nullable()
          .default(null),
        year: year.nullable().default(null),
        step: code.nullable().default(null),
        version: versionOf.nullable().default(null),
        decision: decisionOf.nullable().default(null),
        consultation: consultationOf.nullable().default(null),
      }),
    )
    .min(1),
});

export type ProgressEntryFile = z.output<typeof progressSchema>;
export type EvidenceFile = z.output<typeof evidenceSchema>;
