import { z } from 'zod';
import { code, day, moment, text } from './file-value.ts';

/** What was made public of a document: the page and files follow from the version. */
export const publicationSchema = z.strictObject({
  document: code,
  version: z.int().min(1),
  /** read from this day on */
  from: day,
  publishedAt: moment,
  /** chapters that were left out, by their place from 0 */
  leftOut: z
    .array(z.strictObject({ chapter: z.int().min(0), title: text.min(1), reason: text.min(1) }))
    .default([]),
  withdrawn: z
    .strictObject({ at: moment, reason: text.min(1) })
    .nullable()
    .default(null),
});
