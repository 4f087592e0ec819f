import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { carryOverRuleApi } from './carry-over-rule.api.ts';
import { kindApi, kindSchema, questionApi } from './document-kind.api.ts';
import { putExclusion, removeExclusion } from './exclusion.server.ts';
import { putFund, removeFund } from './fund.server.ts';
import { putRate, removeRate } from './rate.server.ts';
import { requirementApi } from './requirement.api.ts';
import { rightApi } from './right.api.ts';
import {
  addEventInput,
  changeSchemeInput,
  createSchemeInput,
  exclusionInput,
  fundInput,
  rateInput,
  settleEventInput,
} from './scheme.input.ts';
import { listSchemes } from './scheme.server.ts';
import { addEvent, settleEvent } from './scheme-event.server.ts';
import { getScheme } from './scheme-read.server.ts';
import { changeScheme, createScheme } from './scheme-setting.server.ts';

const tag = 'schemes';
const text = z.string();
const whole = z.number().int();
const names = { nameNl: text, nameEn: text };
const head = { code: text, ...names, legalSource: text, firstYear: whole, lastYear: whole };
const detail = z
  .object({
    ...head,
    conditions: text,
    revision: whole,
    themes: text,
    causes: text.nullable(),
    criteria: text.nullable(),
    frameworks: z.array(z.object({ code: text, ...names })),
    nodes: z.array(z.object({ nodeId: z.uuid(), code: text, ...names })),
    funds: z.array(z.object({ code: text, ...names, own: z.boolean(), sort: whole })),
    exclusions: z.array(z.object({ theme: text, ...names, reason: text, coveredBy: text })),
    rates: z.array(z.object({ fromYear: whole, fteCents: whole, source: text })),
    events: z.array(
      z.object({
        eventId: z.uuid(),
        on: text,
        body: text,
        whatNl: text,
        whatEn: text,
        status: text,
        reason: text,
        source: text,
      }),
    ),
    kinds: z.array(kindSchema),
  })
  .openapi('SchemeDetail');

const atScheme = { code: text };
type At = { code: string };
const at = <K>(params: At, part: K) => ({ scheme: params.code, part });

export function schemeApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes',
    operationId: 'listSchemes',
    tag,
    summary: 'The schemes of the institution',
    answer: z.array(z.object({ schemeId: z.uuid(), ...head }).openapi('Scheme')),
    run: (tx, actor) => listSchemes(tx, actor.institutionId),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}',
    operationId: 'getScheme',
    tag,
    summary: 'A scheme with everything that is configured for it',
    params: atScheme,
    answer: detail,
    run: (tx, actor, { params }) => getScheme(tx, actor.institutionId, params.code),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes',
    operationId: 'createScheme',
    tag,
    summary: 'Make a scheme',
    body: createSchemeInput,
    status: 201,
    answer: z.object({ schemeId: z.uuid(), code: text }),
    run: (tx, actor, { body }) => createScheme(tx, actor, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}',
    operationId: 'changeScheme',
    tag,
    summary: "Change a scheme's names, source, conditions, period and frameworks",
    description: 'Refused when figures or documents exist in years that would fall outside the period.',
    params: atScheme,
    body: changeSchemeInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      changeScheme(tx, actor, params.code, { ...body, revision }),
  });
  moneyPartApi(api);
  eventApi(api);
  kindApi(api);
  questionApi(api);
  requirementApi(api);
  carryOverRuleApi(api);
  rightApi(api);
}

function moneyPartApi(api: Api): void {
  const atFund = { ...atScheme, fund: text };
  const atTheme = { ...atScheme, theme: text };
  const atYear = {
    ...atScheme,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
  };
  const common = { tag, revision: true, answer: changedSchema } as const;
  endpoint(api, {
    ...common,
    method: 'put',
    path: '/schemes/{code}/funds/{fund}',
    operationId: 'putFund',
    summary: 'Make a fund, or change it',
    params: atFund,
    body: fundInput.omit({ revision: true }),
    run: (tx, actor, { params, body, revision }) =>
      putFund(tx, actor, at(params, params.fund), { ...body, revision }),
  });
  endpoint(api, {
    ...common,
    method: 'delete',
    path: '/schemes/{code}/funds/{fund}',
    operationId: 'removeFund',
    summary: 'Take away a fund that no figure uses',
    params: atFund,
    run: (tx, actor, { params, revision }) => removeFund(tx, actor, at(params, params.fund), { revision }),
  });
  endpoint(api, {
    ...common,
    method: 'put',
    path: '/schemes/{code}/exclusions/{theme}',
    operationId: 'putExclusion',
    summary: 'Leave a theme out, with the reason and what covers it',
    params: atTheme,
    body: exclusionInput.omit({ revision: true }),
    run: (tx, actor, { params, body, revision }) =>
      putExclusion(tx, actor, at(params, params.theme), { ...body, revision }),
  });
  endpoint(api, {
    ...common,
    method: 'delete',
    path: '/schemes/{code}/exclusions/{theme}',
    operationId: 'removeExclusion',
    summary: 'Take a theme in again',
    params: atTheme,
    run: (tx, actor, { params, revision }) =>
      removeExclusion(tx, actor, at(params, params.theme), { revision }),
  });
  endpoint(api, {
    ...common,
    method: 'put',
    path: '/schemes/{code}/rates/{year}',
    operationId: 'putRate',
    summary: 'What one FTE costs from a year on',
    params: atYear,
    body: rateInput.omit({ revision: true }),
    run: (tx, actor, { params, body, revision }) =>
      putRate(tx, actor, at(params, params.year), { ...body, revision }),
  });
  endpoint(api, {
    ...common,
    method: 'delete',
    path: '/schemes/{code}/rates/{year}',
    operationId: 'removeRate',
    summary: 'Take away a rate',
    params: atYear,
    run: (tx, actor, { params, revision }) => removeRate(tx, actor, at(params, params.year), { revision }),
  });
}

function eventApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/events',
    operationId: 'addEvent',
    tag,
    summary: 'Add a dated outside event, happened or planned',
    params: atScheme,
    body: addEventInput.omit({ revision: true }),
    revision: true,
    status: 201,
    answer: changedSchema.extend({ eventId: z.uuid() }),
    run: (tx, actor, { params, body, revision }) => addEvent(tx, actor, params.code, { ...body, revision }),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/events/{eventId}/outcome',
    operationId: 'settleEvent',
    tag,
    summary: 'Say what became of a planned event: happened, moved or cancelled',
    params: { ...atScheme, eventId: z.uuid() },
    body: settleEventInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      settleEvent(tx, actor, at(params, params.eventId), { ...body, revision }),
  });
}
