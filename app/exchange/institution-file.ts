import { z } from 'zod';
import { permissions } from '#app/kernel/actor.ts';
import { replyTermSchema } from './council-file.ts';
import { freePeriodSchema } from './dossier-file.ts';
import { code, day, days, moment, names, text } from './file-value.ts';
import { intakeLayoutSchema } from './intake-file.ts';
import { schemeSchema } from './scheme-file.ts';
import { settingHistorySchema } from './setting-history-file.ts';

/*
 * The institution file: one JSON that describes a whole institution by codes, without ids. What is left out
 * has a default; lists keep their order, which is the order on the screens. Dates are included at both ends.
 * Amounts have one notation: `cents` in whole cents, `fteMilli` in whole thousandths of an FTE.
 */

const unit = z.strictObject({
  code,
  kind: text.min(1),
  ...names,
  ...days,
  /** under which unit it hangs, and when; none for the institution itself */
  placements: z.array(z.strictObject({ parent: code, ...days })).default([]),
});

const succession = z.strictObject({
  predecessor: code,
  successor: code,
  on: day,
  kind: z.enum(['merge', 'split', 'rename']),
});

const headCount = z.strictObject({
  definition: code,
  unit: code,
  /** the reference date of the count */
  date: day,
  heads: z.int().min(0).nullable().default(null),
  /** why there is no number */
  mark: z.enum(['unknown', 'masked']).nullable().default(null),
  source: text.default(''),
});

const role = z.strictObject({ code, ...names, permissions: z.array(z.enum(permissions)).default([]) });

/** Accounts carry no password; in a demo institution all have the demo password. */
const account = z.strictObject({
  login: z.string().regex(/^[^\sA-Z]{1,80}$/),
  name: text.min(1),
  locale: z.enum(['nl', 'en']).default('nl'),
  /** from when it may no longer sign in */
  disabledAt: moment.nullable().default(null),
  /** what comes by mail and where to; null: as who never chose has it */
  notices: z
    .strictObject({
      email: z
        .string()
        .regex(/^[^@\s]+@[^@\s]+$/)
        .nullable()
        .default(null),
      digest: z.boolean().default(true),
      dueToday: z.boolean().default(true),
      locale: z.enum(['nl', 'en']).nullable().default(null),
    })
    .nullable()
    .default(null),
  /** a role for a unit and what is below it, on a body, or (neither) for the whole institution */
  mandates: z
    .array(
      z.strictObject({
        role: code,
        unit: code.nullable().default(null),
        body: code.nullable().default(null),
        ...days,
      }),
    )
    .default([]),
});

const body = z.strictObject({
  code,
  kind: text.min(1),
  unit: code,
  ...names,
  ...days,
  members: z
    .array(
      z.strictObject({
        name: text.min(1),
        capacity: text.default(''),
        /** the login of the member's account */
        account: z.string().nullable().default(null),
        ...days,
      }),
    )
    .default([]),
  /** the bodies that it is made of, as a joint meeting is */
  parts: z.array(code).default([]),
  /** what it is for, who chairs it, of whom it is made and on what it advises, in words */
  aimsNl: text.default(''),
  aimsEn: text.default(''),
  chairNl: text.default(''),
  chairEn: text.default(''),
  madeOfNl: text.default(''),
  madeOfEn: text.default(''),
  adviceNl: text.default(''),
  adviceEn: text.default(''),
});

const node = z.strictObject({
  code,
  parent: code.nullable().default(null),
  ...names,
  textNl: text.default(''),
  textEn: text.default(''),
  /** other names, and the document or body that uses them */
  aliases: z.array(z.strictObject({ name: text.min(1), context: text.default('') })).default([]),
  /** nodes of other frameworks that it stands for */
  links: z.array(z.strictObject({ framework: code, node: code })).default([]),
});

const framework = z.strictObject({
  code,
  ...names,
  source: text.default(''),
  ...days,
  nodes: z.array(node).default([]),
});

export const institutionSchema = z.strictObject({
  format: z.literal('akkoord-institution/1'),
  institution: z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    ...names,
    noticeNl: text.default(''),
    noticeEn: text.default(''),
    demo: z.boolean().default(false),
  }),
  units: z.array(unit).min(1),
  successions: z.array(succession).default([]),
  headCountDefinitions: z.array(z.strictObject({ code, ...names })).default([]),
  headCounts: z.array(headCount).default([]),
  roles: z.array(role).default([]),
  accounts: z.array(account).default([]),
  /** what kinds of bodies there are, in the order in which they are listed */
  bodyKinds: z.array(z.strictObject({ code: text.min(1), ...names })).default([]),
  bodies: z.array(body).default([]),
  /** recess periods and free days, oldest first: no term in working days runs then */
  freePeriods: z.array(freePeriodSchema).default([]),
  frameworks: z.array(framework).default([]),
  /** within how many months bodies of a kind are answered */
  replyTerms: z.array(replyTermSchema).default([]),
  /** below how many individuals figures of indicators are masked; null: five */
  maskedBelow: z.int().min(2).max(50).nullable().default(null),
  /** how files of the finance system are read */
  intakeLayouts: z.array(intakeLayoutSchema).default([]),
  schemes: z.array(schemeSchema).default([]),
  /** since when settings are known, unless always, and what they were before */
  settingHistory: z.array(settingHistorySchema).default([]),
});

/** A file as people write it, with what has a default left out. */
export type InstitutionInput = z.input<typeof institutionSchema>;
/** The same with every default filled in. */
export type InstitutionFile = z.output<typeof institutionSchema>;
export type UnitEntry = InstitutionFile['units'][number];
export type FrameworkEntry = InstitutionFile['frameworks'][number];
