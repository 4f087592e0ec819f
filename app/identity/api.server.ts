import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Actor } from '#app/kernel/actor.ts';
import type { Afterwards } from '#app/kernel/afterwards.ts';
import type { Clock } from '#app/kernel/clock.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { type Download, downloadOf } from '#app/kernel/download.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { JsonText } from '#app/kernel/json-text.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { en } from '#app/messages/en.ts';
import { formatMessage } from '#app/messages/format.ts';
import { actorOfToken } from './identity.server.ts';

export type ApiEnv = { Variables: { actor: Actor; db: Db; clock: Clock; afterwards: Afterwards } };
export type Api = OpenAPIHono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;

export const apiVersion = '1.0.0';

/** RFC 9457, with every error at once; the Dutch API Design Rules ask for 400 on invalid input. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    blockers: z.array(z.object({ code: z.string(), detail: z.string() })).optional(),
    errors: z.array(z.object({ location: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');

const titles: Record<number, string> = {
  400: 'Invalid input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Refused in this state',
  500: 'Our fault',
};

/** A problem as its document, in English: the machine's own words are the codes. */
export function problemDocument(
  problem: Omit<Problem, 'status'> & { status: number },
): z.infer<typeof problemSchema> {
  const words = (code: string, params: Problem['params']) =>
    formatMessage(en, 'en', `rejection.${code}`, params);
  return {
    type: 'about:blank',
    title: titles[problem.status] ?? 'Problem',
    status: problem.status,
    code: problem.code,
    detail: words(problem.code, problem.params),
    ...(problem.blockers.length > 0 && {
      blockers: problem.blockers.map((b) => ({ code: b.code, detail: words(b.code, b.params) })),
    }),
    ...(problem.errors.length > 0 && {
      errors: problem.errors.map((e) => ({
        location: e.path,
        code: e.code,
        detail: words(e.code, e.params),
      })),
    }),
  };
}

export function problemResponse(problem: Omit<Problem, 'status'> & { status: number }): Response {
  return new Response(JSON.stringify(problemDocument(problem)), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** The answers that every operation may give besides its own. */
export const problemResponses = Object.fromEntries(
  [400, 401, 403, 404, 409].map((status) => [
    status,
    { description: titles[status]!, content: { 'application/problem+json': { schema: problemSchema } } },
  ]),
);

const versionHeader = z.object({
  'API-Version': z.string().openapi({ description: 'The full version of this API', example: apiVersion }),
});

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What one operation declares; `answer` is the schema of its successful body. */
export type Operation<M extends Method, P extends string, R extends RouteConfig['request']> = {
  method: M;
  path: P;
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  request?: R;
  answer: z.ZodType;
  status?: 200 | 201;
};

/** Declares one operation: bearer token, its answer as JSON, the version header and the common problems. */
export function operation<
  const M extends Method,
  const P extends string,
  const R extends RouteConfig['request'] = undefined,
>({ answer, status = 200, request, ...rest }: Operation<M, P, R>) {
  const success = {
    description: rest.summary,
    headers: versionHeader,
    content: { 'application/json': { schema: answer } },
  };
  // The handler answers with a Response of its own making (see `answer`), so the type tells no body.
  const responses: Record<number, { description: string }> = { [status]: success, ...problemResponses };
  return createRoute({ ...rest, request: request as R, security: [{ token: [] }], responses });
}

/**
 * Runs one operation in one transaction of the caller's institution and answers with JSON. A refusal,
 * invalid input or something missing answers with its problem document; nothing is stored then. A post
 * with an Idempotency-Key has one effect: repeated, it gets the first answer again.
 */
export async function answer(
  c: ApiContext,
  work: (tx: Tx, actor: Actor) => Promise<unknown>,
  status: 200 | 201 = 200,
): Promise<Response> {
  const actor = c.get('actor');
  try {
    return await inInstitution(c.get('db'), actor.institutionId, async (tx) => {
      const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
      if (!key) return json(await work(tx, actor), status, c.req.header('if-none-match'));
      const requestHash = sha256(`${c.req.path}\n${await c.req.raw.clone().text()}`);
      const repeated = await repeatedAnswer(tx, actor, key, requestHash);
      if (repeated) return repeated;
      const body = JSON.stringify(await work(tx, actor));
      await tx
        .insertInto('idempotency')
        .values({
          institutionId: actor.institutionId,
          callerId: actor.accountId!,
          key,
          requestHash,
          status,
          body,
          at: c.get('clock')(),
        })
        .execute();
      return textAnswer(body, status);
    });
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return problemResponse(problem);
  }
}

/**
 * Answers with a file: what is read comes from one transaction; making the file, which may take long, happens
 * after it, so that no connection waits for it.
 */
export async function fileAnswer(
  c: ApiContext,
  work: (tx: Tx, actor: Actor) => Promise<() => Promise<Download>>,
): Promise<Response> {
  const actor = c.get('actor');
  try {
    const make = await inInstitution(c.get('db'), actor.institutionId, (tx) => work(tx, actor));
    return downloadOf(await make());
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return problemResponse(problem);
  }
}

async function repeatedAnswer(
  tx: Tx,
  actor: Actor,
  key: string,
  requestHash: string,
): Promise<Response | null> {
  const before = await tx
    .selectFrom('idempotency')
    .select(['requestHash', 'status', 'body'])
    .where('institutionId', '=', actor.institutionId)
    .where('callerId', '=', actor.accountId!)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!before) return null;
  if (before.requestHash !== requestHash) {
    throw new InvalidInput([{ path: 'header Idempotency-Key', code: 'idempotency.reused', params: { key } }]);
  }
  return textAnswer(before.body, before.status);
}

function json(value: unknown, status: number, known: string | undefined): Response {
  // as bytes once: hashed as they are, and sent without being copied behind the head
  const body = value instanceof JsonText ? value.bytes() : Buffer.from(JSON.stringify(value));
  const etag = etagOf(value, body);
  if (known === etag) return new Response(null, { status: 304, headers: { etag } });
  return textAnswer(body, status, etag);
}

/** The ETag under which an answer goes out; what has a revision carries it, so that If-Match names what was read. */
export function etagOf(value: unknown, body: string | Uint8Array = JSON.stringify(value)): string {
  const hash = sha256(body).slice(0, 32);
  const { revision } = Object(value) as { revision?: unknown };
  return typeof revision === 'number' ? `"${revision}-${hash}"` : `"${hash}"`;
}

function textAnswer(body: string | Uint8Array<ArrayBuffer>, status: number, etag?: string): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', ...(etag && { etag }) },
  });
}

/** A new API router whose parameter errors come back as one problem document. */
export function newApi(): Api {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({
        path: `${result.target} ${issue.path.join('.')}`,
        code: 'api.field',
        params: { message: issue.message },
      }));
      return problemResponse({
        status: 400,
        code: 'invalid',
        params: { count: errors.length },
        blockers: [],
        errors,
      });
    },
  });
}

/** The actor of a bearer token, or null; the token names its institution, so no other is looked into. */
export async function actorOfBearer(db: Db, header: string | undefined): Promise<Actor | null> {
  const token = header?.match(/^Bearer (akk\.([0-9a-f-]{36})\.[\w-]{43})$/);
  if (!token) return null;
  return inInstitution(db, token[2]!, (tx) => actorOfToken(tx, token[1]!));
}
