import type { Locale } from '#app/kernel/actor.ts';

/** The name in the reader's language. */
export function nameIn(locale: Locale, one: { nameNl: string; nameEn: string }): string {
  return locale === 'en' ? one.nameEn : one.nameNl;
}

/** Things with a code and names as the options of a select. */
export function codeOptions(
  locale: Locale,
  list: readonly { code: string; nameNl: string; nameEn: string }[],
): { value: string; label: string }[] {
  return list.map((one) => ({ value: one.code, label: nameIn(locale, one) }));
}
