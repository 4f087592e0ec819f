import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { actInput, meetingInput, notesInput, paperInput, startYearInput, stepInput } from './cycle.input.ts';
import { getCycle } from './cycle.server.ts';
import { meetingApi } from './meeting.api.ts';
import { actOnMoment, changeMoment, getMoment } from './moment.server.ts';
import { momentStatuses, products, standings } from './moment.ts';
import { addPaper } from './paper.server.ts';
import { startYear } from './start.server.ts';
import { putStep } from './step.server.ts';
import { getSupport } from './support.server.ts';

const tag = 'cycle';
const text = z.string();
const whole = z.number().int();
const day = z.iso.date();
const atScheme = { code: text };
const atMoment = { ...atScheme, moment: z.uuid() };
const inYear = { year: z.coerce.number().int().optional() };

export const moment = z
  .object({
    momentId: z.uuid(),
    step: text.nullable().openapi({ description: 'null: agreed by people, such as an action of a meeting' }),
    ...{ stepNl: text, stepEn: text, year: whole, nth: whole, unit: text, unitNl: text, unitEn: text },
    ...{ startsOn: day.nullable(), meetsOn: day.nullable() },
    ...{ dueOn: day, firstDueOn: day, status: z.enum(momentStatuses), reason: text, doneOn: day.nullable() },
    standing: z.enum(standings).openapi({
      description: 'done: in time; late: done after the day; gone: its unit is no more on the day',
    }),
    endedOn: day.nullable(),
    document: text.nullable().openapi({ description: 'the document that answers to it, as far as it is' }),
    product: z.enum(products).nullable().openapi({ description: 'what is handed in that is no document' }),
    reopened: z.boolean().openapi({ description: 'what was handed in is being corrected' }),
    ...{ notes: text, papers: whole, revision: whole },
  })
  .openapi('Moment');
const at = (params: { code: string; moment: string }, now: Date) => ({
  ...{ scheme: params.code, moment: params.moment, now },
});

export function cycleApi(api: Api): void {
  readApi(api);
  momentApi(api);
  meetingApi(api);
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/cycle-steps/{step}',
    operationId: 'putCycleStep',
    tag,
    summary: 'Make a step of the cycle, or change it',
    description: 'Moments that were made of it before stay as they are.',
    params: { ...atScheme, step: text },
    body: stepInput,
    answer: z.object({ code: text }),
    run: (tx, actor, { params, body }) =>
      putStep(tx, actor, { scheme: params.code, step: params.step }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/cycle-years',
    operationId: 'startYear',
    tag,
    summary: 'Start a year: make the moments of every unit',
    description: 'A year that was started before gets the moments it lacks; the others stay as they are.',
    params: atScheme,
    body: startYearInput,
    status: 201,
    answer: z.object({
      ...{ year: whole, made: whole },
      undated: z.array(text).openapi({
        description: 'Steps that should come in the year but count from one that does not',
      }),
    }),
    run: (tx, actor, { params, body }) => startYear(tx, actor, { scheme: params.code, ...body }),
  });
}

function readApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/cycle',
    operationId: 'getCycle',
    tag,
    summary: 'The cycle of a scheme in a year: its steps and moments',
    params: atScheme,
    query: inYear,
    answer: z.object({
      year: whole.nullable(),
      started: z.array(whole),
      steps: z.array(z.looseObject({ code: text, nameNl: text, nameEn: text })),
      moments: z.array(moment),
    }),
    run: async (tx, actor, { params, query, now }) => {
      const asked = { scheme: params.code, year: query.year ?? null, now };
      const { year, started, steps, moments } = await getCycle(tx, actor, asked);
      return { year, started, steps, moments };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/support',
    operationId: 'getSupport',
    tag,
    summary: 'Per unit and year: the decisions, moments and consultations on which the agreement rests',
    params: atScheme,
    query: inYear,
    answer: z.object({
      year: whole,
      units: z.array(z.looseObject({ unit: text, moments: z.array(moment) })),
    }),
    run: (tx, actor, { params, query, now }) =>
      getSupport(tx, actor, { scheme: params.code, year: query.year ?? null, now }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/moments/{moment}',
    operationId: 'getMoment',
    tag,
    summary: 'A moment with the papers that went to it',
    params: atMoment,
    answer: z.object({
      moment,
      papers: z.array(
        z.looseObject({ title: text, sent: text, document: text.nullable(), number: whole.nullable() }),
      ),
    }),
    run: (tx, actor, { params, now }) => getMoment(tx, actor, at(params, now)),
  });
}

function momentApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments/{moment}/acts',
    operationId: 'actOnMoment',
    tag,
    summary: 'Move, cancel, finish or open a moment again, with the reason',
    description: 'A moment that a document answers to is done by that document; finishing is for the others.',
    params: atMoment,
    body: actInput,
    answer: changedSchema,
    run: (tx, actor, { params, body, now }) => actOnMoment(tx, actor, at(params, now), body),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/moments/{moment}/meeting',
    operationId: 'setMomentMeeting',
    tag,
    summary: 'Set the day of the meeting at which the body treats it',
    params: atMoment,
    body: meetingInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision, now }) =>
      changeMoment(tx, actor, at(params, now), { part: 'meeting', ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/moments/{moment}/notes',
    operationId: 'saveMomentNotes',
    tag,
    summary: 'Keep the notes of a moment',
    params: atMoment,
    body: notesInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision, now }) =>
      changeMoment(tx, actor, at(params, now), { part: 'notes', ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments/{moment}/papers',
    operationId: 'addPaper',
    tag,
    summary: 'Add a paper that went to a moment, with when it was sent',
    params: atMoment,
    body: paperInput,
    status: 201,
    answer: z.object({ paperId: z.uuid() }),
    run: (tx, actor, { params, body, now }) => addPaper(tx, actor, at(params, now), body),
  });
}
