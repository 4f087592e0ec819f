import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { changeSchemeInput, createSchemeInput } from './scheme.input.ts';
import { yearsOutside } from './scheme.ts';

export function canEditSchemes(actor: Actor): boolean {
  return may(actor, 'admin.scheme');
}

/**
 * Locks a scheme and takes its next revision: every change of any part of it passes here.
 * @throws Missing; Rejection `conflict` when it is not what the person saw
 */
export async function openScheme(tx: Tx, actor: Actor, code: string, seen: number) {
  if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
  const row = await tx
    .selectFrom('scheme')
    .selectAll()
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('scheme');
  if (row.revision !== seen) throw new Rejection('conflict', { revision: row.revision });
  const revision = row.revision + 1;
  await tx
    .updateTable('scheme')
    .set({ revision })
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', row.schemeId)
    .execute();
  return { ...row, revision, subject: { kind: 'scheme', id: row.schemeId } };
}

export type OpenScheme = Awaited<ReturnType<typeof openScheme>>;

/** The id of one of the scheme's themes by its code, if there is such a theme. */
export async function findTheme(tx: Tx, scheme: OpenScheme, code: string): Promise<string | null> {
  const node = await tx
    .selectFrom('node')
    .select('nodeId')
    .where('institutionId', '=', scheme.institutionId)
    .where('frameworkId', '=', scheme.themeFrameworkId)
    .where('code', '=', code)
    .executeTakeFirst();
  return node?.nodeId ?? null;
}

async function frameworkIds(tx: Tx, actor: Actor, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('framework')
    .select(['code', 'frameworkId'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', 'in', codes)
    .execute();
  const found = new Map(rows.map((row) => [row.code, row.frameworkId]));
  const unknown = codes.filter((code) => !found.has(code));
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map((code) => ({ path: 'themes', code: 'scheme.framework-unknown', params: { code } })),
    );
  }
  return found;
}

function refuseBackwards({ firstYear, lastYear }: { firstYear: number; lastYear: number }): void {
  if (lastYear < firstYear || lastYear - firstYear >= 50) {
    throw new InvalidInput([{ path: 'lastYear', code: 'field.period', params: {} }]);
  }
}

/** @throws Rejection `scheme.code-taken`; InvalidInput for an unknown framework or a period that runs backwards */
export async function createScheme(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createSchemeInput>,
): Promise<{ schemeId: string; code: string }> {
  if (!canEditSchemes(actor)) throw forbidden('admin.scheme');
  refuseBackwards(input);
  const taken = await tx
    .selectFrom('scheme')
    .select('schemeId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) throw new Rejection('scheme.code-taken', { code: input.code });
  const { themes, frameworks, causes, criteria, ...texts } = input;
  const ids = await frameworkIds(tx, actor, [themes, ...frameworks, ...named(causes, criteria)]);
  const schemeId = newId();
  await tx
    .insertInto('scheme')
    .values({
      institutionId: actor.institutionId,
      schemeId,
      ...texts,
      themeFrameworkId: ids.get(themes)!,
      causeFrameworkId: causes ? ids.get(causes)! : null,
      criteriaFrameworkId: criteria ? ids.get(criteria)! : null,
    })
    .execute();
  await writeFrameworks(tx, actor, { schemeId, frameworks: frameworks.map((code) => ids.get(code)!) });
  await record(tx, actor, 'scheme.create', { kind: 'scheme', id: schemeId }, { after: input });
  return { schemeId, code: input.code };
}

async function writeFrameworks(
  tx: Tx,
  actor: Actor,
  { schemeId, frameworks }: { schemeId: string; frameworks: string[] },
): Promise<void> {
  const own = { institutionId: actor.institutionId, schemeId };
  await tx
    .deleteFrom('schemeFramework')
    .where((eb) => eb.and(own))
    .execute();
  if (frameworks.length === 0) return;
  await tx
    .insertInto('schemeFramework')
    .values(frameworks.map((frameworkId, index) => ({ ...own, frameworkId, sort: index + 1 })))
    .execute();
}

/**
 * Changes a scheme's names, source, conditions, period and frameworks.
 * @throws Rejection `scheme.year-used` for each year of figures or documents that would fall outside the
 * period, `scheme.themes-used` when figures stand on the present themes, `scheme.causes-used` when changes of plans
 * name the present causes, `scheme.criteria-used` when measures were judged by the present criteria, `conflict`
 */
export async function changeScheme(
  tx: Tx,
  actor: Actor,
  code: string,
  { revision: seen, themes, frameworks, causes, criteria, ...texts }: z.output<typeof changeSchemeInput>,
): Promise<{ revision: number }> {
  const scheme = await openScheme(tx, actor, code, seen);
  refuseBackwards(texts);
  const ids = await frameworkIds(tx, actor, [themes, ...frameworks, ...named(causes, criteria)]);
  const next = {
    themeFrameworkId: ids.get(themes)!,
    causeFrameworkId: causes ? ids.get(causes)! : null,
    criteriaFrameworkId: criteria ? ids.get(criteria)! : null,
  };
  await refuseUnused(tx, scheme, { ...texts, ...next });
  await tx
    .updateTable('scheme')
    .set({ ...texts, ...next })
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .execute();
  await writeFrameworks(tx, actor, {
    schemeId: scheme.schemeId,
    frameworks: frameworks.filter((one) => one !== themes).map((one) => ids.get(one)!),
  });
  const { nameNl, nameEn, legalSource, conditions, firstYear, lastYear } = scheme;
  const before = { nameNl, nameEn, legalSource, conditions, firstYear, lastYear };
  await record(tx, actor, 'scheme.change', scheme.subject, {
    before,
    after: { ...texts, themes, frameworks, causes: causes ?? null, criteria: criteria ?? null },
  });
  return { revision: scheme.revision };
}

const named = (...codes: (string | null | undefined)[]) =>
  codes.filter((one) => one != null && one !== '') as string[];

type Next = {
  firstYear: number;
  lastYear: number;
  themeFrameworkId: string;
  causeFrameworkId: string | null;
  criteriaFrameworkId: string | null;
};

// Reads tables of modules to the right on purpose: only what stands there says what a change would break.
async function refuseUnused(tx: Tx, scheme: OpenScheme, next: Next): Promise<void> {
  const { rows } = await sql<{ year: number; onThemes: boolean }>`
    select year, bool_or(node_id is not null) as on_themes from ledger_line
     where institution_id = ${scheme.institutionId} and scheme_id = ${scheme.schemeId} group by year
    union all select first_year, false from document
     where institution_id = ${scheme.institutionId} and scheme_id = ${scheme.schemeId}
    union all select last_year, false from document
     where institution_id = ${scheme.institutionId} and scheme_id = ${scheme.schemeId}`.execute(tx);
  const outside = yearsOutside(
    rows.map((row) => row.year),
    next.firstYear,
    next.lastYear,
  );
  if (outside.length > 0) throw new Rejection('scheme.year-used', { years: outside.join(', ') });
  if (next.themeFrameworkId !== scheme.themeFrameworkId && rows.some((row) => row.onThemes)) {
    throw new Rejection('scheme.themes-used');
  }
  if (scheme.causeFrameworkId !== null && next.causeFrameworkId !== scheme.causeFrameworkId) {
    const { rows: caused } = await sql`
      select from plan_change c
        join node n on n.institution_id = c.institution_id and n.node_id = c.cause_id
        join version v on v.institution_id = c.institution_id and v.version_id = c.version_id
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where c.institution_id = ${scheme.institutionId} and d.scheme_id = ${scheme.schemeId}
         and n.framework_id = ${scheme.causeFrameworkId} limit 1`.execute(tx);
    if (caused.length > 0) throw new Rejection('scheme.causes-used');
  }
  if (scheme.criteriaFrameworkId !== null && next.criteriaFrameworkId !== scheme.criteriaFrameworkId) {
    const { rows: judged } = await sql`
      select from promise_judgement j
        join node n on n.institution_id = j.institution_id and n.node_id = j.node_id
        join version v on v.institution_id = j.institution_id and v.version_id = j.version_id
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where j.institution_id = ${scheme.institutionId} and d.scheme_id = ${scheme.schemeId}
         and n.framework_id = ${scheme.criteriaFrameworkId} limit 1`.execute(tx);
    if (judged.length > 0) throw new Rejection('scheme.criteria-used');
  }
}
