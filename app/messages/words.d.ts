/** Made by scripts/word-parts.ts: how the browser loads each part of the words, in each language. */
declare module 'virtual:word-parts' {
  import type { Locale } from '#app/kernel/actor.ts';
  import type { Catalogue } from './catalogue.ts';

  export const parts: Record<string, Record<Locale, () => Promise<{ words: Catalogue }>>>;
}
