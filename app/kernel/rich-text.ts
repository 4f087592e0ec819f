/**
 * The shape of section text as it is stored: a small part of ProseMirror's JSON. Only the shape: reading
 * and checking it belongs to `document/rich-text.ts`, drawing it to `ui/rich-text-view.tsx`.
 */
export type RichMark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } };
export type RichInline = { type: 'text'; text: string; marks?: RichMark[] } | { type: 'hardBreak' };
export type RichParagraph = { type: 'paragraph'; content?: RichInline[] };
export type RichHeading = { type: 'heading'; attrs: { level: 3 | 4 }; content?: RichInline[] };
export type RichItem = { type: 'listItem'; content: (RichParagraph | RichList)[] };
export type RichList =
  | { type: 'bulletList'; content: RichItem[] }
  | { type: 'orderedList'; attrs?: { start: number }; content: RichItem[] };
export type RichBlock = RichParagraph | RichHeading | RichList;
export type RichDocument = { type: 'doc'; content: RichBlock[] };
