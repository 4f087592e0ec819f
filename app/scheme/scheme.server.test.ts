import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { putKind, putQuestion, removeKind, removeQuestion } from './document-kind.server.ts';
import { putExclusion } from './exclusion.server.ts';
import { putFund, removeFund } from './fund.server.ts';
import { putRate } from './rate.server.ts';
import { addRight } from './right.server.ts';
import { rightEntry } from './scheme.input.ts';
import { addEvent, settleEvent } from './scheme-event.server.ts';
import { getScheme } from './scheme-read.server.ts';
import { changeScheme, createScheme } from './scheme-setting.server.ts';

let database: FreshDatabase;
let db: Db;
let admin: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  const own = await loadInstitution(db, smallInstitution('klein'));
  const other = await loadInstitution(db, { ...smallInstitution('ander'), schemes: [] });
  admin = await own.actor('beheer');
  reader = await own.actor('lezer');
  stranger = await other.actor('beheer');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(db, actor.institutionId, (tx) => work(tx, actor));
}
const stands = (code = 'ka') => as(admin, (tx) => getScheme(tx, admin.institutionId, code));
/** Runs a change with the revision that stands. */
async function change<T>(work: (tx: Tx, actor: Actor, revision: number) => Promise<T>): Promise<T> {
  const { revision } = await stands();
  return as(admin, (tx, actor) => work(tx, actor, revision));
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Rejection) return [error.code, error.params];
      if (error instanceof InvalidInput) return error.errors.map((one) => `${one.path} ${one.code}`);
      throw error;
    },
  );
}

const texts = {
  nameNl: 'Kwaliteitsafspraken',
  nameEn: 'Quality agreements',
  legalSource: 'Sectorakkoord',
  conditions: 'Instemming van de raad',
  firstYear: 2022,
  lastYear: 2024,
  themes: 'themas',
  frameworks: ['ambities'],
};

test('[000-1] a scheme has a legal source, a period and conditions', async () => {
  await change((tx, actor, revision) => changeScheme(tx, actor, 'ka', { revision, ...texts }));
  expect(await stands()).toMatchObject({ legalSource: 'Sectorakkoord', conditions: texts.conditions });
  await as(admin, (tx, actor) =>
    createScheme(tx, actor, { ...texts, code: 'welzijn', firstYear: 2024, lastYear: 2027 }),
  );
  expect(await stands('welzijn')).toMatchObject({ firstYear: 2024, lastYear: 2027, themes: 'themas' });
});

test('a period that leaves out years with figures is refused, naming them', async () => {
  const shorter = (revision: number) => ({ revision, ...texts, lastYear: 2022 });
  expect(
    await refusal(change((tx, actor, revision) => changeScheme(tx, actor, 'ka', shorter(revision)))),
  ).toEqual(['scheme.year-used', { years: '2023, 2024' }]);
  const other = (revision: number) => ({ revision, ...texts, themes: 'ambities', frameworks: [] });
  expect(
    await refusal(change((tx, actor, revision) => changeScheme(tx, actor, 'ka', other(revision)))),
  ).toEqual(['scheme.themes-used', {}]);
});

test('a fund is made and changed; one with figures stays', async () => {
  const fund = { nameNl: 'Nieuw fonds', nameEn: 'New fund', own: true, sort: 3 };
  await change((tx, actor, revision) =>
    putFund(tx, actor, { scheme: 'ka', part: 'nieuw' }, { revision, ...fund }),
  );
  expect((await stands()).funds.map((one) => one.code)).toContain('nieuw');
  await change((tx, actor, revision) => removeFund(tx, actor, { scheme: 'ka', part: 'nieuw' }, { revision }));
  const bad = { scheme: 'ka', part: 'twee woorden' };
  expect(
    await refusal(change((tx, actor, revision) => putFund(tx, actor, bad, { revision, ...fund }))),
  ).toEqual(['code field.code']);
  const used = { scheme: 'ka', part: 'kwaliteit' };
  expect(await refusal(change((tx, actor, revision) => removeFund(tx, actor, used, { revision })))).toEqual([
    'fund.in-use',
    { code: 'kwaliteit' },
  ]);
});

test('[000-3] [000-7] outside decisions are dated; a planned review moves or is cancelled with a reason', async () => {
  const event = { body: 'NVAO', whatNl: 'Oordeel', whatEn: 'Judgement', source: 'brief' };
  await change((tx, actor, revision) =>
    addEvent(tx, actor, 'ka', { revision, on: '2019-05', status: 'happened', ...event }),
  );
  const review = { ...event, whatNl: 'Herijking', whatEn: 'Recalibration' };
  const { eventId } = await change((tx, actor, revision) =>
    addEvent(tx, actor, 'ka', { revision, on: '2020', status: 'planned', ...review }),
  );
  const at = { scheme: 'ka', part: eventId };
  const settle = (input: Omit<Parameters<typeof settleEvent>[3], 'revision'>) =>
    change((tx, actor, revision) => settleEvent(tx, actor, at, { revision, ...input }));
  expect(await refusal(settle({ status: 'moved', reason: '' }))).toEqual([
    'reason field.required',
    'movedTo field.required',
  ]);
  await settle({ status: 'moved', reason: 'coronacrisis', movedTo: '2021' });
  expect(await refusal(settle({ status: 'cancelled', reason: 'te laat' }))).toEqual([
    'event.settled',
    { status: 'moved' },
  ]);
  expect((await stands()).events.map((one) => [one.on, one.whatNl, one.status, one.reason])).toEqual([
    ['2019-05', 'Oordeel', 'happened', ''],
    ['2020', 'Herijking', 'moved', 'coronacrisis'],
    ['2021', 'Herijking', 'planned', ''],
  ]);
});

test('[000-5] a theme is left out with its reason and what covers it, not when it has figures', async () => {
  const exclusion = { reason: 'Elders belegd', coveredBy: 'Campusplan' };
  const put = (part: string) =>
    change((tx, actor, revision) =>
      putExclusion(tx, actor, { scheme: 'ka', part }, { revision, ...exclusion }),
    );
  expect(await refusal(put('T1'))).toEqual(['exclusion.has-lines', { code: 'T1' }]);
  await as(admin, (tx, actor) =>
    createScheme(tx, actor, { ...texts, code: 'leeg', firstYear: 2022, lastYear: 2023 }),
  );
  const { revision } = await stands('leeg');
  await as(admin, (tx, actor) =>
    putExclusion(tx, actor, { scheme: 'leeg', part: 'T2' }, { revision, ...exclusion }),
  );
  expect((await stands('leeg')).exclusions).toMatchObject([{ theme: 'T2', ...exclusion }]);
});

test('a rate lies within the period', async () => {
  const rate = { fteCents: 8_250_000, source: 'begroting' };
  const put = (part: number) =>
    change((tx, actor, revision) => putRate(tx, actor, { scheme: 'ka', part }, { revision, ...rate }));
  await put(2023);
  expect((await stands()).rates.at(-1)).toEqual({ fromYear: 2023, ...rate });
  expect(await refusal(put(2030))).toEqual(['fromYear scheme.year-outside']);
});

const kind = {
  nameNl: 'Herijking',
  nameEn: 'Recalibration',
  unitKinds: ['faculty'],
  hasMeasures: false,
  sort: 9,
};
const question = {
  textNl: 'Volstaat de besteding?',
  textEn: 'Is the spending adequate?',
  hintNl: '',
  hintEn: '',
  per: 'document' as 'document' | 'theme' | 'unit',
  unitKinds: [],
  ...{ part: 'chapter' as const, filled: false, fixedNl: '', fixedEn: '', blocks: [], drawsOn: [] },
  required: true,
  confidential: false,
  sort: 1,
};

test('[000-8] a recalibration is a kind of document that asks for each of its purposes', async () => {
  await change((tx, actor, revision) =>
    putKind(tx, actor, { scheme: 'ka', part: 'herijking' }, { revision, ...kind }),
  );
  for (const [index, part] of ['toetsen', 'bijstellen', 'concretiseren'].entries()) {
    const at = { scheme: 'ka', kind: 'herijking', part };
    await change((tx, actor, revision) => putQuestion(tx, actor, at, { ...question, revision, sort: index }));
  }
  const made = (await stands()).kinds.find((one) => one.code === 'herijking')!;
  expect(made.questions.map((one) => one.code)).toEqual(['toetsen', 'bijstellen', 'concretiseren']);
});

test('[003-3] questions are set centrally; one that has answers keeps its words', async () => {
  const at = { scheme: 'ka', kind: 'plan', part: 'doel' };
  const put = (input: Partial<typeof question>) =>
    change((tx, actor, revision) => putQuestion(tx, actor, at, { ...question, revision, ...input }));
  expect(await refusal(put({ per: 'theme', textNl: 'Iets anders?' }))).toEqual([
    'question.answered',
    { code: 'doel' },
  ]);
  const asIs = { textNl: 'Wat is het doel?', textEn: 'What is the goal?', per: 'theme' as const };
  await put({ ...asIs, hintNl: 'In drie zinnen.' });
  expect(await refusal(change((tx, actor, revision) => removeQuestion(tx, actor, at, { revision })))).toEqual(
    ['question.answered', { code: 'doel' }],
  );
});

test('a kind with documents keeps the stage of its money and stays', async () => {
  const at = { scheme: 'ka', part: 'plan' };
  const input = { ...kind, stage: 'allocated' as const, hasMeasures: true };
  expect(
    await refusal(change((tx, actor, revision) => putKind(tx, actor, at, { revision, ...input }))),
  ).toEqual(['kind.in-use', { code: 'plan' }]);
  expect(await refusal(change((tx, actor, revision) => removeKind(tx, actor, at, { revision })))).toEqual([
    'kind.not-empty',
    { code: 'plan' },
  ]);
});

test('a line of the rights matrix says who has which right, how it is exercised and what silence means', async () => {
  const right = {
    ...rightEntry.parse({
      bodyKind: 'programme-committee',
      bodyAt: 'unit',
      kind: 'consent',
      prior: false,
      termDays: 28,
      basis: 'faculteitsreglement art. 12',
      certainty: 'known',
      quorumBasis: 5000,
      majority: 'two-thirds-members',
      sections: ['studenten', 'personeel'],
      silence: 'proceed',
    }),
    sort: 2,
  };
  const add = (over = {}) =>
    change((tx, actor, revision) =>
      addRight(tx, actor, { scheme: 'ka', kind: 'plan' }, { revision, ...right, ...over }),
    );
  await add();
  const plan = (await stands()).kinds.find((one) => one.code === 'plan')!;
  expect(plan.rights.at(-1)).toMatchObject(right);
  const wrong = { kind: 'leads', prior: true, quorumMembers: 4, silence: 'refused', sections: ['a'] };
  await expect(add(wrong)).rejects.toMatchObject({
    errors: [
      { path: 'quorum', code: 'right.quorum-both' },
      { path: 'prior', code: 'right.prior-part' },
      { path: 'silence', code: 'right.silence' },
      { path: 'sections', code: 'right.sections-one' },
    ],
  });
});

test('a reader does not change a scheme, another institution does not see it, a late editor is told', async () => {
  const input = { revision: 1, nameNl: 'x', nameEn: 'x', own: true, sort: 1 };
  const at = { scheme: 'ka', part: 'x' };
  expect(await refusal(as(reader, (tx, actor) => putFund(tx, actor, at, input)))).toMatchObject([
    'forbidden',
    {},
  ]);
  await expect(as(stranger, (tx, actor) => putFund(tx, actor, at, input))).rejects.toThrow('missing: scheme');
  expect(await refusal(as(admin, (tx, actor) => putFund(tx, actor, at, input)))).toMatchObject([
    'conflict',
    {},
  ]);
});
