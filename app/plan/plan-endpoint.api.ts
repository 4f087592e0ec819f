import { z } from '@hono/zod-openapi';
import { etagOf } from '#app/identity/api.server.ts';
import { jsonBody } from '#app/identity/api-body.ts';
import { Rejection } from '#app/kernel/rejection.ts';

/* What the operations on plans share. */

export const scheme = z.object({ code: z.string() });
export const plan = scheme.extend({ document: z.string() });
export const json = <S extends z.ZodType>(schema: S) => ({
  body: jsonBody(schema),
});
export const version = z.object({
  version: z.coerce.number().int().min(1).optional().openapi({ description: 'the newest when left out' }),
});
export const done = z.object({});
export const tags = ['plans'];

/** The codes in a path, as the use cases take them. */
export function address({ code, document }: { code: string; document: string }) {
  return { scheme: code, document };
}

export const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'the ETag of what you read; 409 when it changed' }),
});

/** Refuses when what the caller read is not what is there now. */
export function mustMatch(given: string | undefined, current: unknown): void {
  if (given !== undefined && given !== etagOf(current)) throw new Rejection('conflict', {});
}
