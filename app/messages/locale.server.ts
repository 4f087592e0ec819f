import type { RouterContextProvider } from 'react-router';
import { actorContext } from '#app/identity/page.server.ts';
import type { Locale } from '#app/kernel/actor.ts';

/** The reader's language: what the address or they chose, else the account's, else what the browser asks, else Dutch. */
export function localeOf(request: Request, context: Readonly<RouterContextProvider>): Locale {
  const named = new URL(request.url).searchParams.get('lang');
  if (named === 'nl' || named === 'en') return named;
  const chosen = request.headers.get('cookie')?.match(/(?:^|; )akkoord-locale=(nl|en)(?:;|$)/)?.[1];
  if (chosen) return chosen as Locale;
  const actor = context.get(actorContext);
  if (actor) return actor.locale;
  const asked = request.headers.get('accept-language')?.split(',') ?? [];
  for (const tag of asked) {
    if (/^\s*nl\b/i.test(tag)) return 'nl';
    if (/^\s*en\b/i.test(tag)) return 'en';
  }
  return 'nl';
}
