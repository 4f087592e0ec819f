import { Client } from 'pg';
import { expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { pricesIn } from './line-rate.server.ts';

const watched = watchedDatabase('voorbeeld');

test('what one FTE costs is told of every line that names both sides, however many there are beside them', async () => {
  const place = await loadInstitution(watched.db, 'voorbeeld');
  const actor = await place.actor('lezer');
  const prices = () =>
    inInstitution(watched.db, actor.institutionId, async (tx) => {
      const { schemeId } = await tx
        .selectFrom('scheme')
        .select('schemeId')
        .where('code', '=', 'ka-2022-2027')
        .executeTakeFirstOrThrow();
      return pricesIn(tx, actor, { schemeId }, { firstYear: 2022, lastYear: 2027 });
    });
  const before = await prices();
  const stages = before.flatMap(({ year, implied }) =>
    Object.keys(implied).map((stage) => `${year} ${stage}`),
  );
  expect(stages.length).toBeGreaterThan(1);
  const owner = new Client(watched.owner);
  await owner.connect();
  // as a restore writes them: in the earliest year, in euros alone, on a version in force
  await owner.query(`
    set session_replication_role = replica;
    insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id, component, year, cents)
    select l.institution_id, gen_random_uuid(), l.version_id, l.stage, l.scheme_id, l.fund_id, l.unit_id, l.node_id, l.measure_id, 'meer ' || n, 2022, 100
      from (select l.* from ledger_line l
              join scheme s on s.institution_id = l.institution_id and s.scheme_id = l.scheme_id and s.code = 'ka-2022-2027'
              join in_force i on i.institution_id = l.institution_id and i.version_id = l.version_id
                   and i.valid @> now() and upper_inf(i.recorded)
             where l.stage = 'budgeted' and not l.memo order by l.line_id limit 1) l, generate_series(1, 5100) n`);
  const after = await prices();
  // gone again, so that a second try finds what the first did
  await owner.query(`delete from ledger_line where component like 'meer %'`);
  await owner.end();
  expect(after).toEqual(before);
});
