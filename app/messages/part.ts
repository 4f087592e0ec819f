import { parts } from 'virtual:word-parts';
import type { Catalogue } from './catalogue.ts';

/** The words that this browser has so far, in the language of its page: it grows as pages come with theirs. */
export const ownWords: Catalogue = {};
const asked = new Map<string, Promise<unknown>>();

/**
 * Begins to load parts of the words: a script asks for those that it shows (scripts/word-parts.ts writes the line).
 * @public
 */
export function needWords(names: readonly string[]): void {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'nl';
  for (const name of names.filter((one) => !asked.has(one))) {
    asked.set(
      name,
      parts[name]![locale]().then(({ words }) => Object.assign(ownWords, words)),
    );
  }
}

/**
 * Waits for the words of all scripts that have run; a page does, before it shows.
 * @public
 */
export async function wordsReady(): Promise<void> {
  await Promise.all(asked.values());
}
