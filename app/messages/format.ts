import type { Locale } from '#app/kernel/actor.ts';
import { messagesIn } from '#app/kernel/message.ts';
import type { Catalogue } from './catalogue.ts';

/** One text in words outside a page: in API problems, exports and on the command line. */
export function formatMessage(
  catalogue: Catalogue,
  locale: Locale,
  key: string,
  params: Record<string, string | number | null> = {},
): string {
  return messagesIn(locale, catalogue)(key, params);
}
