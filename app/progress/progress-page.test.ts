import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { countByStatus, statementOf } from './overview.ts';
import { action as overviewAction, loader as overviewLoader } from './progress-page.tsx';
import { action as yearAction, loader as yearLoader } from './year-page.tsx';

const watched = watchedDatabase('voorbeeld');
const scheme = 'ka-2022-2027';
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, 'voorbeeld');
});

const now = new Date('2026-11-22T12:00:00Z');
const at = (unit: string, year: string) => ({ scheme, unit, year });

async function read(login: string, params: ReturnType<typeof at>, query = '') {
  const actor = await own.actor(login);
  watched.forget();
  const before = watched.statements;
  const data = await yearLoader(pageArgs({ db: watched.db, actor, path: `/${query}`, params, now }));
  return { ...data, count: watched.statements - before };
}

async function send(login: string, params: ReturnType<typeof at>, form: Record<string, string>) {
  const actor = await own.actor(login);
  return yearAction(pageArgs({ db: watched.db, actor, path: '/', params, form, now }));
}

async function overview(login: string, query: string) {
  const actor = await own.actor(login);
  watched.forget();
  const before = watched.statements;
  const path = `/${query}`;
  const data = await overviewLoader(pageArgs({ db: watched.db, actor, path, params: { scheme }, now }));
  return { ...data, count: watched.statements - before };
}

describe('the year of a unit', () => {
  test('shows the promise, last year’s words and the money beside what is told, in five statements', async () => {
    const { told, count } = await read('lezer', at('recht', '2025'));
    // five, and those that open and close the transaction
    expect(count).toBe(5 + 3);
    expect(told.report).toMatchObject({ number: 2, reason: expect.stringContaining('zeventien') });
    const lessons = told.measures.find((one) => one.code === 'docenttijd')!;
    expect(lessons.entry?.done).toContain('Zeventien');
    expect(lessons.last?.deviation).toContain('langdurig afwezig');
    expect(lessons.entry?.steps).toEqual([expect.objectContaining({ code: 'S1', reachedMilli: 17_000 })]);
    expect(lessons.steps.map((one) => one.kind)).toContain('end-state');
    expect(lessons.budget!.cents).toBeGreaterThan(0);
    expect(lessons.spent!.cents).toBeGreaterThan(0);
  });

  test('what was corrected can still be read, under its number', async () => {
    const { told } = await read('lezer', at('recht', '2025'), '?number=1');
    expect(told.measures.find((one) => one.code === 'docenttijd')?.entry?.done).toContain('Veertien');
    await expect(read('lezer', at('recht', '2025'), '?number=9')).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test('a draft is read by those who write it, and by nobody else', async () => {
    expect((await read('schrijver-recht', at('recht', '2026'))).told.report?.submittedAt).toBe(null);
    for (const login of ['lezer', 'lid-fr-recht', 'schrijver-beta', 'controller']) {
      const { told } = await read(login, at('recht', '2026'));
      expect(told.report, login).toBe(null);
      expect(told.measures.every((one) => one.entry === null)).toBe(true);
    }
  });

  test('a year is written, refused with every gap, completed, handed in and corrected', async () => {
    const place = at('mens', '2025');
    const { told } = await read('schrijver-mens', place);
    const places = told.measures.map((one) => `${one.document}/${one.code}`);
    const early = await send('schrijver-mens', place, {
      intent: 'submit',
      revision: String(told.report?.revision),
    });
    expect(early).toMatchObject({ problem: { code: 'progress.incomplete', status: 409 } });
    const gaps = 'problem' in early ? early.problem.blockers : [];
    expect(gaps).toContainEqual({
      code: 'progress.gap.status',
      params: { measure: 'Coaching van docenten' },
    });

    const form: Record<string, string> = {
      intent: 'save',
      revision: String(told.report?.revision),
      summary: 'Kort.',
    };
    for (const one of places) {
      form[`status:${one}`] = 'anders';
      form[`done:${one}`] = 'Er is gedaan wat kon.';
    }
    expect(await send('schrijver-mens', place, form)).toMatchObject({ done: { number: 1 } });
    const half = await read('schrijver-mens', place);
    const without = await send('schrijver-mens', place, {
      intent: 'submit',
      revision: String(half.told.report?.revision),
    });
    expect(without).toMatchObject({ problem: { code: 'progress.incomplete' } });
    expect(
      'problem' in without && without.problem.blockers.every((one) => one.code === 'progress.gap.deviation'),
    ).toBe(true);

    for (const one of places) form[`deviation:${one}`] = 'Er waren te weinig docenten.';
    form.revision = String(half.told.report?.revision);
    expect(await send('schrijver-mens', place, form)).toMatchObject({
      done: { revision: expect.any(Number) },
    });
    const whole = await read('schrijver-mens', place);
    const done = await send('schrijver-mens', place, {
      intent: 'submit',
      revision: String(whole.told.report?.revision),
    });
    expect(done).toMatchObject({ done: { number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect((await read('lid-fr-mens', place)).told.report).toMatchObject({ number: 1, summary: 'Kort.' });

    form.revision = String((whole.told.report?.revision ?? 0) + 1);
    expect(await send('schrijver-mens', place, form)).toMatchObject({
      problem: { code: 'progress.submitted' },
    });
    const correction = { intent: 'correct', reason: 'Een getal klopte niet.' };
    expect(await send('schrijver-mens', place, correction)).toMatchObject({ done: { number: 2 } });
    expect(await send('schrijver-mens', place, correction)).toMatchObject({
      problem: { code: 'progress.open' },
    });
    // until it is handed in, the first counts for everybody else
    expect((await read('lezer', place)).told.report).toMatchObject({ number: 1 });
  });

  test('two who write at once: the second sees it, and nothing typed is lost', async () => {
    const place = at('recht', '2026');
    const { told } = await read('schrijver-recht', place);
    const revision = String(told.report?.revision);
    const field = 'done:plan-recht/werkgroepen';
    const save = (login: string, done: string) =>
      send(login, place, {
        intent: 'save',
        revision,
        summary: '',
        [field]: done,
        'status:plan-recht/werkgroepen': 'loopt',
      });
    expect(await save('schrijver-recht', 'Eerste.')).toMatchObject({ done: {} });
    expect(await save('beleid', 'Tweede.')).toMatchObject({
      problem: { code: 'conflict' },
      typed: { [field]: 'Tweede.' },
    });
    const after = await read('schrijver-recht', place);
    expect(after.told.measures.find((one) => one.code === 'werkgroepen')?.entry?.done).toBe('Eerste.');
    // what the form left out stays
    expect(after.told.measures.find((one) => one.code === 'taalsteun')?.entry?.done).toContain('september');
  });

  test('last year’s words go into empty fields by one button, and what was typed is kept with it', async () => {
    const place = at('recht', '2026');
    const { told } = await read('schrijver-recht', place);
    const form = {
      ...{
        intent: 'save',
        revision: String(told.report?.revision),
        summary: '',
        copy: 'plan-recht/mentoraat',
      },
      'done:plan-recht/mentoraat': 'Nu zelf geschreven.',
      'reached:plan-recht/mentoraat/S2': '2,5',
    };
    await send('schrijver-recht', place, form);
    const { told: after } = await read('schrijver-recht', place);
    expect(after.measures.find((one) => one.code === 'mentoraat')?.entry).toMatchObject({
      done: 'Nu zelf geschreven.',
      nextStep: 'Werven onder masterstudenten.',
      status: null,
      steps: [{ code: 'S2', reachedMilli: 2500, note: '' }],
    });
    const wrong = {
      ...form,
      copy: '',
      revision: String(after.report?.revision),
      'reached:plan-recht/mentoraat/S2': 'veel',
    };
    expect(await send('schrijver-recht', place, wrong)).toMatchObject({
      problem: { errors: [{ path: 'reached:plan-recht/mentoraat/S2', code: 'step.number' }] },
    });
  });

  test('refuses who may not write, a measure that the plan has not, and a year outside the scheme', async () => {
    const save = { intent: 'save', revision: '0', summary: '' };
    for (const login of ['lezer', 'schrijver-beta', 'lid-fr-recht', 'controller-recht']) {
      const refused = await send(login, at('recht', '2027'), save);
      expect(refused, login).toMatchObject({ problem: { status: 403 } });
    }
    const unknown = { ...save, 'done:plan-recht/bestaat-niet': 'x' };
    expect(await send('schrijver-recht', at('recht', '2027'), unknown)).toMatchObject({
      problem: { errors: [{ code: 'progress.unknown-measure' }] },
    });
    await expect(read('lezer', at('recht', '2035'))).rejects.toMatchObject({ init: { status: 404 } });
    await expect(read('lezer', at('nergens', '2025'))).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('what was handed in stands in the database too', async () => {
    const change = (table: 'progressReport' | 'progressEntry') =>
      inInstitution(watched.db, own.institutionId, (tx) =>
        table === 'progressReport'
          ? tx.updateTable(table).set({ summary: 'anders' }).where('submittedAt', 'is not', null).execute()
          : tx.updateTable(table).set({ done: 'anders' }).execute(),
      );
    await expect(change('progressReport')).rejects.toThrow(/stands/);
    await expect(change('progressEntry')).rejects.toThrow(/stands/);
  });
});

describe('the overview', () => {
  test('[000-32] counts measures by status per unit and says over units what follows from them, in five statements', async () => {
    const { units, count, filter } = await overview('lezer', '?year=2025&theme=T1');
    // five, and those that open and close the transaction
    expect(count).toBe(5 + 3);
    const law = units.find((one) => one.unit.code === 'recht')!;
    expect(Object.fromEntries(countByStatus(law.measures))).toEqual({ loopt: 4, anders: 1 });
    const said = statementOf(units, filter);
    expect(said).toMatchObject({ units: 3, of: 4, measures: 4 });
    expect(said.least).toBeGreaterThan(0);
    expect(said.most).toBeGreaterThan(said.least!);
  });

  test('without a year it is the last that is over; nobody’s draft shows to a reader', async () => {
    const { year, units } = await overview('lezer', '');
    expect(year).toBe(2025);
    expect(units.every((one) => one.report === null || one.report.submittedAt !== null)).toBe(true);
  });

  test('the words for how a measure stands are the scheme’s: added, changed, and kept once used', async () => {
    const send = async (login: string, form: Record<string, string>) => {
      const actor = await own.actor(login);
      return overviewAction(pageArgs({ db: watched.db, actor, path: '/', params: { scheme }, form, now }));
    };
    const fresh = {
      intent: 'status',
      code: 'wacht',
      nameNl: 'wacht',
      nameEn: 'waits',
      deviates: 'on',
      revision: '0',
    };
    expect(await send('lezer', fresh)).toMatchObject({ problem: { status: 403 } });
    expect(await send('beleid', fresh)).toMatchObject({ done: { revision: 1 } });
    expect(await send('beleid', fresh)).toMatchObject({ problem: { code: 'conflict' } });
    const gone = { intent: 'status.remove', key: 'wacht', revision: '1' };
    expect(await send('beleid', gone)).toMatchObject({ done: null });
    const used = { intent: 'status.remove', key: 'loopt', revision: '1' };
    expect(await send('beleid', used)).toMatchObject({ problem: { code: 'progress.status-used' } });
  });
});
