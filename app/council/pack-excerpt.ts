import type { Piece } from '#app/plan/word-diff.ts';
import { lengths, type PackText } from './pack.ts';

/** Texts cut to what a pack has room for. Pure. */

/** No longer than this, ending in an ellipsis at a word where it was longer. */
export function shortened(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : cut.length).trimEnd()}…`;
}

/** The last sentence that a text is in the middle of, at most 90 characters of it. */
function leadOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const start = Math.max(flat.lastIndexOf('. '), flat.lastIndexOf('? '), flat.lastIndexOf('! ')) + 1;
  const sentence = flat.slice(start).trimStart();
  return sentence.length <= 90 ? sentence : `…${sentence.slice(-89).replace(/^\S*/, '')}`;
}

/**
 * The first that changed in a text: from the sentence that it stands in, up to `lengths.excerpt` characters.
 * @returns also whether more changed than is shown
 */
export function excerptOf(pieces: readonly Piece[]): Pick<PackText, 'pieces' | 'cut'> {
  const first = pieces.findIndex((piece) => piece.kind !== 'same');
  if (first < 0) return { pieces: [], cut: false };
  const lead = first > 0 ? leadOf(pieces[first - 1]!.text) : '';
  const shown: Piece[] = lead ? [{ kind: 'same', text: lead }] : [];
  let left = lengths.excerpt;
  let index = first;
  for (; index < pieces.length && left > 20; index += 1) {
    const { kind, text } = pieces[index]!;
    const flat = text.replace(/\s+/g, ' ');
    const sentence = kind === 'same' ? (/^.*?[.?!](?=\s|$)/.exec(flat)?.[0] ?? flat) : flat;
    const cut = shortened(sentence, left);
    shown.push({ kind, text: cut === sentence.trim() ? sentence : `${cut} ` });
    left -= cut.length;
    if (kind === 'same' && sentence !== flat) {
      index += 1;
      break;
    }
  }
  const whole = (one: Piece, at: number) => at < index && left > 20 && one.kind !== 'same';
  const cut = pieces.some((one, at) => one.kind !== 'same' && !whole(one, at));
  return { pieces: shown, cut };
}
