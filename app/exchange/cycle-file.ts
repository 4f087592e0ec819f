import { z } from 'zod';
import { consultationInput } from '#app/consultation/consultation.input.ts';
import { methodKinds } from '#app/consultation/consultation.ts';
import { involvementInput } from '#app/consultation/involvement.input.ts';
import { stepFields } from '#app/cycle/cycle.input.ts';
import { momentStatuses } from '#app/cycle/moment.ts';
import { code, day, names, text, year } from './file-value.ts';

/** Ways of consulting. */
export const consultationMethod = z.strictObject({
  code,
  ...names,
  kind: z.enum(methodKinds).default('talk'),
  /** asks individuals: small numbers of them and their quotes are masked */
  individuals: z.boolean().default(false),
});

/** A standing form in which people take part. */
export const involvement = z.strictObject({ code, ...involvementInput.omit({ sort: true }).shape });

export const consultation = z.strictObject(consultationInput.shape);

export const cycleStep = z.strictObject({ code, ...stepFields });

const paper = z.strictObject({
  document: code.nullable().default(null),
  version: z.int().min(1).nullable().default(null),
  /** of a paper kept elsewhere; a document of ours has its own */
  title: text.default(''),
  /** as precise as it is known: 2020-11 */
  sent: text.min(4),
  source: text.default(''),
});

export const moment = z.strictObject({
  step: code,
  unit: code,
  year,
  dueOn: day,
  /** as the rule made it, when it was moved since */
  firstDueOn: day.nullable().default(null),
  startsOn: day.nullable().default(null),
  /** the meeting at which the body treats it */
  meetsOn: day.nullable().default(null),
  status: z.enum(momentStatuses).default('open'),
  reason: text.default(''),
  doneOn: day.nullable().default(null),
  notes: text.default(''),
  papers: z.array(paper).default([]),
});
