import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { Missing, type Rejection } from '#app/kernel/rejection.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import {
  address,
  audited,
  cell,
  completeLawPlan,
  errorsOf,
  measure,
  planScene,
  refusal,
  section,
  startLawPlan,
  words,
} from '#test/plan-scene.ts';
import { saveBudget } from './budget.server.ts';
import { startPlan } from './draft.server.ts';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import { getPlan } from './plan.server.ts';
import { listPlans } from './plan-list.server.ts';
import { saveSection } from './section.server.ts';

let database: FreshDatabase;
let db: Db;
let counted = 0;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app, () => {
    counted += 1;
  });
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const scene = () => planScene(db, `proef-${++made}`);

describe('starting', () => {
  test('a unit of the right kind gets an empty draft, listed beside the units that have none', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const rows = await s.run((tx) => listPlans(tx, s.writer, { scheme: 'ka' }));
    expect(
      rows.map((row) => [row.unit.code, row.document, row.latest?.status ?? null, row.mayStart]),
    ).toEqual([
      ['law', 'law-plan', 'draft', false],
      ['arts', null, null, false],
    ]);
    expect(await s.run((tx) => audited(tx, 'version.create'))).toBe(2);
  });

  test('every mistake at once: a unit of another kind, years outside the scheme, an unknown kind', async () => {
    const s = await scene();
    const start = {
      scheme: 'ka',
      kind: 'faculty-plan',
      code: 'x',
      title: 'X',
      firstYear: 2021,
      lastYear: 2025,
    };
    expect(await errorsOf(s.run((tx) => startPlan(tx, s.admin, { ...start, unit: 'llb' })))).toEqual([
      'unit plan.wrong-unit-kind',
      'firstYear plan.years',
      'lastYear plan.years',
    ]);
    expect(
      await errorsOf(s.run((tx) => startPlan(tx, s.admin, { ...start, unit: 'nix', kind: 'nix' }))),
    ).toContain('kind plan.unknown');
  });

  test('not for another unit, and another institution’s plan does not exist', async () => {
    const s = await scene();
    const other = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const start = {
      scheme: 'ka',
      kind: 'faculty-plan',
      code: 'y',
      title: 'Y',
      firstYear: 2022,
      lastYear: 2024,
    };
    expect(await refusal(s.run((tx) => startPlan(tx, s.writer, { ...start, unit: 'arts' })))).toMatchObject({
      code: 'forbidden',
    });
    expect(await refusal(other.run((tx) => getPlan(tx, other.admin, address)))).toBeInstanceOf(Missing);
    expect(await refusal(other.run((tx) => saveSection(tx, other.admin, section('x', 0))))).toBeInstanceOf(
      Missing,
    );
  });

  test('a draft is there for those who work on it, and nobody else', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const reader = s.actor([]);
    expect(await refusal(s.run((tx) => getPlan(tx, reader, address)))).toBeInstanceOf(Missing);
    const [row] = await s.run((tx) => listPlans(tx, reader, { scheme: 'ka' }));
    expect(row?.latest).toBeNull();
  });
});

describe('sections', () => {
  test('a second editor who did not see the first one’s text is refused with that text', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    await s.run((tx) => saveSection(tx, s.writer, section('Eerst.', 0)));
    const late = await refusal(s.run((tx) => saveSection(tx, s.writer, section('', 0, true))));
    expect(late).toMatchObject({ code: 'conflict', params: { revision: 1 } });
    expect(words(JSON.parse(String((late as Rejection).params.theirs)))).toBe('Eerst.');
    const plan = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(words(plan.questions[0]?.answers[0]?.body)).toBe('Eerst.');
  });

  test('emptying a text is done on purpose only, and the audit log keeps what stood there', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    await s.run((tx) => saveSection(tx, s.writer, section('Een heel verhaal.', 0)));
    expect(await refusal(s.run((tx) => saveSection(tx, s.writer, section('  ', 1))))).toMatchObject({
      code: 'section.emptied',
    });
    await s.run((tx) => saveSection(tx, s.writer, section('', 1, true)));
    const entry = await s.run((tx) =>
      tx
        .selectFrom('auditEntry')
        .select('before')
        .where('action', '=', 'section.save')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow(),
    );
    expect(words(entry.before)).toBe('Een heel verhaal.');
  });

  test('a question of the theme needs the theme, and the right to write', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const aim = { ...section('Doel', 0), question: 'aim' };
    expect(await refusal(s.run((tx) => saveSection(tx, s.writer, aim)))).toBeInstanceOf(Missing);
    expect(
      await refusal(s.run((tx) => saveSection(tx, s.writer, { ...aim, node: 'active' }))),
    ).toBeInstanceOf(Missing);
    await s.run((tx) => saveSection(tx, s.writer, { ...aim, node: 'care' }));
    const outsider = s.actor(['plan.write'], { unitIds: [s.ids.arts] });
    expect(await refusal(s.run((tx) => saveSection(tx, outsider, section('x', 0))))).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('measures', () => {
  test('serve a theme and any number of ambitions, and keep their identity', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const m = { ...address, measure: 'M1', ...measure('Kleine groepen', 'small') };
    await s.run((tx) => saveMeasure(tx, s.writer, { ...m, ambitions: ['vision/active', 'vision/skills'] }));
    await s.run((tx) => saveBudget(tx, s.writer, { ...address, cells: [cell('M1', 2022, 5_00)] }));
    await s.run((tx) => saveMeasure(tx, s.writer, { ...m, node: 'care', revision: 1 }));
    const plan = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(plan.measures.map((one) => [one.code, one.node, one.ambitions, one.revision])).toEqual([
      ['M1', 'care', ['vision/active'], 2],
    ]);
    expect(plan.lines.map((line) => line.node)).toEqual(['care']);
  });

  test('two editors: the second sees what the first wrote', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const m = { ...address, measure: 'M1', ...measure('Een', 'small') };
    await s.run((tx) => saveMeasure(tx, s.writer, m));
    expect(await refusal(s.run((tx) => saveMeasure(tx, s.writer, m)))).toMatchObject({
      code: 'measure.exists',
    });
    await s.run((tx) => saveMeasure(tx, s.writer, { ...m, name: 'Twee', revision: 1 }));
    const late = await refusal(s.run((tx) => saveMeasure(tx, s.writer, { ...m, name: 'Drie', revision: 1 })));
    expect(late).toMatchObject({ code: 'conflict', params: { revision: 2 } });
    expect(JSON.parse(String((late as Rejection).params.theirs)).name).toBe('Twee');
  });

  test('years outside the plan, unknown theme and ambition: all at once', async () => {
    const s = await scene();
    await s.run((tx) => startLawPlan(tx, s));
    const wrong = {
      ...measure('Fout', 'nergens'),
      firstYear: 2021,
      lastYear: 2026,
      ambitions: ['vision/nix'],
    };
    expect(
      await errorsOf(s.run((tx) => saveMeasure(tx, s.writer, { ...address, measure: 'M 1', ...wrong }))),
    ).toEqual([
      'code field.code',
      'node plan.unknown',
      'firstYear measure.years',
      'lastYear measure.years',
      'ambitions plan.unknown',
    ]);
  });

  test('removing takes the budget along, and only who saw the newest may', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const m1 = { ...address, measure: 'M1' };
    expect(await refusal(s.run((tx) => removeMeasure(tx, s.writer, { ...m1, revision: 7 })))).toMatchObject({
      code: 'conflict',
    });
    await s.run((tx) => removeMeasure(tx, s.writer, { ...m1, revision: 1 }));
    const plan = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(plan.measures.map((one) => one.code)).toEqual(['M2']);
    expect(plan.lines.every((line) => line.measure === 'M2')).toBe(true);
  });
});

describe('budget', () => {
  test('remainder counts FTE at the scheme’s rate, and stays unknown where nothing is allocated yet', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const { remainders } = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(
      remainders.map(({ year, allocated, budgeted, convertedCents, left }) => [
        year,
        allocated,
        budgeted,
        convertedCents,
        left,
      ]),
    ).toEqual([
      [2022, 300_000_00, 184_000_00, 84_000_00, 116_000_00],
      [2023, 300_000_00, 184_000_00, 84_000_00, 116_000_00],
      [2024, null, 184_000_00, 84_000_00, null],
    ]);
  });

  test('a cell that somebody else changed keeps theirs and comes back; the rest is saved', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const save = (...cells: ReturnType<typeof cell>[]) =>
      s.run((tx) => saveBudget(tx, s.writer, { ...address, cells }));
    await save(cell('M1', 2022, 90_000_00, { seen: 100_000_00 }));
    const mine = cell('M1', 2022, 80_000_00, { seen: 100_000_00 });
    expect(await save(mine, cell('M1', 2023, 0, { seen: 100_000_00 }))).toEqual({
      saved: 1,
      conflicts: [{ ...mine, theirs: 90_000_00 }],
    });
    // the same value from two people is no conflict
    expect(await save(cell('M1', 2022, 90_000_00, { seen: 1 }))).toEqual({ saved: 0, conflicts: [] });
    const { lines } = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(lines.filter((line) => line.measure === 'M1').map((line) => line.cents)).toEqual([
      90_000_00, 0, 100_000_00,
    ]);
  });

  test('euros and FTE of one cell are two sides of one line; pm and emptying', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const save = (...cells: ReturnType<typeof cell>[]) =>
      s.run((tx) => saveBudget(tx, s.writer, { ...address, cells }));
    await save(cell('M2', 2022, 70_000_00), cell('M1', 2023, 'pm', { seen: 100_000_00 }));
    await save(cell('M1', 2024, null, { seen: 100_000_00 }));
    const { lines } = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(lines.filter((line) => line.year === 2022 && line.measure === 'M2')).toMatchObject([
      { cents: 70_000_00, fteMilli: 1_000, mark: null },
    ]);
    expect(
      lines.filter((line) => line.measure === 'M1').map((line) => [line.year, line.cents, line.mark]),
    ).toEqual([
      [2022, 100_000_00, null],
      [2023, null, 'pm'],
    ]);
  });

  test('nothing is saved when a cell names what is not there, or a year outside the plan', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const bad = { ...cell('M9', 2031, 1), unit: 'arts', fund: 'nix' };
    const cells = [cell('M1', 2022, 1, { seen: 100_000_00 }), bad];
    expect(await errorsOf(s.run((tx) => saveBudget(tx, s.writer, { ...address, cells })))).toEqual([
      'cells.1.measure plan.unknown',
      'cells.1.fund plan.unknown',
      'cells.1.unit plan.unknown',
      'cells.1.year budget.year-outside',
    ]);
    const { lines } = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(lines[0]?.cents).toBe(100_000_00);
  });
});

test('a plan takes eight statements to read, whatever its size', async () => {
  const s = await scene();
  await s.run((tx) => startLawPlan(tx, s));
  const count = () =>
    inInstitution(db, s.institutionId, async (tx) => {
      counted = 0;
      await getPlan(tx, s.writer, address);
      return counted;
    });
  expect(await count()).toBe(8);
  await s.run(async (tx) => {
    for (const n of [1, 2, 3, 4]) {
      await saveMeasure(tx, s.writer, {
        ...address,
        measure: `M${n}`,
        ...measure(`Maatregel ${n}`, 'small'),
      });
    }
  });
  expect(await count()).toBe(8);
});
