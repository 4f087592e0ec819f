import { z } from 'zod';
import { splitInput } from '#app/indicator/indicator.input.ts';
import { indicatorKinds, purposes } from '#app/indicator/indicator.ts';
import { code, day, names, text, year } from './file-value.ts';

const said = text.min(1);
/** whole thousandths of the indicator's unit: 25.8 is 25800 */
const milli = z.int().nullable().default(null);
const count = z.int().min(1);

/** A version of how it is measured; the first of a list is number 1. */
const definition = z.strictObject({
  fromYear: year,
  /** with figures of the version before */
  comparable: z.boolean().default(true),
  reasonNl: text.default(''),
  reasonEn: text.default(''),
  kind: z.enum(indicatorKinds),
  purpose: z.enum(purposes),
  ...names,
  unitNl: text.default(''),
  unitEn: text.default(''),
  decimals: z.int().min(0).max(3),
  scaleLow: z.int().nullable().default(null),
  scaleHigh: z.int().nullable().default(null),
  scaleNl: text.default(''),
  scaleEn: text.default(''),
  populationNl: text.default(''),
  populationEn: text.default(''),
  exclusionsNl: text.default(''),
  exclusionsEn: text.default(''),
  referenceNl: text.default(''),
  referenceEn: text.default(''),
  numeratorNl: text.default(''),
  numeratorEn: text.default(''),
  denominatorNl: text.default(''),
  denominatorEn: text.default(''),
  sourceNl: text.default(''),
  sourceEn: text.default(''),
  discussedNl: text.default(''),
  discussedEn: text.default(''),
  questionNl: text.default(''),
  questionEn: text.default(''),
  /** null: no target; either way the reason is said */
  targetMilli: milli,
  targetAtLeast: z.boolean().default(true),
  targetNl: said,
  targetEn: said,
  academic: z.boolean().default(false),
  individuals: z.boolean().default(true),
  splits: z.array(z.strictObject(splitInput.shape)).default([]),
  unitKinds: z.array(said).default([]),
  units: z.array(code).default([]),
  nodes: z.array(z.strictObject({ framework: code, node: code })).default([]),
  measures: z.array(z.strictObject({ document: code, measure: code })).default([]),
});

/** An indicator with every version of its definition and all that was ever recorded. */
export const indicatorSchema = z.strictObject({
  code,
  lastYear: year.nullable().default(null),
  definitions: z.array(definition).min(1),
  breaks: z
    .array(
      z.strictObject({
        unit: code.nullable().default(null),
        year,
        reasonNl: said,
        reasonEn: said,
        source: text.default(''),
      }),
    )
    .default([]),
  observations: z
    .array(
      z.strictObject({
        unit: code,
        year,
        split: z.string().default(''),
        /** a later one corrects an earlier one */
        number: count.default(1),
        /** of the version of the definition */
        definition: count.default(1),
        valueMilli: milli,
        numeratorMilli: milli,
        denominatorMilli: milli,
        spreadMilli: milli,
        respondents: z.int().min(0).nullable().default(null),
        mark: z.enum(['unknown', 'masked']).nullable().default(null),
        caveat: text.default(''),
        source: text.default(''),
        reason: text.default(''),
        /** how often the set had been handed in by then */
        afterSubmission: z.int().min(0).default(0),
      }),
    )
    .default([]),
  reflections: z
    .array(
      z.strictObject({
        unit: code,
        year,
        number: count.default(1),
        text: said,
        afterSubmission: z.int().min(0).default(0),
      }),
    )
    .default([]),
});

/** The figures of a unit and year, handed in; the hash of what was is computed. */
export const indicatorSubmissionSchema = z.strictObject({
  unit: code,
  year,
  number: count.default(1),
  on: day,
});
