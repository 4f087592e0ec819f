import { z } from '@hono/zod-openapi';
import { confidentialities } from './evidence.ts';

const words = z.string().trim().max(10_000).default('');
const year = z.coerce.number().int().min(1900).max(2200);

/** How often a year of a unit was saved: 0 before anybody did. */
const revision = z.coerce.number().int().min(0);

export const entryInput = z.object({
  /** code of the plan that holds the measure */
  document: z.string().max(60),
  measure: z.string().max(60),
  /** code of a status of the scheme */
  status: z.string().max(60).nullable().default(null),
  done: words,
  result: words,
  effect: words,
  /** the reason; asked for with a status that deviates */
  deviation: words,
  /** an advice, a decision or another's work that it waits for */
  waitsFor: words,
  nextStep: words,
  steps: z
    .array(
      z.object({
        code: z.string().max(60),
        /** thousandths of the unit of the target */
        reachedMilli: z.number().int().min(-1e13).max(1e13).nullable().default(null),
        note: z.string().trim().max(2000).default(''),
      }),
    )
    .default([]),
});
export type EntryInput = z.output<typeof entryInput>;

export const progressInput = z.object({
  summary: words,
  /** measures that are left out stay as they are */
  entries: z.array(entryInput).max(500),
});
export type ProgressInput = z.output<typeof progressInput>;

export const seenProgress = z.object({ revision });
export const correctionInput = z.object({ reason: z.string().trim().min(1).max(2000) });

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
export const statusInput = z.object({
  code,
  nameNl: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(60),
  meaningNl: z.string().trim().max(500).default(''),
  meaningEn: z.string().trim().max(500).default(''),
  deviates: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
  revision,
});
export type StatusInput = z.output<typeof statusInput>;

export const promiseJudgementInput = z.object({
  /** code of a node of the scheme's framework of criteria */
  criterion: code,
  met: z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean()),
  reason: z.string().trim().min(1).max(4000),
  /** the number of the judgement that was seen; 0 when there was none */
  seen: z.coerce.number().int().min(0),
});
export type PromiseJudgementInput = z.output<typeof promiseJudgementInput>;

const day = z.iso.date();
export const subjectInput = z.object({
  /** a measure of a plan, its progress in a year, or one of its steps */
  document: z.string().max(60).nullish(),
  measure: z.string().max(60).nullish(),
  year: year.nullish(),
  step: z.string().max(60).nullish(),
  /** or a version of the document, by its number */
  version: z.coerce.number().int().min(1).nullish(),
  /** or a decision or a consultation, by its id */
  decision: z.uuid().nullish(),
  consultation: z.uuid().nullish(),
});
export type SubjectInput = z.output<typeof subjectInput>;

export const evidenceKinds = ['file', 'link', 'version', 'decision', 'consultation', 'fact'] as const;

export const evidenceInput = z.object({
  kind: z.enum(evidenceKinds),
  unit: z.string().max(60),
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(5000).default(''),
  /** as one would cite it; a fact needs one */
  source: z.string().trim().max(1000).default(''),
  effectiveOn: day,
  periodFrom: day.nullish(),
  periodThrough: day.nullish(),
  confidentiality: z.enum(confidentialities),
  file: z
    .object({ name: z.string().min(1).max(200), mediaType: z.string().max(200), base64: z.base64() })
    .nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  /** the version of a document as `document/number`, or the id of a decision or a consultation */
  target: z.string().max(200).nullish(),
  figureMilli: z.coerce.number().int().min(-1e13).max(1e13).nullish(),
  figureUnit: z.string().trim().max(200).default(''),
  approximate: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
  subject: subjectInput,
});
export type EvidenceInput = z.output<typeof evidenceInput>;

export const withdrawalInput = z.object({ reason: z.string().trim().min(1).max(2000) });
