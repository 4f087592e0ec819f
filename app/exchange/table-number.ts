/**
 * What one printed cell of a table says. The kernel's `readAmount` serves single inputs in safe integers;
 * a published table needs footnote marks, units and percentages stripped, bigint room, and one decision
 * on notation for all its cells together.
 */
import { DECIMALS } from '#app/ledger/check.ts';
import type { Cell } from '#app/ledger/table-read.ts';

export type Value =
  | { state: 'known'; value: bigint; unit: bigint; percent: boolean }
  /** nothing printed: nil or unknown, which only the sums around it can tell */
  | { state: 'blank' }
  /** a dash or "not applicable": printed as nothing to add */
  | { state: 'nil' }
  /** *pm*, masked, to be decided, unreadable, a formula without a kept value */
  | { state: 'unknown'; least: bigint | null; most: bigint | null }
  | { state: 'text' };

export type Grouping = '.' | ',';

const TEN = 10n;
const nilText = /^(?:[-–—−]+|n\.?\s?v\.?\s?t\.?|n\.?\/?a\.?|nihil|nil|none|geen|0?,--?)$/i;
const unknownText =
  /^(?:p\.?\s?m\.?|n\.?\s?n\.?\s?b\.?|n\.?\s?t\.?\s?b\.?|tb[dca]|onbekend|unknown|\?+|x|#\S+|\.{2,}|…)$/i;
const marks = /(?:\s*(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+|\[\w{1,2}\]|\s\d?\d\)))+$/;
const units =
  /(?:€|eur(?:o|os)?\b|\bk€|\bk\s?eur\b|k€|\bfte'?s?\b|\bmln\.?|\bmiljoen\b|\bmillion\b|\bk\b|(?<=\d)\s?[km](?=$|\s))/gi;

/** Reads a cell; `grouping` is the thousands mark of the table, for texts that could be read both ways. */
export function readValue(cell: Cell, grouping: Grouping | null): Value {
  if (cell.number !== null) return fromNumber(cell.number, cell);
  const text = cell.text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim();
  if (text === '') return cell.formula ? { state: 'unknown', least: null, most: null } : { state: 'blank' };
  const bare = text.replace(marks, '').trim();
  if (bare === '') return { state: 'blank' };
  if (nilText.test(bare)) return { state: 'nil' };
  if (unknownText.test(bare)) return { state: 'unknown', least: null, most: null };
  const masked = /^<\s*(\d{1,2})$/.exec(bare);
  if (masked) {
    return { state: 'unknown', least: 0n, most: (BigInt(masked[1]!) - 1n) * TEN ** BigInt(DECIMALS) };
  }
  return fromText(bare, grouping);
}

/** The digits of a text without sign, unit and marks, or null when it is no number. */
function digitsOf(text: string): { digits: string; negative: boolean; percent: boolean } | null {
  let rest = text.replace(marks, '').trim();
  const percent = /%/.test(rest);
  rest = rest
    .replace(/[%]|\bprocent\b|\bpercent\b|\bpct\b/gi, '')
    .replace(units, '')
    .replace(/[−–—]/g, '-')
    .trim();
  let negative = false;
  const bracketed = /^(-?)\s*\((.*)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[2]!.trim();
  }
  rest = rest.replace(/([.,])-+$/, '');
  if (/^-/.test(rest) || /\d\s*-$/.test(rest)) {
    negative = !negative || bracketed !== null;
    rest = rest.replace(/^-\s*|\s*-$/g, '');
  }
  rest = rest.replace(/^\+\s*/, '');
  // a space or apostrophe between groups of three
  if (/^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/.test(rest)) rest = rest.replace(/[ '’]/g, '');
  return /^(?:\d[\d.,]*|[.,]\d+)$/.test(rest) && !/[.,]$/.test(rest)
    ? { digits: rest, negative, percent }
    : null;
}

/** What the shape of a number proves about the thousands mark: `.`, `,`, nothing, or that both fit. */
export function groupingVote(text: string): Grouping | 'either' | null {
  const read = digitsOf(text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim());
  if (!read) return null;
  const { digits } = read;
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots + commas === 0) return null;
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? ',' : '.';
  const mark: Grouping = dots > 0 ? '.' : ',';
  const other: Grouping = mark === '.' ? ',' : '.';
  if (dots + commas > 1) return mark;
  const [whole = '', fraction = ''] = digits.split(mark);
  const either = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return either ? 'either' : other;
}

function fromText(text: string, grouping: Grouping | null): Value {
  const read = digitsOf(text);
  if (!read) return { state: 'text' };
  const { digits, negative, percent } = read;
  const vote = groupingVote(digits);
  // without any proof in the table a mark before three digits groups thousands, as money is printed
  const mark = vote === 'either' ? (grouping ?? (digits.includes('.') ? '.' : ',')) : vote;
  const decimalMark = mark === '.' ? ',' : '.';
  const plain = mark === null ? digits : digits.replaceAll(mark, '');
  const [whole = '0', fraction = ''] = plain.split(decimalMark);
  if (/\D/.test(whole + fraction) || fraction.length > DECIMALS) return { state: 'text' };
  const value = BigInt(whole + fraction.padEnd(DECIMALS, '0'));
  return {
    state: 'known',
    value: negative ? -value : value,
    unit: TEN ** BigInt(DECIMALS - fraction.length),
    percent,
  };
}

/**
 * A spreadsheet's number keeps more digits than it shows: the value is the kept one (so that sums tie),
 * the unit is the shown one (so that a typed, rounded total is a rounding and no error).
 */
function fromNumber(number: number, cell: Cell): Value {
  const shift = cell.percent ? 2 : 0;
  const plain = decimalText(number);
  if (plain === null) return { state: 'text' };
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const kept = DECIMALS + shift;
  const scaled = BigInt(whole + fraction.slice(0, kept).padEnd(kept, '0'));
  const shown = cell.decimals ?? Math.max(0, Math.min(fraction.length, kept) - shift);
  const decimals = Math.min(DECIMALS, Math.max(-12, shown));
  return {
    state: 'known',
    value: plain.startsWith('-') ? -scaled : scaled,
    unit: TEN ** BigInt(DECIMALS - decimals),
    percent: cell.percent,
  };
}

/** Shortest decimal text; binary noise beyond 12 significant decimals is dropped (0.1 + 0.2). */
function decimalText(number: number): string | null {
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return null;
  const text = String(Number(number.toPrecision(14)));
  return text.includes('e') ? number.toFixed(DECIMALS + 2) : text;
}
