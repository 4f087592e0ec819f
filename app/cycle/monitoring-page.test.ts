import { beforeAll, expect, test } from 'vitest';
import { loader as bodyLoader } from '#app/council/body-page.tsx';
import { loader as homeLoader } from '#app/home-page.tsx';
import { loader as fileLoader } from '#app/notice/year-calendar-file.ts';
import { loader as calendarLoader } from '#app/notice/year-calendar-page.tsx';
import { action as charterAction } from '#app/organisation/body-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action as cycleAction, loader as cycleLoader } from './cycle-page.tsx';
import { loader as momentLoader } from './moment-page.tsx';
import { loader as planLoader } from './monitoring-page.tsx';
import { natureOf } from './plan-picture.ts';

const watched = watchedDatabase('voorbeeld', 'leiden');
let leiden: LoadedInstitution;
let voorbeeld: LoadedInstitution;
const now = new Date('2026-11-22T10:00:00Z');
const wellbeing = 'studentenwelzijn';

beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
  voorbeeld = await loadInstitution(watched.db, 'voorbeeld');
});

type Ask = {
  at: LoadedInstitution;
  login: string;
  path?: string;
  params?: Record<string, string>;
  form?: Record<string, string>;
};
const args = async ({ at, login, path = '/', params = {}, form }: Ask) => ({
  ...{ db: watched.db, actor: await at.actor(login), path, params, now, ...(form && { form }) },
});
const plan = async (scheme: string) =>
  planLoader(
    pageArgs<Parameters<typeof planLoader>[0]>(
      await args({ at: leiden, login: 'lezer', params: { scheme } }),
    ),
  );
const body = async (at: LoadedInstitution, code: string) =>
  bodyLoader(
    pageArgs<Parameters<typeof bodyLoader>[0]>(await args({ at, login: 'lezer', params: { body: code } })),
  );
const cycle = async (year: number) =>
  cycleLoader(
    pageArgs<Parameters<typeof cycleLoader>[0]>(
      await args({ at: leiden, login: 'lezer', path: `/?year=${year}`, params: { scheme: wellbeing } }),
    ),
  );

test('[001-11] [000-81] Leiden’s levels have their tasks, instruments and uniform questions', async () => {
  const { steps, levels } = await plan('ka-2019-2024');
  expect(levels.slice(0, 2)).toEqual(['institution', 'faculty']);
  const tasks = steps.filter((step) => natureOf(step) === 'task');
  expect(tasks.map((step) => step.unitKinds[0]).toSorted()).toEqual(['faculty', 'institution', 'programme']);
  const step = (code: string) => steps.find((one) => one.code === code)!;
  expect(step('vakevaluaties').noteNl).toContain('uniforme vragen');
  expect(step('midterm')).toMatchObject({
    feeds: ['plan-van-aanpak'],
    alsoNl: expect.stringContaining('buiten Leiden'),
  });
  expect(step('evaluatieformulieren').frequencyNl).toContain('jaarlijks besproken');
  expect(step('ojv').feeds).toEqual(['onderwijsjaarverslag']);
  expect(step('onderwijsjaarverslag').feeds).toEqual(['voortgangsrapportage']);
  const ties = steps.filter((one) => one.connects.length > 0).map((one) => one.code);
  expect(ties).toEqual(
    expect.arrayContaining(['onderwijsberaad', 'ambtelijk-onderwijsberaad', 'bestuursberaad']),
  );
});

test('[000-53] [002-26] a network says what it is for, who chairs it and on what it advises; only an administrator changes it', async () => {
  expect((await body(leiden, 'netwerk-officers')).charter.chairNl).toContain('programmamanager');
  const shown = await body(voorbeeld, 'netwerk-kz');
  expect(shown.charter.adviceNl).toContain('Adviseert het College van Bestuur');
  expect(shown.members).toHaveLength(6);
  expect(shown.moments.filter((one) => one.step === 'netwerk-kz')).toHaveLength(10);
  const change = async (login: string, revision: string) => {
    const form = { intent: 'charter', key: '', revision, aimsNl: 'Samen leren' };
    const given = await args({ at: voorbeeld, login, params: { body: 'netwerk-kz' }, form });
    return charterAction(pageArgs<Parameters<typeof charterAction>[0]>(given));
  };
  expect(await change('lezer', '1')).toMatchObject({ problem: { status: 403 } });
  expect(await change('beheer', '1')).toHaveProperty('done');
  expect(await change('beheer', '1')).toMatchObject({ problem: { code: 'conflict' } });
  expect((await body(voorbeeld, 'netwerk-kz')).charter).toMatchObject({ aimsNl: 'Samen leren', chairNl: '' });
});

test('[002-23] [002-25] the plan of action has its work plans and its report, by role; [002-11] its evaluation is dated', async () => {
  const { steps } = await plan(wellbeing);
  const step = (code: string) => steps.find((one) => one.code === code)!;
  expect(step('werkplan')).toMatchObject({ role: 'well-being-officer', kind: 'werkplan' });
  expect(step('werkplan').alsoNl).toContain('assessor');
  expect(step('voortgangsrapportage')).toMatchObject({ role: 'programmamanager' });
  const evaluation = (await cycle(2024)).moments.find((one) => one.step === 'tussenevaluatie')!;
  expect(evaluation).toMatchObject({ dueOn: '2024-12-31', precision: 'month', standing: 'overdue' });
  const add = async (form: Record<string, string>) => {
    const given = await args({
      at: leiden,
      login: 'beleid',
      params: { scheme: wellbeing },
      form: { intent: 'add', key: '', ...form },
    });
    return cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(given));
  };
  expect(await add({ step: 'werkplan', unit: 'fgw', year: '2026', dueOn: '2026-12-01' })).toMatchObject({
    done: { made: 1 },
  });
  expect(
    await add({ step: 'onderwijsberaad', unit: 'leiden', year: '2026', dueOn: '2026-12-15' }),
  ).toHaveProperty('done');
  const { moments } = await cycle(2026);
  expect(moments.find((one) => one.step === 'werkplan')).toMatchObject({
    roleNl: 'Facultaire well-being officer',
  });
  const meeting = moments.find((one) => one.step === 'onderwijsberaad')!;
  const given = await args({
    at: leiden,
    login: 'lezer',
    params: { scheme: wellbeing, moment: meeting.momentId },
  });
  const shown = await momentLoader(pageArgs<Parameters<typeof momentLoader>[0]>(given));
  expect(shown.meeting?.items.map((one) => one.titleNl)).toEqual([
    'Studentenwelzijn: werkplannen van de faculteiten',
  ]);
  expect(shown.meeting?.feeds).toMatchObject([{ step: 'werkplan', moments: [{ unit: 'fgw' }] }]);
});

test('[002-7] [002-8] the year calendar has every level in it, recurring activities too, and comes as a file', async () => {
  const start = await args({
    ...{ at: leiden, login: 'beleid', params: { scheme: wellbeing } },
    form: { intent: 'start', key: '', year: '2025' },
  });
  expect(await cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(start))).toHaveProperty('done');
  const params = { scheme: wellbeing };
  const given = await args({ at: leiden, login: 'lezer', path: '/?year=2025', params });
  watched.forget();
  const { months } = await calendarLoader(pageArgs<Parameters<typeof calendarLoader>[0]>(given));
  expect(watched.queries).toBe(3);
  expect(months).toHaveLength(20);
  expect(months.filter((one) => one.calendar && one.academic).map((one) => one.month)).toEqual([
    ...['2025-09', '2025-10', '2025-11', '2025-12'],
  ]);
  const wednesdays = months
    .flatMap((one) => one.entries)
    .filter((one) => one.moments[0]!.step === 'well-being-wednesdays');
  expect(wednesdays).toHaveLength(12);
  const file = await fileLoader(pageArgs<Parameters<typeof fileLoader>[0]>(given));
  const text = await file.text();
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text.match(/SUMMARY:Well-being Wednesdays/g)).toHaveLength(12);
});

test('an open action is on the work of the member who was named, and of nobody else', async () => {
  const work = async (login: string) =>
    (
      await homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>(await args({ at: voorbeeld, login })))
    ).moments.map((one) => one.stepNl);
  expect(await work('beleid')).toContain('Nieuwe planning voorleggen aan het Onderwijsberaad');
  expect(await work('schrijver-mens')).not.toContain('Nieuwe planning voorleggen aan het Onderwijsberaad');
  expect(await work('schrijver-mens')).toContain('Extra bijeenkomst over de planning van 2026-2027');
});

test('[000-49] [000-50] [000-51] a started year has the reports of Leiden’s cycle by their days, and its network every month', async () => {
  const params = { scheme: 'ka-2019-2024' };
  const form = { intent: 'start', key: '', year: '2023' };
  const start = await args({ at: leiden, login: 'beleid', params, form });
  expect(await cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(start))).toHaveProperty('done');
  const given = await args({ at: leiden, login: 'lezer', path: '/?year=2023', params });
  const { moments } = await cycleLoader(pageArgs<Parameters<typeof cycleLoader>[0]>(given));
  const of = (step: string) => moments.filter((one) => one.step === step);
  expect(of('onderwijsjaarverslag')).toHaveLength(7);
  expect(of('onderwijsjaarverslag')[0]).toMatchObject({
    dueOn: '2023-12-31',
    right: 'approval',
    covered: 2022,
  });
  expect(of('voortgangsrapportage')).toMatchObject([
    { dueOn: '2024-06-30', body: 'ur', right: 'discussion' },
  ]);
  const spending = ['bfr-3', 'bfr-1', 'bfr-2'].map((step) => of(step)[0]!.dueOn);
  expect(spending).toEqual(['2024-03-31', '2024-05-31', '2023-09-30']);
  expect(of('netwerk-kwaliteitszorg').map((one) => one.nth)).toHaveLength(12);
});

test('[000-48] [001-14] [001-30] programmes report each autumn with their committee; the board meets each faculty twice', async () => {
  const params = { scheme: 'ka-2022-2027' };
  const given = await args({ at: voorbeeld, login: 'lezer', path: '/?year=2025', params });
  const { moments } = await cycleLoader(pageArgs<Parameters<typeof cycleLoader>[0]>(given));
  const programmes = moments.filter((one) => one.step === 'opleidingsverslag');
  expect(programmes).toHaveLength(12);
  expect(new Set(programmes.map((one) => one.body)).size).toBe(12);
  expect(programmes.every((one) => one.dueOn === '2025-11-15' && one.covered === 2024)).toBe(true);
  for (const unit of ['recht', 'beta', 'mens', 'zorg']) {
    const talks = moments.filter((one) => one.unit === unit && one.step !== null && one.body === 'cvb');
    expect(talks.map((one) => one.step).toSorted()).toEqual(['bestuursgesprek', 'najaarsgesprek']);
  }
});
