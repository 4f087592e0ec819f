import { beforeAll, expect, test } from 'vitest';
import { fromPlainText } from '#app/document/rich-text.ts';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { saveDraft, startAllocation } from './draft.server.ts';
import { submitAllocation } from './submission.server.ts';

const watched = watchedDatabase();
let small: LoadedInstitution;
let officer: Actor;
const place = { scheme: 'ka', document: 'verdeling' };
const asked = (code: string, per: 'document' | 'theme' | 'unit', more = {}) => ({
  ...{ code, textNl: `Waarom ${code}?`, textEn: `Why ${code}?`, per, required: true, ...more },
});

beforeAll(async () => {
  const file = smallInstitution('vragen');
  const [scheme] = file.schemes!;
  scheme!.documentKinds!.find((one) => one.code === 'allocatie')!.questions = [
    asked('zo', 'document'),
    asked('thema', 'theme'),
    asked('bij-recht', 'unit', { unitKinds: ['faculty'] }),
    asked('vrij', 'document', { required: false }),
  ];
  small = await loadInstitution(watched.db, file);
  officer = await small.actor('beleid');
  const letter = letterInput.parse({
    ...{ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' },
    amounts: [{ fund: 'kwaliteit', year: 2022, cents: 1_000_000_00 }],
  });
  await run((tx) => recordLetter(tx, officer, { ...letter, scheme: 'ka' }));
  await run((tx) =>
    startAllocation(tx, officer, {
      ...{ scheme: 'ka', kind: 'allocatie', code: 'verdeling', title: 'Verdeling', fund: 'kwaliteit' },
      ...{ basis: 'granted', copy: null },
    }),
  );
  const rules = [{ kind: 'reserve' as const, to: { unit: 'recht', node: null }, take: { cents: 1_00 } }];
  await run((tx) =>
    saveDraft(tx, officer, { ...place, rules, revision: 1, fund: 'kwaliteit', basis: 'granted', totals: {} }),
  );
});

const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(watched.db, small.institutionId, work);

async function open(actor: Actor): Promise<unknown[]> {
  const refused = await run((tx) => submitAllocation(tx, actor, place)).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof Rejection)) throw refused;
  expect(refused).toMatchObject({
    code: 'allocation.unanswered',
    params: { count: refused.blockers.length },
  });
  return refused.blockers.map(({ params }) =>
    'place' in params ? `${params.question} ${params.place}` : params.question,
  );
}

/** Writes an answer as it is stored: once, or at a node or unit named by its code. */
async function answer(question: string, text: string, at: { node?: string; unit?: string } = {}) {
  await run(async (tx) => {
    const own = small.institutionId;
    const idOf = async (table: 'node' | 'unit', code: string) =>
      table === 'node'
        ? (await tx.selectFrom('node').select('nodeId').where('code', '=', code).executeTakeFirstOrThrow())
            .nodeId
        : (await tx.selectFrom('unit').select('unitId').where('code', '=', code).executeTakeFirstOrThrow())
            .unitId;
    const { versionId } = await tx
      .selectFrom('version as v')
      .innerJoin('document as d', 'd.documentId', 'v.documentId')
      .select('v.versionId')
      .where('d.code', '=', 'verdeling')
      .executeTakeFirstOrThrow();
    const { questionId } = await tx
      .selectFrom('question')
      .select('questionId')
      .where('code', '=', question)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('section')
      .values({
        ...{ institutionId: own, sectionId: newId(), versionId, questionId },
        nodeId: at.node ? await idOf('node', at.node) : null,
        unitId: at.unit ? await idOf('unit', at.unit) : null,
        body: JSON.stringify(fromPlainText(text)),
      })
      .execute();
  });
}

test('an allocation with required questions open is refused with each question in each place, in one’s language', async () => {
  expect(await open(officer)).toEqual([
    'Waarom zo?',
    'Waarom thema? Klein onderwijs',
    'Waarom thema? Begeleiding',
    'Waarom bij-recht? Faculteit Recht',
    'Waarom bij-recht? Faculteit Bèta',
  ]);
  expect((await open({ ...officer, locale: 'en' }))[0]).toBe('Why zo?');
});

test('an empty answer is none; with every required one given it is submitted', async () => {
  await answer('zo', '   ');
  await answer('thema', 'Daarom.', { node: 'T1' });
  expect(await open(officer)).toEqual([
    'Waarom zo?',
    'Waarom thema? Begeleiding',
    'Waarom bij-recht? Faculteit Recht',
    'Waarom bij-recht? Faculteit Bèta',
  ]);
  await run((tx) =>
    tx
      .updateTable('section')
      .set({ body: JSON.stringify(fromPlainText('Zo.')) })
      .where('nodeId', 'is', null)
      .execute(),
  );
  await answer('thema', 'Daarom.', { node: 'T2' });
  await answer('bij-recht', 'Daarom.', { unit: 'recht' });
  await answer('bij-recht', 'Daarom.', { unit: 'beta' });
  expect(await run((tx) => submitAllocation(tx, officer, place))).toMatchObject({ version: 1 });
});
