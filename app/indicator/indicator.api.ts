import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { addBreak, removeBreak, setMaskedBelow } from './break.server.ts';
import { defineIndicator, endIndicator, redefineIndicator } from './definition-write.server.ts';
import {
  breakInput,
  endInput,
  newIndicatorInput,
  recordInput,
  redefineInput,
  settingInput,
} from './indicator.input.ts';
import { recordFigures } from './record.server.ts';
import { submitSet } from './submission.server.ts';
import { getIndicatorTable } from './table.server.ts';

const tag = 'indicators';
const atScheme = { code: z.string() };
const atIndicator = { ...atScheme, indicator: z.string() };
const atSet = { ...atScheme, unit: z.string(), year: z.coerce.number().int().min(1900).max(2200) };

const table = z
  .looseObject({
    years: z.array(z.number().int()),
    maskedBelow: z.number().int(),
    indicators: z.array(
      z.looseObject({
        code: z.string(),
        definition: z.looseObject({}),
        breaks: z.array(z.looseObject({ year: z.number().int() })),
        units: z.array(
          z.looseObject({
            code: z.string(),
            sum: z.boolean().openapi({ description: 'The sum of what units gave, not a figure of its own' }),
            rows: z.array(
              z.looseObject({
                split: z.string(),
                points: z.array(
                  z.looseObject({
                    year: z.number().int(),
                    state: z.enum(['value', 'masked', 'hidden', 'unknown', 'missing']),
                    printed: z.number().int().nullable().openapi({
                      description: 'In units of the last printed digit: 258 is 25.8 with one decimal',
                    }),
                  }),
                ),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .openapi('IndicatorTable');

/** The part of the API for indicators: what is measured, the figures, and handing them in. */
export function indicatorApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/indicators',
    operationId: 'listIndicators',
    tag,
    summary: 'The indicators of a scheme with their figures',
    description:
      'Figures as readers see them: groups below the threshold are masked, and so is what they would follow from.',
    params: atScheme,
    query: { unit: z.string().optional(), year: z.coerce.number().int().optional() },
    answer: table,
    run: (tx, actor, { params, query }) =>
      getIndicatorTable(tx, actor, {
        ...{ scheme: params.code, units: query.unit === undefined ? null : [query.unit] },
        years: query.year === undefined ? null : [query.year],
      }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/indicators/{indicator}',
    operationId: 'getIndicator',
    tag,
    summary: 'One indicator with every version of its definition and its figures',
    params: atIndicator,
    answer: table,
    run: (tx, actor, { params }) =>
      getIndicatorTable(tx, actor, { scheme: params.code, indicator: params.indicator }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators',
    operationId: 'defineIndicator',
    tag,
    summary: 'Define an indicator',
    params: atScheme,
    body: newIndicatorInput,
    status: 201,
    answer: z.object({ code: z.string(), revision: z.number().int() }),
    run: (tx, actor, { params, body }) => defineIndicator(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators/{indicator}/definitions',
    operationId: 'redefineIndicator',
    tag,
    summary: 'Measure an indicator in another way from a year on',
    description: 'A new version of the definition; figures keep the version by which they were measured.',
    params: atIndicator,
    body: redefineInput,
    revision: true,
    status: 201,
    answer: z.object({ number: z.number().int(), revision: z.number().int() }),
    run: (tx, actor, { params, body, revision }) =>
      redefineIndicator(
        tx,
        actor,
        { scheme: params.code, indicator: params.indicator, revision },
        body.definition,
      ),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/indicators/{indicator}/end',
    operationId: 'endIndicator',
    tag,
    summary: 'Say after which year an indicator is measured no more',
    params: atIndicator,
    body: endInput,
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params, body, revision }) =>
      endIndicator(tx, actor, { scheme: params.code, indicator: params.indicator, revision }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators/{indicator}/breaks',
    operationId: 'addIndicatorBreak',
    tag,
    summary: 'Mark a break in a series',
    params: atIndicator,
    body: breakInput,
    status: 201,
    answer: z.object({ breakId: z.uuid() }),
    run: (tx, actor, { params, body }) =>
      addBreak(tx, actor, { scheme: params.code, indicator: params.indicator }, body),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/indicators/{indicator}/breaks/{break}',
    operationId: 'removeIndicatorBreak',
    tag,
    summary: 'Take a break in a series away',
    params: { ...atIndicator, break: z.uuid() },
    answer: z.object({}),
    run: async (tx, actor, { params }) => {
      const at = { scheme: params.code, indicator: params.indicator, breakId: params.break };
      await removeBreak(tx, actor, at);
      return {};
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators-of/{unit}/{year}',
    operationId: 'recordIndicators',
    tag,
    summary: 'Record figures and reflections of a unit and year',
    description: 'Adds; nothing is overwritten. Correcting what was handed in takes a reason.',
    params: atSet,
    body: recordInput,
    status: 201,
    answer: z.object({ recorded: z.number().int() }),
    run: (tx, actor, { params, body }) =>
      recordFigures(tx, actor, { scheme: params.code, unit: params.unit, year: params.year }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/indicators-of/{unit}/{year}/submissions',
    operationId: 'submitIndicators',
    tag,
    summary: 'Hand in the figures of a unit and year',
    description: 'Refused while an indicator has no figure or no reflection; the refusal names each.',
    params: atSet,
    body: z.object({}),
    status: 201,
    answer: z.object({ number: z.number().int(), contentHash: z.string() }),
    run: (tx, actor, { params, now }) =>
      submitSet(tx, actor, { scheme: params.code, unit: params.unit, year: params.year, now }),
  });
  endpoint(api, {
    method: 'put',
    path: '/indicator-setting',
    operationId: 'setMaskedBelow',
    tag,
    summary: 'Say below how many individuals figures are masked',
    body: settingInput,
    answer: settingInput,
    run: (tx, actor, { body }) => setMaskedBelow(tx, actor, body),
  });
}
