import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getMoney, getMoneyLines, type MoneyQuery, momentOf } from './money.server.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;

beforeAll(async () => {
  place = await loadInstitution(watched.db, smallInstitution());
});

/** A unit beside the small institution's: places and heirs by their place in the list, -1 is the root. */
type RandomUnit = {
  places: { parent: number; from: number; years: number }[];
  heirs: { unit: number; on: number }[];
};
type Random = { units: RandomUnit[]; lines: { unit: number; year: number; cents: number }[]; day: number };

const size = 6;
const year = fc.integer({ min: 2018, max: 2027 });
const anyUnit = fc.integer({ min: 0, max: size - 1 });
// Any placement and succession that the tables take: circles, gaps and units without any place included.
const random: fc.Arbitrary<Random> = fc.record({
  units: fc.array(
    fc.record({
      places: fc.array(
        fc.record({
          parent: fc.integer({ min: -1, max: size - 1 }),
          from: year,
          years: fc.integer({ min: 1, max: 5 }),
        }),
        { maxLength: 3 },
      ),
      heirs: fc.array(fc.record({ unit: anyUnit, on: year }), { maxLength: 2 }),
    }),
    { minLength: size, maxLength: size },
  ),
  lines: fc.array(fc.record({ unit: anyUnit, year, cents: fc.integer({ min: -5_000, max: 50_000 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
  day: year,
});

class RolledBack extends Error {}

/** Builds it in a transaction that is rolled back after the work. */
async function scene<T>(given: Random, work: (tx: Tx, base: MoneyQuery) => Promise<T>): Promise<T> {
  let result: T | undefined;
  await inInstitution(watched.db, place.institutionId, async (tx) => {
    result = await work(tx, await build(tx, given));
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return result as T;
}

async function build(tx: Tx, { units, lines, day }: Random): Promise<MoneyQuery> {
  const { institutionId } = place;
  const { rows } = await sql<{ root: string; versionId: string; schemeId: string; fundId: string }>`
    select (select unit_id from unit where code = 'klein') as root, v.version_id, f.scheme_id, f.fund_id
      from version v, fund f where v.status = 'draft' and f.code = 'kwaliteit'`.execute(tx);
  const { root, versionId, schemeId, fundId } = rows[0]!;
  await tx.deleteFrom('ledgerLine').where('versionId', '=', versionId).execute();
  const ids = units.map(() => newId());
  const idOf = (unit: number) => ids[unit] ?? root;
  const named = ids.map((unitId, i) => ({ unitId, code: `r${i}`, nameNl: `r${i}`, nameEn: `r${i}` }));
  await tx
    .insertInto('unit')
    .values(named.map((unit) => ({ ...unit, institutionId, kind: 'institute' })))
    .execute();
  for (const [i, { places }] of units.entries()) {
    let free = 0;
    for (const { parent, from, years } of places.toSorted((a, b) => a.from - b.from)) {
      if (from < free || idOf(parent) === ids[i]) continue;
      free = from + years;
      const valid = `[${from}-07-01,${free}-07-01)`;
      const placed = { institutionId, placementId: newId(), unitId: ids[i]!, parentId: idOf(parent), valid };
      await tx.insertInto('unitPlacement').values(placed).execute();
    }
  }
  for (const [i, { heirs }] of units.entries()) {
    for (const [unit, on] of new Map(heirs.map((heir) => [heir.unit, heir.on]))) {
      const succession = { institutionId, successionId: newId(), predecessorId: ids[i]!, kind: 'merge' };
      await tx
        .insertInto('unitSuccession')
        .values({ ...succession, successorId: idOf(unit), onDate: `${on}-07-01` })
        .execute();
    }
  }
  const common = { institutionId, versionId, schemeId, fundId, stage: 'budgeted' as const, component: 'x' };
  for (const line of lines)
    await tx
      .insertInto('ledgerLine')
      .values({ ...common, lineId: newId(), unitId: idOf(line.unit), year: line.year, cents: line.cents })
      .execute();
  return { schemeId, versionId, groupBy: [], asOf: momentOf(`${day}-09-01`).at };
}

const sum = (rows: { cents: number | null }[]) => rows.reduce((total, row) => total + (row.cents ?? 0), 0);
const choices = ([undefined, 'asOf', 'year'] as const).flatMap((tree) =>
  [0, 1, 2, 9].map((unitLevel) => ({ tree, unitLevel })),
);

describe('units after reorganisations, whatever they were', () => {
  test('the total is the same in every tree at every level, and no year gains or loses', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (given) => {
        const all = sum(given.lines);
        await scene(given, async (tx, base) => {
          for (const choice of choices) {
            const rows = await getMoney(tx, { ...base, ...choice, groupBy: ['unit', 'year'] });
            expect(sum(rows)).toBe(all);
            for (const of of new Set(rows.map((row) => row.year)))
              expect(sum(rows.filter((row) => row.year === of))).toBe(
                sum(given.lines.filter((line) => line.year === of)),
              );
            expect(sum(await getMoney(tx, { ...base, ...choice, groupBy: ['unit'] }))).toBe(all);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  test('what stands under the root is what its lines open to', async () => {
    await fc.assert(
      fc.asyncProperty(random, (given) =>
        scene(given, async (tx, base) => {
          for (const tree of ['asOf', 'year'] as const) {
            const rows = await getMoney(tx, { ...base, tree, unitLevel: 0, groupBy: ['unit'] });
            // a circle in the data hangs under nothing: such units stand for themselves alone
            const root = rows.filter((row) => row.unit === 'klein');
            const lines = await getMoneyLines(tx, { ...base, tree, unit: 'klein' });
            expect(sum(lines)).toBe(sum(root));
          }
        }),
      ),
      { numRuns: 25 },
    );
  });
});
