import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { ruleInput } from './intake.input.ts';
import { addressAt, yearAddress, yearPath } from './intake-address.ts';
import { removeRule, saveRule } from './intake-rule.server.ts';

const ruled = yearAddress.extend({ rule: z.string() });

/** Operations on the rules that map finance rows. */
export function intakeRuleOperations(api: Api): void {
  const json = jsonBody(ruleInput);
  const answered = z.object({ ruleId: z.string() });
  const add = operation({
    method: 'post',
    path: `${yearPath}/intake/rules`,
    operationId: 'addIntakeRule',
    tags: ['finance intake'],
    summary: 'Add a rule: which rows are spending on what, or stay out and why',
    description: 'The rule whose patterns say most wins; of equals the first.',
    request: { params: yearAddress, body: json },
    answer: answered,
    status: 201,
  });
  api.openapi(add, (c) =>
    answer(
      c,
      (tx, actor) =>
        saveRule(tx, actor, {
          ...addressAt(c, c.req.valid('param')),
          input: c.req.valid('json'),
          ruleId: null,
        }),
      201,
    ),
  );
  const change = operation({
    method: 'put',
    path: `${yearPath}/intake/rules/{rule}`,
    operationId: 'changeIntakeRule',
    tags: ['finance intake'],
    summary: 'Change a rule',
    description: 'With the revision that was read, so that nobody’s change is lost.',
    request: { params: ruled, body: json },
    answer: answered,
  });
  api.openapi(change, (c) =>
    answer(c, (tx, actor) => {
      const params = c.req.valid('param');
      return saveRule(tx, actor, {
        ...addressAt(c, params),
        input: c.req.valid('json'),
        ruleId: params.rule,
      });
    }),
  );
  endpoint(api, {
    ...{ method: 'delete', path: `${yearPath}/intake/rules/{rule}`, operationId: 'removeIntakeRule' },
    tag: 'finance intake',
    summary: 'Take a rule away',
    description: 'What it caught is unmapped again; what was booked stays booked.',
    params: ruled.shape,
    revision: true,
    answer: answered,
    run: async (tx, actor, { params: { code: scheme, unit, year, rule: ruleId }, revision, now }) => {
      await removeRule(tx, actor, { scheme, unit, year, now, ruleId, revision });
      return { ruleId };
    },
  });
}
