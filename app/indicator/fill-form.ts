import type { Locale } from '#app/kernel/actor.ts';
import { formatExact, groupingOf } from '#app/kernel/amount-format.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import type { Recorded, Reflection } from './figures.ts';
import type { FigureInput, RecordInput } from './indicator.input.ts';
import type { IndicatorKind } from './indicator.ts';
import type { SetEntry } from './record.server.ts';

/** The form in which a unit fills in its year: its fields by name, and what of it is new. Pure. */

export const numberFields = ['value', 'numerator', 'denominator', 'spread', 'respondents'] as const;
export type NumberField = (typeof numberFields)[number];

/** Which numbers a kind of indicator asks. */
export function fieldsOf(kind: IndicatorKind): readonly NumberField[] {
  if (kind === 'mean') return ['value', 'spread', 'respondents'];
  return kind === 'ratio' || kind === 'percentage' ? ['numerator', 'denominator', 'value'] : ['value'];
}

export const fieldName = (indicator: string, split: string, field: string) =>
  `figures.${indicator}.${split}.${field}`;

export const splitsOf = ({ definition }: SetEntry): string[] =>
  definition.splits.length > 0 ? definition.splits.map((one) => one.code) : [''];

type Stands = Pick<
  Recorded,
  'valueMilli' | 'numeratorMilli' | 'denominatorMilli' | 'spreadMilli' | 'respondents' | 'mark'
>;

/** What stands in a field: every digit that counts, without marks of thousands, so that it reads one way. */
export function fieldText(one: Stands | undefined, field: NumberField, locale: Locale): string {
  if (!one) return '';
  if (field === 'value' && one.mark !== null) return one.mark === 'unknown' ? '?' : '<';
  if (field === 'respondents') return one.respondents === null ? '' : String(one.respondents);
  const value = one[`${field}Milli`];
  return value === null ? '' : formatExact(value, 3, locale).replaceAll(groupingOf(locale), '');
}

type Set = {
  entries: readonly SetEntry[];
  observations: readonly Recorded[];
  reflections: readonly Reflection[];
  year: number;
};

/** What was typed that does not stand yet, with every number that cannot be read. */
export function readFill(
  form: FormData,
  set: Set,
  locale: Locale,
): { input: RecordInput; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const figures = set.entries.flatMap((entry) =>
    splitsOf(entry).flatMap((split): FigureInput[] => {
      const name = (field: string) => fieldName(entry.code, split, field);
      if (!fieldsOf(entry.definition.kind).some((field) => form.has(name(field)))) return [];
      const stands = set.observations.find(
        (one) => one.indicatorId === entry.indicatorId && one.year === set.year && one.split === split,
      );
      const typed = [...fieldsOf(entry.definition.kind), 'caveat'].map((field) => text(name(field)));
      if (typed.join('\u001f') === text(name('was')) || typed.every((one) => one === '')) return [];
      const number = (field: NumberField) =>
        readNumber(text(name(field)), {
          ...{ path: name(field), errors },
          decimals: field === 'respondents' || entry.definition.kind === 'count' ? 0 : 3,
          stands: fieldText(stands, field, locale),
          value: stands ? (field === 'respondents' ? stands.respondents : stands[`${field}Milli`]) : null,
          scale: field === 'respondents' ? 1 : entry.definition.kind === 'count' ? 1000 : 1,
        });
      const mark = markOf(text(name('value')));
      return [
        {
          ...{ indicator: entry.code, split, seen: Number(text(name('seen'))) || 0, mark },
          value: mark ? null : number('value'),
          ...{ numerator: number('numerator'), denominator: number('denominator') },
          ...{ spread: number('spread'), respondents: number('respondents') },
          ...{ caveat: text(name('caveat')), source: stands?.source ?? '' },
        },
      ];
    }),
  );
  const reflections = set.entries.flatMap(({ code, indicatorId }) => {
    const said = text(`reflection.${code}`);
    const stands = set.reflections.find((one) => one.indicatorId === indicatorId && one.year === set.year);
    const seen = Number(text(`reflection.${code}.seen`)) || 0;
    return said === '' || said === (stands?.text ?? '') ? [] : [{ indicator: code, text: said, seen }];
  });
  return { input: { figures, reflections, reason: text('reason') }, errors };
}

function markOf(typed: string): FigureInput['mark'] {
  if (typed === '?') return 'unknown';
  return /^<\s*\d*$/.test(typed) ? 'masked' : null;
}

type Reading = {
  path: string;
  errors: FieldError[];
  decimals: number;
  /** what stood in the field, and its value: not read again */
  stands: string;
  value: number | null;
  /** thousandths in a unit of what is read */
  scale: number;
};

function readNumber(typed: string, { path, errors, decimals, stands, value, scale }: Reading): number | null {
  if (typed === '') return null;
  if (typed === stands) return value;
  const read = readAmount(typed, decimals);
  if (read.kind === 'value') return read.value * scale;
  if (read.kind === 'ambiguous' && decimals === 0) return read.asThousands * scale;
  const code = read.kind === 'ambiguous' ? 'indicator.ambiguous' : 'indicator.not-a-number';
  errors.push({ path, code, params: { value: typed, decimals } });
  return null;
}
