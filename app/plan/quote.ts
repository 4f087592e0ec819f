import type { RichDocument } from '#app/document/rich-text.ts';
import { toPlainText } from '#app/document/rich-text.ts';
import type { RichBlock } from '#app/kernel/rich-text.ts';

/**
 * Quote: a passage of a lower report in an answer of a higher one: its words as they were submitted, with where
 * they come from. A passage is a paragraph, heading or list of the lower answer. Pure.
 */

/** The passages of an answer that say something, with their places. */
export function passagesOf(body: RichDocument): { at: number; block: RichBlock }[] {
  return body.content.flatMap((block, at) =>
    toPlainText({ type: 'doc', content: [block] }).trim() === '' ? [] : [{ at, block }],
  );
}

/** The chosen passages of an answer; all of it when none is chosen. */
export function quotedText(body: RichDocument, passages: readonly number[]): RichDocument {
  if (passages.length === 0) return body;
  return { type: 'doc', content: body.content.filter((_, at) => passages.includes(at)) };
}

/**
 * The places of the same passages in a newer text: where the same words stand, else the same place. Empty, which is
 * all of the answer, when the newer text has no such passages any more.
 */
export function carriedPassages(
  quoted: RichDocument,
  passages: readonly number[],
  newer: RichDocument,
): number[] {
  if (passages.length === 0) return [];
  const words = (block: RichBlock | undefined) =>
    block === undefined ? null : toPlainText({ type: 'doc', content: [block] });
  const places = quoted.content.map((block, i) => {
    const same = newer.content.findIndex((one) => words(one) === words(block));
    return same >= 0 ? same : passages[i]!;
  });
  const found = [...new Set(places)].filter((at) => newer.content[at] !== undefined);
  return found.length === places.length ? found.toSorted((a, b) => a - b) : [];
}

/** Whether two texts say the same words. */
export const saysSame = (one: RichDocument, two: RichDocument): boolean =>
  toPlainText(one) === toPlainText(two);

type Picked = {
  document: string | null;
  version: number | null;
  question: string;
  node: string | null;
  unitCode: string | null;
};

/** The value of the box that chooses a passage of a lower answer, or all of it. */
export function pickOf({ document, version, question, node, unitCode }: Picked, at: number | null): string {
  return [document, version, question, node ?? unitCode ?? '', at ?? 'all'].join('~');
}

/** Whether a quote stands in the answer to a question in this place. */
export function standsIn(
  quote: { question: string; node: string | null; unit: string | null },
  question: string,
  place: { node: string | null; unit: string | null },
): boolean {
  return quote.question === question && quote.node === place.node && quote.unit === place.unit;
}
