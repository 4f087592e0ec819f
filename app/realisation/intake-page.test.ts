import { beforeAll, describe, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action as forecastAction, loader as forecastLoader } from './forecast-page.tsx';
import { loader as exampleLoader } from './intake-example.ts';
import { action as fileAction, loader as fileLoader } from './intake-file-page.tsx';
import { action, loader } from './intake-page.tsx';
import { action as previewAction, loader as previewLoader } from './intake-preview-page.tsx';
import { loader as rowsLoader } from './intake-rows-page.tsx';
import { action as rulesAction, loader as rulesLoader } from './intake-rules-page.tsx';

const watched = watchedDatabase();
let place: LoadedInstitution;

beforeAll(async () => {
  const file = spendingInstitution();
  file.schemes![0]!.documentKinds!.push({
    ...{
      code: 'prognose',
      nameNl: 'Prognose',
      nameEn: 'Forecast',
      stage: 'forecast',
      unitKinds: ['faculty'],
    },
  });
  place = await loadInstitution(watched.db, file);
});

const now = new Date('2022-05-10T10:00:00Z');

async function ask<A>(
  fields: Record<string, string> | FormData | null = null,
  extra: Record<string, string> = {},
  login = 'controller-recht',
) {
  const form = fields === null || fields instanceof FormData ? (fields ?? undefined) : fields;
  const params = { scheme: 'ka', unit: 'recht', year: '2022', ...extra };
  const actor = await place.actor(login);
  // what a page asks itself; who is signed in was asked before
  watched.forget();
  return pageArgs<A>({ db: watched.db, actor, path: '/x', params, form, now });
}
const ended = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (thrown: unknown) => (thrown instanceof Response ? thrown.headers.get('location') : thrown),
  );

const head = 'Periode;Kpl;Grootboek;Tekst;Boekstuk;Bedrag';
const csv = [
  head,
  '2022-01;4711;40100;Docenten;M1;10.000,00',
  '2022-02;4711;40100;Docenten;M2;10.500,00',
  '2022-03;4711;40100;Docenten;M3;9.500,00',
  '2022-03;9100;45300;Fotograaf;M4;250,00',
].join('\n');

const hub = async () => loader(await ask<Parameters<typeof loader>[0]>());

describe('the whole way on the screens', () => {
  test('a file that is too large is refused in words, before it is read', async () => {
    type Args = Parameters<typeof action>[0];
    const args = await ask<Args>({ intent: 'upload' });
    const large = new Request((args as { request: Request }).request.url, {
      ...{ method: 'POST', body: 'x', headers: { 'content-length': String(30 * 1024 ** 2) } },
    });
    expect(await action({ ...(args as object), request: large } as Args)).toMatchObject({
      ...{ intent: 'upload', problem: { errors: [{ code: 'table.too-large', params: { megabytes: 20 } }] } },
    });
    expect((await hub()).files).toEqual([]);
  });

  test('an empty intake says what to do; a reader does not get in', async () => {
    const view = await hub();
    expect(view.files).toEqual([]);
    expect(view.totals.file.rows).toBe(0);
    expect(watched.queries).toBe(13);
    expect(await ended(loader(await ask<Parameters<typeof loader>[0]>(null, {}, 'lezer')))).toMatchObject({
      init: { status: 403 },
    });
  });

  test('a file is taken in, its columns confirmed and remembered', async () => {
    const form = new FormData();
    form.set('intent', 'upload');
    form.set('file', new File([csv], 'gb.csv'));
    type Args = Parameters<typeof action>[0];
    expect(await ended(action(await ask<Args>(form)))).toBe(
      '/schemes/ka/realisation/recht/2022/intake/files/1',
    );
    expect(await action(await ask<Args>(form))).toMatchObject({ problem: { code: 'intake.same-file' } });
    type FileArgs = Parameters<typeof fileLoader>[0];
    const view = await fileLoader(await ask<FileArgs>(null, { number: '1' }));
    expect(view).toMatchObject({ known: null, heads: head.split(';') });
    expect(view.mapping).toMatchObject({ columns: { period: 0, costCentre: 1, account: 2, amount: 5 } });
    const columns = {
      'column-0': 'period',
      'column-1': 'costCentre',
      'column-2': 'account',
      'column-3': 'description',
    };
    type FileAction = Parameters<typeof fileAction>[0];
    const order = {
      ...columns,
      grouping: '.',
      dates: 'dmy',
      costs: 'plus',
      asOf: '2022-04-05',
      complete: 'complete',
    };
    expect(await fileAction(await ask<FileAction>(order, { number: '1' }))).toMatchObject({
      problem: { errors: [{ code: 'intake.column-needed' }] },
    });
    // what two columns are said to be is asked, and every choice stays as it was made
    const whole = { ...order, 'column-4': 'reference', 'column-5': 'amount' };
    const twice = { ...whole, 'column-4': 'amount', asOf: '2022-04-06', complete: 'partial' };
    expect(await fileAction(await ask<FileAction>(twice, { number: '1' }))).toMatchObject({
      problem: { errors: [{ path: 'column-5', code: 'intake.column-twice', params: { field: 'amount' } }] },
      chosen: { 4: 'amount', 5: 'amount' },
      asked: { asOf: '2022-04-06', complete: false },
    });
    const hubAddress = '/schemes/ka/realisation/recht/2022/intake';
    expect(await ended(fileAction(await ask<FileAction>(whole, { number: '1' })))).toBe(
      `${hubAddress}?read=1`,
    );
    expect((await fileLoader(await ask<FileArgs>(null, { number: '1' }))).known).not.toBeNull();
  });

  test('a rule in two clicks, and what stays out with its reason', async () => {
    const view = await hub();
    expect(view.unmapped.map(({ costCentre, cents }) => [costCentre, cents])).toEqual([
      ...[
        ['4711', 3_000_000],
        ['9100', 25_000],
      ],
    ]);
    const target = view.targets.find((one) => one.label === 'Kleinere werkgroepen')!.value;
    type Args = Parameters<typeof action>[0];
    const row = { intent: 'rule', key: 'x', costCentre: '4711', account: '40100', description: 'Docenten' };
    expect(await action(await ask<Args>({ ...row, target, fund: 'kwaliteit' }))).toHaveProperty('done');
    const out = { intent: 'rule', key: 'y', costCentre: '9100', account: '45300', description: 'Fotograaf' };
    expect(
      await action(await ask<Args>({ ...out, outcome: 'exclude', exact: 'on', reason: '' })),
    ).toMatchObject({
      problem: { errors: [{ code: 'intake.reason-needed' }] },
    });
    await action(await ask<Args>({ ...out, outcome: 'exclude', exact: 'on', reason: 'Voorlichting' }));
    const after = await hub();
    expect(after.totals.unmapped.rows).toBe(0);
    expect(after.excluded).toEqual([{ rule: 2, reason: 'Voorlichting', rows: 1, cents: 25_000 }]);
  });

  test('rules show what they catch, change, move and go', async () => {
    type Args = Parameters<typeof rulesLoader>[0];
    const list = async () => (await rulesLoader(await ask<Args>())).rules;
    const [first, second] = await list();
    expect(watched.queries).toBe(13);
    expect([first!.catches.rows, second!.catches.rows]).toEqual([3, 1]);
    type Act = Parameters<typeof rulesAction>[0];
    await rulesAction(await ask<Act>({ intent: 'down', key: first!.ruleId }));
    expect((await list()).map((rule) => rule.ruleId)).toEqual([second!.ruleId, first!.ruleId]);
    const blank = { intent: 'save', key: '', outcome: 'book', fund: 'kwaliteit', target: 'theme:T1' };
    expect(await rulesAction(await ask<Act>(blank))).toMatchObject({
      problem: { errors: [{ code: 'intake.rule-for-all' }] },
    });
    await rulesAction(await ask<Act>({ ...blank, costCentre: '88*' }));
    const added = (await list()).at(-1)!;
    expect(added).toMatchObject({ costCentre: '88*', node: 'T1', catches: { rows: 0 } });
    const stale = { intent: 'remove', key: added.ruleId, revision: '7' };
    expect(await rulesAction(await ask<Act>(stale))).toMatchObject({
      problem: { code: 'intake.rule-changed' },
    });
    const revision = String(added.revision);
    await rulesAction(await ask<Act>({ intent: 'remove', key: added.ruleId, revision }));
    expect(await list()).toHaveLength(2);
  });

  test('the preview shows each cell; what was seen is booked, and leads back to its rows', async () => {
    type Args = Parameters<typeof previewLoader>[0];
    const view = await previewLoader(await ask<Args>());
    expect(watched.queries).toBe(16);
    expect(view.grid.periods).toEqual(['2022-01', '2022-02', '2022-03']);
    expect(view.grid.rows[0]!.cells['2022-02']).toMatchObject({ was: null, becomes: 1_050_000 });
    type Act = Parameters<typeof previewAction>[0];
    expect(await previewAction(await ask<Act>({ hash: 'old', state: 'final' }))).toMatchObject({
      problem: { code: 'intake.changed-since' },
    });
    expect(await ended(previewAction(await ask<Act>({ hash: view.hash!, state: 'provisional' })))).toBe(
      '/schemes/ka/realisation/recht/2022?booked=1',
    );
    const { lineId } = await watched.db.transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql.raw(`set local app.institution_id = '${place.institutionId}'`).execute(tx);
      return tx
        .selectFrom('ledgerLine')
        .select('lineId')
        .where('stage', '=', 'realised')
        .executeTakeFirstOrThrow();
    });
    const rows = await rowsLoader(await ask<Parameters<typeof rowsLoader>[0]>(null, { line: lineId }));
    expect(rows).toMatchObject({ name: 'Kleinere werkgroepen', count: 3, cents: 3_000_000 });
    expect(rows.rows.map((row) => row.rowNumber)).toEqual([2, 3, 4]);
  });

  test('a forecast stands apart from what is realised', async () => {
    type Args = Parameters<typeof forecastLoader>[0];
    const view = await forecastLoader(await ask<Args>());
    expect(watched.queries).toBe(9);
    expect(view.months).toBe(3);
    const row = view.rows.find((one) => one.name === 'Kleinere werkgroepen')!;
    expect(row).toMatchObject({ budget: 10_000_000, realised: 3_000_000, pace: 12_000_000, method: 'pace' });
    const fields = Object.fromEntries(
      view.rows.flatMap((one, i) => [
        [`place:${i}`, one.key],
        [`method:${i}`, one === row ? 'hand' : 'budget'],
        [`cents:${i}`, one === row ? '110.000,00' : ''],
      ]),
    );
    type Act = Parameters<typeof forecastAction>[0];
    const form = { ...fields, rows: String(view.rows.length), months: '3', seen: '0' };
    expect(await forecastAction(await ask<Act>(form))).toMatchObject({
      problem: { errors: [{ code: 'forecast.reason-needed' }] },
    });
    const reasons = Object.fromEntries(view.rows.map((_, i) => [`reason:${i}`, 'Vacatures in de zomer']));
    expect(await ended(forecastAction(await ask<Act>({ ...form, ...reasons })))).toMatch(
      /forecast\?saved=1$/,
    );
    const saved = await forecastLoader(await ask<Args>());
    expect(saved.rows.find((one) => one.key === row.key)).toMatchObject({
      saved: 11_000_000,
      realised: 3_000_000,
    });
    expect(saved.version).toMatchObject({ number: 1, months: 3 });
  });

  test('a period is closed by the institution’s controller', async () => {
    type Args = Parameters<typeof action>[0];
    const close = { intent: 'close', key: '2022-01', note: '' };
    expect(await action(await ask<Args>(close))).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await action(await ask<Args>(close, {}, 'controller'))).toHaveProperty('done');
    expect((await hub()).closed).toMatchObject([{ period: '2022-01', closedBy: 'Controller' }]);
  });

  test('the example file is one that this very screen reads', async () => {
    type Args = Parameters<typeof exampleLoader>[0];
    const answer = await exampleLoader(await ask<Args>(null, { format: 'csv' }));
    expect((await answer.text()).split('\r\n')[0]).toContain('Periode;Kostenplaats;Rekening');
    const form = new FormData();
    form.set('intent', 'upload');
    const book = await exampleLoader(await ask<Args>(null, { format: 'xlsx' }));
    form.set('file', new File([await book.arrayBuffer()], 'voorbeeld.xlsx'));
    expect(await ended(action(await ask<Parameters<typeof action>[0]>(form)))).toMatch(/files\/2$/);
  });
});
