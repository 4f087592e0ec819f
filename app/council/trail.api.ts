import { z } from '@hono/zod-openapi';
import { listConsultations } from '#app/consultation/consultation.server.ts';
import { authorInput } from '#app/document/author.input.ts';
import { listAuthors, removeAuthor, saveAuthor } from '#app/document/author.server.ts';
import { authorParts } from '#app/document/author.ts';
import type { Api } from '#app/identity/api.server.ts';
import { changedSchema, endpoint } from '#app/identity/endpoint.server.ts';
import { listDecisions } from '#app/participation/decision.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { listVoices } from './follow-up.server.ts';

const tag = 'plans';
const text = z.string();
const atDocument = { code: text, document: text };
const atAuthor = { ...atDocument, authorId: z.uuid() };
const said = z.array(z.looseObject({}));
const author = z.looseObject({
  authorId: z.uuid(),
  body: text.nullable(),
  nameNl: text,
  nameEn: text,
  part: z.enum(authorParts),
  source: text,
  revision: z.number().int(),
});
const body = authorInput.omit({ revision: true });

/** The part of the API for how a document came about: who wrote it, who was heard, who decided. */
export function trailApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/plans/{document}/trail',
    operationId: 'getTrail',
    tag,
    summary: 'How a document came about',
    description: 'Who wrote it, whom was asked in which round, what was done with it, and who decided.',
    params: atDocument,
    answer: z.object({ authors: z.array(author), consultations: said, voices: said, decisions: said }),
    run: async (tx, actor, { params: { code: scheme, document } }) => {
      const { documentId } = await getPlanHead(tx, actor, { scheme, document });
      const voices = await listVoices(tx, actor, { documentId });
      return {
        authors: await listAuthors(tx, actor, documentId),
        consultations: (await listConsultations(tx, actor, { scheme, document })).toReversed(),
        voices: voices.filter((one) => one.kind === 'topic').toReversed(),
        decisions: (await listDecisions(tx, actor, { scheme, document })).toReversed(),
      };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/plans/{document}/authors',
    operationId: 'addAuthor',
    tag,
    summary: 'Name an author of a document, or who contributed to it',
    description: 'A body by its code, or somebody by function; never a person’s name.',
    params: atDocument,
    body,
    status: 201,
    answer: changedSchema.extend({ authorId: z.uuid() }),
    run: async (tx, actor, { params: { code: scheme, document }, body: input }) => {
      const head = await getPlanHead(tx, actor, { scheme, document });
      return saveAuthor(tx, actor, { ...head, author: null }, { ...input, revision: 0 });
    },
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/plans/{document}/authors/{authorId}',
    operationId: 'changeAuthor',
    tag,
    summary: 'Change an author of a document',
    params: atAuthor,
    body,
    revision: true,
    answer: changedSchema.extend({ authorId: z.uuid() }),
    run: async (tx, actor, { params, body: input, revision }) => {
      const head = await getPlanHead(tx, actor, { scheme: params.code, document: params.document });
      return saveAuthor(tx, actor, { ...head, author: params.authorId }, { ...input, revision });
    },
  });
  endpoint(api, {
    method: 'delete',
    path: '/schemes/{code}/plans/{document}/authors/{authorId}',
    operationId: 'removeAuthor',
    tag,
    summary: 'Take an author of a document away',
    params: atAuthor,
    answer: z.object({ removed: z.boolean() }),
    run: async (tx, actor, { params }) => {
      const head = await getPlanHead(tx, actor, { scheme: params.code, document: params.document });
      return removeAuthor(tx, actor, { ...head, author: params.authorId });
    },
  });
}
