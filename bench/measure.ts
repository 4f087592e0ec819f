export type Timing = { median: number; p95: number };

/**
 * Times several ways of doing the same in turn (A B C, A B C …), so that a machine that slows down slows
 * all of them down; the first rounds warm up and do not count.
 * @returns milliseconds per run
 */
export async function inTurn<K extends string>(
  ways: Record<K, () => Promise<unknown>>,
  { rounds = 60, warmup = 8 }: { rounds?: number; warmup?: number } = {},
): Promise<Record<K, Timing>> {
  const names = Object.keys(ways) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds + warmup; round += 1) {
    for (const name of names) {
      const start = performance.now();
      await ways[name]();
      if (round >= warmup) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const sorted = times[name].toSorted((a, b) => a - b);
      return [
        name,
        { median: sorted[Math.floor(sorted.length / 2)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! },
      ];
    }),
  ) as Record<K, Timing>;
}

/** The ratio of two medians with one decimal, for a report. */
export function ratio(a: Timing, b: Timing): string {
  return `${(a.median / b.median).toFixed(2)}×`;
}
