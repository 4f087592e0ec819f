import { beforeAll, expect, test } from 'vitest';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { readTraceFacts } from './trace.server.ts';

/*
 * The plan of Law is in force from 2022. Its council was asked on 1 March, of which the file keeps no moment, and
 * consented on 1 April; that was recorded on 1 May. What the board decided is recorded on the day itself.
 */
const watched = watchedDatabase();
let place: LoadedInstitution;

beforeAll(async () => {
  const file: InstitutionInput = spendingInstitution();
  const [version] = file.schemes![0]!.documents![0]!.versions;
  version!.decisions = [
    {
      ...{ body: 'fr-recht', kind: 'consent', outcome: 'given' },
      ...{ askedOn: '2022-03-01', decidedOn: '2022-04-01', decidedAt: '2022-05-01T10:00:00Z' },
    },
    { body: 'cvb', kind: 'adoption', askedOn: '2022-02-01', outcome: 'given', decidedOn: '2022-02-01' },
  ];
  place = await loadInstitution(watched.db, file);
});

/** What the trace tells of the plan: who decided what by then, and how many rights were not exercised. */
async function told(asOf: string, knownOn?: string) {
  const actor = await place.actor('lezer');
  const facts = await inInstitution(watched.db, actor.institutionId, async (tx) => {
    const { schemeId } = await tx.selectFrom('scheme').select('schemeId').executeTakeFirstOrThrow();
    const known = knownOn === undefined ? null : momentOf(knownOn).at;
    return readTraceFacts(tx, actor, { schemeId, at: momentOf(asOf).at, knownOn: known });
  });
  const plan = facts.versions.find((one) => one.document === 'plan-recht')!;
  return { said: plan.decisions.map((one) => [one.kind, one.outcome, one.on]), missing: plan.missing };
}

const adopted = ['adoption', 'given', '2022-02-01'];

test('a chain tells the decisions that were taken by the day, and as far as they were known', async () => {
  expect(await told('2022-01-31')).toEqual({ said: [], missing: 1 });
  expect(await told('2022-02-01')).toEqual({ said: [adopted], missing: 1 });
  expect(await told('2022-03-31')).toEqual({ said: [adopted, ['consent', null, null]], missing: 1 });
  const all = [adopted, ['consent', 'given', '2022-04-01']];
  expect(await told('2022-04-01')).toEqual({ said: all, missing: 0 });
  // taken, but nobody had recorded it
  expect(await told('2022-04-01', '2022-04-30')).toEqual({
    said: [adopted, ['consent', null, null]],
    missing: 1,
  });
  expect(await told('2022-04-01', '2022-05-01')).toEqual({ said: all, missing: 0 });
  // of what a file keeps no moment of, the day itself counts
  expect((await told('2022-04-01', '2022-01-15')).said).toEqual([]);
});
