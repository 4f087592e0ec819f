import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNextDraft } from '#app/allocation/draft.server.ts';
import { submitAllocation } from '#app/allocation/submission.server.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { adoptVersion } from './adoption.server.ts';
import { askDecision, recordOutcome } from './decision.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, 'voorbeeld');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

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
  const adopt = () => inside((tx) => adoptVersion(tx, board, { ...address, ...submitted, reasons: '', now }));
  const refused = await adopt().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Rejection);
  expect((refused as Rejection).code).toBe('adopt.blocked');
  const rule = await inside((tx) =>
    tx
      .selectFrom('rightRule as r')
      .innerJoin('documentKind as k', 'k.kindId', 'r.kindId')
      .select('r.ruleId')
      .where('k.stage', '=', 'allocated')
      .executeTakeFirstOrThrow(),
  );
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
  const rows = await inside(async (tx) =>
    getMoney(tx, {
      schemeId: await schemeIdOf(tx, place.institutionId, scheme),
      groupBy: ['stage', 'year'],
      stage: ['granted', 'allocated'],
      ownFunds: true,
    }),
  );
  const year = (stage: string) => rows.find((row) => row.stage === stage && row.year === 2023)!.cents!;
  expect(year('allocated')).toBeLessThanOrEqual(year('granted'));
});
