import { readAmount } from '#app/kernel/amount-text.ts';

/** How much, as people say it (`verdubbeld`, `x4`, `> 10 %`), and whether the figures agree with it. Pure. */

export const comparisons = ['exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most'] as const;
export type Comparison = (typeof comparisons)[number];
/** After divided by before, in thousandths. */
export type Factor = { comparison: Comparison; milli: number };

const openings: [RegExp, Comparison][] = [
  [/^(>=|≥|minstens|minimaal|ten minste|at least)\s*/, 'at-least'],
  [/^(<=|≤|hoogstens|maximaal|ten hoogste|at most)\s*/, 'at-most'],
  [/^(>|meer dan|ruim|more than|over)\s*/, 'more-than'],
  [/^(<|minder dan|less than|under)\s*/, 'less-than'],
  [/^(±|~|ca\.?|circa|ongeveer|about|approximately)\s*/, 'about'],
];

/** Words of magnitude by their stem, in Dutch and English, in thousandths. */
const words: [RegExp, number][] = [
  [/^(verdubbel|doubl|twofold)/, 2000],
  [/^(verdrievoudig|tripl|trebl|threefold)/, 3000],
  [/^(verviervoudig|quadrupl|fourfold)/, 4000],
  [/^(vervijfvoudig|quintupl|fivefold)/, 5000],
  [/^(gehalveer|halver|halv)/, 500],
];

/**
 * The factor that words name; null when they name none (`bescheiden`). A percentage is how much more it is, or how
 * much less where the words or the change say so.
 */
export function readFactor(text: string, less = false): Factor | null {
  let rest = text.toLowerCase().trim();
  let comparison: Comparison = 'exactly';
  for (const [pattern, named] of openings) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    comparison = named;
    break;
  }
  const word = words.find(([pattern]) => pattern.test(rest));
  if (word) return { comparison, milli: word[1] };
  const percent =
    /^([+\u2212-]?)\s*([\d.,]+)\s*(?:%|procent|percent|per cent)\s*(meer|minder|more|less)?$/.exec(rest);
  if (percent) {
    const tenths = numberIn(percent[2]!, 1);
    if (tenths === null) return null;
    const down = percent[3] ? /minder|less/.test(percent[3]) : percent[1] ? percent[1] !== '+' : less;
    return down && tenths > 1000 ? null : { comparison, milli: 1000 + (down ? -tenths : tenths) };
  }
  const times = /^(?:(?:x|×|factor|keer|times)\s*([\d.,]+)|([\d.,]+)\s*(?:x|×|keer|maal|times))$/.exec(rest);
  const milli = times ? numberIn(times[1] ?? times[2]!, 3) : null;
  return milli === null ? null : { comparison, milli };
}

function numberIn(text: string, decimals: number): number | null {
  const read = readAmount(text, decimals);
  if (read.kind === 'ambiguous') return read.asDecimal;
  return read.kind === 'value' ? read.value : null;
}

export type FactorCheck = {
  /** `unknown`: the figures to compare with are not there */
  state: 'agrees' | 'differs' | 'unknown';
  /** the real factor in thousandths, rounded; null when unknown */
  milli: number | null;
};

/**
 * Whether amounts agree with a stated factor. What is stated counts with one digit more than it says: `x2` is 1.95
 * to 2.05; `about` only with the digits that it says: 1.5 to 2.5.
 * @param before cents; null or not above zero: there is nothing to compare with
 */
export function checkFactor(factor: Factor, before: number | null, after: number | null): FactorCheck {
  if (before === null || after === null || before <= 0) return { state: 'unknown', milli: null };
  const { comparison, milli } = factor;
  const [a, b, stated] = [BigInt(after) * 1000n, BigInt(before), BigInt(milli)];
  const difference = a - stated * b;
  const size = difference < 0n ? -difference : difference;
  const digit = lastDigit(milli);
  const agrees = {
    exactly: () => size * 20n <= digit * b,
    about: () => size * 2n <= digit * b,
    'more-than': () => difference > 0n,
    'at-least': () => difference >= 0n,
    'less-than': () => difference < 0n,
    'at-most': () => difference <= 0n,
  }[comparison]();
  return { state: agrees ? 'agrees' : 'differs', milli: Math.round((after / before) * 1000) };
}

/** The worth of the last digit that is stated: of 2000 it is 1000, of 1100 it is 100. */
function lastDigit(milli: number): bigint {
  for (let digit = 1000; digit > 1; digit /= 10) if (milli % digit === 0) return BigInt(digit);
  return 1n;
}
