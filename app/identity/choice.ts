import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';

/** Years as the options of a select. */
export function yearOptions(years: readonly number[]): { value: string; label: string }[] {
  return years.map((year) => ({ value: String(year), label: String(year) }));
}

/** Things with a code and names as the options of a select. */
export function codeOptions(
  locale: Locale,
  list: readonly { code: string; nameNl: string; nameEn: string }[],
): { value: string; label: string }[] {
  return list.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
}
