import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { canWriteFunding } from './funding.ts';
import type { TermInput } from './term.input.ts';

/** What a source says of a fund's period and of the national amount that it is a share of. */
export type FundTerm = TermInput & { termId: string; revision: number };

/**
 * The terms of a scheme's funds, in the order in which they were recorded. One statement.
 * @param knownOn as they were known then; as they are now when left out
 * @throws Missing
 */
export async function listTerms(
  tx: Tx,
  actor: Actor,
  scheme: string,
  knownOn: Date | null = null,
): Promise<FundTerm[]> {
  const { rows } = await sql<FundTerm | { termId: null }>`
    select t.term_id, f.code as fund, t.from_year, t.to_year, t.national_cents, t.share_basis, t.basis, t.source,
           coalesce(t.revision, 1) as revision
      from scheme s
      left join fund f on f.institution_id = s.institution_id and f.scheme_id = s.scheme_id
      left join ${settingAt('fund_term', knownOn)} t on t.institution_id = f.institution_id and t.fund_id = f.fund_id
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}
     order by f.sort, f.code, t.sort`.execute(tx);
  if (rows.length === 0) throw new Missing('scheme');
  return rows.filter((row): row is FundTerm => row.termId !== null);
}

/**
 * Records what a source says of a fund. Sources that differ stand side by side: none replaces another.
 * @throws Rejection `forbidden`; InvalidInput `funding.fund-unknown`
 */
export async function addTerm(
  tx: Tx,
  actor: Actor,
  { scheme, fund, ...term }: TermInput & { scheme: string },
): Promise<{ termId: string }> {
  if (!canWriteFunding(actor)) throw forbidden('funding.write');
  const { institutionId } = actor;
  const fundId = await fundIdOf(tx, actor, { scheme, fund });
  const termId = newId();
  await tx
    .insertInto('fundTerm')
    .values({
      ...{ institutionId, termId, fundId, ...term },
      sort: sql<number>`(select coalesce(max(sort), 0) + 1 from fund_term where institution_id = ${institutionId})`,
    })
    .execute();
  await record(
    tx,
    actor,
    'fund-term.add',
    { kind: 'fund', id: fundId },
    { after: { scheme, fund, ...term } },
  );
  return { termId };
}

/** @throws InvalidInput when the scheme has no such fund */
async function fundIdOf(
  tx: Tx,
  actor: Actor,
  { scheme, fund }: { scheme: string; fund: string },
): Promise<string> {
  const found = await tx
    .selectFrom('fund')
    .innerJoin('scheme', (on) =>
      on
        .onRef('scheme.institutionId', '=', 'fund.institutionId')
        .onRef('scheme.schemeId', '=', 'fund.schemeId'),
    )
    .select('fund.fundId')
    .where('fund.institutionId', '=', actor.institutionId)
    .where('scheme.code', '=', scheme)
    .where('fund.code', '=', fund)
    .executeTakeFirst();
  if (!found) throw new InvalidInput([{ path: 'fund', code: 'field.required', params: {} }]);
  return found.fundId;
}

/** A term by its id and the revision of it that was seen. */
export type TermAt = { scheme: string; term: string; revision: number };

/**
 * Corrects what was recorded of a fund: the source says otherwise, or more.
 * @throws Missing; Rejection `forbidden`, `conflict`; InvalidInput `field.required` for a fund that is not the scheme's
 */
export async function changeTerm(
  tx: Tx,
  actor: Actor,
  { scheme, fund, term, revision, ...values }: TermInput & TermAt,
): Promise<{ revision: number }> {
  const { was } = await lockTerm(tx, actor, { scheme, term, revision });
  const fundId = await fundIdOf(tx, actor, { scheme, fund });
  await tx
    .updateTable('fundTerm')
    .set({ fundId, ...values, revision: revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('termId', '=', term)
    .execute();
  const after = { fund, ...values };
  await record(tx, actor, 'fund-term.change', { kind: 'fund', id: fundId }, { before: was, after });
  return { revision: revision + 1 };
}

/** Takes back what was recorded of a fund. @throws Missing; Rejection `forbidden`, `conflict` */
export async function removeTerm(tx: Tx, actor: Actor, at: TermAt): Promise<void> {
  const { was, fundId } = await lockTerm(tx, actor, at);
  await tx
    .deleteFrom('fundTerm')
    .where('institutionId', '=', actor.institutionId)
    .where('termId', '=', at.term)
    .execute();
  const before = { termId: at.term, ...was };
  await record(tx, actor, 'fund-term.remove', { kind: 'fund', id: fundId }, { before });
}

/** A term as it stands, locked, if it stands as it was seen. @throws Missing; Rejection `forbidden`, `conflict` */
async function lockTerm(
  tx: Tx,
  actor: Actor,
  { scheme, term, revision }: TermAt,
): Promise<{ was: TermInput; fundId: string }> {
  if (!canWriteFunding(actor)) throw forbidden('funding.write');
  const locked = await tx
    .selectFrom('fundTerm')
    .select('fundId')
    .where('institutionId', '=', actor.institutionId)
    .where('termId', '=', term)
    .forUpdate()
    .executeTakeFirst();
  const stands = (await listTerms(tx, actor, scheme)).find((one) => one.termId === term);
  if (!locked || !stands) throw new Missing('fund-term');
  const { termId: _, revision: stood, ...was } = stands;
  if (stood !== revision) throw new Rejection('conflict', { revision: stood });
  return { was, fundId: locked.fundId };
}
