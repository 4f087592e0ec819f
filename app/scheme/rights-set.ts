import { z } from 'zod';
import { sectionRuleInput } from './scheme.input.ts';
import { certainties, interimStages, majorities, rightKinds, silences } from './scheme.ts';

const text = z.string().trim().max(400);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);

const right = z.strictObject({
  bodyKind: code,
  bodyAt: z.enum(['unit', 'institution']),
  kind: z.enum(rightKinds),
  matterNl: text.default(''),
  matterEn: text.default(''),
  holderNl: text.default(''),
  holderEn: text.default(''),
  prior: z.boolean().default(false),
  termDays: z.int().min(1).max(366).default(1),
  basis: text.min(1),
  certainty: z.enum(certainties),
  quorumBasis: z.int().min(1).max(10_000).nullable().default(null),
  quorumMembers: z.int().min(1).max(1000).nullable().default(null),
  majority: z.enum(majorities).default('simple'),
  sections: z.array(z.string().min(1).max(80)).max(6).default([]),
  sectionRules: z.array(sectionRuleInput).max(6).default([]),
  silence: z.enum(silences).default('open'),
  conditionsAllowed: z.boolean().default(true),
  suspensionDays: z.int().min(0).max(366).default(28),
  appealMonths: z.int().min(0).max(24).default(1),
  interimParts: z.int().min(1).max(100).nullable().default(null),
  interimOf: z.int().min(1).max(100).nullable().default(null),
  interimStage: z.enum(interimStages).nullable().default(null),
  interimBasis: text.default(''),
  interimCertainty: z.enum(certainties).nullable().default(null),
  mediatorKind: code.nullable().default(null),
  mediationDays: z.int().min(0).max(366).default(0),
  committeeKind: code.nullable().default(null),
  rulingDays: z.int().min(0).max(366).default(0),
});

/**
 * A rights set: kinds of document with the rights on them, to be loaded into a scheme. The law as it stands for a
 * kind of institution, or what one institution agreed, is such a file: data, never code.
 */
export const rightsSet = z.strictObject({
  format: z.literal('akkoord-rights/1'),
  code,
  nameNl: text.min(1),
  nameEn: text.min(1),
  source: text.default(''),
  /** what the kinds of bodies are called that hold no right in it: who mediates, the committee that rules */
  bodyKinds: z
    .array(z.strictObject({ code, nameNl: text.min(1), nameEn: text.min(1) }))
    .max(20)
    .default([]),
  kinds: z
    .array(
      z.strictObject({
        code,
        nameNl: text.min(1),
        nameEn: text.min(1),
        unitKinds: z.array(code).min(1).max(20),
        rights: z.array(right).max(40),
      }),
    )
    .min(1)
    .max(60),
});
export type RightsSet = z.output<typeof rightsSet>;
