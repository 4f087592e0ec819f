import type { Locale } from '#app/kernel/actor.ts';

/** Texts by key: ICU messages of one language. */
export type Catalogue = Record<string, string>;

/** All texts of one language, where pages are written; the browser takes those of its page (part.ts). */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl;
}
