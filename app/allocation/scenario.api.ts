import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { runAnswer, startedAnswer } from './allocation.answer.ts';
import {
  createScenarioInput,
  draftOfScenarioInput,
  removeScenarioInput,
  saveScenarioInput,
  settleScenarioInput,
} from './scenario.input.ts';
import {
  createScenario,
  getScenario,
  listScenarios,
  removeScenario,
  saveScenario,
  settleScenario,
} from './scenario.server.ts';
import { type Scenario, type ScenarioSummary, scenarioOutcomes } from './scenario.ts';
import { draftOfScenario } from './scenario-draft.server.ts';

const scheme = z.object({ code: z.string() });
const one = scheme.extend({ scenario: z.string() });
const tags = ['allocation'];

const summary = z
  .object({
    scenarioId: z.uuid(),
    code: z.string(),
    name: z.string(),
    description: z.string(),
    fund: z.string(),
    shared: z.boolean(),
    outcome: z.enum(scenarioOutcomes).nullable(),
    reason: z.string(),
    document: z.string().nullable(),
    source: z.string(),
    keptAt: z.string(),
    revision: z.number().int(),
  })
  .openapi('ScenarioSummary');
const whole = summary
  .extend({
    rules: runAnswer.shape.rules,
    inputs: runAnswer.shape.inputs,
    result: runAnswer.shape.result.nullable(),
  })
  .openapi('Scenario');
const kept = z.object({ scenario: z.string(), revision: z.number().int() });

function summaryOf({ rules: _, inputs: __, result: ___, ...rest }: Scenario): ScenarioSummary {
  return rest;
}

export function scenarioApi(api: Api): void {
  readOperations(api);
  keepOperations(api);
  settleOperations(api);
}

function readOperations(api: Api): void {
  const list = operation({
    method: 'get',
    path: '/schemes/{code}/scenarios',
    operationId: 'listScenarios',
    tags,
    summary: 'The allocations that were considered, and what became of them',
    description: 'Those not shared are listed for who may see drafts of allocations.',
    request: { params: scheme },
    answer: z.array(summary),
  });
  api.openapi(list, (c) =>
    answer(c, async (tx, actor) => {
      const schemeId = await schemeIdOf(tx, actor.institutionId, c.req.valid('param').code);
      return (await listScenarios(tx, actor, schemeId)).map(summaryOf);
    }),
  );
  const get = operation({
    method: 'get',
    path: '/schemes/{code}/scenarios/{scenario}',
    operationId: 'getScenario',
    tags,
    summary: 'One scenario: its rules, the money and head counts it ran on, and what came out',
    description: 'Amounts are in cents. The result is null when the rules could not be carried out.',
    request: { params: one },
    answer: whole,
  });
  api.openapi(get, (c) =>
    answer(c, async (tx, actor) => {
      const { code, scenario } = c.req.valid('param');
      return (await getScenario(tx, actor, { scheme: code, scenario })).scenario;
    }),
  );
}

function keepOperations(api: Api): void {
  const create = operation({
    method: 'post',
    path: '/schemes/{code}/scenarios',
    operationId: 'createScenario',
    tags,
    summary: 'Keep a new scenario',
    description: 'With the money and head counts of now, and what its rules give on them.',
    request: { params: scheme, body: jsonBody(createScenarioInput) },
    answer: kept,
    status: 201,
  });
  api.openapi(create, (c) =>
    answer(
      c,
      (tx, actor) => createScenario(tx, actor, { ...c.req.valid('json'), scheme: c.req.valid('param').code }),
      201,
    ),
  );
  const save = operation({
    method: 'put',
    path: '/schemes/{code}/scenarios/{scenario}',
    operationId: 'saveScenario',
    tags,
    summary: 'Keep a scenario anew, on the money and head counts of now',
    description: 'A revision that is not the newest is refused as a conflict; so is one that has an outcome.',
    request: { params: one, body: jsonBody(saveScenarioInput) },
    answer: kept,
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { code, scenario } = c.req.valid('param');
      return saveScenario(tx, actor, { ...c.req.valid('json'), scheme: code, scenario });
    }),
  );
  const remove = operation({
    method: 'delete',
    path: '/schemes/{code}/scenarios/{scenario}',
    operationId: 'removeScenario',
    tags,
    summary: 'Remove a scenario that was neither shared nor decided on',
    description: 'The audit trail keeps its rules.',
    request: { params: one, query: removeScenarioInput },
    answer: z.object({ scenario: z.string() }),
  });
  api.openapi(remove, (c) =>
    answer(c, (tx, actor) => {
      const { code, scenario } = c.req.valid('param');
      return removeScenario(tx, actor, { ...c.req.valid('query'), scheme: code, scenario });
    }),
  );
}

function settleOperations(api: Api): void {
  const settle = operation({
    method: 'put',
    path: '/schemes/{code}/scenarios/{scenario}/outcome',
    operationId: 'settleScenario',
    tags,
    summary: 'Say what became of a scenario: chosen or rejected, and why',
    description: 'A scenario with an outcome is shared. Null opens it again.',
    request: { params: one, body: jsonBody(settleScenarioInput) },
    answer: kept,
  });
  api.openapi(settle, (c) =>
    answer(c, (tx, actor) => {
      const { code, scenario } = c.req.valid('param');
      return settleScenario(tx, actor, { ...c.req.valid('json'), scheme: code, scenario });
    }),
  );
  const draft = operation({
    method: 'post',
    path: '/schemes/{code}/scenarios/{scenario}/draft',
    operationId: 'draftOfScenario',
    tags,
    summary: 'Make of a scenario the draft of an allocation',
    description:
      'The next version of the document named, or the first of a new one. The money is that of the day.',
    request: { params: one, body: jsonBody(draftOfScenarioInput) },
    answer: startedAnswer,
    status: 201,
  });
  api.openapi(draft, (c) =>
    answer(
      c,
      (tx, actor) => {
        const { code, scenario } = c.req.valid('param');
        return draftOfScenario(tx, actor, { ...c.req.valid('json'), scheme: code, scenario });
      },
      201,
    ),
  );
}
