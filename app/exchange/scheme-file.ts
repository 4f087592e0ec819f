import { z } from 'zod';
import { stages } from '#app/ledger/ledger.ts';
import { tableLayout } from '#app/report/table-layout.ts';
import { sanctionFields } from '#app/scheme/sanction.input.ts';
import { certainties, interimStages, majorities, rightKinds, silences } from '#app/scheme/scheme.ts';
import { bundleSchema } from './bundle-file.ts';
import { acceptedDifferenceSchema, fundTermSchema, tieSchema } from './check-entry-file.ts';
import { commentSchema } from './comment-file.ts';
import {
  commitmentSchema,
  followUpSchema,
  proposalSchema,
  reflectionSchema,
  wordSchema,
} from './council-file.ts';
import { consultation, consultationMethod, involvement } from './cycle-file.ts';
import { documentSchema } from './document-file.ts';
import { disputeFields, sectionRuleSchema } from './dossier-file.ts';
import { code, day, json, names, text, year } from './file-value.ts';
import { financeSchema } from './finance-file.ts';
import { indicatorSchema, indicatorSubmissionSchema } from './indicator-file.ts';
import { closedPeriodSchema, intakeRuleSchema } from './intake-file.ts';
import { cycleStep, moment } from './moment-file.ts';
import { requirementSchema } from './plan-part-file.ts';
import {
  evidenceSchema,
  progressSchema,
  progressStatusSchema,
  promiseJudgementSchema,
} from './progress-file.ts';
import { publicationSchema } from './publication-file.ts';
import { reportQuestionSchema } from './report-file.ts';
import { scenarioSchema } from './scenario-file.ts';

const question = z.strictObject({
  code,
  textNl: text.min(1),
  textEn: text.min(1),
  hintNl: text.default(''),
  hintEn: text.default(''),
  /** asked once, once per theme, or once per unit below the document's own */
  per: z.enum(['document', 'theme', 'unit']),
  /** of one theme only */
  node: code.nullable().default(null),
  /** of these kinds of unit only, when asked per unit; empty is all */
  unitKinds: z.array(text.min(1)).default([]),
  required: z.boolean().default(true),
  /** a publication leaves its answers out */
  confidential: z.boolean().default(false),
  report: reportQuestionSchema,
});

/** A line of the rights matrix: a kind of body, where it stands, its right and how it is exercised. */
const right = z.strictObject({
  bodyKind: text.min(1),
  bodyAt: z.enum(['unit', 'institution']),
  kind: z.enum(rightKinds),
  /** the matter and the holder in words; empty: the names of the kind of document and of the body */
  matterNl: text.default(''),
  matterEn: text.default(''),
  holderNl: text.default(''),
  holderEn: text.default(''),
  prior: z.boolean(),
  /** working days */
  termDays: z.int().min(1).max(366).default(1),
  basis: text,
  certainty: z.enum(certainties),
  /** how many must be present: basis points of the members, or a number */
  quorumBasis: z.int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.int().min(1).max(1000).nullable().default(null),
  majority: z.enum(majorities).default('simple'),
  /** sections that vote apart and must each agree, by the capacity of their members */
  sections: z.array(text.min(1)).default([]),
  /** what each of them has of its own; a majority of null is that of the right */
  sectionRules: z.array(sectionRuleSchema).default([]),
  /** what no answer in the term means */
  silence: z.enum(silences).default('open'),
  conditionsAllowed: z.boolean().default(true),
  suspensionDays: z.int().min(0).max(366).default(28),
  appealMonths: z.int().min(0).max(24).default(1),
  /** what may be spent while consent is missing when the year begins: a share of the year before */
  interimParts: z.int().min(1).max(100).nullable().default(null),
  interimOf: z.int().min(1).max(100).nullable().default(null),
  interimStage: z.enum(interimStages).nullable().default(null),
  interimBasis: text.default(''),
  interimCertainty: z.enum(certainties).nullable().default(null),
  ...disputeFields,
});

const documentKind = z.strictObject({
  code,
  ...names,
  /** the ledger stage of its lines */
  stage: z.enum(stages).nullable().default(null),
  unitKinds: z.array(text.min(1)).min(1),
  hasMeasures: z.boolean().default(false),
  /** documents of this kind only move what a year left over; null: an ordinary kind */
  carryOver: z
    .strictObject({
      /** of what a unit was allocated in the year, in basis points; null: all that is left */
      shareBasis: z.int().min(0).max(10_000).nullable().default(null),
      lastYear: year.nullable().default(null),
      /** a later year may pay for one that spent before its money came */
      advance: z.boolean().default(false),
      source: text.min(1),
    })
    .nullable()
    .default(null),
  questions: z.array(question).default([]),
  rights: z.array(right).default([]),
  requirements: z.array(requirementSchema).default([]),
});

const event = z.strictObject({
  /** as the source dates it: 2018-12, 2019-06-11, 2021 */
  on: text.min(1),
  sortDate: day,
  body: text.default(''),
  whatNl: text.min(1),
  whatEn: text.min(1),
  status: z.enum(['planned', 'happened', 'moved', 'cancelled']).default('happened'),
  reason: text.default(''),
  source: text.default(''),
});

/** The layout of a table, kept as it was written once it is known to be right. */
const layout = json.superRefine((value, context) => {
  const { error } = tableLayout.safeParse(value);
  for (const { path, message } of error?.issues ?? []) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});

export const schemeSchema = z.strictObject({
  code,
  ...names,
  legalSource: text,
  conditions: text.default(''),
  firstYear: year,
  lastYear: year,
  /** the framework whose nodes are the themes of the money */
  themes: code,
  frameworks: z.array(code).default([]),
  /** the framework whose nodes are the causes of changes */
  causes: code.nullable().default(null),
  /** the framework whose nodes are the criteria by which promises are judged */
  criteria: code.nullable().default(null),
  funds: z.array(z.strictObject({ code, ...names, own: z.boolean().default(true) })).default([]),
  exclusions: z
    .array(z.strictObject({ node: code, reason: text.min(1), coveredBy: text.default('') }))
    .default([]),
  /** what one FTE costs from a year on */
  rates: z
    .array(z.strictObject({ fromYear: year, fteCents: z.int().min(1), source: text.default('') }))
    .default([]),
  events: z.array(event).default([]),
  /** what an assessment that ends badly does to the money */
  sanctions: z.array(z.strictObject({ code, ...sanctionFields })).default([]),
  documentKinds: z.array(documentKind).default([]),
  tables: z.array(z.strictObject({ code, titleNl: text.min(1), titleEn: text.min(1), layout })).default([]),
  documents: z.array(documentSchema).default([]),
  /** allocations that were considered */
  scenarios: z.array(scenarioSchema).default([]),
  /** proposals to do together what several plans mean to do each */
  bundles: z.array(bundleSchema).default([]),
  /** what sources say of the funds' periods and national amounts */
  fundTerms: z.array(fundTermSchema).default([]),
  /** sums that must agree, here or with another scheme */
  ties: z.array(tieSchema).default([]),
  /** differences that somebody accepted, oldest first; a later word on the same one counts */
  acceptedDifferences: z.array(acceptedDifferenceSchema).default([]),
  /** which rows of the finance system are spending on what, unit by unit */
  intakeRules: z.array(intakeRuleSchema).default([]),
  /** periods whose figures are final */
  closedPeriods: z.array(closedPeriodSchema).default([]),
  /** files of the finance system, and what booked figures and forecasts were made of */
  finance: financeSchema.prefault({}),
  consultationMethods: z.array(consultationMethod).default([]),
  involvements: z.array(involvement).default([]),
  consultations: z.array(consultation).default([]),
  /** what comes every year, or every so many, and when it is due */
  cycleSteps: z.array(cycleStep).default([]),
  /** the moments of the years that were started */
  moments: z.array(moment).default([]),
  /** what is measured, how, and what was */
  indicators: z.array(indicatorSchema).default([]),
  /** the sets of figures that were handed in, oldest first */
  indicatorSubmissions: z.array(indicatorSubmissionSchema).default([]),
  /** the words for how a measure stands */
  progressStatuses: z.array(progressStatusSchema).default([]),
  /** what units told of their measures, year by year */
  progress: z.array(progressSchema).default([]),
  evidence: z.array(evidenceSchema).default([]),
  /** what was found of promises by each criterion, oldest first */
  promiseJudgements: z.array(promiseJudgementSchema).default([]),
  /** conditions, and commitments to bodies */
  commitments: z.array(commitmentSchema).default([]),
  /** what was done with advice and with what consultations brought up */
  followUps: z.array(followUpSchema).default([]),
  /** what councils propose and ask of themselves */
  proposals: z.array(proposalSchema).default([]),
  /** what councils wrote about a year */
  reflections: z.array(reflectionSchema).default([]),
  /** the scheme's words, explained */
  words: z.array(wordSchema).default([]),
  /** remarks on places in documents, with their threads */
  comments: z.array(commentSchema).default([]),
  /** what was made public, oldest first */
  publications: z.array(publicationSchema).default([]),
});

export type SchemeEntry = z.output<typeof schemeSchema>;
export type KindEntry = SchemeEntry['documentKinds'][number];
export type RightEntry = KindEntry['rights'][number];
