import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { type BareInstitution, bareInstitution, testActor } from '#test/bare-institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { addMember, createBody, endTerm, getBody } from './body.server.ts';
import { addBodyKind } from './body-kind.server.ts';
import { correctHeadCount, createDefinition, listHeadCounts, recordHeadCounts } from './head-count.server.ts';
import { changeUnit, closeUnit, createUnit, moveUnit } from './organisation.server.ts';
import { succeedUnits } from './succession.server.ts';
import { getUnit, listUnits } from './unit.server.ts';

const watched = watchedDatabase();
let own: BareInstitution;
let other: BareInstitution;

beforeAll(async () => {
  own = await bareInstitution(watched.db, 'eigen');
  other = await bareInstitution(watched.db, 'ander');
  const units = { kind: 'faculty', nameEn: 'Faculty', parent: 'root' };
  for (const code of ['law', 'arts', 'science', 'medicine']) {
    await as(own.admin, (tx, actor) => createUnit(tx, actor, { ...units, code, nameNl: code }));
  }
  const institute = { kind: 'institute', nameNl: 'Instituut', nameEn: 'Institute' };
  await as(own.admin, (tx, actor) => createUnit(tx, actor, { ...institute, code: 'lab', parent: 'science' }));
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}

async function codes(date: string): Promise<string[]> {
  const units = await as(own.admin, (tx) => listUnits(tx, own.institutionId, date));
  return units.map((unit) => `${' '.repeat(unit.depth)}${unit.code}`);
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Rejection) return [error.code, ...error.blockers.map((one) => one.code)];
      if (error instanceof InvalidInput) return error.errors.map((one) => `${one.path} ${one.code}`);
      throw error;
    },
  );
}

describe('units', () => {
  test('a move is a new placement: the tree of before stays', async () => {
    const unit = await as(own.admin, (tx) => getUnit(tx, own.institutionId, 'lab'));
    await as(own.admin, (tx, actor) =>
      moveUnit(tx, actor, 'lab', { revision: unit.revision, parent: 'medicine', from: '2024-01-01' }),
    );
    expect(await codes('2023-12-31')).toContain('  lab');
    const before = await codes('2023-12-31');
    expect(before[before.indexOf('  lab') - 1]).toBe(' science');
    const after = await codes('2024-01-01');
    expect(after[after.indexOf('  lab') - 1]).toBe(' medicine');
  });

  test('a unit cannot come below itself, and an older revision is a conflict', async () => {
    const medicine = await as(own.admin, (tx) => getUnit(tx, own.institutionId, 'medicine'));
    const move = { revision: medicine.revision, parent: 'lab', from: '2024-06-01' };
    expect(await refusal(as(own.admin, (tx, actor) => moveUnit(tx, actor, 'medicine', move)))).toEqual([
      'unit.cycle',
    ]);
    const change = { revision: 99, kind: 'faculty', nameNl: 'x', nameEn: 'x' };
    expect(await refusal(as(own.admin, (tx, actor) => changeUnit(tx, actor, 'medicine', change)))).toEqual([
      'conflict',
    ]);
  });

  test('closing names what still hangs on it', async () => {
    const medicine = await as(own.admin, (tx) => getUnit(tx, own.institutionId, 'medicine'));
    const close = { revision: medicine.revision, through: '2026-12-31' };
    expect(await refusal(as(own.admin, (tx, actor) => closeUnit(tx, actor, 'medicine', close)))).toEqual([
      'unit.close',
      'unit.has-child',
    ]);
  });

  test('a merger closes the old units, makes the new one and keeps the link', async () => {
    await as(own.admin, (tx, actor) =>
      succeedUnits(tx, actor, {
        kind: 'merge',
        on: '2025-09-01',
        predecessors: ['law', 'arts'],
        successors: [{ code: 'humanities', nameNl: 'Geesteswetenschappen', nameEn: 'Humanities' }],
      }),
    );
    expect(await codes('2025-08-31')).toEqual(expect.arrayContaining([' law', ' arts']));
    expect(await codes('2025-08-31')).not.toContain(' humanities');
    expect(await codes('2025-09-01')).toContain(' humanities');
    expect(await codes('2025-09-01')).not.toContain(' law');
    const unit = await as(own.admin, (tx) => getUnit(tx, own.institutionId, 'humanities'));
    expect(unit.successions.map((one) => [one.kind, one.predecessor.code])).toEqual([
      ['merge', 'law'],
      ['merge', 'arts'],
    ]);
  });

  test('a successor stands where its predecessor stood in the list, not above everything', async () => {
    const names = { kind: 'institute', nameNl: 'Instituut', nameEn: 'Institute' };
    await as(own.admin, async (tx, actor) => {
      await createUnit(tx, actor, { ...names, code: 'pharmacy', parent: 'root' });
      await changeUnit(tx, actor, 'pharmacy', { ...names, revision: 1, sort: 9 });
      await succeedUnits(tx, actor, {
        kind: 'rename',
        on: '2024-01-01',
        predecessors: ['pharmacy'],
        successors: [{ code: 'drugs', nameNl: 'Geneesmiddelen', nameEn: 'Drugs' }],
      });
    });
    expect((await codes('2024-01-02')).at(-1)).toBe(' drugs');
  });

  test('a new unit comes after those that hang beside it already, not above them', async () => {
    const names = { kind: 'faculty', nameNl: 'Aardwetenschappen', nameEn: 'Earth sciences' };
    await as(own.admin, (tx, actor) => createUnit(tx, actor, { ...names, code: 'aarde', parent: 'root' }));
    expect((await codes('2024-01-02')).at(-1)).toBe(' aarde');
  });

  test('another institution, a wrong role and a role elsewhere change nothing', async () => {
    const input = { code: 'new', kind: 'faculty', nameNl: 'n', nameEn: 'n', parent: 'science' };
    await expect(as(other.admin, (tx, actor) => createUnit(tx, actor, input))).rejects.toThrow(
      'missing: unit',
    );
    const reader = testActor(own.institutionId, ['audit.read']);
    expect(await refusal(as(reader, (tx, actor) => createUnit(tx, actor, input)))).toEqual(['forbidden']);
    const elsewhere = testActor(own.institutionId, ['admin.organisation'], { unitIds: [own.rootId] });
    expect(await refusal(as(elsewhere, (tx, actor) => createUnit(tx, actor, input)))).toEqual(['forbidden']);
  });
});

test('members have terms of office; the past ones stay in the list', async () => {
  await as(own.admin, (tx, actor) =>
    addBodyKind(tx, actor, { code: 'council', nameNl: 'Raad', nameEn: 'Council' }),
  );
  await as(own.admin, (tx, actor) =>
    createBody(tx, actor, {
      code: 'council',
      kind: 'council',
      unit: 'science',
      nameNl: 'Raad',
      nameEn: 'Council',
    }),
  );
  const term = { name: 'Lid A', capacity: 'student', from: '2024-09-01', through: '2025-08-31' };
  const { memberId } = await as(own.admin, (tx, actor) => addMember(tx, actor, 'council', term));
  expect(
    await refusal(
      as(own.admin, (tx, actor) => addMember(tx, actor, 'council', { ...term, from: '2025-01-01' })),
    ),
  ).toEqual(['member.term-overlaps']);
  const backwards = { ...term, name: 'Lid B', through: '2024-01-01' };
  expect(await refusal(as(own.admin, (tx, actor) => addMember(tx, actor, 'council', backwards)))).toEqual([
    'through field.period',
  ]);
  const end = { through: '2025-01-31', revision: 1 };
  await as(own.admin, (tx, actor) => endTerm(tx, actor, memberId, end));
  // who saw the term before it was ended is told
  expect(await refusal(as(own.admin, (tx, actor) => endTerm(tx, actor, memberId, end)))).toEqual([
    'conflict',
  ]);
  const body = await as(own.admin, (tx) => getBody(tx, own.institutionId, 'council'));
  expect(body.members).toMatchObject([{ name: 'Lid A', from: '2024-09-01', through: '2025-01-31' }]);
});

describe('head counts', () => {
  const counts = (list: { unit: string; heads?: number; mark?: 'unknown' | 'masked' }[]) => ({
    definition: 'students',
    referenceDate: '2025-10-01',
    source: 'test',
    counts: list.map((one) => ({ heads: null, mark: null, ...one })),
  });
  const today = '2026-01-01';

  test('every wrong count is named, and then none is stored', async () => {
    await as(own.admin, (tx, actor) =>
      createDefinition(tx, actor, { code: 'students', nameNl: 'Studenten', nameEn: 'Students' }),
    );
    const wrong = counts([
      { unit: 'science', heads: 100 },
      { unit: 'medicine', heads: -1 },
      { unit: 'lab' },
      { unit: 'science', heads: 90 },
      { unit: 'law', heads: 10 },
      { unit: 'nowhere', heads: 1 },
    ]);
    const future = { ...wrong, referenceDate: '2026-10-01' };
    expect(await refusal(as(own.admin, (tx, actor) => recordHeadCounts(tx, actor, future, today)))).toEqual([
      'referenceDate head-count.future',
      'counts.1 head-count.negative',
      'counts.2 head-count.missing',
      'counts.3 head-count.duplicate',
      'counts.4 head-count.unit-not-valid',
      'counts.5 head-count.unit-unknown',
    ]);
    expect(await as(own.admin, (tx) => listHeadCounts(tx, own.institutionId))).toEqual([]);
  });

  test('a number or the reason why there is none; once per unit and date; corrected in sight', async () => {
    const good = counts([
      { unit: 'science', heads: 100 },
      { unit: 'lab', mark: 'masked' },
    ]);
    await as(own.admin, (tx, actor) => recordHeadCounts(tx, actor, good, today));
    expect(await refusal(as(own.admin, (tx, actor) => recordHeadCounts(tx, actor, good, today)))).toEqual([
      'counts.0 head-count.duplicate',
      'counts.1 head-count.duplicate',
    ]);
    const rows = await as(own.admin, (tx) => listHeadCounts(tx, own.institutionId));
    const science = rows.find((one) => one.unit === 'science')!;
    const correction = { seen: 100, heads: 101, mark: null, source: 'recount' };
    await as(own.admin, (tx, actor) => correctHeadCount(tx, actor, science.headCountId, correction));
    expect(
      await refusal(
        as(own.admin, (tx, actor) => correctHeadCount(tx, actor, science.headCountId, correction)),
      ),
    ).toEqual(['conflict']);
  });
});
