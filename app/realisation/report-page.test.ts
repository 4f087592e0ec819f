import { Buffer } from 'node:buffer';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as overviewLoader } from './realisation-page.tsx';
import { action, loader } from './report-page.tsx';
import type { Outcome } from './report-post.server.ts';
import type { ReportView } from './report-view.ts';
import { loader as templateLoader } from './template-file.ts';
import { placeField } from './typed-row.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
let other: LoadedInstitution;

beforeAll(async () => {
  place = await loadInstitution(watched.db, spendingInstitution());
  other = await loadInstitution(watched.db, spendingInstitution('ander'));
});
beforeEach(watched.forget);

type LoaderArgs = Parameters<typeof loader>[0];
type ActionArgs = Parameters<typeof action>[0];

async function ask(login: string, year = '2022', where = place) {
  const params = { scheme: 'ka', unit: 'recht', year };
  return {
    db: watched.db,
    actor: await where.actor(login),
    path: `/schemes/ka/realisation/recht/${year}`,
    params,
  };
}

async function view(year = '2022', login = 'controller-recht'): Promise<ReportView> {
  return loader(pageArgs<LoaderArgs>(await ask(login, year)));
}

/** Posts as the form does; a redirect comes back as its address. */
async function post(fields: Record<string, string | File>, year = '2022', login = 'controller-recht') {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const args = pageArgs<ActionArgs>({ ...(await ask(login, year)), form });
  const result = await action(args).catch((thrown: unknown) => thrown);
  return result instanceof Response ? result.headers.get('location') : (result as Outcome);
}

async function rowFields(year: string, amounts: Record<string, string>): Promise<Record<string, string>> {
  const { rows } = await view(year);
  return Object.fromEntries([
    ['intent', 'preview-rows'],
    ['rows', String(rows.length)],
    ...rows.flatMap((row, i) => [
      [`place:${i}`, placeField(row.place)],
      [`eur:${i}`, amounts[row.code ?? ''] ?? ''],
    ]),
  ]);
}

const csv = (text: string, name = 'verslag.csv') => new File([Buffer.from(text)], name);

function previewOf(outcome: unknown): Extract<Outcome, { view: 'preview' }> {
  expect(outcome).toMatchObject({ view: 'preview' });
  return outcome as Extract<Outcome, { view: 'preview' }>;
}

describe('the pages', () => {
  test('ask a fixed number of statements, before and after anything is booked', async () => {
    const args = await ask('controller-recht', '2023');
    watched.forget();
    await loader(pageArgs<LoaderArgs>(args));
    expect(watched.queries).toBe(7);
    const confirm = {
      ...(await rowFields('2023', { werkgroepen: '5' })),
      intent: 'book',
      source: 'form',
      hash: await hashOf('2023', { werkgroepen: '5' }),
      'source-rows': await sourceRows('2023', { werkgroepen: '5' }),
    };
    await post(confirm, '2023');
    watched.forget();
    const after = await loader(pageArgs<LoaderArgs>(args));
    expect(watched.queries).toBe(7);
    expect(after.versions).toHaveLength(1);

    watched.forget();
    const overview = pageArgs<Parameters<typeof overviewLoader>[0]>({
      ...args,
      path: '/schemes/ka/realisation',
      params: { scheme: 'ka' },
    });
    const { units } = await overviewLoader(overview);
    expect(watched.queries).toBe(6);
    expect(units.map(({ unit, mayRecord }) => [unit.code, mayRecord])).toEqual([
      ['recht', true],
      ['beta', false],
    ]);
    const recht = units.find(({ unit }) => unit.code === 'recht')!;
    expect(recht.cells).toMatchObject([
      { year: 2022, realised: null, budget: 16_000_000 },
      { year: 2023, realised: 500, budget: 14_000_000, version: 1 },
      { year: 2024, realised: null },
    ]);
    expect(recht.bookers.map(({ nameNl }) => nameNl)).toEqual(['Faculteitscontroller', 'Controller']);
  });

  test('lead to sign-in without a session, and do not exist for another institution or year', async () => {
    const args = await ask('controller-recht');
    const away = await loader(pageArgs<LoaderArgs>({ ...args, actor: null })).catch((e: unknown) => e);
    expect((away as Response).headers.get('location')).toMatch(/^\/sign-in\?back=/);
    for (const year of ['2031', 'nu']) {
      const wrong = loader(pageArgs<LoaderArgs>(await ask('controller-recht', year)));
      await expect(wrong).rejects.toMatchObject({ init: { status: 404 } });
    }
    const stranger = await other.actor('controller');
    const foreign = { ...args, params: { ...args.params, unit: 'klein' }, actor: stranger };
    await expect(loader(pageArgs<LoaderArgs>(foreign))).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a reader sees the figures and cannot book', async () => {
    expect(await view('2022', 'lezer')).toMatchObject({ mayRecord: false });
    const outcome = await post(await rowFields('2022', { werkgroepen: '5' }), '2022', 'lezer');
    expect(outcome).toMatchObject({ view: 'edit', problem: { status: 403, code: 'forbidden' } });
  });
});

async function sourceRows(year: string, amounts: Record<string, string>): Promise<string> {
  const { source } = previewOf(await post(await rowFields(year, amounts), year));
  return JSON.stringify(source.kind === 'form' ? source.rows : []);
}

async function hashOf(year: string, amounts: Record<string, string>): Promise<string> {
  return previewOf(await post(await rowFields(year, amounts), year)).shown.hash;
}

describe('by form', () => {
  test('[000-66] budget beside what is typed; the preview, then exactly that is booked', async () => {
    const { rows } = await view('2022');
    expect(rows.map(({ code, budget, place: at }) => [code, at.component, budget?.cents])).toEqual([
      ['werkgroepen', '', 10_000_000],
      ['gasten', 'colleges', 1_000_000],
      ['gasten', 'reizen', 1_000_000],
      ['adviseurs', '', 4_000_000],
    ]);
    const typed = { werkgroepen: '98.765,43', adviseurs: '41000' };
    const { shown, source } = previewOf(await post(await rowFields('2022', typed)));
    expect(shown.changes.map(({ state, after }) => [state, after.cents])).toEqual([
      ['new', expect.any(Number)],
      ['new', expect.any(Number)],
    ]);
    expect(shown.checks).toMatchObject([{ code: 'over-budget', params: { over: 100_000 } }]);
    const confirm = {
      intent: 'book',
      source: 'form',
      hash: shown.hash,
      'source-rows': JSON.stringify((source as { rows: unknown }).rows),
      note: 'BFR maart',
    };
    expect(await post(confirm)).toBe('/schemes/ka/realisation/recht/2022?booked=1');
    const booked = await view('2022');
    expect(booked.versions).toMatchObject([
      { number: 1, inForce: true, cents: 13_976_543, note: 'BFR maart' },
    ]);
    // the same confirmation once more books nothing: it was made on what stood before
    expect(await post(confirm)).toMatchObject({
      view: 'preview',
      problem: { code: 'realisation.changed-since' },
    });
  });

  test('asks what 1.234 is at its field and keeps everything that was typed', async () => {
    const fields = await rowFields('2024', { werkgroepen: '1.234' });
    const outcome = await post({ ...fields, 'note:0': 'nog na te gaan' }, '2024');
    expect(outcome).toMatchObject({
      view: 'edit',
      problem: {
        errors: [
          {
            path: 'eur:0',
            code: 'realisation.ambiguous-typed',
            params: { thousands: 123_400, decimal: 123 },
          },
        ],
      },
    });
    expect((outcome as Extract<Outcome, { view: 'edit' }>).rows[0]).toMatchObject({
      eur: '1.234',
      note: 'nog na te gaan',
    });
    const answered = previewOf(await post({ ...fields, 'read-eur:0': 'thousands' }, '2024'));
    expect(answered.shown.changes).toMatchObject([{ after: { cents: 123_400 } }]);
  });

  test('an amount that is no number stays in its field with the reason', async () => {
    const outcome = await post(await rowFields('2024', { werkgroepen: 'veel' }), '2024');
    expect(outcome).toMatchObject({
      view: 'edit',
      rows: [{ eur: 'veel' }, { eur: '' }],
      problem: { errors: [{ path: 'eur:0', code: 'realisation.not-a-number' }] },
    });
  });

  test('spending outside the plan goes in a row of its own', async () => {
    const fields = await rowFields('2024', {});
    const index = Number(fields.rows);
    const extra = { rows: String(index + 1), [`what:${index}`]: 'theme:T3', [`eur:${index}`]: '12,50' };
    const { shown } = previewOf(await post({ ...fields, ...extra }, '2024'));
    expect(shown.checks).toMatchObject([{ code: 'excluded', params: { spent: 1250 } }]);
  });
});

describe('by file', () => {
  const upload = (file: File, year = '2024') => post({ intent: 'preview-file', file }, year);

  test('every wrong row is named; nothing is booked', async () => {
    const outcome = await upload(
      csv('Maatregel;Bedrag;Jaar\nadviseurs;1;2024\nonbekend;2;2024\nwerkgroepen;x;2023\n'),
    );
    expect(outcome).toMatchObject({
      view: 'wrong-file',
      file: 'verslag.csv',
      problem: {
        errors: [
          { code: 'realisation.measure-ended', params: { row: 2, column: 'Maatregel (A)' } },
          { code: 'realisation.unknown-measure', params: { row: 3 } },
          { code: 'realisation.not-a-number', params: { row: 4, column: 'Bedrag (B)' } },
          { code: 'realisation.year-other', params: { row: 4, column: 'Jaar (C)' } },
        ],
      },
    });
    expect((await view('2024')).versions).toEqual([]);
  });

  test('asks about 1.234 once for the file, without a second upload, and books what was shown', async () => {
    const asked = await upload(csv('Maatregel;Bedrag\nwerkgroepen;1.234\n'));
    expect(asked).toMatchObject({ view: 'ask', examples: ['1.234'] });
    const { file } = asked as Extract<Outcome, { view: 'ask' }>;
    const kept = { 'file-hash': file.sha256, 'file-name': file.name, notation: 'thousands' };
    const { shown } = previewOf(await post({ intent: 'preview-kept', ...kept }, '2024'));
    expect(shown.changes).toMatchObject([{ state: 'new', after: { cents: 123_400 } }]);
    const confirm = { intent: 'book', source: 'file', hash: shown.hash, state: 'provisional', ...kept };
    expect(await post(confirm, '2024')).toBe('/schemes/ka/realisation/recht/2024?booked=1');
    expect((await view('2024')).versions).toMatchObject([
      { cents: 123_400, provisional: true, files: [{ name: 'verslag.csv' }] },
    ]);
  });

  test('without a file, or with one of 50 MB, it says so', async () => {
    expect(await post({ intent: 'preview-file' })).toMatchObject({
      view: 'wrong-file',
      problem: { errors: [{ code: 'realisation.no-file' }] },
    });
    const large = new File([Buffer.alloc(50 * 1024 * 1024, 'a;1\n')], 'groot.csv');
    expect(await upload(large)).toMatchObject({ problem: { errors: [{ code: 'table.too-large' }] } });
  });

  test.each(['xlsx', 'ods', 'csv'])('the %s to fill in is read back as it was given out', async (format) => {
    const args = await ask('controller-recht', '2022');
    const response = await templateLoader(
      pageArgs<Parameters<typeof templateLoader>[0]>({ ...args, params: { ...args.params, format } }),
    );
    const file = new File([await response.arrayBuffer()], `recht.${format}`);
    const { shown, notes } = previewOf(await upload(file, '2022'));
    expect(shown.different).toBe(false);
    expect(notes?.ignored).toEqual(['Omschrijving', 'Begroot (EUR)']);
  });
});
