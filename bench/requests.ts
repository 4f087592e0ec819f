import { readFileSync } from 'node:fs';
import { type AkkoordProcess, cpuOf, memoryOf } from './akkoord-process.ts';
import { timingOf } from './measure.ts';
import type { Credentials } from './workbench.ts';

export type RequestBench = {
  server: AkkoordProcess;
  credentials: Credentials;
  /** process id of one connection of the database; its parent is the whole server */
  backend: number;
  say: (line: string) => void;
  rounds: number;
};

type Ask = { path: string; method?: string; body?: string; type?: string };

/** Sends one request as the benchmark's account: the API by token, pages by session. */
export async function ask({ server, credentials }: RequestBench, { path, method, body, type }: Ask) {
  const api = path.startsWith('/api/');
  const response = await fetch(server.origin + path, {
    method: method ?? 'GET',
    headers: {
      ...(api ? { authorization: `Bearer ${credentials.token}` } : { cookie: credentials.cookie }),
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  const bytes = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${method ?? 'GET'} ${path}: ${response.status} ${text(bytes)}`);
  return bytes;
}

const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes).slice(0, 300);

/** The database server as a process, as far as it runs on this machine. */
export function databasePid(backend: number): number {
  const stat = readFileSync(`/proc/${backend}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

type Asked = { what: string; target: string; make: () => Ask; share: number };

/** What is measured, each with the target of its CPU in ms and how often it is asked beside the others. */
export async function requestsOf(bench: RequestBench): Promise<Asked[]> {
  const at = '/api/v1/schemes/ka';
  let seen = await storedCell(bench);
  const cell = () => {
    const value = seen + 100;
    const one = { measure: 'm2', component: 'component 1', unit: 'f1', fund: 'q', costKind: '', year: 2022 };
    const body = JSON.stringify({ cells: [{ ...one, side: 'eur', value, seen }] });
    seen = value;
    return { path: `${at}/plans/grid/budget`, method: 'PATCH', body };
  };
  const get = (what: string, target: string, path: string, share = 1) => ({
    ...{ what, target, share },
    make: () => ({ path }),
  });
  return [
    get('JSON of a grid of 1,500 cells', '8', `${at}/plans/grid/budget`),
    get('totals by year and theme of a university', '5', `${at}/money?groupBy=node,year`),
    get('totals over the 12,000 lines of a draft', '5', `${at}/plans/large/totals?groupBy=node,year`),
    { what: 'one cell saved, with its new totals', target: '7', make: cell, share: 1 },
    get('XLSX of 12,000 cells', '400', `${at}/plans/large/budget/sheet?format=xlsx`, 0.2),
    get('CSV of 12,000 rows', '60', `${at}/plans/large/budget?format=csv`, 0.4),
    get('page of the grid of 1,500 cells', '60', '/schemes/ka/plans/grid/budget'),
    get('money page', '', '/schemes/ka/money'),
    get('overview', '', '/schemes/ka'),
  ];
}

/** One request: CPU of our processes and of the database's, the time it took, and the size of its answer. */
export async function costOf(bench: RequestBench, one: Ask) {
  const database = databasePid(bench.backend);
  const before = [cpuOf(bench.server.pid), cpuOf(database), performance.now()] as const;
  const size = (await ask(bench, one)).byteLength;
  const ms = performance.now() - before[2];
  return { cpu: cpuOf(bench.server.pid) - before[0], db: cpuOf(database) - before[1], ms, size };
}

/**
 * CPU per request of all our processes, one request at a time, with sign-in, rights, transaction, audit and the
 * answer's bytes; the database beside it, over its own processes.
 */
export async function benchRequests(bench: RequestBench): Promise<void> {
  const { server, say, rounds } = bench;
  say('\n| request | our CPU, median ms | target | database CPU | time | kB |\n|---|---|---|---|---|---|');
  for (const { what, target, make, share } of await requestsOf(bench)) {
    const times = Math.max(8, Math.round(rounds * share));
    for (let i = 0; i < times; i += 1) await ask(bench, make());
    const costs: Awaited<ReturnType<typeof costOf>>[] = [];
    for (let i = 0; i < times; i += 1) costs.push(await costOf(bench, make()));
    const of = (key: 'cpu' | 'db' | 'ms') => timingOf(costs.map((cost) => cost[key])).median.toFixed(1);
    const kB = Math.round(costs.at(-1)!.size / 1024);
    say(`| ${what} | ${of('cpu')} | ${target} | ${of('db')} | ${of('ms')} | ${kB} |`);
  }
  const { now, most } = memoryOf(server.pid);
  say(`\nresident memory after these: ${Math.round(now)} MB, at most ${Math.round(most)} MB (target 300)`);
}

async function storedCell(bench: RequestBench): Promise<number> {
  const bytes = await ask(bench, { path: '/api/v1/schemes/ka/plans/grid/budget' });
  const { lines } = JSON.parse(new TextDecoder().decode(bytes)) as {
    lines: { measure: string; component: string; year: number; cents: number }[];
  };
  return lines.find((one) => one.measure === 'm2' && one.component === 'component 1' && one.year === 2022)!
    .cents;
}
