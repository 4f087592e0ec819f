import type { Locale } from '#app/kernel/actor.ts';
import { formatMessage } from '#app/messages/format.ts';
import { en } from './public.en.ts';
import { nl } from './public.nl.ts';

/** The words of the public pages: apart from the application's, because no reader inside needs them. */
export const publicCatalogue = (locale: Locale): Record<string, string> => (locale === 'en' ? en : nl);

/** The same as a function, for what is written when something is published. */
export function publicWords(locale: Locale) {
  return (key: string, params?: Record<string, string | number | null>) =>
    formatMessage(publicCatalogue(locale), locale, key, params);
}
