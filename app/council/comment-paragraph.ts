import { type RichDocument, toPlainText } from '#app/document/rich-text.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { paragraphsOf } from './comment-place.ts';

/** Which paragraph of an answer: named by what it says. Pure. */

/** A text on one line. */
export const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Names a paragraph by what it says; white space does not count. */
export const paragraphHash = (text: string): string => sha256(flat(text));

/** The hash of the first paragraph that was not in the text before; null where it was all there, or nothing was. */
export function changedParagraph(before: RichDocument | null, after: RichDocument | null): string | null {
  if (!before || !after) return null;
  const was = new Set(paragraphsOf(toPlainText(before)).map(flat));
  const changed = paragraphsOf(toPlainText(after)).find((one) => !was.has(flat(one)));
  return changed === undefined ? null : paragraphHash(changed);
}
