import { readAmount } from '#app/kernel/amount-text.ts';
import type { Params } from '#app/kernel/rejection.ts';
import type { Cell } from '#app/ledger/table-read.ts';

/** What a mark before three digits means, when a person was asked: `1.234` is 1234 or 1 and a bit. */
export const notations = ['thousands', 'decimals'] as const;
export type Notation = (typeof notations)[number];
export type Grouping = '.' | ',';

export type CellRead =
  | { kind: 'value'; value: number }
  /** with a star; who knows no provisional amounts refuses it, as it does pm */
  | { kind: 'provisional'; value: number }
  | { kind: 'pm' }
  | { kind: 'empty' }
  | { kind: 'wrong'; code: string; params: Params };

/** How ambiguous texts of a file are read: as a person said, as other cells prove, or not at all. */
export type Reading = { notation: Notation | null; proven: Grouping | null };

/**
 * Reads the number of a cell. A spreadsheet's own number is exact up to binary noise; more decimals than the
 * ledger keeps are refused, not rounded away.
 * @param decimals 2 for euros into cents, 3 for FTE into thousandths
 */
export function readNumberCell(cell: Cell, decimals: number, reading: Reading): CellRead {
  const text = cell.text.trim();
  const wrong = (code: string, params: Params = {}): CellRead => ({
    kind: 'wrong',
    code: `realisation.${code}`,
    params: { value: text, ...params },
  });
  if (cell.formula && text === '') return wrong('formula');
  if (cell.percent) return wrong('not-a-number');
  if (cell.number !== null) {
    const scaled = cell.number * 10 ** decimals;
    const units = Math.round(scaled);
    if (!Number.isSafeInteger(units)) return wrong('not-a-number');
    return Math.abs(scaled - units) > 1e-4
      ? wrong('too-precise', { decimals })
      : { kind: 'value', value: units || 0 };
  }
  const read = readAmount(text, decimals, groupingFor(text, reading));
  if (read.kind !== 'ambiguous' && read.kind !== 'invalid') return read;
  if (read.kind === 'ambiguous') return wrong('ambiguous');
  return wrong(/^[\d.,\s€-]+$/.test(text) && /[.,]\d{3,}$/.test(text) ? 'too-precise' : 'not-a-number', {
    decimals,
  });
}

/** What a reader that knows no marks says of a cell that has one. */
export function unmarked(read: CellRead, cell: Cell): Exclude<CellRead, { kind: 'pm' | 'provisional' }> {
  if (read.kind !== 'pm' && read.kind !== 'provisional') return read;
  return { kind: 'wrong', code: 'realisation.not-a-number', params: { value: cell.text.trim() } };
}

function groupingFor(text: string, { notation, proven }: Reading): Grouping | undefined {
  if (notation === null) return proven ?? undefined;
  const mark: Grouping = text.includes('.') ? '.' : ',';
  if (notation === 'thousands') return mark;
  return mark === '.' ? ',' : '.';
}

/**
 * The thousands mark that the texts of a file prove: `1.234,56` and `12,5` prove the point, `0.5` the comma.
 * @returns null when nothing proves it, or when texts contradict each other
 */
export function provenGrouping(texts: readonly string[]): Grouping | null {
  const marks = new Set(texts.map(provenBy).filter((mark) => mark !== null));
  return marks.size === 1 ? [...marks][0]! : null;
}

function provenBy(text: string): Grouping | null {
  const digits = text.replace(/[\s€()+*-]/g, '');
  if (!/^\d[\d.,]*\d$/.test(digits)) return null;
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots + commas === 0) return null;
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? ',' : '.';
  const mark: Grouping = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return mark;
  const [whole = '', fraction = ''] = digits.split(mark);
  const either = fraction.length === 3 && whole.length <= 3 && whole !== '0';
  return either ? null : mark === '.' ? ',' : '.';
}
