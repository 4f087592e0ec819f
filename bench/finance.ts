import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { cpuOf } from './akkoord-process.ts';
import { ask, databasePid, type RequestBench } from './requests.ts';

const rows = 100_000;

/**
 * A finance file of 100,000 lines: sent and kept, then read row by row into the intake, against COPY of the same
 * text into a bare table without keys. COPY reads a file of the database's machine, so only beside the embedded one.
 */
export async function benchFinance(bench: RequestBench & { owner: Client; dataDir: string }): Promise<void> {
  const { server, owner, say } = bench;
  const lines = Array.from({ length: rows }, (_, i) => {
    const period = `2026-${String(1 + (i % 10)).padStart(2, '0')}`;
    return `${period};${47000 + (i % 60)};${40000 + (i % 25)};Boeking ${i};${(10 + ((i * 7919) % 90000)) / 100}`;
  });
  const csv = `periode;kostenplaats;grootboekrekening;omschrijving;bedrag\n${lines.join('\n').replaceAll('.', ',')}\n`;
  const file = join(bench.dataDir, 'finance.csv');
  await writeFile(file, csv.replaceAll(',', '.'));
  await chmod(file, 0o644);
  await chmod(bench.dataDir, 0o755);
  await owner.query(
    'create temp table bare (period text, cost_centre text, account text, description text, amount numeric)',
  );
  const copy = await took(bench, () =>
    owner.query(`copy bare from '${file}' with (format csv, header, delimiter ';')`),
  );
  const at = '/api/v1/schemes/ka/realisation/p1/2026/intake/files';
  const sent = await took(bench, () => ask(bench, { path: at, method: 'POST', body: csv, type: 'text/csv' }));
  const columns = { period: 0, costCentre: 1, account: 2, description: 3, amount: 4 };
  const mapping = { columns, grouping: null };
  const body = JSON.stringify({ mapping, asOf: '2026-11-01', complete: true });
  const read = await took(bench, () => ask(bench, { path: `${at}/1/reading`, method: 'PUT', body }));
  await owner.query(`
    create temp table kept as select l.* from intake_line l join intake_file f using (institution_id, file_id)
      where f.number = 1 and f.row_count = ${rows};
    update kept set row_number = row_number + 10000000`);
  // the database writes it, as a user of its own
  const open = join(bench.dataDir, 'copy');
  await mkdir(open);
  await chmod(open, 0o777);
  const keptFile = join(open, 'kept.txt');
  await owner.query(`copy kept to '${keptFile}'`);
  // the same rows into the same table with its keys and checks, as its owner: policies do not let the application COPY
  await owner.query('begin; set local session_replication_role = origin');
  const keyed = await took(bench, () => owner.query(`copy intake_line from '${keptFile}'`));
  await owner.query('rollback');
  const line = (what: string, { ms, cpu, db }: typeof copy) =>
    say(
      `| ${what} | ${Math.round(ms)} | ${(ms / copy.ms).toFixed(1)} × | ${Math.round(cpu)} | ${Math.round(db)} |`,
    );
  say(
    `\n| ${rows.toLocaleString('en')} finance lines, ${Math.round(csv.length / 1024)} kB | ms | against COPY | our CPU | database CPU |`,
  );
  say('|---|---|---|---|---|');
  line('COPY into a bare table', copy);
  line('COPY of the rows read into their own table, its keys and checks', keyed);
  line('file sent, hashed and kept', sent);
  line('its rows read, checked and stored', read);

  async function took(_: RequestBench, work: () => Promise<unknown>) {
    const database = databasePid(bench.backend);
    const before = [cpuOf(server.pid), cpuOf(database), performance.now()] as const;
    await work();
    const ms = performance.now() - before[2];
    return { ms, cpu: cpuOf(server.pid) - before[0], db: cpuOf(database) - before[1] };
  }
}
