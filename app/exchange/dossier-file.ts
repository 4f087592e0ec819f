import { z } from 'zod';
import { dossierEvents } from '#app/participation/dossier-state.ts';
import { certainties, interimStages, majorities, silences } from '#app/scheme/scheme.ts';
import { code, day, moment, text } from './file-value.ts';

const count = z.int().min(0);

/** What a section that votes apart has of its own. */
export const sectionRuleSchema = z.strictObject({
  name: text.min(1),
  quorumBasis: z.int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.int().min(1).max(1000).nullable().default(null),
  majority: z.enum(majorities).nullable().default(null),
});

const disputeDays = z.int().min(0).max(366);

/** Who mediates in a dispute and which committee rules, as kinds of bodies; terms in working days, 0: none. */
export const disputeFields = {
  mediatorKind: code.nullable().default(null),
  mediationDays: disputeDays.default(0),
  committeeKind: code.nullable().default(null),
  rulingDays: disputeDays.default(0),
};

/**
 * The rule as it stood when something was asked; null: as the matrix of the file says, and so is of a rule what it
 * leaves out of its matter, its certainty, its sections' own rules, who mediates and what may be spent for lack of consent.
 */
const askedRuleSchema = z.strictObject({
  matterNl: text.optional(),
  matterEn: text.optional(),
  certainty: z.enum(certainties).nullable().optional(),
  prior: z.boolean(),
  termDays: z.int().min(0).max(366),
  quorumBasis: z.int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.int().min(1).nullable().default(null),
  majority: z.enum(majorities).default('simple'),
  sections: z.array(text.min(1)).default([]),
  sectionRules: z.array(sectionRuleSchema).optional(),
  silence: z.enum(silences).default('open'),
  conditionsAllowed: z.boolean().default(true),
  suspensionDays: count.default(28),
  appealMonths: count.default(1),
  interim: z
    .strictObject({
      parts: z.int().min(1).max(100),
      of: z.int().min(1).max(100),
      stage: z.enum(interimStages),
      basis: text.min(1),
      certainty: z.enum(certainties),
    })
    .nullable()
    .optional(),
  mediatorKind: code.nullable().optional(),
  mediationDays: disputeDays.optional(),
  committeeKind: code.nullable().optional(),
  rulingDays: disputeDays.optional(),
  /** recess periods and free days that the term skips */
  without: z.array(z.strictObject({ nameNl: text, nameEn: text, from: day, through: day })).default([]),
});

/** What happened in a dossier beside its outcome, in the order in which it was recorded. */
const dossierEventSchema = z.strictObject({
  event: z.enum(dossierEvents),
  on: day,
  text: text.default(''),
  until: day.nullable().default(null),
  /** before whom a dispute came: who mediates, or the committee that rules */
  body: code.nullable().default(null),
  /** a version that was sent as a paper */
  paper: z
    .strictObject({ document: code, version: z.int().min(1) })
    .nullable()
    .default(null),
  /** the name of the member who was excluded, where members are kept */
  member: text.nullable().default(null),
  people: z.int().min(1).nullable().default(null),
  byKind: z.enum(['account', 'token', 'system']).default('system'),
  /** as the audit chain names it */
  byName: text.min(1).default('import'),
  at: moment,
});

/**
 * Which line of the matrix a decision exercises; null: the first with its right that fits its body. The same right on
 * two matters is two lines.
 */
export const rightOfDecision = z
  .strictObject({ bodyKind: text.min(1), bodyAt: z.enum(['unit', 'institution']), matterNl: text })
  .nullable()
  .default(null);

/** What a decision carries beside its question and outcome. */
export const dossierFields = {
  right: rightOfDecision,
  rule: askedRuleSchema.nullable().default(null),
  /** members in office when it decided */
  members: count.nullable().default(null),
  /** votes of sections that vote apart */
  sections: z
    .array(
      z.strictObject({
        name: text.min(1),
        /** entitled to vote, where that is known */
        members: count.nullable().default(null),
        ...{ present: count, for: count, against: count, abstained: count },
      }),
    )
    .default([]),
  events: z.array(dossierEventSchema).default([]),
};

/** A recess period or a free day of the institution, both days included. */
export const freePeriodSchema = z.strictObject({
  kind: z.enum(['recess', 'free-day']),
  nameNl: text.min(1),
  nameEn: text.min(1),
  from: day,
  through: day,
});
