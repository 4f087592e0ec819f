import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loader as homeLoader } from '#app/home-page.tsx';
import { inInstitution } from '#app/kernel/db.server.ts';
import { succeedUnits } from '#app/organisation/succession.server.ts';
import { closePeriod } from '#app/realisation/closed-period.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { stepInput } from './cycle.input.ts';
import { action as cycleAction, loader as cycleLoader } from './cycle-page.tsx';
import { action, loader } from './moment-page.tsx';
import { loader as planLoader } from './monitoring-page.tsx';
import { insertMoments } from './start.server.ts';
import { putStep } from './step.server.ts';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});
beforeEach(watched.forget);

const args = async (
  login: string,
  path: string,
  params: Record<string, string> = {},
  form?: Record<string, string>,
) => ({
  ...{ db: watched.db, actor: await place.actor(login), path, params: { scheme, ...params }, now },
  ...(form && { form }),
});
const cycle = async (login = 'lezer', query = '?year=2025') =>
  cycleLoader(pageArgs<Parameters<typeof cycleLoader>[0]>(await args(login, `/${query}`)));
const start = async (login: string, form: Record<string, string>) =>
  cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(await args(login, '/', {}, form)));
const read = async (login: string, moment: string) =>
  loader(pageArgs<Parameters<typeof loader>[0]>(await args(login, '/', { moment })));
const send = async (login: string, moment: string, form: Record<string, string>) =>
  action(pageArgs<Parameters<typeof action>[0]>(await args(login, '/', { moment }, form)));
const find = async (step: string | null, nth = 1, unit = 'voorbeeld') => {
  const { moments } = await cycle();
  const found = moments.find((one) => one.step === step && one.nth === nth && one.unit === unit);
  if (!found) throw new Error(`no ${step} ${nth} of ${unit}`);
  return found;
};
const extra = async () => (await cycle()).moments.find((one) => one.step === null && one.itemId === null)!;

describe('a meeting of a network', () => {
  test('shows its agenda with what came of it, who came, the actions and what it is about', async () => {
    const { momentId } = await find('netwerk-kz', 3);
    const given = await args('lezer', '/', { moment: momentId });
    watched.forget();
    const { meeting, moment } = await loader(pageArgs<Parameters<typeof loader>[0]>(given));
    expect(watched.queries).toBe(8);
    expect(moment.place).toBe('Bestuursgebouw, zaal 2');
    expect(meeting?.attendees.filter((one) => one.came === 'present')).toHaveLength(4);
    expect(meeting?.items.map((one) => [one.kind, one.actions.length])).toEqual([
      ['standing', 0],
      ['point', 1],
      ['risk', 1],
    ]);
    expect(meeting?.items[1]?.consultation).toBe('Studentpanel over begeleiding');
    expect(meeting?.items[2]).toMatchObject({ aboutUnitNl: 'Faculteit Gezondheid' });
    expect(meeting?.choices).toBeNull();
  });

  test('the chair keeps the agenda; a reader and another council’s secretary do not', async () => {
    const { momentId } = await extra();
    const item = {
      intent: 'item',
      key: '',
      title: 'Stand van de verslagen',
      about: 'document:verslag-recht-2025',
    };
    expect(await send('lezer', momentId, item)).toMatchObject({ problem: { status: 403 } });
    expect(await send('griffier-ur', momentId, item)).toMatchObject({ problem: { status: 403 } });
    expect(await send('beleid', momentId, { ...item, title: '' })).toMatchObject({
      problem: { errors: [{ path: 'title', code: 'meeting.title' }] },
    });
    expect(await send('beleid', momentId, { ...item, about: 'document:nergens' })).toMatchObject({
      problem: { errors: [{ path: 'about' }] },
    });
    expect(await send('beleid', momentId, item)).toHaveProperty('done');
    const { meeting } = await read('beleid', momentId);
    const added = meeting!.items.at(-1)!;
    expect(added).toMatchObject({ titleNl: 'Stand van de verslagen', document: 'verslag-recht-2025' });
    const minuted = { ...item, item: added.itemId, key: added.itemId, outcome: 'Klaar.', revision: '1' };
    expect(await send('beleid', momentId, minuted)).toHaveProperty('done');
    expect(await send('beleid', momentId, minuted)).toMatchObject({ problem: { code: 'conflict' } });
    const remove = { intent: 'item-act', key: 'x', item: added.itemId, act: 'remove' };
    expect(await send('beleid', momentId, remove)).toMatchObject({ problem: { code: 'meeting.treated' } });
    const first = meeting!.items[0]!.itemId;
    expect(await send('beleid', momentId, { ...remove, item: first })).toHaveProperty('done');
  });

  test('an action is a moment: it stands on the work of its owner until that owner says it is done', async () => {
    const { momentId } = await extra();
    const { meeting } = await read('beleid', momentId);
    const item = meeting!.items[0]!.itemId;
    const agree = {
      intent: 'action',
      key: item,
      item,
      title: 'Cijfers sturen',
      unit: 'zorg',
      owner: 'role:planschrijver',
    };
    expect(await send('beleid', momentId, { ...agree, dueOn: '2026-12-01' })).toMatchObject({
      problem: { errors: [{ path: 'dueOn', code: 'meeting.action-early' }] },
    });
    expect(
      await send('beleid', momentId, { ...agree, owner: 'role:niemand', dueOn: '2026-12-18' }),
    ).toMatchObject({
      problem: { errors: [{ path: 'owner' }] },
    });
    expect(await send('beleid', momentId, { ...agree, dueOn: '2026-12-18' })).toHaveProperty('done');
    const work = async (login: string) =>
      (await homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>(await args(login, '/')))).moments;
    const own = (await work('schrijver-zorg')).find((one) => one.stepNl === 'Cijfers sturen')!;
    expect(own).toMatchObject({ dueOn: '2026-12-18', body: 'netwerk-kz', standing: 'soon' });
    expect((await work('schrijver-recht')).map((one) => one.stepNl)).not.toContain('Cijfers sturen');
    // what was agreed is told to whoever it was agreed for
    const told = async (login: string) =>
      (await homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>(await args(login, '/')))).changes.filter(
        (one) => one.href.endsWith(own.momentId),
      );
    expect(await told('schrijver-zorg')).toMatchObject([
      { action: 'moment.agree', titleNl: 'Cijfers sturen', ofNl: 'Faculteit Gezondheid', fresh: true },
    ]);
    expect(await told('schrijver-recht')).toEqual([]);
    const done = { intent: 'act', key: 'finish', act: 'finish', doneOn: '2026-11-20', revision: '1' };
    expect(await send('schrijver-recht', own.momentId, done)).toMatchObject({ problem: { status: 403 } });
    expect((await read('schrijver-zorg', own.momentId)).acts).toContain('finish');
    expect(await send('schrijver-zorg', own.momentId, done)).toHaveProperty('done');
    expect((await work('schrijver-zorg')).map((one) => one.stepNl)).not.toContain('Cijfers sturen');
  });

  test('who came is written down for members; before the day only apologies', async () => {
    const { momentId, revision } = await extra();
    const [member] = (await read('beleid', momentId)).meeting!.attendees;
    const form = { intent: 'held', key: '', place: 'Zaal 1', revision: String(revision) };
    const field = `came.${member!.memberId}`;
    expect(await send('beleid', momentId, { ...form, [field]: 'present' })).toMatchObject({
      problem: { errors: [{ code: 'meeting.future' }] },
    });
    expect(await send('beleid', momentId, { ...form, [field]: 'excused' })).toHaveProperty('done');
    const { meeting, moment } = await read('lezer', momentId);
    expect(moment.place).toBe('Zaal 1');
    expect(meeting!.attendees[0]).toMatchObject({ came: 'excused' });
    const trail = await inInstitution(watched.db, place.institutionId, (tx) =>
      tx.selectFrom('auditEntry').select(['action', 'after']).where('subjectId', '=', momentId).execute(),
    );
    expect(JSON.stringify(trail.at(-1))).toContain('1 excused');
  });
});

test('[001-20] a risk is signalled at a moment, comes before a meeting, and stays in sight until it is acted on', async () => {
  const { momentId: at } = await find('facultair-verslag', 1, 'zorg');
  const { risks } = await read('schrijver-zorg', at);
  expect(risks.map((one) => one.bodyNl)).toEqual(['Netwerk Kwaliteitszorg']);
  const form = {
    intent: 'risk',
    key: '',
    meeting: risks[0]!.momentId,
    title: 'Geen cijfers',
    text: 'Systeem stuk.',
  };
  expect(await send('lezer', at, form)).toMatchObject({ problem: { status: 403 } });
  const { momentId: past } = await find('netwerk-kz', 1);
  expect(await send('schrijver-zorg', at, { ...form, meeting: past })).toMatchObject({
    problem: { code: 'meeting.over' },
  });
  expect(await send('schrijver-zorg', at, form)).toHaveProperty('done');
  const plan = async () => planLoader(pageArgs<Parameters<typeof planLoader>[0]>(await args('lezer', '/')));
  expect((await plan()).risks.map((one) => [one.title, one.outcome === '', one.openActions])).toEqual([
    ['Geen cijfers', true, 0],
    ['Verslag van Gezondheid komt te laat voor de raad', false, 1],
  ]);
});

test('[000-47] [001-12] [001-13] the monitoring plan: what feeds what, which meetings tie levels, how often', async () => {
  const given = await args('lezer', '/');
  watched.forget();
  const { steps, levels } = await planLoader(pageArgs<Parameters<typeof planLoader>[0]>(given));
  expect(watched.queries).toBeLessThan(7);
  expect(levels).toEqual(['institution', 'faculty', 'programme']);
  const step = (code: string) => steps.find((one) => one.code === code)!;
  expect(step('facultair-verslag').feeds).toEqual(['voortgangsverslag', 'onderwijsberaad']);
  expect(step('vakevaluaties')).toMatchObject({ regular: true, frequencyNl: 'na elk vak' });
  expect(step('netwerk-kz').connects).toEqual(['faculty']);
});

test('[001-16] a midterm review of one programme brings its action plan along, eight weeks later', async () => {
  const form = {
    intent: 'add',
    key: '',
    step: 'midterm',
    unit: 'b-rechten',
    year: '2025',
    dueOn: '2026-03-02',
  };
  expect(await start('lezer', form)).toMatchObject({ problem: { status: 403 } });
  expect(await start('beleid', { ...form, unit: 'recht' })).toMatchObject({
    problem: { errors: [{ path: 'unit', code: 'cycle.unit-kind' }] },
  });
  expect(await start('beleid', form)).toMatchObject({ done: { made: 2 } });
  expect(await find('plan-van-aanpak', 1, 'b-rechten')).toMatchObject({ dueOn: '2026-04-27' });
  expect(await start('beleid', form)).toMatchObject({ problem: { code: 'moment.there' } });
});

test('[002-24] a topic returns by itself on the agenda of the meetings of a year that is started', async () => {
  expect(await start('beleid', { intent: 'start', year: '2026' })).toHaveProperty('done');
  const { moments } = await cycle('lezer', '?year=2026');
  const meetings = moments.filter((one) => one.step === 'netwerk-kz');
  expect(meetings.map((one) => one.dueOn.slice(0, 7))).toEqual([
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
    '2027-04',
    '2027-05',
    '2027-06',
  ]);
  const topics = async (momentId: string) =>
    (await read('lezer', momentId)).meeting!.items.map((one) => one.titleNl);
  expect(await topics(meetings[0]!.momentId)).toEqual(['Wat er speelt bij de faculteiten']);
  expect(await topics(meetings[9]!.momentId)).toContain('Advies over de inrichting van de cyclus');
});

test('a day in a recess is taken only when it is meant', async () => {
  const { momentId, revision } = await find(null, 1, 'voorbeeld').then(extra);
  const move = {
    intent: 'act',
    key: 'move',
    act: 'move',
    dueOn: '2026-12-24',
    reason: 'x',
    revision: String(revision),
  };
  expect(await send('beleid', momentId, move)).toMatchObject({
    problem: { errors: [{ path: 'dueOn', code: 'moment.in-recess', params: { name: 'kerstreces' } }] },
  });
  expect(await send('beleid', momentId, { ...move, anyway: 'on' })).toHaveProperty('done');
  expect((await read('lezer', momentId)).free).toMatchObject({ nameNl: 'kerstreces' });
});

test('what a unit owed that is no more on the day is handed over to its successor, once', async () => {
  await inInstitution(watched.db, place.institutionId, async (tx) => {
    const actor = await place.actor('beheer');
    const successors = [{ code: 'inst-wiskunde-nieuw', nameNl: 'Instituut Wiskunde', nameEn: 'Institute' }];
    await succeedUnits(tx, actor, {
      ...{ kind: 'rename', on: '2026-10-01', predecessors: ['inst-wiskunde'], successors },
    });
    const given = {
      nameNl: 'Beeld',
      nameEn: 'Picture',
      unitKinds: ['institute'],
      firstYear: 2026,
      lastYear: 2026,
    };
    const rule = { kind: 'day', year: 'calendar', month: 11, day: 30 };
    await putStep(
      tx,
      await place.actor('beleid'),
      { scheme, step: 'beeld' },
      stepInput.parse({ ...given, rule }),
    );
  });
  expect(await start('beleid', { intent: 'hand-over', year: '2026' })).toMatchObject({
    problem: { code: 'cycle.no-gone' },
  });
  await inInstitution(watched.db, place.institutionId, async (tx) => {
    // as if the year had been started before the reorganisation
    const found = await tx
      .selectFrom('cycleStep')
      .select(['stepId', 'schemeId'])
      .where('code', '=', 'beeld')
      .executeTakeFirstOrThrow();
    const unit = await tx
      .selectFrom('unit')
      .select('unitId')
      .where('code', '=', 'inst-wiskunde')
      .executeTakeFirstOrThrow();
    await insertMoments(tx, await place.actor('beleid'), found.schemeId, [
      { stepId: found.stepId, unitId: unit.unitId, year: 2026, nth: 1, dueOn: '2026-11-30', topics: [] },
    ]);
  });
  const of = async (unit: string) =>
    (await cycle('lezer', '?year=2026')).moments.find((one) => one.step === 'beeld' && one.unit === unit);
  expect(await of('inst-wiskunde')).toMatchObject({ standing: 'gone', heirNl: 'Instituut Wiskunde' });
  expect(await start('lezer', { intent: 'hand-over', year: '2026' })).toMatchObject({
    problem: { status: 403 },
  });
  expect(await start('beleid', { intent: 'hand-over', year: '2026' })).toMatchObject({
    done: { closed: 1, made: 1 },
  });
  expect(await of('inst-wiskunde')).toMatchObject({
    ...{ status: 'cancelled', reason: 'Eenheid bestaat niet meer; overgedragen aan: Instituut Wiskunde' },
  });
  expect(await of('inst-wiskunde-nieuw')).toMatchObject({ status: 'open', dueOn: '2026-11-30' });
});

test('a finance report that is not there says that the books of its year are closed', async () => {
  const { moments } = await cycle('lezer', '?year=2025');
  const report = moments.find((one) => one.step === 'financieel-maart' && one.unit === 'zorg')!;
  expect((await read('lezer', report.momentId)).closed).toBeNull();
  await inInstitution(watched.db, place.institutionId, async (tx) =>
    closePeriod(tx, await place.actor('controller'), {
      scheme,
      period: `${report.covered}-Q4`,
      note: '',
      now,
    }),
  );
  expect((await read('lezer', report.momentId)).closed).toMatchObject({ period: `${report.covered}-Q4` });
});
