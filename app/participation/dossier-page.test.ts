import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/id.ts';
import * as calendarPage from '#app/organisation/calendar-page.tsx';
import { startVersion } from '#app/plan/draft.server.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import * as rightsPage from '#app/scheme/rights-page.tsx';
import { pageArgs } from '#test/page.ts';
import { address, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as askPage from './ask-page.tsx';
import { listDecisions } from './decision.server.ts';
import * as dossierPage from './dossier-page.tsx';
import * as eventPage from './event-page.tsx';
import * as outcomePage from './outcome-page.tsx';

const watched = watchedDatabase();
let s: PlanScene;
let decision = '';

beforeAll(async () => {
  s = await planScene(watched.db);
  await s.run(async (tx) => {
    await completeLawPlan(tx, s);
    await submitPlan(tx, s.writer, address);
    const rule = { sections: ['student', 'staff'], matterNl: 'Facultair plan', matterEn: 'Faculty plan' };
    await tx.updateTable('rightRule').set(rule).where('ruleId', '=', s.ruleId).execute();
    const recess = {
      nameNl: 'kerstreces',
      nameEn: 'Christmas',
      firstDay: '2026-12-21',
      lastDay: '2027-01-01',
    };
    await tx
      .insertInto('freePeriod')
      .values({ institutionId: s.institutionId, periodId: newId(), kind: 'recess', ...recess })
      .execute();
  });
});

const at = (over: object) => ({
  ...{ db: watched.db, actor: s.admin, path: '/', params: { scheme: 'ka', decision } },
  now: new Date('2026-12-10T10:00:00Z'),
  ...over,
});
const event = (name: string, form: Record<string, string>, actor = s.admin, now = '2027-02-01') =>
  eventPage.action(
    pageArgs(
      at({ actor, form, params: { scheme: 'ka', decision, event: name }, now: new Date(`${now}T10:00:00Z`) }),
    ),
  );
const votes = (index: number, name: string, yes: number, no: number) => ({
  [`sections.${index}.name`]: name,
  [`sections.${index}.present`]: String(yes + no),
  [`sections.${index}.for`]: String(yes),
  [`sections.${index}.against`]: String(no),
});

test('asking tells the recess that the term skips; the dossier keeps it', async () => {
  const asking = await askPage.loader(pageArgs(at({ params: address })));
  expect(asking.open).toMatchObject([{ dueOn: '2027-01-21', without: [{ nameNl: 'kerstreces' }] }]);
  const form = { rule: s.ruleId, question: 'Stemt de raad in?', version: '1' };
  expect(await askPage.action(pageArgs(at({ params: address, form })))).toMatchObject({ status: 302 });
  const [row] = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka', open: true }));
  decision = row?.decisionId ?? '';
  const page = await dossierPage.loader(pageArgs(at({})));
  expect(page.decision.rule).toMatchObject({ termDays: 20, without: [{ nameNl: 'kerstreces' }] });
  expect(page.standing.state).toBe('asked');
  expect(page.next.filter((one) => one.may).map((one) => one.event)).toEqual([
    'papers',
    'consulted',
    'extended',
  ]);
  const secretary = await dossierPage.loader(pageArgs(at({ actor: s.secretary })));
  expect(secretary.next.filter((one) => one.may).map((one) => one.event)).toEqual([
    'consulted',
    'excluded',
    'no-quorum',
  ]);
});

test('[003-9] papers and the input of another committee stand in the dossier before the council decides', async () => {
  const paper = { onDate: '2026-12-11', text: '', paper: 'law-plan/1' };
  expect(await event('papers', paper, s.admin, '2026-12-12')).toMatchObject({ status: 302 });
  const wrong = await event('papers', { onDate: '2026-12-11', text: '', paper: 'law-plan/7' });
  expect(wrong).toMatchObject({
    problem: { errors: [{ code: 'event.paper-unknown' }] },
    typed: { paper: 'law-plan/7' },
  });
  const input = { onDate: '2026-12-12', text: 'De opleidingscommissie mist een tijdpad.' };
  expect(await event('consulted', input)).toMatchObject({ status: 302 });
  const page = await dossierPage.loader(pageArgs(at({})));
  expect(page.standing.state).toBe('in-consultation');
  expect(page.decision.events).toMatchObject([{ paper: { document: 'law-plan', number: 1 } }, input]);
});

test('of two secretaries one is first; the other keeps what was typed and sees what stands', async () => {
  const refused = { outcome: 'withheld', decidedOn: '2027-01-15', reasons: 'Geen tijdpad.' };
  const form = { ...refused, ...votes(0, 'student', 1, 3), ...votes(1, 'staff', 4, 0) };
  const now = new Date('2027-01-16T10:00:00Z');
  const post = (typed: Record<string, string>) =>
    outcomePage.action(pageArgs(at({ actor: s.secretary, form: typed, now })));
  expect(await post({ ...refused, ...votes(0, 'student', 1, 3) })).toMatchObject({
    problem: { errors: [{ path: 'sections.1', code: 'decision.section-missing' }] },
  });
  expect(await post(form)).toMatchObject({ status: 302 });
  const late = await post({ ...form, reasons: 'Andere woorden.' });
  expect(late).toMatchObject({
    problem: { code: 'decision.recorded' },
    typed: { reasons: 'Andere woorden.' },
  });
  const page = await outcomePage.loader(pageArgs(at({ actor: s.secretary, now })));
  expect(page.decision).toMatchObject({ outcome: 'withheld', votesFor: 5, present: 8 });
});

test('a dispute goes step by step, and a step out of order is told with what comes first', async () => {
  const words = { onDate: '2027-01-20', text: 'Op ons verzoek.' };
  expect(await event('committee-asked', words)).toMatchObject({
    problem: { code: 'event.order', params: { state: 'withheld' } },
    typed: { text: 'Op ons verzoek.' },
  });
  const form = await eventPage.loader(
    pageArgs(at({ params: { scheme: 'ka', decision, event: 'settlement-opened' } })),
  );
  expect(form).toMatchObject({ state: 'withheld', to: 'settlement' });
  expect(await event('settlement-opened', words, s.secretary)).toMatchObject({ status: 302 });
  const page = await dossierPage.loader(pageArgs(at({})));
  expect(page.next.map((one) => [one.event, one.by])).toEqual([
    ['settlement-reached', 'either'],
    ['settlement-failed', 'either'],
  ]);
});

test('a version that came after the papers has no consent, and the dossier says so', async () => {
  await s.run((tx) => startVersion(tx, s.writer, { ...address, note: '' }));
  await s.run((tx) => submitPlan(tx, s.writer, address));
  expect((await dossierPage.loader(pageArgs(at({})))).newer).toEqual({ number: 2, status: 'submitted' });
});

test('the pages read with a fixed number of statements', async () => {
  const count = async (work: () => Promise<unknown>) => {
    watched.forget();
    await work();
    return watched.statements;
  };
  // three of them are begin, the institution and commit
  expect(await count(() => dossierPage.loader(pageArgs(at({}))))).toBe(12);
  const papers = { scheme: 'ka', decision, event: 'settlement-reached' };
  expect(await count(() => eventPage.loader(pageArgs(at({ params: papers }))))).toBe(5);
  expect(await count(() => rightsPage.loader(pageArgs(at({ params: { scheme: 'ka' } }))))).toBe(5);
  expect(await count(() => askPage.loader(pageArgs(at({ params: address }))))).toBe(8);
  expect(await count(() => outcomePage.loader(pageArgs(at({ actor: s.secretary }))))).toBe(13);
  expect(await count(() => calendarPage.loader(pageArgs(at({ params: {} }))))).toBe(4);
});
