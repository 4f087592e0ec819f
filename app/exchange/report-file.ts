import { z } from 'zod';
import { blockSpec } from '#app/scheme/block.input.ts';
import { parts } from '#app/scheme/chain.ts';
import { code, json, text } from './file-value.ts';

/** What makes a question one of a report: null for a question that is only asked. */
export const reportQuestionSchema = z
  .strictObject({
    /** where in the report its answer stands */
    part: z.enum(parts).nullable().default(null),
    /** nobody is asked: the template fills it */
    filled: z.boolean().default(false),
    fixedNl: text.default(''),
    fixedEn: text.default(''),
    /** what is computed and printed behind the answer */
    blocks: z.array(blockSpec).default([]),
    /** the questions of lower reports that it draws on, with how many years earlier these are */
    drawsOn: z
      .array(
        z.strictObject({
          kind: code,
          question: code,
          yearsBefore: z.int().min(0).max(9).nullable().default(null),
        }),
      )
      .default([]),
  })
  .nullable()
  .default(null);

/** A passage of another document's submitted version; its words follow from it. */
const quote = z.strictObject({
  question: code,
  node: code.nullable().default(null),
  unit: code.nullable().default(null),
  document: code,
  version: z.int().min(1),
  ofQuestion: code,
  ofNode: code.nullable().default(null),
  ofUnit: code.nullable().default(null),
  /** which paragraphs of the answer, from 0; empty: all of it */
  passages: z.array(z.int().min(0).max(9999)).default([]),
});

export const reportVersionFields = {
  /** in the order in which they stand */
  quotes: z.array(quote).default([]),
  /** what it printed when it was submitted, in both languages: its figures are frozen with it */
  printed: json.nullable().default(null),
  /** what writing it took, as those who submitted it say */
  minutes: z.int().min(0).max(1_000_000).nullable().default(null),
};

export type ReportQuestionEntry = z.output<typeof reportQuestionSchema>;
