import { memoryOf } from './akkoord-process.ts';
import { timingOf } from './measure.ts';
import { ask, costOf, type RequestBench, requestsOf } from './requests.ts';

/**
 * The same requests of two builds in turn, each on a database of its own with the same rows: whatever else the machine
 * does, it does to both. Told as medians, and as the median of the ratios of the pairs.
 */
export async function benchAgainst(here: RequestBench, there: RequestBench): Promise<void> {
  const { say, rounds } = here;
  say(
    '\n| request | our CPU, median ms | target | against | ratio | database CPU, ratio |\n|---|---|---|---|---|---|',
  );
  const others = await requestsOf(there);
  for (const [index, one] of (await requestsOf(here)).entries()) {
    const both = [
      { bench: here, make: one.make },
      { bench: there, make: others[index]!.make },
    ];
    const times = Math.max(8, Math.round(rounds * one.share));
    for (let i = 0; i < times; i += 1) for (const { bench, make } of both) await ask(bench, make());
    const costs = both.map(() => [] as Awaited<ReturnType<typeof costOf>>[]);
    for (let i = 0; i < times * 2; i += 1) {
      // who comes first takes turns as well
      for (const which of i % 2 ? [0, 1] : [1, 0]) {
        costs[which]!.push(await costOf(both[which]!.bench, both[which]!.make()));
      }
    }
    const of = (which: 0 | 1) => timingOf(costs[which]!.map((cost) => cost.cpu)).median.toFixed(1);
    const ratio = (key: 'cpu' | 'db') =>
      timingOf(costs[0]!.map((cost, i) => cost[key] / costs[1]![i]![key])).median.toFixed(2);
    say(`| ${one.what} | ${of(0)} | ${one.target} | ${of(1)} | ${ratio('cpu')} | ${ratio('db')} |`);
  }
  const most = [here, there].map(({ server }) => Math.round(memoryOf(server.pid).most));
  say(`\nresident memory at most ${most.join(' against ')} MB`);
}
