import { z } from '@hono/zod-openapi';

const code = z.string().trim().min(1).max(80);

/** Passages to quote: of which document, version and answer, and which of its paragraphs; none is all of it. */
export const chosenInput = z.object({
  chosen: z
    .array(
      z.object({
        document: code,
        version: z.number().int().min(1),
        question: code,
        node: code.nullish(),
        unit: code.nullish(),
        passages: z.array(z.number().int().min(0).max(9999)).default([]),
      }),
    )
    .min(1)
    .max(100),
});
