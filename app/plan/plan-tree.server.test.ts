import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { reorganised } from '#test/reorganised.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getBudget, getBudgetText } from './budget-read.server.ts';
import { getPlan } from './plan.server.ts';

/*
 * What was allocated to units that merged and moved since, as the plan of Law counts it: in 2022 to `oost` and `west`
 * (now `samen`), to `zwerf` (since July 2024 under Science) and to Law itself.
 */
const watched = watchedDatabase();
let place: LoadedInstitution;
const plan = { scheme: 'ka', document: 'plan-recht' };

beforeAll(async () => {
  const file = reorganised();
  const given = (unit: string, year: number, keur: number) => ({
    ...{ unit, year, fund: 'kwaliteit', cents: keur * 100_000 },
  });
  const day = '2021-12-01T10:00:00Z';
  file.schemes![0]!.documents!.push({
    ...{
      code: 'verdeling',
      kind: 'allocatie',
      unit: 'klein',
      title: 'Verdeling',
      firstYear: 2022,
      lastYear: 2024,
    },
    versions: [
      {
        ...{ number: 1, status: 'adopted', createdAt: day, submittedAt: day, adoptedAt: day },
        inForce: { from: day, recordedAt: day },
        lines: [
          ...[
            given('oost', 2022, 11),
            given('west', 2022, 22),
            given('zwerf', 2022, 7),
            given('recht', 2022, 100),
          ],
          ...[given('zwerf', 2024, 9), given('recht', 2024, 50)],
        ],
      },
    ],
  });
  place = await loadInstitution(watched.db, file);
});

/** What the plan was allocated in 2022 and 2024, in thousands of euros. */
async function allocated(asOf: string | null, tree?: Tree) {
  const actor = await place.actor('lezer');
  return inInstitution(watched.db, actor.institutionId, async (tx) => {
    const asked = { ...plan, moment: versionMoment({ asOf }), tree };
    const { remainders } = await getBudget(tx, actor, asked);
    const told = JSON.parse((await getBudgetText(tx, actor, asked)).text);
    expect(told.remainders).toEqual(JSON.parse(JSON.stringify(remainders)));
    expect((await getPlan(tx, actor, asked)).remainders).toEqual(remainders);
    const of = (year: number) =>
      remainders.find((one) => one.fund === 'kwaliteit' && one.year === year)?.allocated;
    return [2022, 2024].map((year) => (of(year) ?? 0) / 100_000);
  });
}

test('what went to units that are gone or moved counts by the tree of the day, or by that of each year', async () => {
  // today: what became `samen` is Law’s, `zwerf` is Science’s
  expect(await allocated(null)).toEqual([133, 50]);
  // the years themselves: `zwerf` was Law’s at the end of 2022, and no more at the end of 2024
  expect(await allocated(null, 'year')).toEqual([140, 50]);
  // a day before the move
  expect(await allocated('2023-06-01')).toEqual([140, 59]);
});

test('a plan names the units of the day, and those that are gone', async () => {
  const actor = await place.actor('lezer');
  const named = (asOf: string | null) =>
    inInstitution(watched.db, actor.institutionId, async (tx) => {
      const {
        units,
        others,
        reorganised: moved,
      } = await getPlan(tx, actor, {
        ...plan,
        moment: versionMoment({ asOf }),
      });
      return { units: units.map((one) => one.code), others: others.map((one) => one.code), moved };
    });
  expect(await named(null)).toEqual({
    units: ['recht', 'samen', 'links', 'rechts'],
    others: ['oost', 'west', 'groot', 'zwerf'],
    moved: true,
  });
  expect(await named('2023-06-01')).toEqual({
    units: ['recht', 'oost', 'west', 'groot', 'zwerf'],
    others: ['samen', 'links', 'rechts'],
    moved: true,
  });
});
