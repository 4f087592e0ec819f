import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { saveCoverage } from './coverage.server.ts';
import { address, done, json, plan, tags } from './plan-endpoint.api.ts';
import { judgementInput } from './requirement.input.ts';
import { judgeRequirement } from './requirement.server.ts';
import { moveStepInput, stepInput } from './step.input.ts';
import { moveStep, removeStep, saveStep } from './step.server.ts';

const revision = z.object({ revision: z.number().int() });
const step = plan.extend({ measure: z.string(), step: z.string() });

/** The steps of measures, the units that a plan covers, and the judgements of requirements. */
export function stepApi(api: Api): void {
  steps(api);
  parts(api);
}

function steps(api: Api): void {
  const path = '/schemes/{code}/plans/{document}/measures/{measure}/steps/{step}';
  const save = operation({
    method: 'put',
    path,
    operationId: 'saveStep',
    tags,
    summary: 'Write a step of a measure in the draft',
    description: 'Revision 0 makes a new one; otherwise the revision that you read.',
    request: { params: step, body: json(stepInput).body },
    answer: revision.extend({ step: z.string() }),
  });
  api.openapi(save, (c) =>
    answer(c, (tx, actor) => {
      const { measure, step: code, ...rest } = c.req.valid('param');
      return saveStep(tx, actor, { ...c.req.valid('json'), ...address(rest), measure, step: code });
    }),
  );
  const remove = operation({
    method: 'delete',
    path,
    operationId: 'removeStep',
    tags,
    summary: 'Take a step out of the draft',
    description: 'Earlier versions keep it.',
    request: { params: step, query: z.object({ revision: z.coerce.number().int() }) },
    answer: done,
  });
  api.openapi(remove, (c) =>
    answer(c, async (tx, actor) => {
      const { measure, step: code, ...rest } = c.req.valid('param');
      await removeStep(tx, actor, { ...address(rest), measure, step: code, ...c.req.valid('query') });
      return {};
    }),
  );
  const move = operation({
    method: 'post',
    path: `${path}/move`,
    operationId: 'moveStep',
    tags,
    summary: 'Move a step one place up or down',
    description: 'Within its measure; at the end of the list nothing happens.',
    request: { params: step, body: json(moveStepInput).body },
    answer: done,
  });
  api.openapi(move, (c) =>
    answer(c, async (tx, actor) => {
      const { measure, step: code, ...rest } = c.req.valid('param');
      await moveStep(tx, actor, { ...address(rest), measure, step: code, ...c.req.valid('json') });
      return {};
    }),
  );
}

function parts(api: Api): void {
  const codes = z.array(z.string().max(60)).max(1000);
  const cover = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/coverage',
    operationId: 'saveCoverage',
    tags,
    summary: 'Say which units the draft covers',
    description: 'Units below or beside its own. `seen` are the codes that you read; 409 when they changed.',
    request: { params: plan, body: json(z.object({ units: codes, seen: codes })).body },
    answer: z.object({ units: z.array(z.string()) }),
  });
  api.openapi(cover, (c) =>
    answer(c, (tx, actor) =>
      saveCoverage(tx, actor, { ...address(c.req.valid('param')), ...c.req.valid('json') }),
    ),
  );
  const judge = operation({
    method: 'put',
    path: '/schemes/{code}/plans/{document}/requirements/{requirement}',
    operationId: 'judgeRequirement',
    tags,
    summary: 'Judge whether the draft meets a requirement',
    description: 'With the reason; revision 0 for the first judgement, otherwise the revision that you read.',
    request: { params: plan.extend({ requirement: z.string() }), body: json(judgementInput).body },
    answer: revision,
  });
  api.openapi(judge, (c) =>
    answer(c, (tx, actor) => {
      const { requirement, ...rest } = c.req.valid('param');
      return judgeRequirement(tx, actor, { ...c.req.valid('json'), ...address(rest), requirement });
    }),
  );
}
