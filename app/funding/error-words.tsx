import type { FieldError, Params } from '#app/kernel/rejection.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';

export type ErrorWords = (error: Pick<FieldError, 'code' | 'params'>) => string;

/**
 * Refusals in the reader's words: dates in the reader's notation, and names in place of codes.
 * @param name gives the name of a code that stands under a parameter (`unit`, `node`, `fund` …)
 */
export function useErrorWords(name?: (param: string, code: string) => string): ErrorWords {
  const text = useText();
  const locale = useLocale();
  return ({ code, params }) => {
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
    return text(`rejection.${code}`, said);
  };
}
