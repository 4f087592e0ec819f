/**
 * Which figures a reader may not see so that no small one follows from the others. Pure.
 *
 * A figure is small by itself, or hidden along with one that is: of a sum of which all but one part are shown, the last
 * follows by subtraction, and so it does from sums of sums. Sums are looked at together.
 */

export type Figure = {
  key: string;
  /** below the threshold, or entered as such */
  small: boolean;
  /** how much there is to see of it: of what must be hidden along, the least is chosen */
  size: number;
};

/** One sum: its whole and its parts, by the keys of figures. */
export type Sum = { whole: string; parts: readonly string[] };

/** @returns the keys of figures that are not small themselves and are hidden along */
export function hiddenAlong(figures: readonly Figure[], sums: readonly Sum[]): Set<string> {
  const known = new Map(figures.map((one) => [one.key, one]));
  const hidden = new Set(figures.filter((one) => one.small).map((one) => one.key));
  const along = new Set<string>();
  const whole = sums
    .map(({ whole, parts }) => ({ whole, parts: parts.filter((key) => known.has(key)) }))
    .filter(({ whole, parts }) => known.has(whole) && parts.length > 0);
  for (;;) {
    const told = derivable(whole, hidden);
    if (told.length === 0) return along;
    const next =
      told.map((key) => companion([key], whole, { hidden, known })).find((one) => one !== null) ??
      companion([...hidden], whole, { hidden, known });
    // only when nothing is shown of any sum, and then nothing follows
    if (!next) return along;
    hidden.add(next);
    along.add(next);
  }
}

type Known = { hidden: ReadonlySet<string>; known: ReadonlyMap<string, Figure> };

/** What to hide along with figures: the smallest part beside one of them, else a whole. */
function companion(keys: readonly string[], sums: readonly Sum[], { hidden, known }: Known): string | null {
  const around = sums.filter(
    (one) => keys.includes(one.whole) || one.parts.some((part) => keys.includes(part)),
  );
  const smallest = (some: readonly string[]) =>
    some
      .filter((one) => !hidden.has(one))
      .sort((a, b) => known.get(a)!.size - known.get(b)!.size || (a < b ? -1 : 1));
  const parts = smallest(around.flatMap((one) => one.parts));
  const telling = parts.find((one) => known.get(one)!.size > 0);
  return telling ?? smallest(around.map((one) => one.whole))[0] ?? parts[0] ?? null;
}

// The largest prime below 2^26: products of two remainders stay exact in a double. Sums have coefficients 1 and -1, so
// that their determinants are far below it, and a remainder of nil is nil.
const prime = 67_108_859;

/** The hidden figures that the shown ones determine: those whose column is a pivot alone after elimination. */
function derivable(sums: readonly Sum[], hidden: ReadonlySet<string>): string[] {
  const keys = [...hidden];
  const at = new Map(keys.map((key, column) => [key, column]));
  const rows = sums
    .map(({ whole, parts }) => {
      const row = new Array<number>(keys.length).fill(0);
      const add = (key: string, sign: number) => {
        const column = at.get(key);
        if (column !== undefined) row[column] = (row[column]! + sign + prime) % prime;
      };
      add(whole, 1);
      for (const part of parts) add(part, -1);
      return row;
    })
    .filter((row) => row.some((one) => one !== 0));
  const reduced = eliminate(rows, keys.length);
  return reduced
    .filter((row) => row.filter((one) => one !== 0).length === 1)
    .map((row) => keys[row.findIndex((one) => one !== 0)]!);
}

/** The reduced row echelon form, modulo the prime. */
function eliminate(rows: number[][], columns: number): number[][] {
  let top = 0;
  for (let column = 0; column < columns && top < rows.length; column++) {
    const pivot = rows.findIndex((row, r) => r >= top && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const head = rows[top]!;
    const inverse = power(head[column]!, prime - 2);
    for (let c = 0; c < columns; c++) head[c] = (head[c]! * inverse) % prime;
    for (const [r, row] of rows.entries()) {
      const factor = row[column]!;
      if (r === top || factor === 0) continue;
      for (let c = 0; c < columns; c++) row[c] = (row[c]! + (prime - factor) * head[c]!) % prime;
    }
    top += 1;
  }
  return rows;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let rest = exponent, square = base; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
