import type { Report } from './report.ts';

/**
 * A copy of the report without what no document format can carry: control characters (XML 1.0 forbids
 * them), unpaired surrogates and non-characters. Line breaks and tabs stay.
 */
export function clean(report: Report): Report {
  return cleanValue(report) as Report;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanValue(inner)]));
}

/** Text that every format can carry. */
export function cleanText(text: string): string {
  // most texts are codes and plain words: nothing in them to look for
  if (PLAIN.test(text)) return text;
  const plain = text.isWellFormed() ? text : text.toWellFormed();
  return plain.replace(/\r\n?/g, '\n').replace(NOT_TEXT, '');
}

const PLAIN = /^[\t\n -~]*$/;

/** Control characters of both blocks (not tab, line feed) and the two non-characters. */
const NOT_TEXT = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

/** Text inside XML or HTML, in an element or in a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
