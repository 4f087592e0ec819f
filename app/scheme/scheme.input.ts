import { z } from '@hono/zod-openapi';
import { blockSpec } from './block.input.ts';
import { parts } from './chain.ts';
import {
  certainties,
  eventStatuses,
  interimStages,
  majorities,
  rightKinds,
  silences,
  stages,
} from './scheme.ts';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);
const name = z.string().trim().min(1).max(400);
const long = z.string().trim().max(10_000).default('');
const year = z.coerce.number().int().min(1900).max(2999);
/** The revision of the scheme that the person saw: any part of it that changes makes a next one. */
const revision = z.coerce.number().int().min(1);
const sort = z.coerce.number().int().default(0);
/** A box that is ticked or not, or a boolean of JSON. */
const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean());

export const revisionInput = z.object({ revision });
const schemeTexts = {
  nameNl: name,
  nameEn: name,
  legalSource: name,
  conditions: long,
  firstYear: year,
  lastYear: year,
  /** the framework whose nodes are the themes of the money */
  themes: code,
  /** other frameworks that measures refer to */
  frameworks: z.array(code).default([]),
  /** the framework whose nodes are the causes that changes of plans name; left out is none */
  causes: code.nullish(),
  /** the framework whose nodes are the criteria by which promises of plans are judged; left out is none */
  criteria: code.nullish(),
};
export const createSchemeInput = z.object({ code, ...schemeTexts });
export const changeSchemeInput = z.object({ revision, ...schemeTexts });

export const fundInput = z.object({
  revision,
  nameNl: name,
  nameEn: name,
  /** false for a fund outside the scheme that pays for the same activities in some years */
  own: flag,
  sort,
});
export const exclusionInput = z.object({ revision, reason: name, coveredBy: long });
export const rateInput = z.object({
  revision,
  fteCents: z.number().int().min(1).max(100_000_000),
  source: long,
});

/** As the source dates it: a year, a month or a day. */
const onText = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
export const addEventInput = z.object({
  revision,
  on: onText,
  body: z.string().trim().max(400).default(''),
  whatNl: name,
  whatEn: name,
  status: z.enum(['planned', 'happened']),
  source: z.string().trim().max(1000).default(''),
});
export const settleEventInput = z.object({
  revision,
  status: z.enum(eventStatuses).exclude(['planned']),
  reason: z.string().trim().max(2000).default(''),
  /** when it was moved: the new date, as the source dates it */
  movedTo: onText.nullish(),
});

export const kindInput = z.object({
  revision,
  nameNl: name,
  nameEn: name,
  stage: z.enum(stages).nullish(),
  unitKinds: z.array(code).min(1),
  hasMeasures: flag,
  sort,
});
/** Whether documents of a kind carry over what a year leaves. */
export const carryOverRuleInput = z.object({
  revision,
  /** basis points of what a unit was allocated in the year; none: all that is left */
  shareBasis: z.number().int().min(0).max(10_000).nullish(),
  lastYear: year.nullish(),
  /** a later year may pay for one that spent before its money came */
  advance: flag,
  source: name,
});
export const questionInput = z.object({
  revision,
  textNl: z.string().trim().min(1).max(4000),
  textEn: z.string().trim().min(1).max(4000),
  hintNl: long,
  hintEn: long,
  per: z.enum(['document', 'theme', 'unit']),
  /** for one theme only */
  theme: code.nullish(),
  /** for these kinds of unit only, when asked per unit; empty is all below the document's own */
  unitKinds: z.array(code).default([]),
  required: flag,
  /** what is answered is not for everybody: a publication leaves it out */
  confidential: flag,
  /** in a report: where the answer stands */
  part: z.enum(parts).default('chapter'),
  /** nothing is written here: the template fills it */
  filled: flag,
  /** words that the template prints before the answer */
  fixedNl: long,
  fixedEn: long,
  /** what is computed and printed behind the answer */
  blocks: z.array(blockSpec).max(20).default([]),
  /** the questions of lower reports that this one draws on */
  drawsOn: z
    .array(
      z.object({ kind: code, question: code, yearsBefore: z.coerce.number().int().min(0).max(9).default(0) }),
    )
    .max(20)
    .default([]),
  sort,
});
const words = z.string().trim().max(400).default('');
/** What a section that votes apart has of its own; a majority of null is that of the right. */
export const sectionRuleInput = z.object({
  name: z.string().trim().min(1).max(80),
  quorumBasis: z.number().int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.number().int().min(1).max(1000).nullable().default(null),
  majority: z.enum(majorities).nullable().default(null),
});
/** A line of the rights matrix. What cannot go together is refused by `checkRight`. */
const rightFields = {
  bodyKind: code,
  bodyAt: z.enum(['unit', 'institution']),
  kind: z.enum(rightKinds),
  /** the matter and the holder in words; empty: the names of the kind of document and of the body */
  matterNl: words,
  matterEn: words,
  holderNl: words,
  holderEn: words,
  prior: flag,
  /** working days */
  termDays: z.coerce.number().int().min(1).max(366).default(1),
  basis: name,
  certainty: z.enum(certainties),
  /** basis points of the members */
  quorumBasis: z.number().int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.number().int().min(1).max(1000).nullable().default(null),
  majority: z.enum(majorities).default('simple'),
  sections: z.array(z.string().trim().min(1).max(80)).max(6).default([]),
  sectionRules: z.array(sectionRuleInput).max(6).default([]),
  silence: z.enum(silences).default('open'),
  conditionsAllowed: z.boolean().default(true),
  /** calendar days */
  suspensionDays: z.coerce.number().int().min(0).max(366).default(28),
  appealMonths: z.coerce.number().int().min(0).max(24).default(1),
  // while consent is missing: so many parts of so many, of what stood there the year before
  interimParts: z.coerce.number().int().min(1).max(100).nullable().default(null),
  interimOf: z.coerce.number().int().min(1).max(100).nullable().default(null),
  interimStage: z.enum(interimStages).nullable().default(null),
  interimBasis: z.string().trim().max(400).default(''),
  interimCertainty: z.enum(certainties).nullable().default(null),
  /** who mediates in a dispute and which committee rules, as kinds of bodies; terms in working days, 0: none */
  mediatorKind: code.nullable().default(null),
  mediationDays: z.coerce.number().int().min(0).max(366).default(0),
  committeeKind: code.nullable().default(null),
  rulingDays: z.coerce.number().int().min(0).max(366).default(0),
};
export const rightEntry = z.object(rightFields);
export type RightEntryInput = z.output<typeof rightEntry>;
export const rightInput = rightEntry.extend({ revision, sort });
