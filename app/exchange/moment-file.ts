import { z } from 'zod';
import { stepFields } from '#app/cycle/cycle.input.ts';
import { comings, itemKinds } from '#app/cycle/meeting.ts';
import { momentStatuses } from '#app/cycle/moment.ts';
import { decisionOf } from './council-file.ts';
import { code, day, text, year } from './file-value.ts';

/** A step of a scheme's cycle. */
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

/** A moment by what it is: of a step, or by its own title. */
const momentOf = z.strictObject({
  step: code.nullable().default(null),
  title: text.default(''),
  unit: code,
  year,
  nth: z.int().min(1).default(1),
});

const dates = {
  year,
  dueOn: day,
  /** as the rule made it, when it was moved since */
  firstDueOn: day.nullable().default(null),
};
const state = {
  status: z.enum(momentStatuses).default('open'),
  reason: text.default(''),
  doneOn: day.nullable().default(null),
  notes: text.default(''),
};

/** What was agreed at an item: from a role for a unit, a member of the body by name, or the body itself. */
const action = z.strictObject({
  title: text.min(1),
  unit: code,
  role: code.nullable().default(null),
  member: text.nullable().default(null),
  ...dates,
  ...state,
});

const item = z.strictObject({
  kind: z.enum(itemKinds).default('point'),
  /** the topic of the step that returned, by its Dutch name; an item of its own has a title */
  topic: text.nullable().default(null),
  title: text.default(''),
  text: text.default(''),
  version: z
    .strictObject({ document: code, version: z.int().min(1) })
    .nullable()
    .default(null),
  decision: decisionOf.nullable().default(null),
  consultation: z
    .strictObject({ date: day, title: text.min(1) })
    .nullable()
    .default(null),
  moment: momentOf.nullable().default(null),
  outcome: text.default(''),
  actions: z.array(action).default([]),
});

export const moment = z.strictObject({
  /** null: agreed by people; then it has a title of its own, and a body */
  step: code.nullable().default(null),
  title: text.default(''),
  body: code.nullable().default(null),
  unit: code,
  /** which of the days of its step in the year */
  nth: z.int().min(1).default(1),
  ...dates,
  startsOn: day.nullable().default(null),
  /** the meeting at which the body treats it */
  meetsOn: day.nullable().default(null),
  ...state,
  papers: z.array(paper).default([]),
  place: text.default(''),
  /** how many came, where members are not kept */
  present: z.int().min(0).nullable().default(null),
  guests: text.default(''),
  /** members of the body by name */
  attendance: z.array(z.strictObject({ member: text.min(1), came: z.enum(comings) })).default([]),
  items: z.array(item).default([]),
});

export type MomentEntry = z.output<typeof moment>;
export type ItemEntry = MomentEntry['items'][number];
