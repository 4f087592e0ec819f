import { type AmountText, readAmount } from '#app/kernel/amount-text.ts';

/**
 * Reads the text that a spreadsheet puts on the clipboard: rows by line, cells by tab, a cell with tabs,
 * line ends or quotes inside double quotes. The closing line end that Excel adds is no row.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t') end();
    else if (char === '\n') {
      end();
      rows.push([]);
    } else cell += char;
  }
  end();
  return rows;
}

/** What a block shows about its number notation: the thousands mark, nothing, or both at once. */
export type Notation = '.' | ',' | 'none' | 'mixed';

/**
 * The thousands mark that at least one text of a block proves. A text proves it when it reads in one
 * notation only: `1.234,56`, `1.234.567` and `12,5` prove `.`; `1,234.56` and `0.5` prove `,`.
 */
export function notationOf(texts: Iterable<string>): Notation {
  const seen = new Set<'.' | ','>();
  for (const text of texts) {
    const mark = provenMark(text.replace(/[^\d.,]/g, ''));
    if (mark) seen.add(mark);
  }
  if (seen.size === 2) return 'mixed';
  return [...seen][0] ?? 'none';
}

function provenMark(digits: string): '.' | ',' | null {
  if (!/^\d[\d.,]*\d$/.test(digits)) return null;
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots + commas === 0) return null;
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? ',' : '.';
  if (dots > 1) return '.';
  if (commas > 1) return ',';
  const mark = dots === 1 ? '.' : ',';
  const [whole = '', fraction = ''] = digits.split(mark);
  const couldGroup = fraction.length === 3 && whole.length <= 3 && whole !== '0';
  if (couldGroup) return null;
  return mark === '.' ? ',' : '.';
}

/** Reads a text in a block whose notation is known, if it is. @param decimals 2 for cents, 3 for FTE */
export function readIn(text: string, decimals: number, notation: Notation): AmountText {
  return notation === '.' || notation === ','
    ? readAmount(text, decimals, notation)
    : readAmount(text, decimals);
}
