import { z } from '@hono/zod-openapi';
import type { ApiContext } from '#app/identity/api.server.ts';

/** A scheme in the address of an operation. */
export const schemeAddress = z.object({ code: z.string() });
/** A unit's year in the address of an operation. */
export const yearAddress = schemeAddress.extend({
  unit: z.string(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
});
export const yearPath = '/schemes/{code}/realisation/{unit}/{year}';
export const centsField = z.number().int().openapi({ description: 'euro cents; costs are positive' });

/** What an operation is about, and the clock. */
export function addressAt(c: ApiContext, { code, unit, year }: z.output<typeof yearAddress>) {
  return { scheme: code, unit, year, now: c.get('clock')() };
}
