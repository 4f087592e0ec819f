import { type EuroSum, inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import type { BudgetLine } from './budget.ts';

/** What changed between two versions of a plan, in money and in words. Pure. */

type Side = {
  measures: readonly { code: string; name: string; node: string }[];
  lines: readonly (BudgetLine & { node: string | null })[];
};

export type MeasureChange = {
  code: string;
  name: string;
  kind: 'new' | 'stopped' | 'extended' | 'reduced' | 'unchanged';
  before: number | null;
  after: number | null;
};

export type ThemeChange = {
  /** code of the theme; null for lines that stand under none */
  theme: string | null;
  /** cents over all years, FTE converted at the scheme's rates; null where the side has no line */
  before: number | null;
  after: number | null;
  difference: number;
  measures: MeasureChange[];
};

/**
 * The change of each theme's budget, with the measures that made it. The differences of the measures sum to
 * the theme's, but for the rounding of converted FTE.
 * @param root the topmost theme of a node
 */
export function compareBudgets(
  before: Side,
  after: Side,
  {
    rates,
    themes,
    root,
  }: { rates: readonly Rate[]; themes: readonly string[]; root: (node: string) => string },
): ThemeChange[] {
  const themeOf = (line: { node: string | null }) => (line.node === null ? null : root(line.node));
  const total = (side: Side, keep: (line: Side['lines'][number]) => boolean): number | null => {
    const lines = side.lines.filter(keep);
    return lines.length === 0 ? null : cents(inEuros(lines, rates));
  };
  const of = [...themes, null].map((theme): ThemeChange => {
    const was = total(before, (line) => themeOf(line) === theme);
    const is = total(after, (line) => themeOf(line) === theme);
    const codes = [...after.measures, ...before.measures]
      .filter((measure) => root(measure.node) === theme)
      .map((measure) => measure.code);
    return {
      theme,
      before: was,
      after: is,
      difference: (is ?? 0) - (was ?? 0),
      measures: [...new Set(codes)].map((code) =>
        changeOf(code, {
          was: before.measures.find((measure) => measure.code === code),
          is: after.measures.find((measure) => measure.code === code),
          before: total(before, (line) => line.measure === code),
          after: total(after, (line) => line.measure === code),
        }),
      ),
    };
  });
  return of.filter((change) => change.before !== null || change.after !== null || change.measures.length > 0);
}

function cents(sum: EuroSum): number {
  return sum.cents;
}

type Pair = {
  was: { name: string } | undefined;
  is: { name: string } | undefined;
  before: number | null;
  after: number | null;
};

function changeOf(code: string, { was, is, before, after }: Pair): MeasureChange {
  const more = (after ?? 0) - (before ?? 0);
  const kind = !was ? 'new' : !is ? 'stopped' : more > 0 ? 'extended' : more < 0 ? 'reduced' : 'unchanged';
  return { code, name: (is ?? was)?.name ?? code, kind, before, after };
}

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/**
 * The difference of two texts by words: the longest common run of words stays, the rest goes or comes.
 * Texts longer than 4,000 words each are shown whole, the old before the new.
 */
export function compareWords(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length * b.length > 16_000_000) {
    return joined([...a.map((text) => piece('gone', text)), ...b.map((text) => piece('new', text))]);
  }
  const same = (x: string, y: string) => x.trim() === y.trim();
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = same(a[i]!, b[j]!)
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i]!, b[j]!)) {
      pieces.push(piece('same', b[j]!));
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)
    ) {
      pieces.push(piece('gone', a[i]!));
      i += 1;
    } else {
      pieces.push(piece('new', b[j]!));
      j += 1;
    }
  }
  return joined(pieces);
}

// Each word with the white space behind it, so that line ends survive.
function wordsOf(text: string): string[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => (/\s$/.test(word) ? word : `${word} `));
}

function piece(kind: Piece['kind'], text: string): Piece {
  return { kind, text };
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
