import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { type Db, inInstitution, openDb } from './db.server.ts';
import { keptSettings, settingAt } from './setting-at.server.ts';

let database: FreshDatabase;
let db: Db;
let institutionId: string;
let schemeId: string;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  ({ institutionId } = await loadInstitution(db, smallInstitution('bekend')));
  const scheme = await inInstitution(db, institutionId, (tx) =>
    tx.selectFrom('scheme').select('schemeId').executeTakeFirstOrThrow(),
  );
  schemeId = scheme.schemeId;
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

type Rates = Record<number, number>;
type Act = { year: number; cents: number | null };

const act = fc.record({
  year: fc.integer({ min: 2022, max: 2024 }),
  cents: fc.option(fc.integer({ min: 1, max: 3 })),
});

/** One change as a use case makes it: in a transaction of its own. */
const change = ({ year, cents }: Act) =>
  inInstitution(db, institutionId, async (tx) => {
    if (cents === null) {
      await tx
        .deleteFrom('schemeRate')
        .where('schemeId', '=', schemeId)
        .where('fromYear', '=', year)
        .execute();
      return;
    }
    await tx
      .insertInto('schemeRate')
      .values({ institutionId, schemeId, fromYear: year, fteCents: cents })
      .onConflict((conflict) =>
        conflict.columns(['institutionId', 'schemeId', 'fromYear']).doUpdateSet({ fteCents: cents }),
      )
      .execute();
  });

const ratesAt = (knownOn: Date | null): Promise<Rates> =>
  inInstitution(db, institutionId, async (tx) => {
    const { rows } = await sql<{ fromYear: number; fteCents: number }>`
      select from_year, fte_cents from ${settingAt('scheme_rate', knownOn)} r where r.scheme_id = ${schemeId}`.execute(
      tx,
    );
    expect(new Set(rows.map((row) => row.fromYear)).size).toBe(rows.length);
    return Object.fromEntries(rows.map((row) => [row.fromYear, row.fteCents]));
  });

/** A moment of the database's clock, in the whole milliseconds that a Date has, after all that was done and before all to come. */
async function moment(): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '2 milliseconds' as at`.execute(db);
  await sql`select pg_sleep(0.005)`.execute(db);
  return rows[0]!.at;
}

test('what was known at any moment is what stood in the table then, whatever was changed since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const seen = [{ at: await moment(), rates: await ratesAt(null) }];
      for (const one of acts) {
        await change(one);
        seen.push({ at: await moment(), rates: await ratesAt(null) });
      }
      for (const { at, rates } of seen) expect(await ratesAt(at)).toEqual(rates);
    }),
    { numRuns: 15 },
  );
});

test('two changes of one transaction leave nothing between them; one that changes nothing leaves no past', async () => {
  await change({ year: 2022, cents: 5 });
  const before = await moment();
  await inInstitution(db, institutionId, async (tx) => {
    for (const fteCents of [6, 7])
      await tx.updateTable('schemeRate').set({ fteCents }).where('fromYear', '=', 2022).execute();
  });
  const after = await moment();
  const past = () =>
    inInstitution(db, institutionId, (tx) =>
      tx.selectFrom('settingPast').select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow(),
    );
  const kept = await past();
  await change({ year: 2022, cents: 7 });
  expect(await past()).toEqual(kept);
  expect([(await ratesAt(before))[2022], (await ratesAt(after))[2022]]).toEqual([5, 7]);
});

test('what was known cannot be rewritten', async () => {
  const rewrite = inInstitution(db, institutionId, (tx) =>
    tx.updateTable('settingPast').set({ key: 'x' }).execute(),
  );
  await expect(rewrite).rejects.toThrow('append-only');
});

test.each(keptSettings)('%s reads alike now and as known now', async (table) => {
  const at = await moment();
  await inInstitution(db, institutionId, async (tx) => {
    const rows = async (source: ReturnType<typeof settingAt>) =>
      (
        await sql<{
          row: unknown;
        }>`select to_jsonb(x) as row from ${source} x order by to_jsonb(x)::text`.execute(tx)
      ).rows;
    expect(await rows(settingAt(table, at))).toEqual(await rows(settingAt(table)));
  });
});
