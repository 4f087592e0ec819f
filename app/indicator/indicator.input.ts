import { z } from '@hono/zod-openapi';
import { indicatorKinds, purposes } from './indicator.ts';

const text = z.string().trim().max(4000);
const said = text.min(1);
const code = z.string().trim().min(1).max(80);
const year = z.coerce.number().int().min(1900).max(2200);

/** A decimal with at most three digits behind its point, as text, so that nothing is lost: kept in thousandths. */
const milli = z
  .string()
  .trim()
  .regex(/^-?\d{1,12}(\.\d{1,3})?$/)
  .transform((value) => {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    const units = Number(whole + fraction.padEnd(3, '0'));
    return value.startsWith('-') ? -units || 0 : units;
  })
  .openapi({ type: 'string', example: '25.8', description: 'A decimal with a point, at most three digits' });

const pair = <N extends string>(name: N) =>
  ({ [`${name}Nl`]: text.default(''), [`${name}En`]: text.default('') }) as Record<
    `${N}Nl` | `${N}En`,
    z.ZodDefault<typeof text>
  >;

export const splitInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  nameNl: said,
  nameEn: said,
});

const yes = z.union([z.boolean(), z.enum(['on', 'true']).transform(() => true)]);

/** How something is measured. A target has a reason, and so has its absence. */
export const definitionInput = z
  .object({
    fromYear: year,
    comparable: yes.default(false),
    ...pair('reason'),
    kind: z.enum(indicatorKinds),
    purpose: z.enum(purposes),
    nameNl: said.max(300),
    nameEn: said.max(300),
    ...pair('unit'),
    decimals: z.coerce.number().int().min(0).max(3),
    scaleLow: z.coerce.number().int().min(-1000).max(1000).nullable().default(null),
    scaleHigh: z.coerce.number().int().min(-1000).max(1000).nullable().default(null),
    ...pair('scale'),
    ...pair('population'),
    ...pair('exclusions'),
    ...pair('reference'),
    ...pair('numerator'),
    ...pair('denominator'),
    ...pair('source'),
    ...pair('discussed'),
    ...pair('question'),
    target: milli.nullable().default(null),
    targetAtLeast: yes.default(false),
    targetNl: said,
    targetEn: said,
    academic: yes.default(false),
    individuals: yes.default(false),
    splits: z.array(splitInput).max(6).default([]),
    unitKinds: z.array(said.max(80)).max(40).default([]),
    units: z.array(code).max(200).default([]),
    nodes: z
      .array(z.object({ framework: code, node: code }))
      .max(100)
      .default([]),
    measures: z
      .array(z.object({ document: code, measure: code }))
      .max(100)
      .default([]),
  })
  .openapi({ description: 'How it is measured from a year on; a change is a new version' });
export type DefinitionInput = z.output<typeof definitionInput>;

/** Words of addresses beside those of indicators. */
const reserved = ['new', 'fill', 'export', 'sheet'];
export const indicatorCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .refine((value) => !reserved.includes(value), { message: 'reserved' });

export const newIndicatorInput = z.object({ code: indicatorCode, definition: definitionInput });
export type NewIndicatorInput = z.output<typeof newIndicatorInput>;

export const redefineInput = z.object({ definition: definitionInput });

export const endInput = z.object({
  lastYear: year
    .nullable()
    .default(null)
    .openapi({ description: 'The last year measured; null: it goes on' }),
});

export const breakInput = z.object({
  unit: code.nullable().default(null).openapi({ description: 'Of one unit; null: of all' }),
  year,
  reasonNl: said,
  reasonEn: said,
  source: text.default(''),
});
export type BreakInput = z.output<typeof breakInput>;

export const settingInput = z.object({ maskedBelow: z.coerce.number().int().min(2).max(50) });

const figureInput = z.object({
  indicator: code,
  split: z.string().trim().max(40).default(''),
  seen: z.int().min(0).openapi({ description: 'The number of the figure that was seen; 0 for none' }),
  value: milli.nullable().default(null),
  numerator: milli.nullable().default(null),
  denominator: milli.nullable().default(null),
  spread: milli.nullable().default(null),
  respondents: z.int().min(0).max(100_000_000).nullable().default(null),
  mark: z.enum(['unknown', 'masked']).nullable().default(null),
  caveat: text.default(''),
  source: text.default(''),
});
export type FigureInput = z.output<typeof figureInput>;

export const recordInput = z.object({
  figures: z.array(figureInput).max(2000).default([]),
  reflections: z
    .array(z.object({ indicator: code, text: z.string().trim().min(1).max(20_000), seen: z.int().min(0) }))
    .max(500)
    .default([]),
  reason: text.default('').openapi({ description: 'Why figures that were handed in are corrected' }),
});
export type RecordInput = z.output<typeof recordInput>;
