import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { saveBudget, saveBudgetWithTotals } from '#app/plan/budget.server.ts';
import { layOut } from '#app/render/layout.ts';
import { getMoneyView } from '#app/report/money.server.ts';
import { moneyTable } from '#app/report/money-view.ts';
import { getOverview } from '#app/report/overview.server.ts';
import { inTurn, ratio, type Timing } from './measure.ts';

/** The id that the generator gave to something: md5 of its names, as a UUID. */
function benchId(...names: string[]): string {
  const hex = createHash('md5').update(names.join('/')).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function benchActor(n: number): Actor {
  const mandate = { role: 'bench', permissions: ['plan.write' as const], unitIds: null, bodyId: null };
  return {
    institutionId: benchId('i', String(n)),
    accountId: null,
    kind: 'system',
    name: 'bench',
    locale: 'nl',
    mandates: [mandate],
  };
}

const now = new Date('2026-01-15T12:00:00Z');
const actor = benchActor(1);
const { institutionId } = actor;
const scheme = benchId('s', '1');

type Bench = { db: Db; bare: Client; say: (line: string) => void; rounds: number };

/**
 * The use cases of one institution, here without a server around them, against bare SQL for the same answer:
 * sent by `pg` in a transaction of its own, under the same role and row-level security, with the institution.
 */
export async function benchAnswers({ db, bare, say, rounds }: Bench): Promise<void> {
  const transaction = async (text: string, values: unknown[]) => {
    await bare.query('begin');
    await bare.query(`set local app.institution_id = '${institutionId}'`);
    await bare.query(text, values);
    await bare.query('commit');
  };
  const use = (work: (tx: Tx) => Promise<unknown>) => () => inInstitution(db, institutionId, work);
  const filter = { scheme: 'ka', asOf: null, knownOn: null, unit: null, fund: null, slice: 'node' as const };
  const page = async (tx: Tx) => {
    const { view } = await getMoneyView(tx, actor, filter, now);
    const table = moneyTable(view, 'keur', wordsOf('nl'), () => '/x');
    return layOut(table, { texts: renderTextsOf('nl'), language: 'nl' });
  };
  const overview = use((tx) => getOverview(tx, actor, { ...filter, tree: 'asOf' }, now));
  const view = use((tx) => getMoneyView(tx, actor, filter, now));
  const same = { view: await sentBy(view), overview: await sentBy(overview) };
  const replay = (statements: Sent[]) => async () => {
    await bare.query(`begin; set local app.institution_id = '${institutionId}'`);
    for (const statement of statements) await bare.query(statement);
    await bare.query('commit');
  };
  let seen = await firstCell(bare);
  let value = 1_000_000;
  const cell = () => {
    value = 1_000_000 + ((value + 1) % 1_000_000);
    const one = { measure: 'm1', component: 'component 1', unit: 'f1', fund: 'q', costKind: '', year: 2022 };
    const cells = [{ ...one, side: 'eur' as const, value, seen: seen.cents }];
    seen = { ...seen, cents: value };
    return { scheme: 'ka', document: 'grid', cells };
  };
  const t = await inTurn(
    {
      plain: () => transaction(bareFigures('version_total', plainForce), [scheme, now]),
      best: () => transaction(bareFigures('version_total', guessedForce), [scheme, now]),
      sameMoney: replay(same.view),
      money: view,
      page: use(page),
      update: () =>
        transaction('update ledger_line set cents = cents where institution_id = $1 and line_id = $2', [
          institutionId,
          seen.line,
        ]),
      cell: use((tx) => saveBudget(tx, actor, cell())),
      totals: use((tx) => saveBudgetWithTotals(tx, actor, cell())),
    },
    { rounds },
  );
  const slow = await inTurn(
    {
      lines: () => transaction(bareFigures('ledger_line', plainForce), [scheme, now]),
      saved: async () => {
        await use((tx) => saveBudget(tx, actor, cell()))();
        await overview();
      },
      // an act that no list says leaves the chains as they were
      changed: async () => {
        await use((tx) => record(tx, actor, 'bench.act', { kind: 'scheme', id: scheme }, {}))();
        await overview();
      },
      sameOverview: replay(same.overview),
      overview,
    },
    { rounds: Math.max(5, Math.round(rounds / 4)), warmup: 2 },
  );
  const line = (what: string, timing: Timing, against = '') =>
    say(`| ${what} | ${timing.median.toFixed(2)} | ${timing.p95.toFixed(2)} | ${against} |`);
  say('\n| answer of one institution, in this process | median ms | p95 ms | against |\n|---|---|---|---|');
  line(
    'figures by theme, year and stage, bare SQL from the lines in force',
    slow.lines,
    `${ratio(slow.lines, t.plain)} the totals`,
  );
  line('the same, bare SQL from frozen totals, plainly written', t.plain, '1');
  line('the same, bare SQL from frozen totals, as well as we can write it', t.best, ratio(t.best, t.plain));
  line('answer of the money page, its 3 statements bare', t.sameMoney, '1');
  line('the same by the use case: names, unit tree, figures, funding', t.money, ratio(t.money, t.sameMoney));
  line('… with its table laid out', t.page, ratio(t.page, t.sameMoney));
  line(`answer of the overview, its ${same.overview.length} statements bare`, slow.sameOverview, '1');
  line('the same by the use case', slow.overview, ratio(slow.overview, slow.sameOverview));
  line('one budget cell saved, then the overview', slow.saved, ratio(slow.saved, slow.sameOverview));
  line(
    'an act that chains run over, then the overview: the untraceable total anew',
    slow.changed,
    ratio(slow.changed, slow.sameOverview),
  );
  line('one budget cell, bare update', t.update, '1');
  line('one budget cell saved: rights, lock, conflict check, audit', t.cell, ratio(t.cell, t.update));
  line(
    'one budget cell saved with its new totals up to the institution',
    t.totals,
    ratio(t.totals, t.update),
  );
}

type Sent = { name?: string; text: string; values: unknown[] };

/**
 * The statements with parameters that an answer takes, as they are sent the fourth time, when they have names: sent
 * again without rights, words or types of ours they are the bare SQL of the same answer.
 */
async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  for (let i = 0; i < 4; i += 1) await work();
  const sent: Sent[] = [];
  const own = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [one] = args as [Sent | string];
    if (typeof one === 'object' && one.values)
      sent.push({ name: one.name, text: one.text, values: one.values });
    return Reflect.apply(own, this, args);
  } as typeof own;
  try {
    await work();
  } finally {
    Client.prototype.query = own;
  }
  return sent;
}

const plainForce = 'valid @> $2::timestamptz and recorded @> $2::timestamptz';
const guessedForce = 'coalesce(valid @> $2::timestamptz and recorded @> $2::timestamptz, false)';

function bareFigures(table: 'version_total' | 'ledger_line', force: string): string {
  const from = `from ${table} where institution_id = '${institutionId}' and scheme_id = $1 and version_id in (
      select version_id from in_force where institution_id = '${institutionId}' and ${force})`;
  if (force === guessedForce) {
    return `select t.stage, n.code, t.year, t.cents from (select stage, node_id, year, sum(cents) as cents ${from}
              and stage in ('budgeted', 'realised', 'forecast') group by stage, node_id, year) t
              join node n on n.institution_id = '${institutionId}' and n.node_id = t.node_id`;
  }
  return `select t.stage, n.code, t.year, sum(t.cents) from (select * ${from}) t
            join node n on n.institution_id = t.institution_id and n.node_id = t.node_id group by 1, 2, 3`;
}

async function firstCell(bare: Client): Promise<{ line: string; cents: number }> {
  await bare.query('begin');
  await bare.query(`set local app.institution_id = '${institutionId}'`);
  const { rows } = await bare.query<{ line: string; cents: string }>(
    `select l.line_id as line, l.cents from ledger_line l where l.institution_id = $1 and l.version_id = $2
        and l.measure_id = $3 and l.component = 'component 1' and l.year = 2022`,
    [institutionId, benchId('bench', '1', 'grid', 'v'), benchId('bench', '1', 'grid', '1')],
  );
  await bare.query('commit');
  return { line: rows[0]!.line, cents: Number(rows[0]!.cents) };
}
