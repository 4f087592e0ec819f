import autocannon from 'autocannon';
import { cpuOf, memoryOf } from './akkoord-process.ts';
import { databasePid, type RequestBench } from './requests.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** 200 clients at once for ten seconds over four reads: no 5xx, and what a request costs under that load. */
export async function benchLoad({ server, credentials, backend, say }: RequestBench): Promise<void> {
  const token = { authorization: `Bearer ${credentials.token}` };
  const paths: [string, Record<string, string>][] = [
    ['/api/v1/schemes/ka/money?groupBy=node,year', token],
    ['/api/v1/schemes/ka/plans/grid/budget', token],
    ['/schemes/ka/money', { cookie: credentials.cookie }],
    ['/schemes/ka', { cookie: credentials.cookie }],
  ];
  const database = databasePid(backend);
  const before = [cpuOf(server.pid), cpuOf(database)] as const;
  const result = await autocannon({
    url: server.origin,
    connections: 200,
    duration: 10,
    timeout: 60,
    requests: paths.map(([path, headers]) => ({ method: 'GET', path, headers })),
  });
  const all = result.requests.total || 1;
  const per = (cpu: number) => (cpu / all).toFixed(1);
  const memory = memoryOf(server.pid);
  say('\n| 200 clients, 10 s, two operations and two pages | |\n|---|---|');
  say(`| answers | ${result.requests.total}, ${result.requests.average.toFixed(0)} a second |`);
  say(
    `| 5xx, other than 2xx, errors, time-outs | ${result['5xx']}, ${result.non2xx}, ${result.errors}, ${result.timeouts} |`,
  );
  say(`| time, median and 99 % | ${result.latency.p50} and ${result.latency.p99} ms |`);
  say(
    `| our CPU, database CPU per answer | ${per(cpuOf(server.pid) - before[0])} and ${per(cpuOf(database) - before[1])} ms |`,
  );
  say(`| resident memory, at most | ${Math.round(memory.now)}, ${Math.round(memory.most)} MB |`);
  // what was asked last is still being answered: what is measured next would pay for it
  for (let before = -100, now = cpuOf(server.pid); now - before > 20; now = cpuOf(server.pid)) {
    before = now;
    await pause(500);
  }
}
