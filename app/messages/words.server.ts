import type { Locale } from '#app/kernel/actor.ts';
import type { RenderTexts } from '#app/render/texts.ts';
import { en } from './en.ts';
import { formatMessage } from './format.ts';
import { nl } from './nl.ts';

export type Words = (key: string, params?: Record<string, string | number | null>) => string;

/** The words function of a language, for what is written on the server: tables, exports, mail. */
export function wordsOf(locale: Locale): Words {
  const catalogue = locale === 'en' ? en : nl;
  return (key, params) => formatMessage(catalogue, locale, key, params);
}

/** The words of the report writers in a language. */
export function renderTextsOf(locale: Locale): RenderTexts {
  return locale === 'en' ? en : nl;
}
