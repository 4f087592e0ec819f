import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { recordFigures } from './record.server.ts';
import { submitSet } from './submission.server.ts';
import { verifyIndicators } from './verify.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('voorbeeld') });
  db = openDb(database.app);
  place = await loadInstitution(db, 'voorbeeld');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const at = { scheme: 'ka-2022-2027', unit: 'mens', year: 2024 };
const findings = async () => {
  const actor = await place.actor('beheer');
  return inInstitution(db, place.institutionId, (tx) => verifyIndicators(tx, actor));
};

/** Changes the database behind the application's back, past its triggers. */
async function tamper(statement: string) {
  const client = new Client(database.owner);
  await client.connect();
  await client.query('set session_replication_role = replica');
  const { rowCount } = await client.query(statement);
  await client.end();
  expect(rowCount).toBe(1);
}

const first = (noun: 'observation' | 'reflection', year: number) => `${noun}_id = (
  select x.${noun}_id from indicator_${noun} x join unit u using (institution_id, unit_id)
   where u.code = 'mens' and x.year = ${year} and x.number = 1 order by x.indicator_id limit 1)`;

test('what was handed in says what its hash covers, also after a correction is handed in', async () => {
  expect(await findings()).toEqual([]);
  const actor = await place.actor('schrijver-mens');
  await inInstitution(db, place.institutionId, async (tx) => {
    const figure = { indicator: 'fte-studieadviseurs', split: '', seen: 1, value: 12_300, numerator: null };
    const rest = { denominator: null, spread: null, respondents: null, mark: null, caveat: '', source: '' };
    const input = { figures: [{ ...figure, ...rest }], reflections: [], reason: 'verteld' };
    await recordFigures(tx, actor, at, input);
    expect(await submitSet(tx, actor, { ...at, now: new Date('2026-11-22') })).toMatchObject({ number: 2 });
  });
  expect(await findings()).toEqual([]);
});

test('a figure, a reflection and a submission changed behind our back are each named', async () => {
  const named = (year: number, number: number) => ({
    code: 'indicator.hash',
    subject: `ka-2022-2027 mens ${year} (${number})`,
    detail: expect.stringMatching(/^[0-9a-f]{64} is now [0-9a-f]{64}$/),
  });
  await tamper(`update indicator_submission set content_hash = repeat('0', 64) where submission_id = (
    select s.submission_id from indicator_submission s join unit u using (institution_id, unit_id)
     where u.code = 'mens' and s.year = 2024 and s.number = 2)`);
  expect(await findings()).toEqual([named(2024, 2)]);
  await tamper(`update indicator_reflection set text = 'mooier' where ${first('reflection', 2023)}`);
  expect(await findings()).toEqual([named(2023, 1), named(2024, 2)]);
  await tamper(`update indicator_observation set caveat = 'mooier' where ${first('observation', 2022)}`);
  expect(await findings()).toEqual([named(2022, 1), named(2023, 1), named(2024, 2)]);
});
