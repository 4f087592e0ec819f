import { fromPlainText, type RichDocument } from '#app/document/rich-text.ts';
import type { Note } from '#app/render/report.ts';

/**
 * Footnotes: whoever writes a report types a note where it belongs, as `[^the words of the note]`; the report prints
 * a number there and the words at the end of the chapter. Pure.
 */

const pattern = /\[\^([^[\]]+)\]/;

type Node = { type?: string; text?: string; marks?: unknown[]; content?: Node[] };

/** Numbers the notes of a whole report. */
export class Notes {
  #last = 0;
  #open: Note[] = [];

  /** A text with its notes replaced by their numbers. */
  of(document: RichDocument): unknown {
    return this.#node(document as Node);
  }

  /** The same for words that a template holds as plain text. */
  ofText(text: string): unknown {
    return this.of(fromPlainText(text));
  }

  /** The notes since the last time that this was asked. */
  take(): Note[] {
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
