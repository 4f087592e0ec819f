/** What changed between two texts, by words. Pure. */

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Above this many cells of the table of common runs the middle is shown whole: 4,000 words against 4,000. */
const maxCells = 16_000_000;

/**
 * The difference of two texts by words: the longest common run of words stays, the rest goes or comes.
 * What two texts begin and end with alike costs nothing, so that a long text with a small change is cheap;
 * where more than 4,000 words remain on both sides these are shown whole, the old before the new.
 */
export function compareWords(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let head = 0;
  while (head < a.length && head < b.length && same(a[head]!, b[head]!)) head += 1;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && same(a[a.length - 1 - tail]!, b[b.length - 1 - tail]!)) tail += 1;
  return joined([
    ...b.slice(0, head).map((text) => piece('same', text)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...b.slice(b.length - tail).map((text) => piece('same', text)),
  ]);
}

function middle(a: readonly string[], b: readonly string[]): Piece[] {
  const gone = (words: readonly string[]) => words.map((text) => piece('gone', text));
  const come = (words: readonly string[]) => words.map((text) => piece('new', text));
  if (a.length === 0 || b.length === 0 || a.length * b.length > maxCells) return [...gone(a), ...come(b)];
  const width = b.length + 1;
  const length = commonRuns(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (same(a[i]!, b[j]!)) {
      pieces.push(piece('same', b[j]!));
      i += 1;
      j += 1;
    } else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) {
      pieces.push(piece('gone', a[i]!));
      i += 1;
    } else {
      pieces.push(piece('new', b[j]!));
      j += 1;
    }
  }
  return [...pieces, ...gone(a.slice(i)), ...come(b.slice(j))];
}

/** The length of the longest common run of words from each pair of places on. */
function commonRuns(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = same(a[i]!, b[j]!)
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  return length;
}

function same(a: string, b: string): boolean {
  return a.trim() === b.trim();
}

// Each word with the white space behind it, so that line ends survive.
function wordsOf(text: string): string[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => (/\s$/.test(word) ? word : `${word} `));
}

function piece(kind: Piece['kind'], text: string): Piece {
  return { kind, text };
}

/** Neighbouring words of one kind as one piece; within a change what goes stands before what comes. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) runs.push(piece('gone', gone));
    if (come) runs.push(piece('new', come));
    gone = '';
    come = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') come += text;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += text;
      else runs.push(piece('same', text));
    }
  }
  flush();
  return runs;
}
