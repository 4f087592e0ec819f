import { beforeAll, expect, test } from 'vitest';
import * as documentPage from '#app/allocation/document-page.tsx';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { momentOf, versionMoment } from '#app/ledger/money.server.ts';
import { getBudget } from '#app/plan/budget-read.server.ts';
import { versionLine } from '#app/plan/plan-frame.tsx';
import * as planPage from '#app/plan/plan-page.tsx';
import { bookReport } from '#app/realisation/booking.server.ts';
import * as forecastPage from '#app/realisation/forecast-page.tsx';
import * as reportPage from '#app/realisation/report-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';

/** Pages of money and plans at an earlier moment: what stood then, and no acts. */
const watched = watchedDatabase('voorbeeld');
let own: LoadedInstitution;
let demo: LoadedInstitution;

const place = { scheme: 'ka', unit: 'recht', year: '2022' };

beforeAll(async () => {
  own = await loadInstitution(watched.db, spendingInstitution());
  demo = await loadInstitution(watched.db, 'voorbeeld');
  const controller = await own.actor('controller-recht');
  const locate = () => ({ path: '', params: {} });
  for (const [day, cents] of [
    ['2022-06-01T10:00:00Z', 10_000_00],
    ['2022-09-01T10:00:00Z', 30_000_00],
  ] as const) {
    const entry = { unit: '', theme: '', component: '', fund: '', costKind: '', note: '', year: null };
    const entries = [{ ...entry, measure: 'werkgroepen', cents, fteMilli: null }];
    const booking = { ...place, year: 2022, entries, locate, provisional: false, note: '' };
    await inInstitution(watched.db, controller.institutionId, (tx) =>
      bookReport(tx, controller, { ...booking, now: new Date(day) }),
    );
  }
});

async function report(query: string) {
  const actor = await own.actor('controller-recht');
  const path = `/schemes/ka/realisation/recht/2022${query}`;
  watched.forget();
  return reportPage.loader(pageArgs({ db: watched.db, actor, path, params: place }));
}

test('a report shows what was booked by a day, and nothing to write then', async () => {
  const spent = async (query: string) => {
    const { rows, mayRecord } = await report(query);
    return { cents: rows.find((row) => row.code === 'werkgroepen')?.booked?.cents, mayRecord };
  };
  expect(await spent('')).toEqual({ cents: 30_000_00, mayRecord: true });
  const now = watched.statements;
  expect(await spent('?asOf=2022-07-01')).toEqual({ cents: 10_000_00, mayRecord: false });
  expect(watched.statements).toBeLessThanOrEqual(now);
  expect(await spent('?asOf=2022-03-01')).toEqual({ cents: undefined, mayRecord: false });
  expect((await report('?asOf=2022-07-01')).versions.map((one) => [one.number, one.inForce])).toEqual([
    [1, true],
  ]);
});

test('[000-72] a forecast at an earlier day stands on what was booked by then, and nothing is saved there', async () => {
  const actor = await own.actor('controller-recht');
  const show = async (query: string) => {
    const path = `/schemes/ka/realisation/recht/2022/forecast${query}`;
    const now = new Date('2022-12-01T10:00:00Z');
    const { rows, mayRecord, asked } = await forecastPage.loader(
      pageArgs({ db: watched.db, actor, path, params: place, now }),
    );
    const realised = rows.map((row) => row.realised).filter((one) => one !== null);
    return { realised, mayRecord, asOf: asked.asOf };
  };
  expect(await show('')).toEqual({ realised: [30_000_00], mayRecord: true, asOf: null });
  expect(await show('?asOf=2022-07-01')).toEqual({
    ...{ realised: [10_000_00], mayRecord: false, asOf: '2022-07-01' },
  });
  expect((await show('?asOf=2022-03-01')).realised).toEqual([]);
});

test('a budget at a moment is that of the version in force then', async () => {
  const actor = await own.actor('lezer');
  const read = (asOf: string | undefined) =>
    inInstitution(watched.db, actor.institutionId, (tx: Tx) =>
      getBudget(tx, actor, { scheme: 'ka', document: 'plan-recht', moment: versionMoment({ asOf }) }),
    );
  expect((await read(undefined)).lines.length).toBeGreaterThan(0);
  expect((await read('2022-02-01')).lines.length).toBeGreaterThan(0);
  await expect(read('2020-01-01')).rejects.toThrow();
  expect(momentOf('2022-02-01').at.toISOString()).toBe('2022-02-01T22:59:59.999Z');
});

test('an allocation of the demo at an earlier day shows the version of then, without acts', async () => {
  const actor = await demo.actor('beleid');
  const { institutionId } = actor;
  const found = await inInstitution(watched.db, institutionId, (tx) =>
    tx
      .selectFrom('version as v')
      .innerJoin('document as d', 'd.documentId', 'v.documentId')
      .innerJoin('documentKind as k', 'k.kindId', 'd.kindId')
      .innerJoin('scheme as s', 's.schemeId', 'd.schemeId')
      .innerJoin('allocationRun as r', 'r.versionId', 'v.versionId')
      .select(['d.code as document', 's.code as scheme', 'v.adoptedAt'])
      .where('v.institutionId', '=', institutionId)
      .where('k.stage', '=', 'allocated')
      .where('v.number', '=', 1)
      .where('v.adoptedAt', 'is not', null)
      .executeTakeFirstOrThrow(),
  );
  const day = new Date(Number(found.adoptedAt) + 40 * 86_400_000).toISOString().slice(0, 10);
  const params = { scheme: found.scheme, document: found.document };
  const path = `/schemes/${params.scheme}/allocation/${params.document}?asOf=${day}`;
  const view = await documentPage.loader(pageArgs({ db: watched.db, actor, path, params }));
  expect(view.version.number).toBe(1);
  expect(Object.values(view.may)).not.toContain(true);
});

test('a plan at an earlier moment is told of in the words of then', async () => {
  const actor = await own.actor('lezer');
  const params = { scheme: 'ka', document: 'plan-recht' };
  const path = '/schemes/ka/plans/plan-recht?asOf=2022-02-01';
  const { plan, asked } = await planPage.loader(pageArgs({ db: watched.db, actor, path, params }));
  const words = (moment?: typeof asked) =>
    versionLine((key, values) => `${key} ${values?.status}`, 'nl', { ...plan, moment });
  expect(words(asked)).toBe('plan.line then');
  expect(words()).toBe('plan.line force');
});
