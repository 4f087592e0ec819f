import { sql } from 'kysely';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Moment } from '#app/kernel/moment.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type Bundle, listBundles } from './bundle.server.ts';
import { type CoherentMeasure, type SharedGoal, sharedGoals } from './coherence.ts';
import { canSeeDraft } from './plan.ts';
import { type PlanNode, readNodes } from './plan-part.server.ts';

export type Goal = PlanNode & { key: string };

/** The goals of a scheme beside its themes, by `framework/node`. */
export async function listGoals(tx: Tx, actor: Actor, schemeId: string): Promise<Goal[]> {
  const nodes = await readNodes(tx, actor, { schemeId });
  return nodes
    .filter((node) => !node.theme)
    .map((node) => ({ ...node, key: `${node.framework}/${node.code}` }));
}

/**
 * What the plans of several units have in common, and the proposals to do it together. Six statements. Of another
 * moment than now the plans in force then, and no proposals: no day is kept on which one ended.
 * @throws Missing
 */
export async function getCoherence(
  tx: Tx,
  actor: Actor,
  { scheme, today, asOf = null, knownOn = null }: { scheme: string; today: string } & Partial<Moment>,
): Promise<{ plans: number; roots: Set<string>; shared: SharedGoal<Goal>[]; bundles: Bundle[] }> {
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const moment = versionMoment({ asOf, knownOn });
  const roots = await jointUnits(tx, actor, asOf ?? today);
  const measures = await listCoherent(tx, actor, { schemeId, roots, moment });
  const goals = await listGoals(tx, actor, schemeId);
  return {
    roots,
    plans: new Set(measures.map((one) => one.document)).size,
    shared: sharedGoals(goals, measures),
    bundles: isPresent(moment) ? await listBundles(tx, actor, schemeId) : [],
  };
}

type Row = Omit<CoherentMeasure, 'joint'> & { status: string };

/** The units that stand under no other: what their plans do is joint. */
export async function jointUnits(tx: Tx, actor: Actor, today: string): Promise<Set<string>> {
  const tree = await listUnits(tx, actor.institutionId, today);
  return new Set(tree.filter((unit) => unit.depth === 0).map((unit) => unit.unitId));
}

/**
 * The measures in the newest version of each plan that the actor may see: a draft for who works on it, else what
 * was submitted or adopted; of another moment than now the version in force then. One statement.
 */
export async function listCoherent(
  tx: Tx,
  actor: Actor,
  {
    schemeId,
    roots,
    moment = presently,
  }: { schemeId: string; roots: ReadonlySet<string>; moment?: VersionMoment },
): Promise<CoherentMeasure[]> {
  const newest = sql`(v.status = 'draft' or v.number = (select max(o.number) from version o
              where o.institution_id = d.institution_id and o.document_id = d.document_id
                and o.status in ('submitted', 'adopted')))`;
  const { rows } = await sql<Row>`
    select t.measure_id, d.code as document, m.code, t.name, n.code as node, t.first_year, t.last_year,
           t.target_group, d.unit_id, v.status,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           (select sum(l.cents)::bigint from ledger_line l where l.institution_id = v.institution_id
               and l.version_id = v.version_id and l.measure_id = t.measure_id) as cents,
           array(select f.code || '/' || g.code from measure_node mn
                   join node g on g.institution_id = mn.institution_id and g.node_id = mn.node_id
                   join framework f on f.institution_id = g.institution_id and f.framework_id = g.framework_id
                  where mn.institution_id = t.institution_id and mn.version_id = t.version_id
                    and mn.measure_id = t.measure_id order by f.code, g.sort) as serves
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id and k.has_measures
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
       and ${isPresent(moment) ? newest : versionAt(moment).inForce}
      join measure_text t on t.institution_id = v.institution_id and t.version_id = v.version_id
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     order by u.sort, u.code, d.code, t.sort, m.code`.execute(tx);
  return [...Map.groupBy(rows, (row) => row.document).values()].flatMap((plan) => {
    const seen = canSeeDraft(actor, { unitId: plan[0]!.unitId });
    const drafts = plan.filter((row) => row.status === 'draft');
    const chosen = seen && drafts.length > 0 ? drafts : plan.filter((row) => row.status !== 'draft');
    return chosen.map(({ status: _, ...row }) => ({ ...row, joint: roots.has(row.unitId) }));
  });
}
