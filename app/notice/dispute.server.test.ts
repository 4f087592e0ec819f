import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/id.ts';
import { getWork } from '#app/participation/work.server.ts';
import { adopt, askedDossier, type DossierScene, day, dossier, outcome, step } from '#test/dossier-scene.ts';
import { errorsOf, refusal } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { listEntries } from './agenda.server.ts';
import { listCalendarDays } from './calendar.server.ts';
import { listChanges } from './change.server.ts';

const watched = watchedDatabase();

const now = day('2021-08-01');

/** A dispute over refused consent, under a right that names who mediates and which committee rules. */
async function disputed(): Promise<DossierScene & { mediator: DossierScene['admin'] }> {
  const s = await askedDossier(watched.db);
  await s.run(async (tx) => {
    const { institutionId } = s;
    const body = await tx
      .selectFrom('body')
      .select(['kind', 'unitId'])
      .where('bodyId', '=', s.ids.board)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('bodyKind')
      .values({ institutionId, code: 'commissie', nameNl: 'Commissie', nameEn: 'Committee' })
      .execute();
    const committee = { code: 'gc', nameNl: 'Geschillencommissie', nameEn: 'Disputes committee' };
    await tx
      .insertInto('body')
      .values({ institutionId, bodyId: newId(), kind: 'commissie', unitId: body.unitId, ...committee })
      .execute();
    const { rule } = (await dossier(s)).decision;
    const named = { mediatorKind: body.kind, mediationDays: 10, committeeKind: 'commissie', rulingDays: 0 };
    await tx
      .updateTable('decision')
      .set({ rule: JSON.stringify({ ...rule, ...named }) })
      .where('decisionId', '=', s.decisionId)
      .execute();
  });
  await outcome(s, { outcome: 'withheld', reasons: 'Te mager.' });
  return { ...s, mediator: s.actor(['consent.record'], { bodyId: s.ids.board }) };
}

describe('who mediates', () => {
  test('stands in the dossier with its term, as the right says; it finds it in its work, letter and calendar', async () => {
    const s = await disputed();
    const board = await s.run(async (tx) => ({ work: await getWork(tx, s.mediator) }));
    expect(board.work.disputes).toEqual([]);
    await step(s, 'settlement-opened');
    // ten working days after Friday 25 June
    const { standing, decision } = await dossier(s);
    expect(standing).toMatchObject({
      state: 'settlement',
      before: { bodyId: s.ids.board, untilDate: '2021-07-09' },
    });
    expect(decision.events.at(-1)?.body).toMatchObject({ nl: expect.stringMatching(/./) });
    expect(decision.committee).toEqual({ nl: 'Commissie', en: 'Committee' });
    const seen = await s.run(async (tx) => ({
      work: await getWork(tx, s.mediator),
      entries: await listEntries(tx, s.mediator, now),
      days: await listCalendarDays(tx, s.mediator, { now, base: 'https://a.example' }),
      changes: await listChanges(tx, s.mediator, day('2021-06-01')),
      others: await getWork(tx, s.actor(['consent.record'], { bodyId: newId() })),
    }));
    expect(seen.work.disputes).toMatchObject([
      { task: 'mediate', decisionId: s.decisionId, dueOn: '2021-07-09', since: '2021-06-25' },
    ]);
    expect(seen.entries).toMatchObject([{ kind: 'mediate', dueOn: '2021-07-09' }]);
    expect(seen.days).toMatchObject([{ on: '2021-07-09', cancelled: false, sequence: 0 }]);
    expect(seen.changes.map((one) => one.action)).toContain('decision.step');
    expect(seen.others.disputes).toEqual([]);
  });

  test('records how it ended, and nobody else outside the dispute; then the committee has its turn', async () => {
    const s = await disputed();
    await step(s, 'settlement-opened', { untilDate: '2021-08-31' });
    const stranger = s.actor(['consent.record'], { bodyId: newId() });
    expect(await refusal(step(s, 'settlement-failed', {}, stranger))).toMatchObject({ code: 'forbidden' });
    // who mediates cannot waive what is the body's own
    expect(await refusal(step(s, 'waived', {}, s.mediator))).toMatchObject({ code: 'forbidden' });
    const { next } = await dossier(s, '2021-08-01', s.mediator);
    expect(next.filter((one) => one.may).map((one) => one.event)).toEqual([
      'settlement-reached',
      'settlement-failed',
    ]);
    await step(s, 'settlement-failed', {}, s.mediator);
    const ended = await s.run(async (tx) => ({
      work: await getWork(tx, s.mediator),
      days: await listCalendarDays(tx, s.mediator, { now, base: 'https://a.example' }),
    }));
    expect(ended.work.disputes).toEqual([]);
    expect(ended.days).toMatchObject([{ on: '2021-08-31', cancelled: true, sequence: 1 }]);
    await step(s, 'committee-asked');
    expect((await dossier(s)).standing).toMatchObject({ state: 'committee', before: { untilDate: null } });
    expect((await dossier(s)).decision.events.at(-1)?.body?.en).toBe('Disputes committee');
    await step(s, 'ruling-for-board', { onDate: '2021-06-28' });
    expect(await refusal(adopt(s))).toBe('done');
  });

  test('while it is disputed nobody is told that the plan can be adopted; after the settlement the board is', async () => {
    const s = await disputed();
    const toAdopt = async () => (await s.run((tx) => getWork(tx, s.board))).plans.map((one) => one.task);
    // refused consent is an outcome too, and was taken for a yes
    expect(await toAdopt()).toEqual([]);
    await step(s, 'settlement-opened');
    expect(await toAdopt()).toEqual([]);
    await step(s, 'settlement-reached', {}, s.mediator);
    expect(await toAdopt()).toEqual(['adopt']);
  });

  test('may be another body or nobody; never the body in the dispute, one that is not there, or a day before', async () => {
    const s = await disputed();
    const { body } = (await s.run((tx) =>
      tx
        .selectFrom('body')
        .select('code as body')
        .where('bodyId', '=', s.ids.council)
        .executeTakeFirstOrThrow(),
    )) as { body: string };
    const wrong = { body, untilDate: '2021-06-24' };
    expect(await errorsOf(step(s, 'settlement-opened', wrong))).toEqual([
      'untilDate event.until-early',
      'body event.body-unknown',
    ]);
    expect(await errorsOf(step(s, 'settlement-opened', { body: 'niemand' }))).toEqual([
      'body event.body-unknown',
    ]);
    await step(s, 'settlement-opened', { body: null });
    const { standing } = await dossier(s);
    expect(standing).toMatchObject({ state: 'settlement', before: { bodyId: null } });
  });
});

describe('sections that vote apart, each with a quorum and a majority of its own', () => {
  const own = (name: string, over: object) => ({
    ...{ name, quorumBasis: null, quorumMembers: null, majority: null },
    ...over,
  });
  const votes = (name: string, cast: [yes: number, no: number], over: object = {}) => ({
    ...{ name, present: cast[0] + cast[1], for: cast[0], against: cast[1], abstained: 0 },
    ...over,
  });
  const apart = () =>
    askedDossier(watched.db, {
      sections: ['staff', 'students'],
      sectionRules: JSON.stringify([
        own('staff', { quorumBasis: 5_000, majority: 'two-thirds-members' }),
        own('students', { quorumMembers: 3 }),
      ]),
    });
  const members = (s: DossierScene, capacity: string, count: number) =>
    s.run((tx) =>
      tx
        .insertInto('bodyMember')
        .values(
          Array.from({ length: count }, (_, i) => ({
            ...{ institutionId: s.institutionId, memberId: newId(), bodyId: s.ids.council },
            ...{ name: `${capacity} ${i}`, capacity, term: '[2020-09-01,2022-09-01)' },
          })),
        )
        .returning('memberId')
        .execute(),
    );

  test('one section without its quorum: no decision, in words, whatever the other did', async () => {
    const s = await apart();
    await members(s, 'staff', 6);
    await members(s, 'students', 6);
    const short = { sections: [votes('staff', [6, 0]), votes('students', [2, 0])] };
    expect(await errorsOf(outcome(s, short))).toEqual(['sections.1 decision.section-quorum']);
    const refusing = { ...short, outcome: 'withheld', reasons: 'nee' };
    expect(await errorsOf(outcome(s, refusing))).toEqual(['sections.1 decision.section-quorum']);
  });

  test('each is held to its own majority, and what it could vote with is kept beside its votes', async () => {
    const s = await apart();
    const [excluded] = await members(s, 'staff', 7);
    await members(s, 'students', 6);
    await step(s, 'excluded', { member: excluded!.memberId, onDate: '2021-06-19', text: '' }, s.secretary);
    // three of six: more for than against, but not two thirds of the members
    const narrow = { sections: [votes('staff', [3, 1]), votes('students', [2, 1])] };
    expect(await errorsOf(outcome(s, narrow))).toEqual(['sections.0 decision.section-majority']);
    // with one excluded, six of staff can vote and four are two thirds of them
    await outcome(s, { sections: [votes('staff', [4, 0]), votes('students', [2, 1])] });
    expect((await dossier(s)).decision).toMatchObject({
      ...{ outcome: 'given', present: 7, votesFor: 6, votesAgainst: 1 },
      sections: [{ name: 'staff', members: 6 }, { name: 'students' }],
    });
  });

  test('where members are not kept, the section says how many it has', async () => {
    const s = await apart();
    const cast = (over: object) => ({ sections: [votes('staff', [4, 0], over), votes('students', [3, 0])] });
    expect(await errorsOf(outcome(s, cast({})))).toEqual(['sections.0 decision.section-members']);
    expect(await errorsOf(outcome(s, cast({ members: 9 })))).toEqual(['sections.0 decision.section-quorum']);
    await outcome(s, cast({ members: 6 }));
  });
});
