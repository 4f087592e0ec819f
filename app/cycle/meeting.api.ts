import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { addMoment } from './add-moment.server.ts';
import { moveItem, putItem } from './agenda-item.server.ts';
import { startYearInput } from './cycle.input.ts';
import { handOver } from './hand-over.server.ts';
import {
  actionInput,
  addMomentInput,
  heldInput,
  itemActInput,
  itemInput,
  riskInput,
} from './meeting.input.ts';
import { getMeeting } from './meeting.server.ts';
import { comings, itemKinds } from './meeting.ts';
import { addAction, holdMeeting, raiseRisk } from './meeting-write.server.ts';
import { getMoment } from './moment.server.ts';
import { isMeeting } from './moment.ts';

const tag = 'cycle';
const text = z.string();
const whole = z.number().int();
const atScheme = { code: text };
const atMoment = { ...atScheme, moment: z.uuid() };
const itemAnswer = z.object({ itemId: z.uuid() });
const momentAnswer = z.object({ momentId: z.uuid() });
const at = (params: { code: string; moment: string }, now: Date) => ({
  ...{ scheme: params.code, moment: params.moment, now },
});

/** Meetings: agenda, who came, actions; moments that no rule foresees. */
export function meetingApi(api: Api): void {
  agendaApi(api);
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/moments/{moment}/attendance',
    operationId: 'holdMeeting',
    tag,
    summary: 'Write down who came to a meeting, and where it was',
    params: atMoment,
    body: heldInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision, now }) =>
      holdMeeting(tx, actor, at(params, now), { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments/{moment}/actions',
    operationId: 'addAction',
    tag,
    summary: 'Agree an action at an item of a meeting',
    description:
      'An action is a moment of its own: it stands on the work of whom it is due from until it is done.',
    params: atMoment,
    body: actionInput,
    status: 201,
    answer: momentAnswer,
    run: (tx, actor, { params, body, now }) => addAction(tx, actor, at(params, now), body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments/{moment}/risks',
    operationId: 'raiseRisk',
    tag,
    summary: 'Signal a risk at a moment: it comes on the agenda of a meeting',
    params: atMoment,
    body: riskInput,
    status: 201,
    answer: itemAnswer,
    run: (tx, actor, { params, body, now }) => raiseRisk(tx, actor, at(params, now), body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments',
    operationId: 'addMoment',
    tag,
    summary: 'Add a moment that no rule foresees, with what counts from it',
    params: atScheme,
    body: addMomentInput,
    status: 201,
    answer: z.object({ momentId: z.uuid(), made: whole }),
    run: (tx, actor, { params, body }) => addMoment(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/cycle-handovers',
    operationId: 'handOverMoments',
    tag,
    summary: 'Hand over what units owed that are no more on the day to what took their place',
    params: atScheme,
    body: startYearInput.extend({ reason: text.min(1).max(500) }),
    answer: z.object({ closed: whole, made: whole }),
    run: (tx, actor, { params, body, now }) => handOver(tx, actor, { scheme: params.code, now, ...body }),
  });
}

function agendaApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/moments/{moment}/meeting',
    operationId: 'getMeeting',
    tag,
    summary: 'The agenda of a meeting with what came of it, and who was there',
    params: atMoment,
    answer: z.object({
      items: z.array(
        z.looseObject({
          ...{ itemId: z.uuid(), kind: z.enum(itemKinds), titleNl: text, titleEn: text, text, outcome: text },
          actions: z.array(z.looseObject({ momentId: z.uuid(), stepNl: text, dueOn: text })),
        }),
      ),
      attendees: z.array(
        z.object({ memberId: z.uuid(), name: text, capacity: text, came: z.enum(comings).nullable() }),
      ),
    }),
    run: async (tx, actor, { params, now }) => {
      const { moment } = await getMoment(tx, actor, at(params, now));
      if (!isMeeting(moment)) throw new Missing('meeting');
      const { items, attendees } = await getMeeting(tx, actor, moment, isoDate(now));
      return { items, attendees };
    },
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/moments/{moment}/agenda',
    operationId: 'putAgendaItem',
    tag,
    summary: 'Put an item on the agenda of a meeting, or change one: also what was decided',
    params: atMoment,
    body: itemInput,
    answer: itemAnswer,
    run: (tx, actor, { params, body, now }) => putItem(tx, actor, at(params, now), body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/moments/{moment}/agenda/{item}/acts',
    operationId: 'moveAgendaItem',
    tag,
    summary: 'Take an item off the agenda, or put it earlier or later',
    description: 'What was treated stays on the agenda.',
    params: { ...atMoment, item: z.uuid() },
    body: itemActInput,
    answer: itemAnswer,
    run: (tx, actor, { params, body, now }) =>
      moveItem(tx, actor, at(params, now), { item: params.item, ...body }),
  });
}
