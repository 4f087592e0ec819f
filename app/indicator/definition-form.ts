import type { Locale } from '#app/kernel/actor.ts';
import { formatExact, groupingOf } from '#app/kernel/amount-format.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import type { Definition } from './definition.ts';

/** What the form of a definition sends, as its schema takes it. Pure. */

const lists = ['units', 'unitKinds', 'nodes', 'measures'] as const;

/** `framework/node` and `document/measure` as checkboxes send them. */
const pairOf = (value: string): [string, string] => {
  const at = value.indexOf('/');
  return [value.slice(0, at), value.slice(at + 1)];
};

/** @returns what stands in the form, and every line or number of it that cannot be read */
export function readDefinitionForm(form: FormData): { given: Record<string, unknown>; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.endsWith('[]')) continue;
    if (value.trim() !== '') given[name] = value.trim();
  }
  const list = (name: string) => form.getAll(`${name}[]`).map(String).filter(Boolean);
  for (const name of lists) given[name] = list(name);
  given.nodes = list('nodes').map((one) => ({ framework: pairOf(one)[0], node: pairOf(one)[1] }));
  given.measures = list('measures').map((one) => ({ document: pairOf(one)[0], measure: pairOf(one)[1] }));
  given.splits = readSplits(String(form.get('splits') ?? ''), errors);
  const typed = String(form.get('target') ?? '').trim();
  if (typed !== '') {
    const read = readAmount(typed, 3);
    if (read.kind === 'value') given.target = decimal(read.value);
    else errors.push({ path: 'target', code: 'indicator.not-a-number', params: { value: typed } });
  }
  return { given, errors };
}

/** `ba = Bachelor = Bachelor`: a line per split: its code and its names. */
function readSplits(text: string, errors: FieldError[]) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [code = '', nameNl = '', nameEn = ''] = line.split('=').map((part) => part.trim());
      if (nameNl === '' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(code)) {
        errors.push({ path: 'splits', code: 'indicator.split-line', params: { line } });
      }
      return { code, nameNl, nameEn: nameEn || nameNl };
    });
}

export function splitLines({ splits }: Pick<Definition, 'splits'>): string {
  return splits.map(({ code, nameNl, nameEn }) => `${code} = ${nameNl} = ${nameEn}`).join('\n');
}

function decimal(milli: number): string {
  const digits = String(Math.abs(milli)).padStart(4, '0');
  return `${milli < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** The target as it stands in its field. */
export function targetText({ targetMilli }: Pick<Definition, 'targetMilli'>, locale: Locale): string {
  return targetMilli === null ? '' : formatExact(targetMilli, 3, locale).replaceAll(groupingOf(locale), '');
}
