import type { FieldError } from '#app/kernel/rejection.ts';
import type { Definition } from './definition.ts';
import type { FigureInput } from './indicator.input.ts';
import { addsUp, printedMilli, printedValue } from './indicator.ts';

/** What cannot be a figure of an indicator. Pure. */

/** @param path of the figure, in front of its fields */
export function figureErrors(one: FigureInput, definition: Definition, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: string, code: string, params: FieldError['params'] = {}) =>
    errors.push({ path: `${path}.${field}`, code: `indicator.${code}`, params });
  const { value, numerator, denominator, spread, mark } = one;
  const given = value !== null || numerator !== null || denominator !== null;
  if (mark !== null && given) add('value', 'mark-and-value');
  if (mark === null && !given) add('value', 'no-figure');
  if (mark === 'unknown' && one.caveat === '') add('caveat', 'why-unknown');
  if ((numerator === null) !== (denominator === null)) add('denominator', 'half-ratio');
  if (denominator !== null && denominator <= 0) add('denominator', 'denominator');
  if ((numerator !== null || denominator !== null) && !['ratio', 'percentage'].includes(definition.kind)) {
    add('numerator', 'no-ratio');
  }
  const codes = definition.splits.map((split) => split.code);
  if (one.split !== '' && !codes.includes(one.split)) add('split', 'unknown', { value: one.split });
  if (spread !== null && spread < 0) add('spread', 'negative');
  if (value !== null && value < 0 && addsUp(definition.kind)) add('value', 'negative');
  if (value !== null && definition.kind === 'count' && value % 1000 !== 0) add('value', 'whole');
  if (value !== null && definition.kind === 'percentage' && (value < 0 || value > 100_000)) {
    add('value', 'percentage');
  }
  const { scaleLow, scaleHigh } = definition;
  if (value !== null && scaleLow !== null && (value < scaleLow * 1000 || value > scaleHigh! * 1000)) {
    add('value', 'off-scale', { low: scaleLow, high: scaleHigh });
  }
  if (errors.length === 0) checkStated(one, definition, add);
  return errors;
}

/** A ratio that is given both ways must agree as it prints. */
function checkStated(
  { value, numerator, denominator }: FigureInput,
  { kind, decimals }: Definition,
  add: (field: string, code: string, params: FieldError['params']) => void,
): void {
  if (value === null || numerator === null || denominator === null) return;
  const computed = printedValue(
    { valueMilli: null, numeratorMilli: numerator, denominatorMilli: denominator },
    { kind, decimals },
  )!;
  const stated = printedMilli(value, decimals);
  if (computed !== stated) add('value', 'ratio-differs', { stated, computed, decimals });
}
