import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNextDraft } from '#app/allocation/draft.server.ts';
import { submitAllocation } from '#app/allocation/submission.server.ts';
import { retractVersion } from '#app/document/retraction.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { adoptVersion } from './adoption.server.ts';
import { askDecision, listDecisions } from './decision.server.ts';
import { recordOutcome } from './outcome.server.ts';
import { getWork } from './work.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('voorbeeld') });
  db = openDb(database.app);
  place = await loadInstitution(db, 'voorbeeld');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

/** The right of a council to advise on the document. */
const adviceRule = (tx: Tx) =>
  tx
    .selectFrom('rightRule as r')
    .innerJoin('document as d', 'd.kindId', 'r.kindId')
    .select('r.ruleId')
    .where('d.code', '=', 'allocatie')
    .where('r.kind', '=', 'advice')
    .executeTakeFirstOrThrow();

const inside = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(db, place.institutionId, work);

test('an allocation on which a council has a prior right is adopted like any document, once the council spoke', async () => {
  const policy = await place.actor('beleid');
  const board = await place.actor('cvb');
  const clerk = await place.actor('griffier-ur');
  const address = { scheme, document: 'allocatie' };
  const submitted = await inside(async (tx) => {
    await startNextDraft(tx, policy, { ...address, note: 'definitieve bekostiging' });
    return submitAllocation(tx, policy, address);
  });
  const waiting = (await inside((tx) => getWork(tx, policy))).plans.filter(
    (one) => one.document === 'allocatie',
  );
  expect(waiting).toMatchObject([{ task: 'ask', number: submitted.version, stage: 'allocated' }]);
  const adopt = () => inside((tx) => adoptVersion(tx, board, { ...address, ...submitted, reasons: '', now }));
  const refused = await adopt().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Rejection);
  expect((refused as Rejection).code).toBe('adopt.blocked');
  const rule = await inside(adviceRule);
  const { decisionId } = await inside((tx) =>
    askDecision(tx, policy, { ...address, rule: rule.ruleId, question: 'Wat adviseert de raad?', now }),
  );
  const outcome = {
    outcome: 'positive' as const,
    decidedOn: '2026-11-22',
    reasons: '',
    conditions: '',
    minorityView: '',
  };
  await inside((tx) => recordOutcome(tx, clerk, { decision: decisionId, ...outcome, now }));
  await expect(
    inside((tx) => adoptVersion(tx, policy, { ...address, ...submitted, reasons: '', now })),
  ).rejects.toThrow(/forbidden/);
  await adopt();
  const taken = await inside((tx) => listDecisions(tx, policy, { document: 'allocatie' }));
  expect(taken).toContainEqual(
    expect.objectContaining({ kind: 'adoption', versionHash: submitted.hash, outcome: 'given' }),
  );
  const rows = await inside(async (tx) =>
    getMoney(tx, {
      schemeId: await schemeIdOf(tx, place.institutionId, scheme),
      groupBy: ['stage', 'year'],
      stage: ['granted', 'allocated'],
      ownFunds: true,
    }),
  );
  // a year into which nothing was carried over
  const year = (stage: string) => rows.find((row) => row.stage === stage && row.year === 2024)!.cents!;
  expect(year('allocated')).toBeLessThanOrEqual(year('granted'));
});

test('a submitted allocation is returned by the board or withdrawn by its writers, with the reason; what was asked lapses', async () => {
  const policy = await place.actor('beleid');
  const board = await place.actor('cvb');
  const clerk = await place.actor('griffier-ur');
  const address = { scheme, document: 'allocatie' };
  const start = () =>
    inside(async (tx) => {
      await startNextDraft(tx, policy, { ...address, note: 'opnieuw' });
      return submitAllocation(tx, policy, address);
    });
  const take = (actor: Actor, action: 'return' | 'withdraw', reason: string) =>
    inside((tx) => retractVersion(tx, actor, { ...address, action, reason }));
  const state = () =>
    inside((tx) =>
      tx
        .selectFrom('version as v')
        .innerJoin('document as d', 'd.documentId', 'v.documentId')
        .select(['v.status', 'v.note'])
        .where('d.code', '=', 'allocatie')
        .orderBy('v.number', 'desc')
        .executeTakeFirstOrThrow(),
    );
  await start();
  await expect(take(policy, 'return', 'nee')).rejects.toThrow(/forbidden/);
  await expect(take(board, 'withdraw', 'nee')).rejects.toThrow(/forbidden/);
  await take(board, 'return', 'De telling van Recht klopt niet.');
  expect(await state()).toEqual({ status: 'returned', note: 'De telling van Recht klopt niet.' });
  const work = await inside((tx) => getWork(tx, policy));
  expect(work.plans.filter((one) => one.document === 'allocatie')).toMatchObject([{ task: 'revise' }]);

  await start();
  const rule = await inside(adviceRule);
  const { decisionId } = await inside((tx) =>
    askDecision(tx, policy, { ...address, rule: rule.ruleId, question: 'Wat adviseert de raad?', now }),
  );
  await take(policy, 'withdraw', 'De toekenning wordt bijgesteld.');
  expect(await state()).toEqual({ status: 'withdrawn', note: 'De toekenning wordt bijgesteld.' });
  const { record } = await inside((tx) => getWork(tx, clerk));
  expect(record.filter((one) => one.decisionId === decisionId)).toEqual([]);
  const outcome = { outcome: 'positive' as const, decidedOn: '2026-11-22', reasons: '' };
  await expect(
    inside((tx) =>
      recordOutcome(tx, clerk, {
        ...{ decision: decisionId, ...outcome },
        ...{ conditions: '', minorityView: '', now },
      }),
    ),
  ).rejects.toThrow(/decision.version-gone/);
  await expect(take(policy, 'withdraw', 'nogmaals')).rejects.toThrow(/version.wrong-status/);
});
