/** The paragraphs of a plain text, without the empty lines between them. */
export function toPlainTextLines(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
