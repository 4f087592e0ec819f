import { z } from 'zod';
import { sliceRows } from './block.ts';
import { stages } from './scheme.ts';

const code = z.string().trim().min(1).max(80);
const stage = z.enum(stages);
export const blockSpec = z.discriminatedUnion('kind', [
  /** how the report is built up, chapter by chapter, and what each rests on */
  z.strictObject({ kind: z.literal('guide') }),
  /** a table that the scheme lays out */
  z.strictObject({ kind: z.literal('table'), code }),
  /** the money of the report's unit, by stage and year */
  z.strictObject({
    kind: z.literal('money'),
    rows: z.enum(sliceRows),
    stages: z.array(stage).min(1).max(4),
    /** of the report's own years, or of the whole scheme */
    years: z.enum(['own', 'all']).default('own'),
  }),
  /** the same as bars, drawn with a description in words */
  z.strictObject({
    kind: z.literal('chart'),
    rows: z.enum(sliceRows),
    stages: z.array(stage).min(1).max(2),
    years: z.enum(['own', 'all']).default('own'),
  }),
  /** what was told of each measure in the report's years */
  z.strictObject({ kind: z.literal('progress') }),
  /** what was measured: these indicators, or all */
  z.strictObject({ kind: z.literal('indicators'), codes: z.array(code).default([]) }),
  /** the answers of the reports that the question draws on, in full */
  z.strictObject({ kind: z.literal('lower') }),
]);

export type BlockSpec = z.output<typeof blockSpec>;

/** Reads one block as people type it; null when it is none. Reads back what `printBlock` prints. */
export function readBlock(line: string): BlockSpec | null {
  const [kind, first, second, third] = line.trim().split(/\s+/);
  const list = (value: string | undefined) => (value ?? '').split(',').filter(Boolean);
  const given =
    kind === 'table'
      ? { kind, code: first }
      : kind === 'money' || kind === 'chart'
        ? { kind, rows: first, stages: list(second), years: third ?? 'own' }
        : kind === 'indicators'
          ? { kind, codes: list(first) }
          : { kind };
  const read = blockSpec.safeParse(given);
  return read.success ? read.data : null;
}
