import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { getBodyView } from './body-view.server.ts';
import {
  givenInput,
  proposalInput,
  reflectionInput,
  replyInput,
  replyTermInput,
  wordInput,
} from './council.input.ts';
import { listReplyTerms, listWords, putReplyTerm, putWord, removeWord } from './glossary.server.ts';
import { listProposals, putProposal, replyToProposal } from './proposal.server.ts';
import { giveReflection, listReflections, writeReflection } from './reflection.server.ts';

const tag = 'voice of councils';
const atScheme = { code: z.string() };
const atWord = { ...atScheme, word: z.string() };
const day = z.iso.date();
const int = z.number().int();

/** The part of the API for what councils say of themselves, and for whoever is new to one. */
export function voiceApi(api: Api): void {
  proposals(api);
  reflections(api);
  words(api);
  endpoint(api, {
    method: 'get',
    path: '/bodies/{code}/dossier',
    operationId: 'getBodyView',
    tag,
    summary: 'All that a new member of a body wants to know',
    description: 'Its rights, running terms, decisions, open commitments and the words of its schemes.',
    params: { code: z.string() },
    answer: z.looseObject({ body: z.looseObject({ code: z.string() }) }),
    run: (tx, actor, { params, now }) => getBodyView(tx, actor, params.code, isoDate(now)),
  });
}

function proposals(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/proposals',
    operationId: 'listProposals',
    tag,
    summary: 'Initiative proposals and questions of councils',
    params: atScheme,
    query: { body: z.string().optional() },
    answer: z.object({
      proposals: z.array(
        z.looseObject({ proposalId: z.uuid(), title: z.string(), putOn: day, dueOn: day.nullable() }),
      ),
    }),
    run: async (tx, actor, { params, query }) => {
      await schemeIdOf(tx, actor.institutionId, params.code);
      return { proposals: await listProposals(tx, actor, { scheme: params.code, ...query }) };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/proposals',
    operationId: 'putProposal',
    tag,
    summary: 'Put a proposal or question before a board',
    description: 'In the name of a body of one’s own; refused for everybody else.',
    params: atScheme,
    body: proposalInput,
    status: 201,
    answer: z.object({ proposalId: z.uuid(), dueOn: day.nullable() }),
    run: (tx, actor, { params, body, now }) => putProposal(tx, actor, { scheme: params.code, now }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/proposals/{proposal}/reply',
    operationId: 'replyToProposal',
    tag,
    summary: 'Record the written answer to a proposal or question',
    params: { ...atScheme, proposal: z.uuid() },
    body: replyInput,
    answer: z.object({ revision: int }),
    run: (tx, actor, { params, body, now }) =>
      replyToProposal(tx, actor, { scheme: params.code, proposal: params.proposal, now }, body),
  });
  endpoint(api, {
    method: 'get',
    path: '/reply-terms',
    operationId: 'listReplyTerms',
    tag,
    summary: 'Within how many months each kind of body is answered',
    answer: z.object({ terms: z.array(z.looseObject({ bodyKind: z.string(), months: int })) }),
    run: async (tx, actor) => ({ terms: await listReplyTerms(tx, actor) }),
  });
  endpoint(api, {
    method: 'put',
    path: '/reply-terms',
    operationId: 'putReplyTerm',
    tag,
    summary: 'Lay down within how many months a kind of body is answered',
    body: replyTermInput,
    answer: z.object({ months: int }),
    run: (tx, actor, { body }) => putReplyTerm(tx, actor, body),
  });
}

function reflections(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/reflections',
    operationId: 'listReflections',
    tag,
    summary: 'What councils wrote of themselves about a year',
    params: atScheme,
    query: { year: z.coerce.number().int().optional(), body: z.string().optional() },
    answer: z.object({
      reflections: z.array(z.looseObject({ reflectionId: z.uuid(), year: int, text: z.string() })),
    }),
    run: async (tx, actor, { params, query }) => {
      await schemeIdOf(tx, actor.institutionId, params.code);
      return { reflections: await listReflections(tx, actor, { scheme: params.code, ...query }) };
    },
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/reflections',
    operationId: 'writeReflection',
    tag,
    summary: 'Keep what a council writes about a year',
    description: 'As a member or the secretary of that council; refused for everybody else.',
    params: atScheme,
    body: reflectionInput,
    answer: z.object({ revision: int, number: int }),
    run: (tx, actor, { params, body }) => writeReflection(tx, actor, params.code, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/reflections/{reflection}/giving',
    operationId: 'giveReflection',
    tag,
    summary: 'Give a reflection: from now on it stands',
    params: { ...atScheme, reflection: z.uuid() },
    body: givenInput,
    answer: z.object({ hash: z.string() }),
    run: (tx, actor, { params, body, now }) =>
      giveReflection(tx, actor, { scheme: params.code, reflection: params.reflection, now }, body),
  });
}

function words(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/words',
    operationId: 'listWords',
    tag,
    summary: 'The words of a scheme and what they mean',
    params: atScheme,
    answer: z.object({ words: z.array(z.looseObject({ code: z.string() })) }),
    run: async (tx, actor, { params }) => ({ words: await listWords(tx, actor, params.code) }),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/words/{word}',
    operationId: 'putWord',
    tag,
    summary: 'Explain a word of a scheme',
    params: atWord,
    body: wordInput,
    answer: z.object({ code: z.string() }),
    run: (tx, actor, { params, body }) =>
      putWord(tx, actor, { scheme: params.code, word: params.word }, body),
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/words/{word}',
    operationId: 'removeWord',
    tag,
    summary: 'Take a word off the list',
    params: atWord,
    answer: z.object({ code: z.string() }),
    run: (tx, actor, { params }) => removeWord(tx, actor, { scheme: params.code, word: params.word }),
  });
}
