import type { Locale } from './actor.ts';

/** The name in the reader's language. */
export function nameOf(one: { nameNl: string; nameEn: string }, locale: Locale): string {
  return locale === 'en' ? one.nameEn : one.nameNl;
}
