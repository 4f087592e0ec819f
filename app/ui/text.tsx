import { createContext, type ReactNode, useContext } from 'react';
import { type Messages, messagesIn } from '#app/kernel/message.ts';
import type { Params } from '#app/kernel/rejection.ts';

export type Locale = 'nl' | 'en';
export type TextParams = Record<string, string | number | boolean | Date | null | undefined>;
/** Words for a key, with ICU parameters filled in. A key without words comes back as itself. */
export type Text = (key: string, params?: TextParams) => string;

/** Formats differ by region, words by language: Dutch here is the Dutch of the Netherlands. */
const regions: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const LocaleContext = createContext<Locale>('nl');
const TextContext = createContext<Text>((key) => key);

/** Gives every component below it the words and the formats of one language. */
export function TextProvider(props: { locale: Locale; messages: Messages; children?: ReactNode }) {
  const { locale, messages, children } = props;
  return (
    <LocaleContext value={locale}>
      <TextContext value={messagesIn(regions[locale], messages)}>{children}</TextContext>
    </LocaleContext>
  );
}

/** The words function of the nearest TextProvider. */
export function useText(): Text {
  return useContext(TextContext);
}

/** The reader's language. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

const dateForms = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once of each kind: making one costs more than printing a hundred dates, and memory that is slow to come back. */
function dateFormat(locale: Locale, form: keyof typeof dateForms, timeZone: string): Intl.DateTimeFormat {
  const kind = `${locale} ${form} ${timeZone}`;
  const format =
    dateFormats.get(kind) ?? new Intl.DateTimeFormat(regions[locale], { ...dateForms[form], timeZone });
  dateFormats.set(kind, format);
  return format;
}

/**
 * Prints an ISO date (`2021-07-01`, shown as that calendar day wherever the server stands) or an ISO
 * instant (shown in Dutch time).
 */
export function formatDate(iso: string, locale: Locale, form: keyof typeof dateForms = 'long'): string {
  const dayOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const timeZone = dayOnly ? 'UTC' : 'Europe/Amsterdam';
  return dateFormat(locale, form, timeZone).format(new Date(iso));
}

/** A date in the reader's words, with the machine's form in `datetime`. */
export function DateText(props: { iso: string; form?: keyof typeof dateForms }) {
  const locale = useLocale();
  return <time dateTime={props.iso}>{formatDate(props.iso, locale, props.form)}</time>;
}

/** The name of a code that stands under a parameter (`unit`, `node`, `fund` …). */
export type NameOf = (param: string, code: string) => string;

/** What a refusal is about as the reader writes it: dates in the reader's notation, names in place of codes. */
export function readable(params: Params, locale: Locale, name?: NameOf): Params {
  const said: Params = {};
  for (const [key, value] of Object.entries(params)) {
    if (typeof value !== 'string') said[key] = value;
    else if (/^\d{4}-\d{2}-\d{2}(, \d{4}-\d{2}-\d{2})*$/.test(value)) {
      said[key] = value
        .split(', ')
        .map((date) => formatDate(date, locale))
        .join(', ');
    } else said[key] = name?.(key, value) ?? value;
  }
  return said;
}
