import { wordsOf } from '#app/messages/words.server.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { Both, Choice } from './list-sheet.ts';

type Named = { nameNl: string; nameEn: string };

export function bothOf({ nameNl, nameEn }: Named): Both {
  return { nl: nameNl, en: nameEn || nameNl };
}

/** What has a code and names, to choose from. */
export function choicesOf(list: readonly (Named & { code: string })[]): Choice[] {
  return list.map((one) => ({ value: one.code, name: bothOf(one) }));
}

/** Values with words of their own: `step.kind.phase` in both languages. */
export function wordChoices(prefix: string, values: readonly string[]): Choice[] {
  const [nl, en] = [wordsOf('nl'), wordsOf('en')];
  return values.map((value) => ({
    value,
    name: { nl: nl(`${prefix}.${value}`), en: en(`${prefix}.${value}`) },
  }));
}

export const yesNo = wordChoices('fill-in.list', ['yes', 'no']);
export const yesOf = (value: boolean) => (value ? 'yes' : 'no');

/** A year or another whole number that stands as text; null for nothing. */
export function numberIn(value: FilledValue | undefined): number | null {
  return value == null ? null : Number(value);
}

/** A text that was emptied is an empty text. */
export function textIn(value: FilledValue | undefined): string {
  return value == null ? '' : String(value);
}
