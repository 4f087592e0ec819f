import type { z } from '@hono/zod-openapi';

/** How the API describes a body of JSON. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
