import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { BlockSpec } from './block.input.ts';
import { sourcesOf } from './question-template.server.ts';
import { listRequirements } from './requirement.server.ts';
import type { SectionRule } from './right.ts';

export type Scheme = Awaited<ReturnType<typeof getScheme>>;

/** A scheme with everything that is configured for it. @throws Missing */
export async function getScheme(tx: Tx, institutionId: string, code: string) {
  const scheme = await tx
    .selectFrom('scheme as s')
    .innerJoin('framework as f', (on) =>
      on.onRef('f.institutionId', '=', 's.institutionId').onRef('f.frameworkId', '=', 's.themeFrameworkId'),
    )
    .select(['s.schemeId', 's.code', 's.nameNl', 's.nameEn', 's.legalSource', 's.conditions'])
    .leftJoin('framework as c', (on) =>
      on.onRef('c.institutionId', '=', 's.institutionId').onRef('c.frameworkId', '=', 's.causeFrameworkId'),
    )
    .leftJoin('framework as j', (on) =>
      on
        .onRef('j.institutionId', '=', 's.institutionId')
        .onRef('j.frameworkId', '=', 's.criteriaFrameworkId'),
    )
    .select(['s.firstYear', 's.lastYear', 's.revision', 'f.code as themes', 's.themeFrameworkId'])
    .select(['c.code as causes', 'j.code as criteria'])
    .where('s.institutionId', '=', institutionId)
    .where('s.code', '=', code)
    .executeTakeFirst();
  if (!scheme) throw new Missing('scheme');
  const { schemeId, themeFrameworkId, ...head } = scheme;
  const own = { institutionId, schemeId };
  return {
    ...head,
    frameworks: await frameworksOf(tx, own),
    nodes: await tx
      .selectFrom('node')
      .select(['nodeId', 'code', 'nameNl', 'nameEn'])
      .where('institutionId', '=', institutionId)
      .where('frameworkId', '=', themeFrameworkId)
      .orderBy('sort')
      .execute(),
    funds: await tx
      .selectFrom('fund')
      .select(['code', 'nameNl', 'nameEn', 'own', 'sort'])
      .where((eb) => eb.and(own))
      .orderBy('sort')
      .orderBy('code')
      .execute(),
    exclusions: await exclusionsOf(tx, own),
    rates: await tx
      .selectFrom('schemeRate')
      .select(['fromYear', 'fteCents', 'source'])
      .where((eb) => eb.and(own))
      .orderBy('fromYear')
      .execute(),
    events: await tx
      .selectFrom('schemeEvent')
      .select([
        'eventId',
        'onText as on',
        'bodyName as body',
        'whatNl',
        'whatEn',
        'status',
        'reason',
        'source',
      ])
      .where((eb) => eb.and(own))
      .orderBy('sortDate')
      .orderBy('onText')
      .orderBy('whatNl')
      .orderBy('eventId')
      .execute(),
    kinds: await kindsOf(tx, own, await listRequirements(tx, institutionId, code)),
  };
}

type Own = { institutionId: string; schemeId: string };

async function frameworksOf(tx: Tx, own: Own) {
  return tx
    .selectFrom('schemeFramework as s')
    .innerJoin('framework as f', (on) =>
      on.onRef('f.institutionId', '=', 's.institutionId').onRef('f.frameworkId', '=', 's.frameworkId'),
    )
    .select(['f.code', 'f.nameNl', 'f.nameEn'])
    .where('s.institutionId', '=', own.institutionId)
    .where('s.schemeId', '=', own.schemeId)
    .orderBy('s.sort')
    .execute();
}

async function exclusionsOf(tx: Tx, own: Own) {
  return tx
    .selectFrom('schemeExclusion as x')
    .innerJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'x.institutionId').onRef('n.nodeId', '=', 'x.nodeId'),
    )
    .select(['n.code as theme', 'n.nameNl', 'n.nameEn', 'x.reason', 'x.coveredBy'])
    .where('x.institutionId', '=', own.institutionId)
    .where('x.schemeId', '=', own.schemeId)
    .orderBy('n.sort')
    .execute();
}

async function kindsOf(tx: Tx, own: Own, requirements: Awaited<ReturnType<typeof listRequirements>>) {
  const kinds = await tx
    .selectFrom('documentKind')
    .select(['kindId', 'code', 'nameNl', 'nameEn', 'stage', 'unitKinds', 'hasMeasures', 'sort'])
    .where((eb) => eb.and(own))
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const ids = kinds.map((kind) => kind.kindId);
  if (ids.length === 0) return [];
  const questions = await tx
    .selectFrom('question as q')
    .leftJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'q.institutionId').onRef('n.nodeId', '=', 'q.nodeId'),
    )
    .select(['q.kindId', 'q.code', 'q.textNl', 'q.textEn', 'q.hintNl', 'q.hintEn', 'q.per', 'q.required'])
    .select([
      'q.sort',
      'q.confidential',
      'q.unitKinds',
      'n.code as theme',
      'q.part',
      'q.fixedNl',
      'q.fixedEn',
    ])
    .select([
      sql<boolean>`not q.asks`.as('filled'),
      sql<BlockSpec[]>`q.blocks`.as('blocks'),
      sourcesOf.as('drawsOn'),
    ])
    .where('q.institutionId', '=', own.institutionId)
    .where('q.kindId', 'in', ids)
    .orderBy('q.sort')
    .execute();
  const rules = await tx
    .selectFrom('carryOverRule')
    .select(['kindId', 'shareBasis', 'lastYear', 'advance', 'source'])
    .where('institutionId', '=', own.institutionId)
    .where('kindId', 'in', ids)
    .execute();
  const rights = await tx
    .selectFrom('rightRule as r')
    .innerJoin('bodyKind as b', (on) =>
      on.onRef('b.institutionId', '=', 'r.institutionId').onRef('b.code', '=', 'r.bodyKind'),
    )
    .select(['r.kindId', 'r.ruleId', 'r.bodyKind', 'b.nameNl as bodyKindNl', 'b.nameEn as bodyKindEn'])
    .select(['r.bodyAt', 'r.kind', 'r.prior', 'r.termDays', 'r.basis', 'r.certainty'])
    .select(['r.matterNl', 'r.matterEn', 'r.holderNl', 'r.holderEn', 'r.quorumBasis', 'r.quorumMembers'])
    .select(['r.majority', 'r.sections', 'r.silence', 'r.conditionsAllowed', 'r.suspensionDays'])
    .select(['r.appealMonths', 'r.sort', 'r.interimParts', 'r.interimOf', 'r.interimStage'])
    .select(['r.interimBasis', 'r.interimCertainty', 'r.mediatorKind', 'r.mediationDays'])
    .select(['r.committeeKind', 'r.rulingDays', sql<SectionRule[]>`r.section_rules`.as('sectionRules')])
    .where('r.institutionId', '=', own.institutionId)
    .where('r.kindId', 'in', ids)
    .orderBy('r.sort')
    .orderBy('b.sort')
    .orderBy('r.kind')
    .orderBy('r.matterNl')
    .orderBy('r.ruleId')
    .execute();
  return kinds.map(({ kindId, ...kind }) => ({
    ...kind,
    carryOver: rules.filter((one) => one.kindId === kindId).map(({ kindId: _, ...one }) => one)[0] ?? null,
    questions: questions.filter((one) => one.kindId === kindId).map(({ kindId: _, ...one }) => one),
    rights: rights.filter((one) => one.kindId === kindId).map(({ kindId: _, ...one }) => one),
    requirements: requirements.filter((one) => one.kind === kind.code).map(({ kind: _, ...one }) => one),
  }));
}
