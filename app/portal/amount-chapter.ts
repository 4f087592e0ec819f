import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import type { Block } from '#app/render/report.ts';
import { type Amounts, amountsTable } from './amounts.ts';
import { publicWords } from './public-words.ts';

/** A masked amount says that it is below this many people: the default threshold of the house. */
const below = 5;

/** The amounts of a version as a table, in a language. */
export function printAmounts(amounts: Amounts, locale: Locale) {
  const words = publicWords(locale);
  return amountsTable(amounts, {
    caption: words('public.amounts.caption', { stage: amounts.stage }),
    unitNote: words('public.in-keur'),
    ...{ total: words('public.total'), other: words('public.other'), below },
    name: (one) => nameOf(one, locale),
  });
}

/** The last chapter of what is published of a document that carries money; nothing of others. */
export function amountChapter(amounts: Amounts | null, locale: Locale): Block[] {
  if (amounts === null) return [];
  const title = publicWords(locale)('public.amounts');
  return [{ kind: 'heading', level: 1, text: title }, printAmounts(amounts, locale)];
}
