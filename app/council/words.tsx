import type { ReactNode } from 'react';
import { useLocale } from '#app/ui/text.tsx';
import type { GlossaryWord } from './glossary.server.ts';
import './council.css';

/** A list of words with their meaning, in the reader's language. */
export function Words(props: {
  words: readonly GlossaryWord[];
  children?: ((word: GlossaryWord) => ReactNode) | undefined;
}) {
  const locale = useLocale();
  const en = locale === 'en';
  return (
    <dl className="words">
      {props.words.map((word) => (
        <div key={word.code}>
          <dt>{en ? word.wordEn : word.wordNl}</dt>
          <dd>
            {en ? word.meaningEn : word.meaningNl}
            {props.children?.(word)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
