import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraft, lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import { type Db, openDb, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { pageArgs } from '#test/page.ts';
import { address, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { action, loader } from './adopt-page.tsx';
import { adoptVersion } from './adoption.server.ts';
import { askDecision } from './decision.server.ts';
import { recordOutcome } from './outcome.server.ts';

let database: FreshDatabase;
let db: Db;
let statements = 0;
const now = new Date('2021-07-01T09:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app, () => {
    statements += 1;
  });
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

/** A scene in which the plan of Law is submitted and consented to. */
async function consented(code: string): Promise<PlanScene & { hash: string }> {
  const s = await planScene(db, code);
  await s.run((tx) => completeLawPlan(tx, s));
  const { hash } = await s.run((tx) => submitPlan(tx, s.writer, address));
  const { decisionId: decision } = await s.run((tx) =>
    askDecision(tx, s.admin, { ...address, rule: s.ruleId, question: 'Ja?', now: new Date('2021-06-07') }),
  );
  const words = { reasons: '', conditions: '', minorityView: '' };
  const outcome = { outcome: 'given' as const, decidedOn: '2021-06-30', ...words };
  await s.run((tx) =>
    recordOutcome(tx, s.secretary, { decision, ...outcome, now: new Date('2021-06-30T15:00:00Z') }),
  );
  return { ...s, hash };
}

/** The next version of the allocation, which leaves Law out; submitted. */
async function allocationWithoutLaw(tx: Tx, { admin, institutionId, ids }: PlanScene) {
  const { documentId } = await tx
    .selectFrom('document')
    .select('documentId')
    .where('institutionId', '=', institutionId)
    .where('code', '=', 'alloc')
    .executeTakeFirstOrThrow();
  const versionId = await createDraft(tx, admin, { documentId, note: 'Herverdeling' });
  await tx
    .insertInto('ledgerLine')
    .values({
      ...{ institutionId, lineId: newId(), versionId, stage: 'allocated', schemeId: ids.scheme },
      ...{ fundId: ids.fund, unitId: ids.arts, year: 2022, cents: 900_000_00 },
    })
    .execute();
  const hash = await freezeVersion(tx, admin, await lockVersion(tx, admin, versionId));
  return { documentId, versionId, hash };
}

const why = 'Recht wordt bij de voorjaarsnota weer opgenomen.';

/** The note of a document's newest version, and what the audit entry of the last adoption says. */
async function kept(s: PlanScene, document: string) {
  return s.run(async (tx) => ({
    version: await tx
      .selectFrom('version as v')
      .innerJoin('document as d', 'd.documentId', 'v.documentId')
      .select(['v.note', 'v.status'])
      .where('d.code', '=', document)
      .orderBy('v.number', 'desc')
      .executeTakeFirstOrThrow(),
    entry: await tx
      .selectFrom('auditEntry')
      .select('after')
      .where('action', '=', 'decision.adopt')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow(),
  }));
}

test('an allocation that leaves a planned unit out is adopted with a reason, never in silence', async () => {
  const s = await consented('verdeel');
  const adopt = { ...address, version: 1, hash: s.hash, reasons: '', now };
  // nothing is asked of a plan whose money was allocated
  await s.run((tx) => adoptVersion(tx, s.board, adopt));
  expect((await kept(s, address.document)).entry.after).not.toHaveProperty('untraceable');
  const { hash } = await s.run((tx) => allocationWithoutLaw(tx, s));
  const board = s.actor(['allocation.decide'], { bodyId: s.ids.board });
  const params = { scheme: 'ka', document: 'alloc' };
  const at = (form?: Record<string, string>) => pageArgs({ db, actor: board, path: '/', params, now, form });

  statements = 0;
  const { rise } = await loader(at() as never);
  expect(statements).toBe(13);
  expect(rise).toMatchObject({ cents: 55_200_000, reasons: ['no-allocation'] });
  const form = { version: '2', hash, body: 'cvb' };
  const problem = { code: 'trace.rise', params: { reasons: 'no-allocation' } };
  expect(await action(at(form) as never)).toMatchObject({ problem });
  expect(await action(at({ ...form, untraceable: ' ' }) as never)).toMatchObject({ problem });

  expect(await action(at({ ...form, untraceable: why }) as never)).toMatchObject({ status: 302 });
  const { version, entry } = await kept(s, 'alloc');
  expect(version).toEqual({ status: 'adopted', note: `Herverdeling · ${why}` });
  expect(entry.after).toMatchObject({ untraceable: { ...rise, reason: why } });
});

test('so is a plan whose allocation fell away after it was submitted', async () => {
  const s = await consented('plan');
  await s.run(async (tx) => {
    const { documentId, versionId } = await allocationWithoutLaw(tx, s);
    await moveVersion(tx, s.admin, await lockVersion(tx, s.admin, versionId), 'adopt');
    await putInForce(tx, s.admin, { documentId, versionId, from: new Date('2021-06-30T22:00:00Z') });
  });
  const adopt = { ...address, version: 1, hash: s.hash, reasons: '', now };
  await expect(s.run((tx) => adoptVersion(tx, s.board, adopt))).rejects.toMatchObject({
    code: 'trace.rise',
    params: { cents: 55_200_000 }, // three years of 100,000 euro and one FTE at 84,000
  });
  await s.run((tx) => adoptVersion(tx, s.board, { ...adopt, untraceable: why }));
  const { version, entry } = await kept(s, address.document);
  expect(version).toEqual({ status: 'adopted', note: why });
  expect(entry.after).toMatchObject({ untraceable: { cents: 55_200_000, reason: why } });
});
