import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { getCommitment, listCommitments, makeCommitment } from './commitment.server.ts';
import { actOnCommitment } from './commitment-act.server.ts';
import { commitmentActInput, commitmentInput, followUpInput } from './council.input.ts';
import { giveAccount, listVoices } from './follow-up.server.ts';

const tag = 'follow-up of councils';
const atScheme = { code: z.string() };
const day = z.iso.date();

const commitment = z
  .looseObject({
    commitmentId: z.uuid(),
    kind: z.string(),
    text: z.string(),
    status: z
      .string()
      .openapi({ description: 'open, answered (evidence is with the body), closed, withdrawn' }),
    dueOn: day,
    closedOn: day.nullable(),
    spendYear: z.number().int().nullable(),
    body: z.string(),
    ownerUnit: z.string(),
    ownerRole: z.string().nullable(),
    revision: z.number().int(),
  })
  .openapi('Commitment');

/** The part of the API for commitments and what was done with advice. */
export function councilApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/commitments',
    operationId: 'listCommitments',
    tag,
    summary: 'Conditions and commitments of a scheme',
    description: 'What is open first, by the day it is due.',
    params: atScheme,
    query: { open: z.enum(['true', 'false']).optional() },
    answer: z.object({ commitments: z.array(commitment) }),
    run: async (tx, actor, { params, query }) => {
      await schemeIdOf(tx, actor.institutionId, params.code);
      const open = query.open === 'true';
      return { commitments: await listCommitments(tx, actor, { scheme: params.code, open }) };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/commitments/{commitment}',
    operationId: 'getCommitment',
    tag,
    summary: 'One condition or commitment with its history',
    params: { ...atScheme, commitment: z.uuid() },
    answer: z.object({ commitment, steps: z.array(z.looseObject({ act: z.string(), onDate: day })) }),
    run: (tx, actor, { params }) =>
      getCommitment(tx, actor, { scheme: params.code, commitment: params.commitment }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/commitments',
    operationId: 'makeCommitment',
    tag,
    summary: 'Record a condition or commitment',
    params: atScheme,
    body: commitmentInput,
    status: 201,
    answer: z.object({ commitmentId: z.uuid() }),
    run: (tx, actor, { params, body }) => makeCommitment(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/commitments/{commitment}/steps',
    operationId: 'actOnCommitment',
    tag,
    summary: 'Hand in evidence, accept or refuse it, move, reopen or withdraw',
    description: 'Evidence comes from whoever sees to it; all else is said by the secretary of the body.',
    params: { ...atScheme, commitment: z.uuid() },
    body: commitmentActInput,
    status: 201,
    answer: z.object({ revision: z.number().int() }),
    run: (tx, actor, { params, body, now }) =>
      actOnCommitment(tx, actor, { scheme: params.code, commitment: params.commitment, now }, body),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/follow-up',
    operationId: 'listFollowUp',
    tag,
    summary: 'What was said, and what was done with it',
    description: 'Advice of bodies and topics of consultations, the newest first, each with its accounts.',
    params: atScheme,
    query: { body: z.string().optional() },
    answer: z.object({
      voices: z.array(
        z.looseObject({ kind: z.string(), id: z.uuid(), onDate: day, followUps: z.array(z.looseObject({})) }),
      ),
    }),
    run: async (tx, actor, { params, query }) => {
      await schemeIdOf(tx, actor.institutionId, params.code);
      return { voices: await listVoices(tx, actor, { scheme: params.code, body: query.body ?? null }) };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/follow-up',
    operationId: 'giveAccount',
    tag,
    summary: 'Say what was done with an advice or a topic',
    params: atScheme,
    body: followUpInput,
    status: 201,
    answer: z.object({ followUpId: z.uuid() }),
    run: (tx, actor, { params, body, now }) => giveAccount(tx, actor, { scheme: params.code, now }, body),
  });
}
