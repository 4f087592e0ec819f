import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loader as logLoader } from '#app/consultation/consultation-list-page.tsx';
import { loader as consultationLoader } from '#app/consultation/consultation-page.tsx';
import { loader as homeLoader } from '#app/home-page.tsx';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action, loader } from './cycle-page.tsx';
import { action as momentAction, loader as momentLoader } from './moment-page.tsx';
import { loader as partLoader } from './plan-part.tsx';
import { loader as supportLoader } from './support-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const now = new Date('2026-06-20T10:00:00Z');
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});
beforeEach(watched.forget);

async function ask(login: string, path: string, params: Record<string, string> = {}) {
  return { db: watched.db, actor: await place.actor(login), path, params: { scheme, ...params }, now };
}

async function cycle(login = 'lezer', query = '') {
  const args = await ask(login, `/schemes/${scheme}/cycle${query}`);
  watched.forget();
  return loader(pageArgs<Parameters<typeof loader>[0]>(args));
}

async function momentOf(step: string, unit: string, query = '') {
  const found = (await cycle('lezer', query)).moments.find((one) => one.step === step && one.unit === unit);
  if (!found) throw new Error(`no ${step} of ${unit}`);
  return found;
}

describe('the cycle of a year', () => {
  test('asks a fixed number of statements, and derives what a document says from the document', async () => {
    const { moments, started } = await cycle();
    expect(watched.queries).toBe(6);
    expect(started).toEqual([2023, 2025]);
    const report = (unit: string) =>
      moments.find((one) => one.step === 'facultair-verslag' && one.unit === unit)!;
    expect(report('recht')).toMatchObject({ standing: 'done', endedOn: '2025-12-11', dueOn: '2025-12-31' });
    expect(report('mens')).toMatchObject({ standing: 'late', endedOn: '2026-01-22' });
    expect(report('zorg')).toMatchObject({ standing: 'overdue', document: null });
    const moved = moments.find((one) => one.step === 'bestuursgesprek' && one.unit === 'beta')!;
    expect(moved).toMatchObject({ firstDueOn: '2026-05-12', dueOn: '2026-06-12', standing: 'done' });
  });

  test('only who manages the cycle starts a year; started twice it makes nothing twice', async () => {
    const post = async (login: string) => {
      const args = {
        ...(await ask(login, `/schemes/${scheme}/cycle`)),
        form: { intent: 'start', year: '2024' },
      };
      return action(pageArgs<Parameters<typeof action>[0]>(args));
    };
    expect(await post('lezer')).toMatchObject({ problem: { status: 403 } });
    expect(await post('schrijver-recht')).toMatchObject({ problem: { status: 403 } });
    const made = await post('beleid');
    expect(made).toMatchObject({ done: { year: 2024 } });
    expect((made as { done: { made: number } }).done.made).toBe(57);
    expect(await post('beleid')).toMatchObject({ problem: { code: 'cycle.complete' } });
    // the report over 2023-2024 is not there, the finance report of 2024 is
    expect(await momentOf('facultair-verslag', 'recht', '?year=2024')).toMatchObject({ standing: 'overdue' });
    expect(await momentOf('financieel-maart', 'recht', '?year=2024')).toMatchObject({
      endedOn: '2025-02-27',
    });
  });
});

describe('a moment', () => {
  const visit = async (login: string, moment: string, form?: Record<string, string>) => {
    const args = await ask(login, `/schemes/${scheme}/cycle/${moment}`, { moment });
    watched.forget();
    return form
      ? momentAction(pageArgs<Parameters<typeof momentAction>[0]>({ ...args, form }))
      : momentLoader(pageArgs<Parameters<typeof momentLoader>[0]>(args));
  };

  test('asks a fixed number of statements; its papers stand in the order in which they were sent', async () => {
    const { momentId } = await momentOf('besteding-ur', 'voorbeeld');
    const shown = await visit('lezer', momentId);
    expect(watched.queries).toBe(8);
    expect('papers' in shown && shown.papers.length).toBe(4);
    const added = await visit('griffier-recht', momentId, {
      intent: 'paper',
      sent: '2026-05',
      title: 'Brief',
    });
    expect(added).toMatchObject({ problem: { status: 403 } });
    await visit('beleid', momentId, { intent: 'paper', sent: '2026-04', title: 'Vooraankondiging' });
    const after = await visit('lezer', momentId);
    expect('papers' in after && after.papers.map((one) => one.title)[0]).toBe('Vooraankondiging');
    const impossible = { intent: 'paper', sent: '2026-02-31', title: 'Brief' };
    expect(await visit('beleid', momentId, impossible)).toMatchObject({ problem: { status: 400 } });
  });

  test('is moved and cancelled with a reason, and its first date stays', async () => {
    const moment = await momentOf('plan-bijstelling', 'recht', '?year=2023');
    const move = { intent: 'act', act: 'move', dueOn: '2024-09-01', revision: String(moment.revision) };
    expect(await visit('beleid', moment.momentId, move)).toMatchObject({
      problem: { errors: [{ path: 'reason' }] },
    });
    expect(await visit('lezer', moment.momentId, { ...move, reason: 'x' })).toMatchObject({
      problem: { status: 403 },
    });
    await visit('beleid', moment.momentId, { ...move, reason: 'Uitstel gegeven.' });
    expect(await momentOf('plan-bijstelling', 'recht', '?year=2023')).toMatchObject({
      ...{ status: 'moved', dueOn: '2024-09-01', firstDueOn: '2024-06-30', reason: 'Uitstel gegeven.' },
    });
    const stale = { ...move, dueOn: '2024-10-01', reason: 'y' };
    expect(await visit('beleid', moment.momentId, stale)).toMatchObject({ problem: { code: 'conflict' } });
    const trail = await inInstitution(watched.db, place.institutionId, (tx) =>
      tx
        .selectFrom('auditEntry')
        .select('action')
        .where('institutionId', '=', place.institutionId)
        .where('subjectId', '=', moment.momentId)
        .execute(),
    );
    expect(trail.map((one) => one.action)).toEqual(['moment.move']);
  });
});

test('[000-20] the plan page knows the deadline, after consent of the own council, and says in time or late', async () => {
  const args = await ask('lezer', `/schemes/${scheme}/plans/plan-recht`, { document: 'plan-recht' });
  watched.forget();
  const { moments, consultations } = await partLoader(pageArgs<Parameters<typeof partLoader>[0]>(args));
  expect(watched.queries).toBeLessThan(9);
  expect(moments).toMatchObject([{ step: 'plan-bijstelling', endedOn: '2024-06-06', standing: 'done' }]);
  expect(consultations.map((one) => one.title)).toContain('Enquête over begeleiding in het eerste jaar');
});

test('[000-23] the induction of new members is a moment of each unit, finished with what was told', async () => {
  const moment = await momentOf('inwerken', 'beta', '?year=2024');
  const post = async (login: string, form: Record<string, string>) => {
    const args = await ask(login, '/x', { moment: moment.momentId });
    return momentAction(pageArgs<Parameters<typeof momentAction>[0]>({ ...args, form }));
  };
  const notes = {
    intent: 'notes',
    notes: 'De afspraken en het eigen recht, aan negen leden.',
    revision: '1',
  };
  expect(await post('lezer', notes)).toMatchObject({ problem: { status: 403 } });
  expect(await post('beleid', notes)).toMatchObject({ done: {} });
  const finish = { intent: 'act', act: 'finish', doneOn: '2024-10-01', revision: '2' };
  expect(await post('beleid', finish)).toMatchObject({ done: {} });
  expect(await momentOf('inwerken', 'beta', '?year=2024')).toMatchObject({
    ...{ status: 'done', endedOn: '2024-10-01', notes: notes.notes },
  });
});

test('[000-22] the support of a year: decisions, documents and talks per faculty', async () => {
  const args = await ask('lezer', `/schemes/${scheme}/cycle/support?year=2025`);
  watched.forget();
  const { support } = await supportLoader(pageArgs<Parameters<typeof supportLoader>[0]>(args));
  expect(watched.queries).toBe(12);
  const law = support.units.find((one) => one.unit === 'recht')!;
  expect(law.decisions.map((one) => `${one.kind} ${one.outcome}`)).toEqual(['approval given']);
  expect(law.moments.map((one) => one.step)).toContain('bestuursgesprek');
  expect(law.moments.map((one) => one.unit)).toContain('b-notarieel');
  const science = support.units.find((one) => one.unit === 'beta')!;
  expect(science.consultations.map((one) => one.title)).toEqual(['Panel over practica']);
});

test('one’s own work holds what is due from one’s role and body, and not what others owe', async () => {
  const home = async (login: string) => {
    const args = await ask(login, '/');
    return (await homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>(args))).moments;
  };
  expect((await home('schrijver-zorg')).map((one) => `${one.step} ${one.unit}`)).toContain(
    'facultair-verslag zorg',
  );
  expect((await home('schrijver-recht')).filter((one) => one.unit !== 'recht')).toEqual([]);
  expect(await home('lezer')).toEqual([]);
});

test('the log and a consultation ask a fixed number of statements; a small group is masked', async () => {
  const log = await ask('lezer', `/schemes/${scheme}/consultations?method=panel`);
  watched.forget();
  const { consultations, total } = await logLoader(pageArgs<Parameters<typeof logLoader>[0]>(log));
  expect(watched.queries).toBe(4);
  expect([consultations.length, total]).toEqual([2, 11]);
  const { consultationId, parts } = consultations[0]!;
  expect(parts.map((one) => one.heads)).toEqual(['hidden', 'masked']);
  const one = await ask('lezer', '/x', { consultation: consultationId });
  watched.forget();
  await consultationLoader(pageArgs<Parameters<typeof consultationLoader>[0]>(one));
  expect(watched.queries).toBe(3);
});

// the last: what it makes stays
test('opens on the newest year in which something takes place, not on one with a meeting of its own or all cancelled', async () => {
  const post = async (form: Record<string, string>) => {
    const args = { ...(await ask('beleid', `/schemes/${scheme}/cycle`)), form };
    return action(pageArgs<Parameters<typeof action>[0]>(args));
  };
  const write = (statement: ReturnType<typeof sql>) =>
    inInstitution(watched.db, place.institutionId, (tx) => statement.execute(tx));
  await post({ intent: 'add', title: 'Extra overleg', body: 'ur', year: '2031', dueOn: '2031-10-14' });
  expect((await cycle()).year).toBe(2025);
  await post({ intent: 'start', year: '2026' });
  expect((await cycle()).year).toBe(2026);
  await write(sql`update moment set status = 'cancelled', reason = 'x' where year = 2026`);
  expect((await cycle()).year).toBe(2025);
});
