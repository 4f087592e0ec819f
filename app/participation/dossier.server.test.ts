import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { retractVersion } from '#app/document/retraction.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import { adopt, askedDossier, type DossierScene, day, dossier, outcome, step } from '#test/dossier-scene.ts';
import { address, audited, completeLawPlan, errorsOf, planScene, refusal } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { askDecision, listDecisions } from './decision.server.ts';

const watched = watchedDatabase();

type Scene = DossierScene;
const asked = (rule: Record<string, unknown> = {}) => askedDossier(watched.db, rule);
const state = async (s: Scene, today?: string) => (await dossier(s, today)).standing.state;

describe('the course of a dossier', () => {
  test('events are appended, never changed, and each is in the audit in the same transaction', async () => {
    const s = await asked();
    await step(s, 'papers', { text: 'Toelichting', onDate: '2021-06-08' });
    await step(s, 'consulted', { text: 'Overleg met de opleidingscommissies.' });
    expect(await state(s)).toBe('in-consultation');
    expect(await s.run((tx) => audited(tx, 'decision.step'))).toBe(2);
    const change = sql`update decision_event set text = 'anders' where decision_id = ${s.decisionId}`;
    await expect(s.run((tx) => change.execute(tx))).rejects.toThrow('append-only');
    expect((await dossier(s)).decision.events.map((one) => one.text)).toEqual([
      'Toelichting',
      'Overleg met de opleidingscommissies.',
    ]);
  });

  test('an impossible order is refused, with the state it meets', async () => {
    const s = await asked();
    expect(await refusal(step(s, 'settlement-opened'))).toMatchObject({
      code: 'event.order',
      params: { state: 'asked' },
    });
    await outcome(s, { outcome: 'withheld', reasons: 'Te mager.' });
    expect(await refusal(step(s, 'committee-asked'))).toMatchObject({
      code: 'event.order',
      params: { state: 'withheld' },
    });
    expect(await errorsOf(step(s, 'settlement-opened', { onDate: '2021-06-10', text: '' }))).toEqual([
      'onDate event.date-order',
      'text field.required',
    ]);
  });

  test('withheld consent holds adoption up until a ruling replaces it; an appeal holds it up again', async () => {
    const s = await asked();
    await outcome(s, { outcome: 'withheld', reasons: 'Te mager.' });
    const blocked = (code: string) => ({ code: 'adopt.blocked', blockers: [{ code }] });
    expect(await refusal(adopt(s))).toMatchObject(blocked('adopt.withheld'));
    await step(s, 'settlement-opened');
    expect(await refusal(adopt(s))).toMatchObject(blocked('adopt.in-dispute'));
    await step(s, 'settlement-failed');
    await step(s, 'committee-asked');
    await step(s, 'ruling-for-board', { onDate: '2021-06-28' });
    expect(await errorsOf(step(s, 'appealed', { onDate: '2021-07-29' }))).toEqual([
      'onDate event.appeal-late',
    ]);
    await step(s, 'appealed', { onDate: '2021-07-28' });
    expect(await refusal(adopt(s))).toMatchObject(blocked('adopt.in-dispute'));
    await step(s, 'ruling-for-board', { onDate: '2021-08-01' });
    expect(await refusal(adopt(s))).toBe('done');
  });

  test('advice that is not followed: account, further consultation, four weeks unless waived', async () => {
    const s = await asked({ kind: 'advice' });
    await outcome(s, { outcome: 'negative', reasons: 'Te duur.' });
    expect(await refusal(adopt(s))).toMatchObject({ blockers: [{ code: 'adopt.account-missing' }] });
    expect(await errorsOf(step(s, 'account-not', { text: '' }))).toEqual(['text event.account-text']);
    await step(s, 'account-not');
    expect(await refusal(adopt(s))).toMatchObject({ blockers: [{ code: 'adopt.further-consultation' }] });
    await step(s, 'further-consultation', { onDate: '2021-07-01' });
    await step(s, 'objected', { onDate: '2021-07-10' }, s.secretary);
    expect(await refusal(adopt(s))).toMatchObject({
      blockers: [{ code: 'adopt.suspended', params: { date: '2021-08-07' } }],
    });
    await step(s, 'waived', { text: '', onDate: '2021-07-20' }, s.secretary);
    expect(await refusal(adopt(s))).toBe('done');
  });

  test('silence: by the rule as it stood when asked, and a decision within the term can still be recorded', async () => {
    const s = await asked({ silence: 'proceed' });
    await s.run((tx) =>
      tx.updateTable('rightRule').set({ silence: 'refused' }).where('ruleId', '=', s.ruleId).execute(),
    );
    expect(await state(s, '2021-07-05')).toBe('asked');
    expect(await state(s, '2021-07-06')).toBe('lapsed');
    expect(await errorsOf(outcome(s, { decidedOn: '2021-07-06' }))).toEqual([
      'decidedOn decision.term-passed',
    ]);
    await outcome(s, { outcome: 'withheld', reasons: 'nee', decidedOn: '2021-07-05' });
    expect(await state(s)).toBe('withheld');
    const silent = await asked({ silence: 'proceed' });
    expect(await refusal(adopt(silent, '2021-07-05'))).toMatchObject({
      blockers: [{ code: 'adopt.waiting' }],
    });
    expect(await refusal(adopt(silent, '2021-07-06'))).toBe('done');
  });

  test('the term counts working days outside recess, names what it skips, and can be made longer', async () => {
    const scene = await planScene(watched.db, 'dossier-recess');
    await scene.run(async (tx) => {
      await completeLawPlan(tx, scene);
      const recess = {
        nameNl: 'pinksterreces',
        nameEn: 'Whitsun',
        firstDay: '2021-06-14',
        lastDay: '2021-06-18',
      };
      const { institutionId } = scene;
      await tx
        .insertInto('freePeriod')
        .values({ institutionId, periodId: newId(), kind: 'recess', ...recess })
        .execute();
      await submitPlan(tx, scene.writer, address);
    });
    const { decisionId, dueOn } = await scene.run((tx) =>
      askDecision(tx, scene.admin, { ...address, rule: scene.ruleId, question: 'x', now: day('2021-06-07') }),
    );
    expect(dueOn).toBe('2021-07-12');
    const s = { ...scene, hash: '', decisionId };
    expect((await dossier(s)).decision.rule?.without).toMatchObject([{ nameNl: 'pinksterreces' }]);
    expect(await errorsOf(step(s, 'extended', { untilDate: '2021-07-12', text: '' }))).toEqual([
      'untilDate event.extend-later',
    ]);
    await step(s, 'extended', { untilDate: '2021-07-19', text: '' });
    expect((await dossier(s)).decision.dueOn).toBe('2021-07-19');
  });
});

describe('who decides', () => {
  const member = async (s: Scene, capacity: string, count: number) =>
    s.run((tx) =>
      tx
        .insertInto('bodyMember')
        .values(
          Array.from({ length: count }, (_, i) => ({
            institutionId: s.institutionId,
            memberId: newId(),
            bodyId: s.ids.council,
            name: `${capacity} ${i}`,
            capacity,
            term: '[2020-09-01,2022-09-01)',
          })),
        )
        .returning('memberId')
        .execute(),
    );

  test('a quorum that is missed gives no decision; a member with an interest does not count', async () => {
    const s = await asked({ quorumBasis: 5000 });
    const [first] = await member(s, 'student', 6);
    const votes = { votesFor: 2, votesAgainst: 0 };
    expect(await errorsOf(outcome(s, votes))).toEqual(['present decision.present-missing']);
    expect(await errorsOf(outcome(s, { present: 2, ...votes }))).toEqual(['present decision.quorum']);
    await step(s, 'no-quorum', { onDate: '2021-06-15' }, s.secretary);
    await step(s, 'excluded', { member: first!.memberId, onDate: '2021-06-19', text: '' }, s.secretary);
    expect(
      await errorsOf(
        step(s, 'excluded', { member: first!.memberId, onDate: '2021-06-19', text: '' }, s.secretary),
      ),
    ).toEqual(['member event.member-twice']);
    expect(await errorsOf(outcome(s, { present: 6, votesFor: 6 }))).toEqual(['present decision.too-many']);
    await outcome(s, { present: 3, votesFor: 2, votesAgainst: 1 });
    expect((await dossier(s)).decision).toMatchObject({ seats: 6, present: 3 });
  });

  test('a majority that is missed cannot be recorded as consent, nor one that is reached as refusal', async () => {
    const s = await asked({ majority: 'two-thirds-members' });
    await member(s, 'student', 6);
    expect(await errorsOf(outcome(s))).toEqual(['votesFor decision.votes-missing']);
    expect(await errorsOf(outcome(s, { present: 6, votesFor: 3, votesAgainst: 2 }))).toEqual([
      'votesFor decision.majority',
    ]);
    const refused = { outcome: 'withheld', reasons: 'nee', present: 6, votesFor: 4, votesAgainst: 2 };
    expect(await errorsOf(outcome(s, refused))).toEqual(['votesFor decision.carried']);
    await outcome(s, { present: 6, votesFor: 4, votesAgainst: 2 });
  });

  test('sections that vote apart must each agree; what the law does not let condition is refused', async () => {
    const s = await asked({ sections: ['student', 'staff'], conditionsAllowed: false });
    await member(s, 'student', 4);
    await member(s, 'staff', 4);
    const votes = (name: string, yes: number, no: number) => ({
      ...{ name, present: yes + no, for: yes, against: no, abstained: 0 },
    });
    expect(await errorsOf(outcome(s, { sections: [votes('student', 4, 0)] }))).toEqual([
      'sections.1 decision.section-missing',
    ]);
    const apart = { sections: [votes('student', 4, 0), votes('staff', 1, 3)] };
    expect(await errorsOf(outcome(s, apart))).toEqual(['sections.1 decision.section-majority']);
    const conditional = { ...apart, outcome: 'given-on-conditions', conditions: 'mits' };
    expect(await errorsOf(outcome(s, conditional))).toContain('outcome decision.conditions-not-allowed');
    await outcome(s, { ...apart, outcome: 'withheld', reasons: 'Personeel stemt tegen.' });
    expect((await dossier(s)).decision).toMatchObject({ present: 8, votesFor: 5, sections: apart.sections });
  });

  test('two outcomes at once: exactly one wins; without a mandate nobody records', async () => {
    const s = await asked();
    const ends = await Promise.all([
      refusal(outcome(s)),
      refusal(outcome(s, { outcome: 'withheld', reasons: 'nee' })),
    ]);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.find((end) => end !== 'done')).toMatchObject({ code: 'decision.recorded' });
    const other = await asked();
    expect(await refusal(outcome(s, {}, s.writer))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(step(s, 'waived', {}, s.admin))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(step({ ...other, decisionId: s.decisionId }, 'papers'))).toBeInstanceOf(Missing);
  });

  test('a body dissolved during its term: what it decided before counts, later it cannot decide', async () => {
    const s = await asked();
    const end = (bodyId: string, valid: string) =>
      s.run((tx) => tx.updateTable('body').set({ valid }).where('bodyId', '=', bodyId).execute());
    await end(s.ids.council, '(,2021-06-15)');
    expect((await dossier(s, '2021-06-16')).decision.bodyThrough).toBe('2021-06-14');
    expect(await errorsOf(outcome(s))).toEqual(['decidedOn decision.body-gone']);
    expect(await refusal(adopt(s))).toMatchObject({ blockers: [{ code: 'adopt.no-body' }] });
    await outcome(s, { decidedOn: '2021-06-14' });
    expect(await refusal(adopt(s))).toBe('done');
  });

  test('a version that was returned ends its dossiers', async () => {
    const s = await asked();
    await s.run((tx) => retractVersion(tx, s.admin, { ...address, action: 'return', reason: 'nee' }));
    expect(await refusal(step(s, 'consulted'))).toMatchObject({ code: 'decision.version-gone' });
    expect((await dossier(s)).next).toEqual([]);
    const [row] = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka' }));
    expect(row?.events).toEqual([]);
  });
});
