import { z } from '@hono/zod-openapi';
import { type Api, answer, operation } from '#app/identity/api.server.ts';
import { endpoint } from '#app/identity/endpoint.server.ts';
import { address, json } from '#app/plan/plan-endpoint.api.ts';
import { makeOutputs } from '#app/report/output-work.server.ts';
import { getCandidate } from './candidate.server.ts';
import { publishInput, withdrawalInput } from './publication.input.ts';
import { publishVersion, withdrawPublication } from './publication.server.ts';
import { listPublications } from './publication-list.server.ts';

const tag = 'publications';
const text = z.string();
const whole = z.number().int();
const named = z.object({ code: text, nameNl: text, nameEn: text });
const at = { code: text, document: text };
const reason = z.object({ code: text, params: z.record(text, z.union([text, z.number(), z.null()])) });

/** What an institution makes public: what is, what could be and what refuses it, the act and its withdrawal. */
export function portalApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/publications',
    operationId: 'listPublications',
    tag,
    summary: 'What of a scheme is public, was, or could be',
    params: { code: text },
    answer: z.object({
      institution: text,
      documents: z.array(
        z.looseObject({
          ...{ document: text, title: text, kind: named, unit: named, inForce: whole.nullable() },
          publications: z.array(z.looseObject({ version: whole, hash: text, from: text })),
        }),
      ),
    }),
    run: (tx, actor, { params }) => listPublications(tx, actor, { scheme: params.code }),
  });
  endpoint(api, {
    method: 'get',
    path: '/schemes/{code}/publications/{document}',
    operationId: 'getPublication',
    tag,
    summary: 'Exactly what would be public of a document, and what refuses it',
    description:
      'Of the version in force unless another is asked for. Chapters are named by their place from 0.',
    params: at,
    query: { version: z.coerce.number().int().min(1).optional() },
    answer: z.object({
      ...{ version: whole, hash: text.nullable(), current: whole.nullable() },
      chapters: z.array(z.object({ title: text, tables: whole, figures: whole, confidential: z.boolean() })),
      blockers: z.array(reason),
      decisions: z.array(z.looseObject({ kind: text, outcome: text, on: text })),
      names: z.array(text),
    }),
    run: async (tx, actor, { params, query, now }) => {
      const asked = { ...address(params), version: query.version ?? null, now };
      const { version, ...rest } = await getCandidate(tx, actor, asked);
      const { chapters, blockers, decisions, names, current } = rest;
      const { number, contentHash: hash } = version;
      return { version: number, hash, current, chapters, blockers, decisions, names };
    },
  });
  acts(api);
}

function acts(api: Api): void {
  const publish = operation({
    method: 'post',
    path: '/schemes/{code}/publications/{document}',
    operationId: 'publishVersion',
    tags: [tag],
    summary: 'Make a version in force public',
    description: 'Its page and files are made once, as it stands now; refused with every blocker at once.',
    request: { params: z.object(at), ...json(publishInput) },
    status: 201,
    answer: z.object({ publicationId: text, from: text }),
  });
  api.openapi(publish, async (c) => {
    const given = { ...address(c.req.valid('param')), ...c.req.valid('json'), now: c.get('clock')() };
    const answered = await answer(c, (tx, actor) => publishVersion(tx, actor, given), 201);
    // after its transaction: what is not there yet cannot be claimed
    c.get('afterwards')(() => makeOutputs(c.get('db'), c.get('actor').institutionId));
    return answered;
  });
  endpoint(api, {
    method: 'post',
    path: '/schemes/{code}/publications/{document}/withdraw',
    operationId: 'withdrawPublication',
    tag,
    summary: 'Withdraw what is public, with the reason that its address tells',
    params: at,
    body: withdrawalInput,
    answer: z.object({}),
    run: async (tx, actor, { params, body }) => {
      await withdrawPublication(tx, actor, { ...address(params), ...body });
      return {};
    },
  });
}
