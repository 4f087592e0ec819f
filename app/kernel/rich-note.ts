import type { RichDocument } from './rich-text.ts';

/**
 * Footnotes: whoever writes types a note where it belongs, as `[^the words of the note]`; what is read shows a number
 * there and the words at the end. Pure.
 */

const pattern = /\[\^([^[\]]+)\]/;

type Node = { type?: string; text?: string; marks?: unknown[]; content?: Node[] };

/** A note: its number, and its words. */
export type RichNote = { mark: string; inlines: { text: string }[] };

/** Numbers the notes of the texts that it is given, one after another. */
export class Notes {
  #last = 0;
  #open: RichNote[] = [];

  /** A text with its notes replaced by their numbers: a mark `note` on the words before it. */
  of(document: RichDocument): unknown {
    return this.#node(document as Node);
  }

  /** The notes since the last time that this was asked. */
  take(): RichNote[] {
    const notes = this.#open;
    this.#open = [];
    return notes;
  }

  #node(node: Node): Node {
    if (!node.content) return node;
    return { ...node, content: node.content.flatMap((child) => this.#child(child)) };
  }

  #child(node: Node): Node[] {
    if (node.type !== 'text') return [this.#node(node)];
    const parts: Node[] = [];
    let rest = node.text ?? '';
    for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
      this.#last += 1;
      const mark = String(this.#last);
      this.#open.push({ mark, inlines: [{ text: found[1]!.trim() }] });
      // the number hangs on the words before it
      const before = rest.slice(0, found.index).trimEnd();
      const marks = [...(node.marks ?? []), { type: 'note', attrs: { mark } }];
      parts.push({ ...node, text: before, marks });
      rest = rest.slice(found.index + found[0].length);
    }
    if (rest) parts.push({ ...node, text: rest });
    return parts;
  }
}

/** A quoted passage leaves the notes of its own text there: their numbers would lead astray where it is quoted. */
export function withoutNotes(body: RichDocument): RichDocument {
  return JSON.parse(JSON.stringify(body).replaceAll(/\s*\[\^[^[\]]+\]/g, '')) as RichDocument;
}
