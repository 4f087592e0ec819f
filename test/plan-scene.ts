import { sql } from 'kysely';
import { createDocument, lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import { fromPlainText, type RichDocument, toPlainText } from '#app/document/rich-text.ts';
import type { Actor, Permission } from '#app/kernel/actor.ts';
import { type Db, inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { startPlan } from '#app/plan/draft.server.ts';
import { saveMeasure } from '#app/plan/measure.server.ts';
import { saveSection } from '#app/plan/section.server.ts';
import { type BareInstitution, bareInstitution, testActor } from './bare-institution.ts';

/** A small institution with one scheme: two faculties, a council with consent, an executive board. */
export type PlanScene = BareInstitution & {
  db: Db;
  ids: Record<
    'law' | 'arts' | 'llb' | 'scheme' | 'kind' | 'fund' | 'small' | 'care' | 'council' | 'board',
    string
  >;
  /** the consent rule */
  ruleId: string;
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  actor(permissions: Permission[], on?: { unitIds?: string[]; bodyId?: string }): Actor;
  writer: Actor;
  secretary: Actor;
  board: Actor;
};

export const address = { scheme: 'ka', document: 'law-plan' };

/** The scene: EUR 300,000 is allocated to the law faculty for each of 2022 and 2023; nothing yet for 2024. */
export async function planScene(db: Db, code = 'proef'): Promise<PlanScene> {
  const base = await bareInstitution(db, code);
  const { institutionId } = base;
  const names = [
    'law',
    'arts',
    'llb',
    'scheme',
    'kind',
    'fund',
    'small',
    'care',
    'council',
    'board',
  ] as const;
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as PlanScene['ids'];
  const ruleId = newId();
  const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(db, institutionId, work);
  const scene: PlanScene = {
    ...base,
    db,
    ids,
    ruleId,
    run,
    actor: (permissions, on) => testActor(institutionId, permissions, on),
    writer: testActor(institutionId, ['plan.write', 'plan.submit'], { unitIds: [ids.law, ids.llb] }),
    secretary: testActor(institutionId, ['consent.record'], { bodyId: ids.council }),
    board: testActor(institutionId, ['plan.adopt'], { bodyId: ids.board }),
  };
  await run(async (tx) => {
    await organisation(tx, scene);
    await agreement(tx, scene);
    await allocate(tx, scene);
  });
  return scene;
}

const both = (name: string) => ({ nameNl: name, nameEn: `${name} (en)` });

async function organisation(tx: Tx, { institutionId, rootId, ids }: PlanScene) {
  await tx
    .insertInto('unit')
    .values([
      { institutionId, unitId: ids.law, code: 'law', kind: 'faculty', ...both('Recht'), sort: 1 },
      { institutionId, unitId: ids.arts, code: 'arts', kind: 'faculty', ...both('Letteren'), sort: 2 },
      {
        institutionId,
        unitId: ids.llb,
        code: 'llb',
        kind: 'programme',
        ...both('Rechtsgeleerdheid'),
        sort: 3,
      },
    ])
    .execute();
  const places = [
    [ids.law, rootId],
    [ids.arts, rootId],
    [ids.llb, ids.law],
  ] as const;
  await tx
    .insertInto('unitPlacement')
    .values(places.map(([unitId, parentId]) => ({ institutionId, placementId: newId(), unitId, parentId })))
    .execute();
  await tx
    .insertInto('bodyKind')
    .values([
      { institutionId, code: 'faculty-council', ...both('Faculteitsraad') },
      { institutionId, code: 'executive-board', ...both('College van Bestuur') },
    ])
    .execute();
  await tx
    .insertInto('body')
    .values([
      {
        institutionId,
        bodyId: ids.council,
        code: 'fr-law',
        kind: 'faculty-council',
        unitId: ids.law,
        ...both('Faculteitsraad Recht'),
      },
      {
        institutionId,
        bodyId: ids.board,
        code: 'cvb',
        kind: 'executive-board',
        unitId: rootId,
        ...both('College van Bestuur'),
      },
    ])
    .execute();
}

async function agreement(tx: Tx, { institutionId, ids, ruleId }: PlanScene) {
  const themes = newId();
  const ambitions = newId();
  await tx
    .insertInto('framework')
    .values([
      { institutionId, frameworkId: themes, code: 'themes', ...both('Thema’s') },
      { institutionId, frameworkId: ambitions, code: 'vision', ...both('Onderwijsvisie') },
    ])
    .execute();
  await tx
    .insertInto('node')
    .values([
      {
        institutionId,
        nodeId: ids.small,
        frameworkId: themes,
        code: 'small',
        ...both('Kleinschalig'),
        sort: 1,
      },
      { institutionId, nodeId: ids.care, frameworkId: themes, code: 'care', ...both('Begeleiding'), sort: 2 },
      {
        institutionId,
        nodeId: newId(),
        frameworkId: ambitions,
        code: 'active',
        ...both('Activerend onderwijs'),
        sort: 1,
      },
      {
        institutionId,
        nodeId: newId(),
        frameworkId: ambitions,
        code: 'skills',
        ...both('Vaardigheden'),
        sort: 2,
      },
    ])
    .execute();
  const schemeId = ids.scheme;
  await tx
    .insertInto('scheme')
    .values({
      institutionId,
      schemeId,
      code: 'ka',
      ...both('Afspraken'),
      legalSource: 'akkoord',
      firstYear: 2022,
      lastYear: 2024,
      themeFrameworkId: themes,
    })
    .execute();
  await tx
    .insertInto('schemeFramework')
    .values({ institutionId, schemeId, frameworkId: ambitions })
    .execute();
  await tx
    .insertInto('fund')
    .values({ institutionId, fundId: ids.fund, schemeId, code: 'sv', ...both('Studievoorschot') })
    .execute();
  await tx
    .insertInto('schemeRate')
    .values({ institutionId, schemeId, fromYear: 2022, fteCents: 84_000_00 })
    .execute();
  await tx
    .insertInto('documentKind')
    .values([
      {
        institutionId,
        kindId: ids.kind,
        schemeId,
        code: 'faculty-plan',
        ...both('Facultair plan'),
        stage: 'budgeted',
        unitKinds: ['faculty'],
        hasMeasures: true,
      },
      {
        institutionId,
        kindId: newId(),
        schemeId,
        code: 'allocation',
        ...both('Verdeelbesluit'),
        stage: 'allocated',
        unitKinds: ['institution'],
      },
    ])
    .execute();
  const question = (code: string, per: string, sort: number, required: boolean) => ({
    institutionId,
    questionId: newId(),
    kindId: ids.kind,
    code,
    textNl: `Vraag ${code}?`,
    textEn: `Question ${code}?`,
    per,
    sort,
    required,
  });
  await tx
    .insertInto('question')
    .values([
      question('priority', 'document', 1, true),
      question('aim', 'theme', 2, true),
      question('extra', 'document', 3, false),
    ])
    .execute();
  await tx
    .insertInto('rightRule')
    .values({
      institutionId,
      ruleId,
      kindId: ids.kind,
      bodyKind: 'faculty-council',
      bodyAt: 'unit',
      kind: 'consent',
      prior: true,
      termDays: 20,
      basis: 'sectorakkoord',
      certainty: 'known',
    })
    .execute();
}

async function allocate(tx: Tx, { institutionId, rootId, admin, ids }: PlanScene) {
  const kind = await tx
    .selectFrom('documentKind')
    .select('kindId')
    .where('code', '=', 'allocation')
    .executeTakeFirstOrThrow();
  const { documentId, versionId } = await createDocument(tx, admin, {
    schemeId: ids.scheme,
    kindId: kind.kindId,
    unitId: rootId,
    code: 'alloc',
    title: 'Verdeling',
    firstYear: 2022,
    lastYear: 2024,
  });
  const line = (unitId: string, year: number, cents: number) => ({
    institutionId,
    lineId: newId(),
    versionId,
    stage: 'allocated' as const,
    schemeId: ids.scheme,
    fundId: ids.fund,
    unitId,
    year,
    cents,
  });
  await tx
    .insertInto('ledgerLine')
    .values([
      line(ids.law, 2022, 250_000_00),
      line(ids.llb, 2022, 50_000_00),
      line(ids.law, 2023, 300_000_00),
      line(ids.arts, 2022, 900_000_00),
    ])
    .execute();
  await freezeVersion(tx, admin, await lockVersion(tx, admin, versionId));
  await moveVersion(tx, admin, await lockVersion(tx, admin, versionId), 'adopt');
  await putInForce(tx, admin, { documentId, versionId, from: new Date('2021-01-01T00:00:00Z') });
}

/** The law faculty's plan as an empty draft. */
export async function startLawPlan(tx: Tx, scene: PlanScene): Promise<string> {
  const { versionId } = await startPlan(tx, scene.writer, {
    scheme: 'ka',
    kind: 'faculty-plan',
    unit: 'law',
    code: 'law-plan',
    title: 'Plan Recht 2022–2024',
    firstYear: 2022,
    lastYear: 2024,
  });
  return versionId;
}

export const measure = (name: string, node: string) => ({
  name,
  node,
  description: '',
  owner: 'vice-decaan',
  targetGroup: 'eerstejaars',
  firstYear: 2022,
  lastYear: 2024,
  additionality: 'new' as const,
  ambitions: ['vision/active'],
  sort: 1,
  revision: 0,
});

/** One side of a budget cell of the law faculty. */
export const cell = (
  code: string,
  year: number,
  value: number | 'pm' | null,
  { seen = null, side = 'eur' as 'eur' | 'fte' }: { seen?: number | 'pm' | null; side?: 'eur' | 'fte' } = {},
) => ({ measure: code, component: '', unit: 'law', fund: 'sv', costKind: '', year, side, value, seen });

/** A plan that may be submitted: every question answered, a measure and a budget for each theme. */
export async function completeLawPlan(tx: Tx, scene: PlanScene): Promise<string> {
  const versionId = await startLawPlan(tx, scene);
  const answer = (question: string, node: string | null, words: string) =>
    saveSection(tx, scene.writer, {
      ...address,
      question,
      node,
      body: fromPlainText(words),
      revision: 0,
      empty: false,
    });
  await answer('priority', null, 'Beide thema’s wegen even zwaar.');
  await answer('aim', 'small', 'Kleinere werkgroepen.');
  await answer('aim', 'care', 'Een tutor voor elke student.');
  await saveMeasure(tx, scene.writer, { ...address, measure: 'M1', ...measure('Kleine groepen', 'small') });
  await saveMeasure(tx, scene.writer, { ...address, measure: 'M2', ...measure('Tutoren', 'care') });
  const cells = [2022, 2023, 2024].flatMap((year) => [
    cell('M1', year, 100_000_00),
    cell('M2', year, 1_000, { side: 'fte' }),
  ]);
  await saveBudget(tx, scene.writer, { ...address, cells });
  return versionId;
}

/** How many audit entries there are of an action. */
export async function audited(tx: Tx, action: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from audit_entry where action = ${action}`.execute(tx);
  return rows[0]!.n;
}

const rejected = (error: unknown) =>
  error instanceof Rejection ? { code: error.code, blockers: error.blockers, params: error.params } : error;
/** How a use case ended: `done`, its refusal, or whatever else it threw. */
export const refusal = async (work: Promise<unknown>) =>
  rejected(
    await work.then(
      () => 'done',
      (error) => error,
    ),
  );
/** Every error of invalid input as `path code`. */
export const errorsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  return error instanceof InvalidInput ? error.errors.map(({ path, code }) => `${path} ${code}`) : error;
};
/** An answer as plain text. */
export const words = (body: unknown) => toPlainText(body as RichDocument);
/** What a writer sends for the answer to the first question. */
export const section = (text: string, revision: number, empty = false) => ({
  ...address,
  question: 'priority',
  body: fromPlainText(text),
  revision,
  empty,
});
