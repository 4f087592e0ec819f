import { createIntl, createIntlCache } from 'react-intl';

export type Messages = Readonly<Record<string, string>>;
type Params = Record<string, string | number | boolean | Date | null | undefined>;
type Say = (key: string, params?: Params) => string;

const cache = createIntlCache();
const known = new WeakMap<Messages, Map<string, Say>>();

/**
 * The texts of a catalogue, by key, with their ICU parameters filled in. A key without text comes back as
 * itself, a text that lacks a parameter as it stands. Each text is parsed once and kept with its catalogue:
 * looking it up through react-intl took most of the time of a page with a thousand labels.
 * @param locale a language with its region (`nl-NL`), for numbers and plurals
 */
export function messagesIn(locale: string, messages: Messages): Say {
  const ofCatalogue = known.get(messages) ?? new Map<string, Say>();
  known.set(messages, ofCatalogue);
  const say = ofCatalogue.get(locale) ?? parseOnce(locale, messages);
  ofCatalogue.set(locale, say);
  return say;
}

function parseOnce(locale: string, messages: Messages): Say {
  const { formatters } = createIntl({ locale, messages: {}, onError: () => undefined }, cache);
  const parsed = new Map<string, (params: Params) => string>();
  const parse = (text: string) => {
    // no braces, tags or quotes: nothing to fill in
    if (!/[{<']/.test(text)) return () => text;
    const message = formatters.getMessageFormat(text, locale, undefined, { formatters });
    return (params: Params) => String(message.format(params));
  };
  return (key, params = {}) => {
    const text = messages[key];
    if (text === undefined) return key;
    try {
      const format = parsed.get(key) ?? parse(text);
      parsed.set(key, format);
      return format(params);
    } catch {
      return text;
    }
  };
}
