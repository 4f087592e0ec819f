import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenEntry } from '#app/audit/audit.server.ts';
import { retractVersion } from '#app/document/retraction.server.ts';
import { fromPlainText } from '#app/document/rich-text.ts';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { saveSection } from '#app/plan/section.server.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { address, audited, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { adoptVersion, getAdoption } from './adoption.server.ts';
import { askDecision, listDecisions } from './decision.server.ts';
import { recordOutcome } from './outcome.server.ts';

let database: FreshDatabase;
let db: Db;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const asked = new Date('2021-06-07T10:00:00Z');
const decided = new Date('2021-06-30T15:00:00Z');
const now = new Date('2021-07-01T09:00:00Z');
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Rejection ? { code: error.code, blockers: error.blockers } : error),
  );
const errorsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof InvalidInput ? error.errors.map(({ path, code }) => `${path} ${code}`) : error;
};
const outcome = {
  outcome: 'given' as const,
  decidedOn: '2021-06-30',
  reasons: '',
  conditions: '',
  minorityView: '',
};

/** A scene with the law faculty's plan submitted. */
async function submitted(): Promise<PlanScene & { hash: string }> {
  const scene = await planScene(db, `raad-${++made}`);
  await scene.run((tx) => completeLawPlan(tx, scene));
  const { hash } = await scene.run((tx) => submitPlan(tx, scene.writer, address));
  return { ...scene, hash };
}
const ask = (s: PlanScene, over = {}) =>
  s.run((tx) =>
    askDecision(tx, s.admin, {
      ...address,
      rule: s.ruleId,
      question: 'Stemt de raad in?',
      now: asked,
      ...over,
    }),
  );
const recordBy = (s: PlanScene, decision: string, over = {}) =>
  s.run((tx) => recordOutcome(tx, s.secretary, { decision, ...outcome, now: decided, ...over }));
const adopt = (s: PlanScene & { hash: string }, over = {}) =>
  s.run((tx) =>
    adoptVersion(tx, s.board, { ...address, version: 1, hash: s.hash, reasons: '', now, ...over }),
  );

describe('asking', () => {
  test('goes to the body that the rights matrix names, due after its term in working days', async () => {
    const s = await submitted();
    const { decisionId, dueOn } = await ask(s);
    expect(dueOn).toBe('2021-07-05');
    const [row] = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka' }));
    expect(row).toMatchObject({
      decisionId,
      bodyNl: 'Faculteitsraad Recht',
      kind: 'consent',
      versionHash: s.hash,
    });
    expect(await s.run((tx) => audited(tx, 'decision.ask'))).toBe(1);
    expect(await refusal(ask(s))).toMatchObject({ code: 'decision.asked' });
  });

  test('the term can be made longer, not shorter; papers are sent before it ends', async () => {
    const s = await submitted();
    expect(await errorsOf(ask(s, { dueOn: '2021-06-20', papersSentOn: '2021-06-21' }))).toEqual([
      'dueOn decision.due-early',
      'papersSentOn decision.papers-late',
    ]);
    expect(await ask(s, { dueOn: '2021-07-14', papersSentOn: '2021-06-08' })).toMatchObject({
      dueOn: '2021-07-14',
    });
  });

  test('only on a submitted version, with the right to ask, in one’s own institution', async () => {
    const s = await submitted();
    const other = await submitted();
    const writer = (tx: Parameters<Parameters<PlanScene['run']>[0]>[0]) =>
      askDecision(tx, s.writer, { ...address, rule: s.ruleId, question: 'x', now: asked });
    expect(await refusal(s.run(writer))).toMatchObject({ code: 'forbidden' });
    expect(await errorsOf(ask(s, { rule: other.ruleId }))).toEqual(['rule decision.rule']);
    await s.run((tx) => retractVersion(tx, s.admin, { ...address, action: 'return', reason: 'nee' }));
    expect(await refusal(ask(s))).toMatchObject({ code: 'decision.not-submitted' });
  });
});

describe('recording', () => {
  test('by the secretary of that very body, once and for all', async () => {
    const s = await submitted();
    const { decisionId } = await ask(s);
    const elsewhere = s.actor(['consent.record'], { bodyId: s.ids.board });
    expect(
      await refusal(
        s.run((tx) => recordOutcome(tx, elsewhere, { decision: decisionId, ...outcome, now: decided })),
      ),
    ).toMatchObject({ code: 'forbidden' });
    const other = await submitted();
    expect(await refusal(recordBy(other, decisionId))).toBeInstanceOf(Missing);
    await recordBy(s, decisionId, { present: 9, votesFor: 7, votesAgainst: 2 });
    expect(
      await refusal(recordBy(s, decisionId, { outcome: 'withheld', reasons: 'toch niet' })),
    ).toMatchObject({
      code: 'decision.recorded',
    });
    await expect(
      s.run((tx) =>
        sql`update decision set outcome = 'withheld' where decision_id = ${decisionId}`.execute(tx),
      ),
    ).rejects.toThrow('has been taken');
  });

  test('every mistake at once', async () => {
    const s = await submitted();
    const { decisionId } = await ask(s);
    const wrong = { outcome: 'positive', decidedOn: '2021-06-01', present: 5, votesFor: 4, votesAgainst: 3 };
    expect(await errorsOf(recordBy(s, decisionId, wrong))).toEqual([
      'outcome decision.outcome',
      'decidedOn decision.date-early',
      'votesFor decision.votes',
    ]);
    expect(await errorsOf(recordBy(s, decisionId, { outcome: 'withheld', decidedOn: '2021-07-02' }))).toEqual(
      ['decidedOn decision.date-future', 'reasons decision.reasons-missing'],
    );
    expect(await errorsOf(recordBy(s, decisionId, { outcome: 'given-on-conditions' }))).toEqual([
      'conditions decision.conditions-missing',
    ]);
  });

  test('not any more on a version that was returned', async () => {
    const s = await submitted();
    const { decisionId } = await ask(s);
    await s.run((tx) => retractVersion(tx, s.admin, { ...address, action: 'return', reason: 'nee' }));
    expect(await refusal(recordBy(s, decisionId))).toMatchObject({ code: 'decision.version-gone' });
  });
});

describe('adoption', () => {
  test('is refused until consent was given on that hash, with the blockers in words', async () => {
    const s = await submitted();
    expect(await refusal(adopt(s))).toMatchObject({
      code: 'adopt.blocked',
      blockers: [{ code: 'adopt.not-asked' }],
    });
    const { decisionId } = await ask(s);
    expect(await refusal(adopt(s))).toMatchObject({ blockers: [{ code: 'adopt.waiting' }] });
    await recordBy(s, decisionId);
    expect(await errorsOf(adopt(s, { hash: '0'.repeat(64) }))).toEqual(['hash adopt.hash']);
    await adopt(s);
    const { version } = await s.run((tx) => getPlan(tx, s.admin, address));
    expect(version.status).toBe('adopted');
    expect(await s.run((tx) => audited(tx, 'decision.adopt'))).toBe(1);
    expect(await s.run((tx) => firstBrokenEntry(tx, s.institutionId))).toBeNull();
  });

  test('consent on an earlier version does not carry over; the newer one supersedes once it has its own', async () => {
    const s = await submitted();
    const { decisionId } = await ask(s);
    await recordBy(s, decisionId);
    await adopt(s);
    await s.run((tx) => startVersion(tx, s.writer, { ...address, note: '' }));
    await s.run((tx) =>
      saveSection(tx, s.writer, {
        ...address,
        question: 'priority',
        body: fromPlainText('Anders.'),
        revision: 1,
        empty: false,
      }),
    );
    const { hash } = await s.run((tx) => submitPlan(tx, s.writer, address));
    const two = { ...s, hash };
    expect(await refusal(adopt(two, { version: 2 }))).toMatchObject({
      blockers: [{ code: 'adopt.other-version', params: { version: '1' } }],
    });
    const second = await ask(s, { version: 2 });
    await recordBy(s, second.decisionId);
    await adopt(two, { version: 2, from: '2022-01-01' });
    const inForce = (day: string) =>
      s.run(async (tx) => {
        const { rows } = await sql<{ number: number }>`
          select v.number from in_force i join version v using (institution_id, version_id)
            join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
           where d.code = 'law-plan' and i.valid @> ${day}::timestamptz and upper_inf(i.recorded)`.execute(
          tx,
        );
        return rows.map((row) => row.number);
      });
    expect(await inForce('2021-06-30T21:00:00Z')).toEqual([]);
    expect(await inForce('2021-12-31T22:00:00Z')).toEqual([1]);
    expect(await inForce('2022-01-01T00:00:00Z')).toEqual([2]);
  });

  test('two adoptions at once: exactly one wins', async () => {
    const s = await submitted();
    const { decisionId } = await ask(s);
    await recordBy(s, decisionId);
    const ends = await Promise.all([1, 2, 3, 4].map(() => refusal(adopt(s))));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.filter((end) => end !== 'done').map((end) => (end as Rejection).code)).toEqual(
      Array(3).fill('version.wrong-status'),
    );
    const adopted = await s.run((tx) => listDecisions(tx, s.admin, { scheme: 'ka' }));
    expect(adopted.filter((row) => row.kind === 'adoption')).toHaveLength(1);
  });

  test('not by those who may not, nor for another institution, nor before the consent', async () => {
    const s = await submitted();
    const other = await submitted();
    const { decisionId } = await ask(s);
    await recordBy(s, decisionId);
    expect(
      await refusal(
        s.run((tx) => adoptVersion(tx, s.writer, { ...address, version: 1, hash: s.hash, reasons: '', now })),
      ),
    ).toMatchObject({ code: 'forbidden' });
    const theirs = { ...address, version: 1, hash: s.hash, reasons: '', now };
    expect(await refusal(other.run((tx) => adoptVersion(tx, s.board, theirs)))).toBeInstanceOf(Missing);
    expect(await errorsOf(adopt(s, { decidedOn: '2021-06-29', from: '2021-06-01' }))).toEqual([
      'decidedOn adopt.date-early',
      'from adopt.from-early',
    ]);
    const view = await s.run((tx) => getAdoption(tx, s.board, { ...address, now }));
    expect(view).toMatchObject({ blockers: [], mayAdopt: true, bodies: [{ code: 'cvb' }] });
    expect((await s.run((tx) => getAdoption(tx, s.writer, { ...address, now }))).mayAdopt).toBe(false);
  });
});
