import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { acceptCheck, withdrawAcceptance } from './acceptance.server.ts';
import { acceptInput, tieInput, withdrawInput } from './check.input.ts';
import { getChecks } from './open-check.server.ts';
import { putTie, removeTie } from './tie.server.ts';
import { tieSideSchema, tieStates } from './tie.ts';

const text = z.string();
const tag = 'checks';
const figure = z.number().nullable();
const cents = z.number().int().nullable().openapi({ description: 'euro cents' });

const acceptance = z.object({
  stated: figure,
  computed: figure,
  reason: text,
  by: text,
  at: text,
});
const check = z.object({
  code: text.openapi({ description: 'the rule' }),
  whereKey: text.openapi({ description: 'the figure, in codes' }),
  class: z.enum(['error', 'rounding', 'note']),
  unit: z.enum(['cents', 'keur', 'eur', 'fte', 'percent', 'year']),
  stated: figure,
  computed: figure,
  difference: figure,
  place: z.array(text),
  href: text,
});
const tie = z.object({
  code: text,
  scheme: text,
  name: text,
  note: text,
  left: tieSideSchema,
  right: tieSideSchema,
  state: z.enum(tieStates),
  leftCents: cents,
  rightCents: cents,
  differenceCents: cents,
  slackCents: z.number().openapi({ description: 'the most that rounding explains' }),
});
const done = z.object({ done: z.literal(true) });

/** What does not add up in a scheme, what of it was accepted, and the ties that are watched. */
export function checkApi(api: Api): void {
  const params = { code: text };
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/checks',
    operationId: 'listChecks',
    tag,
    summary: 'Everything in a scheme that does not add up, and what was accepted',
    description: 'Of another moment: what stood open then. A printed table counts from its own day.',
    params,
    query: momentInput.shape,
    answer: z.object({
      open: z.array(check.extend({ before: acceptance.nullable() })),
      accepted: z.array(check.extend({ acceptance })),
      ties: z.array(tie),
    }),
    run: async (tx, actor, { params: { code }, query, now }) => {
      const { open, accepted, ties } = await getChecks(tx, actor, { scheme: code, ...query }, now);
      return {
        open,
        accepted,
        ties: ties.map(({ owner, verdict, ...rest }) => ({
          ...rest,
          scheme: owner,
          state: verdict.state,
          leftCents: verdict.left,
          rightCents: verdict.right,
          differenceCents: verdict.difference,
          slackCents: verdict.slack,
        })),
      };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/checks/accept',
    operationId: 'acceptCheck',
    tag,
    summary: 'Accept an open difference, with the figures that were seen and a reason',
    description:
      'The acceptance holds for these two figures: when either changes, the difference is open again. Refused with `check.changed` when one changed meanwhile.',
    params,
    body: acceptInput,
    answer: done,
    run: async (tx, actor, { params: { code }, body, now }) => {
      await acceptCheck(tx, actor, { ...body, scheme: code }, now);
      return { done: true };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/checks/withdraw',
    operationId: 'withdrawAcceptance',
    tag,
    summary: 'Take an acceptance back; it stays on record',
    params,
    body: withdrawInput,
    answer: done,
    run: async (tx, actor, { params: { code }, body, now }) => {
      await withdrawAcceptance(tx, actor, { ...body, scheme: code }, now);
      return { done: true };
    },
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/ties/{tie}',
    operationId: 'putTie',
    tag,
    summary: 'Declare that two sums of money must agree, or change that',
    params: { ...params, tie: text },
    body: tieInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: at, body, revision }) =>
      putTie(tx, actor, { scheme: at.code, tie: at.tie }, { ...body, revision }),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/ties/{tie}',
    operationId: 'removeTie',
    tag,
    summary: 'Stop watching a tie',
    params: { ...params, tie: text },
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: at, revision }) =>
      removeTie(tx, actor, { scheme: at.code, tie: at.tie }, { revision }),
  });
}
