import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { getMoneyView } from '#app/report/money.server.ts';
import { moneyTable } from '#app/report/money-view.ts';
import { inTurn, ratio } from './measure.ts';

type Bench = { db: Db; app: Client; say: (line: string) => void };

/** The id that the generator gave to something: md5 of its names, as a UUID. */
export function benchId(...names: string[]): string {
  const hex = createHash('md5').update(names.join('/')).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function benchActor(n: number): Actor {
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

/** The table of the money page from frozen totals, against bare SQL from totals and from the lines. */
export async function benchMoney({ db, app, say }: Bench): Promise<void> {
  const actor = benchActor(7);
  const scheme = benchId('s', '7');
  const now = new Date('2026-01-15T12:00:00Z');
  const bare = (table: 'version_total' | 'ledger_line') => async () => {
    await app.query('begin');
    await app.query(`set local app.institution_id = '${actor.institutionId}'`);
    await app.query(
      `select t.stage, n.code, t.year, sum(t.cents) from ${table} t
         join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
        where t.institution_id = $1 and t.scheme_id = $2 and t.version_id in (
          select version_id from in_force where institution_id = $1 and valid @> $3::timestamptz and recorded @> $3::timestamptz)
        group by 1, 2, 3`,
      [actor.institutionId, scheme, now],
    );
    await app.query('commit');
  };
  const filter = { scheme: 'ka', asOf: null, knownOn: null, unit: null, fund: null, slice: 'node' as const };
  const figures = () => inInstitution(db, actor.institutionId, (tx) => getMoneyView(tx, actor, filter, now));
  const table = async () => {
    const { view } = await figures();
    return layOut(
      moneyTable(view, 'keur', wordsOf('nl'), () => '/x'),
      { texts: renderTextsOf('nl'), language: 'nl' },
    );
  };
  const t = await inTurn({
    bareTotals: bare('version_total'),
    bareLines: bare('ledger_line'),
    figures,
    table,
  });
  say('money page: figures by theme, year and stage of one institution');
  say(`  bare SQL from frozen totals   ${t.bareTotals.median.toFixed(2)} ms`);
  say(
    `  bare SQL from the lines       ${t.bareLines.median.toFixed(2)} ms   ${ratio(t.bareLines, t.bareTotals)} of totals`,
  );
  say(
    `  all figures of the page       ${t.figures.median.toFixed(2)} ms   ${ratio(t.figures, t.bareTotals)} of the bare totals, ${ratio(t.figures, t.bareLines)} of the bare lines`,
  );
  say(
    `  figures and laid-out table    ${t.table.median.toFixed(2)} ms   ${ratio(t.table, t.bareTotals)} of the bare totals\n`,
  );
}
