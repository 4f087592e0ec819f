import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { momentInput } from '#app/ledger/money.input.ts';
import { answerBundle, joinBundle, proposeBundle, withdrawBundle } from './bundle-write.server.ts';
import {
  answerBundleInput,
  joinBundleInput,
  proposeBundleInput,
  withdrawBundleInput,
} from './coherence.input.ts';
import { getCoherence } from './coherence.server.ts';
import { bundleAnswers, bundleState, bundleStatuses } from './coherence.ts';

const text = z.string();
const tag = 'plans';
const named = z.object({ code: text, nameNl: text, nameEn: text });
const measure = z.object({ document: text, code: text, name: text });
const costed = measure.extend({
  cents: z.number().int().nullable().openapi({ description: 'budgeted over all years; null: not known' }),
});
const goal = named.extend({ key: text.openapi({ description: '`framework/node`' }) });

const shared = z.object({
  goal,
  units: z.array(z.object({ unit: named, measures: z.array(costed) })),
  joint: z.array(costed).openapi({ description: 'what the joint plan does for it already' }),
});
const bundle = z
  .object({
    bundleId: z.uuid(),
    ...{ goal, name: text, reason: text, status: z.enum(bundleStatuses), ending: text },
    state: z.enum(['proposed', 'waiting', 'ready', 'declined', 'joint', 'withdrawn']),
    proposedOn: z.iso.date(),
    measure: z.object({ document: text, code: text }).nullable(),
    parts: z.array(measure),
    answers: z.array(
      z.object({
        unit: named,
        answer: z.enum(bundleAnswers).nullable(),
        reason: text,
        answeredOn: z.iso.date().nullable(),
      }),
    ),
    revision: z.number().int(),
  })
  .openapi('Bundle');

/** What the plans of several units have in common, and doing it together. */
export function coherenceApi(api: Api): void {
  const params = { code: text };
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/coherence',
    operationId: 'getCoherence',
    tag,
    summary: 'Goals that the plans of several units serve, and proposals to do it together',
    description: 'Of another moment than now: the plans in force then, without proposals.',
    params,
    query: momentInput.shape,
    answer: z.object({ plans: z.number().int(), shared: z.array(shared), bundles: z.array(bundle) }),
    run: async (tx, actor, { params: { code }, query, now }) => {
      const found = await getCoherence(tx, actor, { scheme: code, today: isoDate(now), ...query });
      // Each answer names what its schema has: the rest of a row is for the screen.
      return {
        plans: found.plans,
        shared: z.array(shared).parse(found.shared),
        bundles: found.bundles.map((one) => bundle.parse({ ...one, state: bundleState(one) })),
      };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/bundles',
    operationId: 'proposeBundle',
    tag,
    summary: 'Propose to do together what several plans mean to do each',
    params,
    body: proposeBundleInput,
    status: 201,
    answer: z.object({ bundle: z.uuid() }),
    run: (tx, actor, { params: { code }, body, now }) =>
      proposeBundle(tx, actor, { scheme: code, now }, body),
  });
  writes(api);
}

function writes(api: Api): void {
  const params = { code: text, bundle: z.uuid() };
  const at = (given: { code: string; bundle: string }, now: Date) => ({
    ...{ scheme: given.code, bundle: given.bundle, now },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/bundles/{bundle}/answers',
    operationId: 'answerBundle',
    tag,
    summary: 'A unit says whether it takes part',
    params,
    body: answerBundleInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: given, body, revision, now }) =>
      answerBundle(tx, actor, at(given, now), { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/bundles/{bundle}/joint-measure',
    operationId: 'joinBundle',
    tag,
    summary: 'Make the joint measure in the draft of a plan',
    params,
    body: joinBundleInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: given, body, revision, now }) =>
      joinBundle(tx, actor, at(given, now), { ...body, revision }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/bundles/{bundle}/withdrawal',
    operationId: 'withdrawBundle',
    tag,
    summary: 'End a proposal without a joint measure',
    params,
    body: withdrawBundleInput.omit({ revision: true }),
    revision: true,
    answer: changedSchema,
    run: (tx, actor, { params: given, body, revision, now }) =>
      withdrawBundle(tx, actor, at(given, now), { ...body, revision }),
  });
}
