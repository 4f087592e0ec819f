import { sql } from 'kysely';
import type { LockedVersion } from '#app/document/document.server.ts';
import { isPresent, presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { JsonText } from '#app/kernel/json-text.ts';
import { years } from '#app/kernel/period.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { getMoney, type MoneyKey, type MoneyRow } from '#app/ledger/money.server.ts';
import { allocatedJson, readAllocated } from './allocated.server.ts';
import { type AllocatedLine, type Quantity, type Remainder, remainders } from './budget.ts';
import { readBudgetText } from './budget-text.server.ts';
import type { PlanAddress } from './draft.server.ts';
import { getPlanHead } from './plan.server.ts';
import { chooseVersion } from './plan.ts';
import { readLines, readSetting } from './plan-part.server.ts';

/**
 * Sums of the lines of one version, whatever its status: two statements.
 * @throws Missing, also for a draft that is not the reader's to see
 */
export async function getPlanTotals(
  tx: Tx,
  actor: Actor,
  { groupBy, ...plan }: VersionAddress & { groupBy: readonly MoneyKey[] },
): Promise<MoneyRow[]> {
  const { head, versionId } = await getVersion(tx, actor, plan);
  return getMoney(tx, { schemeId: head.schemeId, versionId, groupBy });
}

type VersionAddress = PlanAddress & {
  version?: number | null;
  moment?: VersionMoment;
  tree?: Tree | undefined;
};

async function getVersion(tx: Tx, actor: Actor, { version: number, ...address }: VersionAddress) {
  const { moment = presently } = address;
  const head = await getPlanHead(tx, actor, { ...address, moment });
  const version = chooseVersion(head.versions, { number, draft: true, heldFirst: !isPresent(moment) });
  if (!version) throw new Missing('version');
  return { head, versionId: version.versionId };
}

/**
 * The budget of a version: its lines, what is left per fund and year, and the rates. Four statements,
 * whatever its size.
 * @param plan.version the number; the newest that the reader may see when left out
 * @param plan.moment the state of which it is told, then of the version in force; now when left out
 * @throws Missing, also for a draft that is not the reader's to see
 */
export async function getBudget(tx: Tx, actor: Actor, plan: VersionAddress) {
  const { head, versionId } = await getVersion(tx, actor, plan);
  const { schemeId, unitId, firstYear, lastYear } = head;
  const lines = await readLines(tx, actor, versionId);
  const { funds, rates } = await readSetting(tx, actor, { schemeId, unitId, versionId, moment: plan.moment });
  const allocated = await readAllocated(tx, actor, {
    schemeId,
    unitId,
    moment: plan.moment,
    tree: plan.tree,
  });
  const frame = { funds: funds.map((fund) => fund.code), years: years(firstYear, lastYear), rates };
  return { lines, remainders: remainders(frame, lines, allocated), rates };
}

/**
 * The budget as `getBudget` tells it, written by the database: the same text that its answer makes, in two
 * statements. A grid of 1,500 cells costs the server half as much.
 */
export async function getBudgetText(tx: Tx, actor: Actor, plan: VersionAddress): Promise<JsonText> {
  const { head, versionId } = await getVersion(tx, actor, plan);
  const { schemeId, unitId, firstYear, lastYear } = head;
  const ask = { schemeId, unitId, versionId, moment: plan.moment, tree: plan.tree };
  const { lines, sums, funds, rates, allocated } = await readBudgetText(tx, actor, ask);
  const frame = { funds, years: years(firstYear, lastYear), rates };
  const rest = JSON.stringify({ remainders: remainders(frame, sums, allocated), rates });
  return new JsonText('{"lines":[', lines, '],', rest.slice(1));
}

type Sum = { year: number; cents: number | null; fteMilli: number | null };

/** What a save changed the sums to. */
export type BudgetTotals = {
  /** of the measures that were written to */
  measures: (Sum & { measure: string })[];
  /** of the funds that were written to: allocated, budgeted and left, each year */
  funds: Remainder[];
  /** what the plan's unit and each unit above it would budget if this draft were in force beside the others */
  units: (Sum & { unit: string })[];
};

/**
 * The sums that cells of a draft count in, up to the whole institution, in one statement. They are sums over
 * the ledger as it stands in this transaction, never kept beside it.
 */
export async function getBudgetTotals(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  touched: { measures: string[]; funds: string[] },
): Promise<BudgetTotals> {
  const { institutionId } = actor;
  const { schemeId, unitId, versionId } = version;
  const { rows } = await sql<{
    measures: BudgetTotals['measures'];
    units: BudgetTotals['units'];
    lines: (Quantity & { fund: string; year: number })[];
    rates: { fromYear: number; fteCents: number }[];
    allocated: AllocatedLine[];
  }>`
    with recursive own as materialized (
      select measure_id, fund_id, unit_id, year, cents, fte_milli, mark, stage from ledger_line
       where institution_id = ${institutionId} and version_id = ${versionId} and not memo
    ), above(unit_id) as (
      select ${unitId}::uuid
      union select p.parent_id from above a join unit_placement p
        on p.institution_id = ${institutionId} and p.unit_id = a.unit_id and p.valid @> current_date
    ), below(top, unit_id) as (
      select unit_id, unit_id from above
      union select b.top, p.unit_id from below b join unit_placement p
        on p.institution_id = ${institutionId} and p.parent_id = b.unit_id and p.valid @> current_date
    ), others as materialized (
      select unit_id, year, sum(cents) filter (where with_cents > 0) as cents, sum(fte_milli) filter (where with_fte > 0) as fte_milli
        from version_total
       where institution_id = ${institutionId} and scheme_id = ${schemeId} and stage = (select min(stage) from own)
         -- an array, so that each version is looked up by index however few rows the planner expects
         and version_id = any(array(select version_id from in_force where institution_id = ${institutionId}
               and document_id <> ${version.documentId} and valid @> now() and upper_inf(recorded)))
       group by unit_id, year
    ), sums as materialized (
      select unit_id, year, cents, fte_milli from others
      union all select unit_id, year, sum(cents), sum(fte_milli) from own group by unit_id, year
    )
    select
      (select coalesce(json_agg(s), '[]') from (
         select m.code as measure, o.year, sum(o.cents)::bigint as cents, sum(o.fte_milli)::bigint as "fteMilli"
           from own o join measure m on m.institution_id = ${institutionId} and m.measure_id = o.measure_id
          where m.code = any(${touched.measures}) group by m.code, o.year order by m.code, o.year) s) as measures,
      (select coalesce(json_agg(s), '[]') from (
         select u.code as unit, x.year, sum(x.cents)::bigint as cents, sum(x.fte_milli)::bigint as "fteMilli"
           from below b join sums x using (unit_id)
           join unit u on u.institution_id = ${institutionId} and u.unit_id = b.top
          group by u.code, x.year order by u.code, x.year) s) as units,
      (select coalesce(json_agg(s), '[]') from (
         select f.code as fund, o.year, sum(o.cents)::bigint as cents, sum(o.fte_milli)::bigint as "fteMilli", o.mark, count(*)::int as count
           from own o join fund f on f.institution_id = ${institutionId} and f.fund_id = o.fund_id
          where f.code = any(${touched.funds}) group by f.code, o.year, o.cents is null, o.mark) s) as lines,
      (select coalesce(json_agg(json_build_object('fromYear', from_year, 'fteCents', fte_cents)), '[]')
         from scheme_rate where institution_id = ${institutionId} and scheme_id = ${schemeId}) as rates,
      ${allocatedJson(actor, { schemeId, unitId })} as allocated`.execute(tx);
  const { lines, rates, allocated, ...sums } = rows[0]!;
  const frame = { funds: touched.funds, years: years(version.firstYear, version.lastYear), rates };
  return { ...sums, funds: remainders(frame, lines, allocated) };
}
