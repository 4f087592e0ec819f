import { z } from '@hono/zod-openapi';
import type { Api } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { commentEditInput, commentInput, commentReplyInput } from './comment.input.ts';
import { getComment, listComments } from './comment.server.ts';
import { editComment, putComment, replyToComment } from './comment-write.server.ts';

const tag = 'comments';
const plan = { code: z.string(), document: z.string() };
const one = { ...plan, comment: z.uuid() };
const comment = z.looseObject({
  commentId: z.uuid(),
  status: z.enum(['open', 'closed', 'withdrawn']),
  text: z.string(),
  quote: z.string(),
  revision: z.number().int(),
});

/** Comments on places in a document: the part of the API for what people remark, reply and answer. */
export function commentApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/plans/{document}/comments',
    operationId: 'listComments',
    tag,
    summary: 'The comments on the versions of a document',
    description: 'What is open first. Each with what it quotes, who is mentioned and its thread.',
    params: plan,
    query: { open: z.enum(['true', 'false']).optional() },
    answer: z.object({ comments: z.array(comment) }),
    run: async (tx, actor, { params, query }) => {
      const at = { scheme: params.code, document: params.document };
      await getPlanHead(tx, actor, at);
      return { comments: await listComments(tx, actor, { ...at, open: query.open === 'true' }) };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/plans/{document}/comments/{comment}',
    operationId: 'getComment',
    tag,
    summary: 'One comment with its thread',
    params: one,
    answer: comment,
    run: (tx, actor, { params }) => getComment(tx, actor, { scheme: params.code, ...params }),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/plans/{document}/comments',
    operationId: 'putComment',
    tag,
    summary: 'Comment on a paragraph, a measure, a figure or a change',
    description:
      'For oneself, or for a body that one speaks for. Refused when the place is not in that version.',
    params: plan,
    body: commentInput,
    status: 201,
    answer: z.object({ commentId: z.uuid() }),
    run: (tx, actor, { params, body, now }) =>
      putComment(tx, actor, { scheme: params.code, document: params.document, now }, body),
  });
  endpoint(api, {
    method: 'put',
    path: '/schemes/{code}/plans/{document}/comments/{comment}',
    operationId: 'editComment',
    tag,
    summary: 'Change the words of one’s own comment',
    description: 'As long as nobody has replied and it is open.',
    params: one,
    body: commentEditInput,
    answer: z.object({ revision: z.number().int() }),
    run: (tx, actor, { params, body }) => editComment(tx, actor, { scheme: params.code, ...params }, body),
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/plans/{document}/comments/{comment}/replies',
    operationId: 'replyToComment',
    tag,
    summary: 'Reply to a comment, close it by an answer, or withdraw one’s own',
    description:
      'An answer is for those who write, submit or decide on the document. What is closed takes no more.',
    params: one,
    body: commentReplyInput,
    status: 201,
    answer: z.object({ status: z.enum(['open', 'closed', 'withdrawn']) }),
    run: (tx, actor, { params, body, now }) =>
      replyToComment(tx, actor, { scheme: params.code, ...params, now }, body),
  });
}
