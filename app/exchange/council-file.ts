import { z } from 'zod';
import { commitmentActs, commitmentKinds, commitmentStatuses } from '#app/council/commitment.ts';
import { followOutcomes } from '#app/council/follow-up.ts';
import { proposalKinds, replies } from '#app/council/proposal.ts';
import { rightOfDecision } from './dossier-file.ts';
import { code, day, text, year } from './file-value.ts';

const said = text.min(1);

/** A decision by what it is: the version, the body and the right. */
export const decisionOf = z.strictObject({
  document: code,
  version: z.int().min(1),
  body: code,
  kind: z.enum(['consent', 'advice', 'approval', 'discussion', 'information', 'adoption']),
  right: rightOfDecision,
});
const versionOf = z.strictObject({ document: code, version: z.int().min(1) });
const measureOf = z.strictObject({ document: code, measure: code });

/** A condition or a commitment to a body, with what was done with it. */
export const commitmentSchema = z.strictObject({
  kind: z.enum(commitmentKinds),
  body: code,
  text: said,
  unit: code,
  role: code.nullable().default(null),
  madeOn: day,
  dueOn: day,
  status: z.enum(commitmentStatuses).default('open'),
  closedOn: day.nullable().default(null),
  decision: decisionOf.nullable().default(null),
  document: code.nullable().default(null),
  measure: measureOf.nullable().default(null),
  spendYear: year.nullable().default(null),
  source: text.default(''),
  steps: z
    .array(
      z.strictObject({
        act: z.enum(commitmentActs),
        on: day,
        text: text.default(''),
        version: versionOf.nullable().default(null),
        dueOn: day.nullable().default(null),
      }),
    )
    .default([]),
});

/** What was done with one point of a decision, or with a topic of a consultation. */
export const followUpSchema = z.strictObject({
  decision: decisionOf.nullable().default(null),
  topic: z.strictObject({ date: day, title: said, text: said }).nullable().default(null),
  point: text.default(''),
  outcome: z.enum(followOutcomes),
  account: said,
  on: day,
  version: versionOf.nullable().default(null),
  measure: measureOf.nullable().default(null),
  change: versionOf.extend({ change: code }).nullable().default(null),
  source: text.default(''),
});

export const proposalSchema = z.strictObject({
  body: code,
  to: code,
  kind: z.enum(proposalKinds),
  title: said,
  text: said,
  putOn: day,
  dueOn: day.nullable().default(null),
  basis: text.default(''),
  outcome: z.enum(replies).nullable().default(null),
  reply: text.default(''),
  repliedOn: day.nullable().default(null),
  source: text.default(''),
});

/** A reflection that a council gave; what it is still writing is its own and in no file. */
export const reflectionSchema = z.strictObject({
  body: code,
  year,
  number: z.int().min(1),
  text: said,
  givenOn: day,
});

export const wordSchema = z.strictObject({
  code,
  wordNl: said,
  wordEn: said,
  meaningNl: said,
  meaningEn: said,
  source: text.default(''),
});

/** Within how many months a kind of body is answered. */
export const replyTermSchema = z.strictObject({
  bodyKind: said,
  kind: z.enum(proposalKinds),
  months: z.int().min(1).max(24),
  basis: said,
  certainty: z.enum(['text', 'known', 'uncertain']),
});
