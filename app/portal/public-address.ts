import type { Locale } from '#app/kernel/actor.ts';

/** Addresses of the public pages, in codes; the language stands in them only when somebody chose it. Pure. */

/** Is it a page for everybody: without a session, cookies or scripts? */
export const isPublicPath = (pathname: string): boolean => /^\/public(?:[/.]|$)/.test(pathname);

/** The address of a public page. @param chosen the language that the address names, if it does */
export function publicHref(chosen: Locale | null, ...codes: (string | number)[]): string {
  const path = ['/public', ...codes.map((code) => encodeURIComponent(code))].join('/');
  return chosen ? `${path}?lang=${chosen}` : path;
}

/** The language that an address names. */
export function chosenLocale(url: string): Locale | null {
  const lang = new URL(url).searchParams.get('lang');
  return lang === 'nl' || lang === 'en' ? lang : null;
}
