import { z } from '@hono/zod-openapi';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Api, answer, operation } from './api.server.ts';

type Shape = z.ZodRawShape;
type Given<P extends Shape, Q extends Shape, B extends z.ZodType, R extends boolean> = {
  params: z.output<z.ZodObject<P>>;
  query: z.output<z.ZodObject<Q>>;
  body: z.output<B>;
  /** the revision that If-Match names */
  revision: R extends true ? number : null;
  now: Date;
};

/** One operation of the API, and the use case that answers it. */
export type Endpoint<P extends Shape, Q extends Shape, B extends z.ZodType, R extends boolean> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  /** beyond the summary: what it refuses, what a value means */
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** a change of something with revisions: If-Match must name the one that was read */
  revision?: R;
  status?: 200 | 201;
  answer: z.ZodType;
  run: (tx: Tx, actor: Actor, given: Given<P, Q, B, R>) => Promise<unknown>;
};

const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"?\d+(-[0-9a-f]+)?"?$/)
    .openapi({ description: 'The ETag of what was read, or its revision', example: '"3"' }),
});

/** The revision in an If-Match header: ours begin with it. */
export function revisionOf(header: string): number {
  return Number.parseInt(header.replaceAll('"', ''), 10);
}

/** Adds one operation to the API: its description and what it does, in one place. */
export function endpoint<
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
  R extends boolean = false,
>(api: Api, spec: Endpoint<P, Q, B, R>): void {
  const { method, path, operationId, tag, summary, status = 200 } = spec;
  const route = operation({
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    description: spec.description ?? `${summary}.`,
    status,
    answer: spec.answer,
    request: {
      ...(spec.params && { params: z.object(spec.params) }),
      ...(spec.query && { query: z.object(spec.query) }),
      ...(spec.revision && { headers: ifMatch }),
      ...(spec.body && {
        body: { required: true, content: { 'application/json': { schema: spec.body } } },
      }),
    },
  });
  api.openapi(route, (c) => {
    // The router has checked each part against the schemas above; their types are those of `spec`.
    const valid = (target: string): unknown => (c.req.valid as (target: string) => unknown)(target);
    const given = {
      params: spec.params ? valid('param') : {},
      query: spec.query ? valid('query') : {},
      body: spec.body ? valid('json') : undefined,
      revision: spec.revision ? revisionOf((valid('header') as { 'if-match': string })['if-match']) : null,
      now: c.get('clock')(),
    } as Given<P, Q, B, R>;
    return answer(c, (tx, actor) => spec.run(tx, actor, given), status);
  });
}

/** The answer of a change to something with revisions. */
export const changedSchema = z.object({
  revision: z.number().int().openapi({ description: 'the revision after this change' }),
});
