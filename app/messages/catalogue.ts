import type { Locale } from '#app/kernel/actor.ts';

/** Texts by key: ICU messages of one language. */
export type Catalogue = Record<string, string>;

/** Loads the texts of one language only: a page carries the words it shows. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl;
}
