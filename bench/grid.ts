import type { Client } from 'pg';
import type { Db } from '#app/kernel/db.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { inTurn, ratio } from './measure.ts';
import { benchActor, benchId } from './money.ts';

type Bench = { db: Db; app: Client; owner: Client; say: (line: string) => void };

/**
 * One cell and a block of sixty saved in the budget grid of a draft with 3,750 lines: rights, locking of the
 * draft, conflict check and audit included, against the bare update of the same lines.
 */
export async function benchGrid({ db, app, owner, say }: Bench): Promise<void> {
  const actor = benchActor(7);
  const version = benchId('draft', '7');
  await makeDraft(owner, actor.institutionId, version);
  let round = 0;
  const save = (count: number) => () => {
    round += 1;
    const cells = Array.from({ length: count }, (_, i) => ({
      measure: `m${1 + Math.floor(i / 6)}`,
      component: 'component 1',
      unit: 'f1',
      fund: 'q',
      costKind: '',
      year: 2022 + (i % 6),
      side: 'eur' as const,
      value: 100_00 + round,
      seen: seen.get(i) ?? start.get(`m${1 + Math.floor(i / 6)} ${2022 + (i % 6)}`)!,
    }));
    for (const [i, cell] of cells.entries()) seen.set(i, cell.value);
    return inInstitution(db, actor.institutionId, async (tx) => {
      const { conflicts } = await saveBudget(tx, actor, { scheme: 'ka', document: 'plan-f1', cells });
      if (conflicts.length > 0) throw new Error('the benchmark conflicts with itself');
    });
  };
  const { rows } = await owner.query<{ key: string; cents: string; id: string }>(
    `select m.code || ' ' || l.year as key, l.cents, l.line_id as id from ledger_line l join measure m using (institution_id, measure_id)
      where l.institution_id = $1 and l.version_id = $2 and l.component = 'component 1' order by m.code, l.year`,
    [actor.institutionId, version],
  );
  const start = new Map(rows.map((row) => [row.key, Number(row.cents)]));
  const seen = new Map<number, number>();
  const bare = (count: number) => async () => {
    await app.query('begin');
    await app.query(`set local app.institution_id = '${actor.institutionId}'`);
    const ids = rows.slice(-count).map((row) => row.id);
    await app.query(
      'update ledger_line set cents = cents + 1 where institution_id = $1 and line_id = any($2::uuid[])',
      [actor.institutionId, ids],
    );
    await app.query('commit');
  };
  const t = await inTurn({ bareOne: bare(1), one: save(1), bareBlock: bare(60), block: save(60) });
  say('budget grid: cells saved in a draft of 3,750 lines');
  say(`  one cell, bare update         ${t.bareOne.median.toFixed(2)} ms`);
  say(`  one cell                      ${t.one.median.toFixed(2)} ms   ${ratio(t.one, t.bareOne)}`);
  say(`  sixty cells, bare update      ${t.bareBlock.median.toFixed(2)} ms`);
  say(`  sixty cells pasted            ${t.block.median.toFixed(2)} ms   ${ratio(t.block, t.bareBlock)}`);
}

async function makeDraft(owner: Client, institution: string, version: string): Promise<void> {
  await owner.query(
    `insert into version (institution_id, version_id, document_id, number, status, created_at)
     select institution_id, '${version}', document_id, 2, 'draft', now() from document
      where institution_id = '${institution}' and code = 'plan-f1';
     insert into measure_text (institution_id, version_id, measure_id, node_id, name, first_year, last_year, additionality)
     select distinct on (measure_id) l.institution_id, '${version}'::uuid, measure_id, node_id, 'measure', 2022, 2027, 'new'
       from ledger_line l join version v using (institution_id, version_id) join document d using (institution_id, document_id)
      where l.institution_id = '${institution}' and d.code = 'plan-f1' and l.stage = 'budgeted';
     insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id, component, year, cents)
     select l.institution_id, gen_random_uuid(), '${version}', stage, l.scheme_id, fund_id, l.unit_id, node_id, measure_id, component, year, cents
       from ledger_line l join version v using (institution_id, version_id) join document d using (institution_id, document_id)
      where l.institution_id = '${institution}' and d.code = 'plan-f1' and l.stage = 'budgeted'`,
  );
}
