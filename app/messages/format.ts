import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import type { Locale } from '#app/kernel/actor.ts';
import type { Catalogue } from './catalogue.ts';

const cache = createIntlCache();
const known = new Map<Locale, IntlShape>();

/** One text in words outside a page: in API problems, exports and on the command line. */
export function formatMessage(
  catalogue: Catalogue,
  locale: Locale,
  key: string,
  params: Record<string, string | number | null> = {},
): string {
  let intl = known.get(locale);
  if (!intl) {
    intl = createIntl({ locale, messages: catalogue, onError: () => undefined }, cache);
    known.set(locale, intl);
  }
  if (!(key in catalogue)) return key;
  return String(intl.formatMessage({ id: key }, params));
}
