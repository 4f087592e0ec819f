import { useText } from '#app/ui/text.tsx';
import type { Piece } from './word-diff.ts';

/**
 * Two texts as one: what went is struck through, what came is underlined, and both are said to those who
 * hear the page. With `side` only what stood in the old, or stands in the new text.
 */
export function Diff({ pieces, side }: { pieces: readonly Piece[]; side?: 'before' | 'after' }) {
  const text = useText();
  const hidden = side === 'before' ? 'new' : side === 'after' ? 'gone' : null;
  return (
    <p className="said diff">
      {pieces
        .filter((piece) => piece.kind !== hidden)
        .map((piece, index) => {
          const key = `${index} ${piece.kind}`;
          if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
          const Change = piece.kind === 'gone' ? 'del' : 'ins';
          // the space behind the last word stays outside the mark
          const words = piece.text.trimEnd();
          return (
            <span key={key}>
              <Change>
                <span className="visually-hidden">{text(`diff.${piece.kind}`)}</span>
                {words}
                <span className="visually-hidden">{text('diff.end')}</span>
              </Change>
              {piece.text.slice(words.length)}
            </span>
          );
        })}
    </p>
  );
}
