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
  return Object.fromEntries(names.map((name) => [name, timingOf(times[name])])) as Record<K, Timing>;
}

/** The middle one and the one that 19 of 20 stay under. */
export function timingOf(values: readonly number[]): Timing {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, p95: sorted[Math.floor(sorted.length * 0.95)]! };
}

/** The ratio of two medians with two decimals, for a report. */
export function ratio(a: Timing, b: Timing): string {
  return `${(a.median / b.median).toFixed(2)} ×`;
}

/**
 * How busy this machine is right now: the CPU of writing and reading the same JSON a hundred times, 12 MB in all. On
 * cores that others use as well the same work takes more of it, and so does all that is measured beside it.
 */
export function sayYardstick(say: (line: string) => void): void {
  let rows = Array.from({ length: 3000 }, (_, i) => ({ a: `x${i}`, b: i, c: [i, i + 1] }));
  const before = process.cpuUsage();
  for (let i = 0; i < 100; i += 1) rows = JSON.parse(JSON.stringify(rows)) as typeof rows;
  const { user, system } = process.cpuUsage(before);
  say(`yardstick: ${Math.round((user + system) / 1000)} ms of CPU for the same JSON`);
}
