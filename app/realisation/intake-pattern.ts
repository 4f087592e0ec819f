/**
 * A pattern for a cost centre or an account, as data: nothing matches all, `4711` that very code, `4711*` what
 * begins with it, `40000-40999` every code of the same length from the first to the last.
 */
export type Pattern =
  | { kind: 'any' }
  | { kind: 'exact'; code: string }
  | { kind: 'prefix'; code: string }
  | { kind: 'range'; from: string; through: string };

/** Reads a pattern as typed; a code may hold letters, digits, points, slashes and underscores. Null: it is none. */
export function readPattern(text: string): Pattern | null {
  const bare = text.replace(/\s+/g, '').replace(/[\u2012-\u2015]/g, '-');
  if (bare === '' || bare === '*') return { kind: 'any' };
  const prefix = /^([\w./]+)\*$/.exec(bare);
  if (prefix) return { kind: 'prefix', code: prefix[1]! };
  const range = /^(\w+)-(\w+)$/.exec(bare);
  if (range) {
    const [, from = '', through = ''] = range;
    return from.length === through.length && from <= through ? { kind: 'range', from, through } : null;
  }
  return /^[\w./]+$/.test(bare) ? { kind: 'exact', code: bare } : null;
}

/** As it is kept and shown: one notation for one pattern. */
export function printPattern(pattern: Pattern): string {
  if (pattern.kind === 'any') return '';
  if (pattern.kind === 'prefix') return `${pattern.code}*`;
  if (pattern.kind === 'range') return `${pattern.from}-${pattern.through}`;
  return pattern.code;
}

export function matchesPattern(pattern: Pattern, code: string): boolean {
  if (pattern.kind === 'any') return true;
  if (pattern.kind === 'exact') return code === pattern.code;
  if (pattern.kind === 'prefix') return code.startsWith(pattern.code);
  return code.length === pattern.from.length && pattern.from <= code && code <= pattern.through;
}

/** Above every number of leading characters that a prefix or range may fix. */
const whole = 100;

/**
 * How much a pattern says: the number of leading characters it fixes, an exact code more than any prefix, and a
 * range half a character more than the prefix that its ends share.
 */
export function specificity(pattern: Pattern): number {
  if (pattern.kind === 'any') return 0;
  if (pattern.kind === 'exact') return whole;
  if (pattern.kind === 'prefix') return Math.min(pattern.code.length, whole - 1);
  const { from, through } = pattern;
  let shared = 0;
  while (shared < from.length && from[shared] === through[shared]) shared += 1;
  return Math.min(shared, whole - 2) + 0.5;
}
