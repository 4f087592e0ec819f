import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type ChapterFigures, type ChapterLine, chapterFigures } from './chapter.ts';
import type { Plan } from './plan.server.ts';
import { type Named, readLines, unitsBelow } from './plan-part.server.ts';

export type Chapter = {
  theme: Named & { series: number };
  figures: ChapterFigures;
  units: Named[];
  measures: { code: string; name: string; fresh: boolean; unit: Named | null }[];
};

/**
 * The live figures of a theme for who writes its chapter. A document with a budget of its own is compared
 * with its original: the version that was adopted first, or what it amends. A document without money tells
 * of the plans of its unit and those below: as first adopted, and as in force now. At most two statements.
 * @returns null for a document whose money is no budget
 */
export async function getChapter(tx: Tx, actor: Actor, plan: Plan, node: string): Promise<Chapter | null> {
  const { head, rates } = plan;
  const theme = plan.themes.find((one) => one.code === node);
  if (!theme || (head.stage !== null && head.stage !== 'budgeted')) return null;
  const roots = new Map(plan.nodes.filter((one) => one.theme).map((one) => [one.code, one.root]));
  const themed = <L extends { node: string | null }>(line: L): L & { theme: string | null } => {
    return { ...line, theme: line.node && (roots.get(line.node) ?? line.node) };
  };
  const named = { code: theme.code, nameNl: theme.nameNl, nameEn: theme.nameEn, series: theme.series };
  if (head.stage !== null || head.hasMeasures) {
    const original = await readOriginal(tx, actor, plan);
    const before = original === null ? null : (await readLines(tx, actor, original)).map(themed);
    const after = plan.lines.map(themed);
    return {
      theme: named,
      figures: chapterFigures(node, { before, after, rates }),
      units: plan.units,
      measures: plan.measures
        .filter((one) => roots.get(one.node) === node)
        .map(({ code, name, additionality }) => {
          return { code, name, fresh: additionality === 'new', unit: null };
        }),
    };
  }
  const others = (await readPlansBelow(tx, actor, plan)).map(themed);
  const before: ChapterLine[] = others.filter((line) => line.first);
  const after: ChapterLine[] = others.filter((line) => line.inForce);
  const changed = others.some((line) => line.first !== line.inForce);
  return {
    theme: named,
    figures: chapterFigures(node, { before: changed ? before : null, after, rates }),
    units: plan.units,
    measures: await readMeasuresBelow(
      tx,
      actor,
      plan,
      [...roots].filter(([, root]) => root === node).map(([code]) => code),
    ),
  };
}

/** The version that a draft is told against: the first that was adopted, of what it amends when it does. */
async function readOriginal(tx: Tx, actor: Actor, { head, version }: Plan): Promise<string | null> {
  const { rows } = await sql<{ versionId: string }>`
    select v.version_id
      from document o
      join version v on v.institution_id = o.institution_id and v.document_id = coalesce(o.amends_id, o.document_id)
     where o.institution_id = ${actor.institutionId} and o.document_id = ${head.documentId}
       and v.adopted_at is not null and (o.amends_id is not null or v.number < ${version.number})
     order by v.number limit 1`.execute(tx);
  return rows[0]?.versionId ?? null;
}

type LineBelow = Omit<ChapterLine, 'theme'> & { node: string | null; first: boolean; inForce: boolean };

/** Budget lines of the plans of the document's unit and those below, within its years. */
async function readPlansBelow(tx: Tx, actor: Actor, { head }: Plan): Promise<LineBelow[]> {
  const { rows } = await sql<LineBelow>`
    with recursive below(unit_id) as (${unitsBelow(actor, head.unitId)}),
    plan as (${plansBelow(actor, head)})
    select u.code as unit, n.code as node, l.year, l.cents, l.fte_milli, l.mark, p.first, p.in_force
      from plan p
      join ledger_line l on l.institution_id = ${actor.institutionId} and l.version_id = p.version_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
     where l.stage = 'budgeted' and l.year between ${head.firstYear} and ${head.lastYear}`.execute(tx);
  return rows;
}

async function readMeasuresBelow(
  tx: Tx,
  actor: Actor,
  { head }: Plan,
  nodes: string[],
): Promise<Chapter['measures']> {
  const { rows } = await sql<Chapter['measures'][number]>`
    with recursive below(unit_id) as (${unitsBelow(actor, head.unitId)}),
    plan as (${plansBelow(actor, head)})
    select m.code, t.name, t.additionality = 'new' as fresh,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit
      from plan p
      join measure_text t on t.institution_id = ${actor.institutionId} and t.version_id = p.version_id
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
      join unit u on u.institution_id = t.institution_id and u.unit_id = p.unit_id
     where p.in_force and n.code = any(${nodes}::text[]) and t.last_year >= ${head.firstYear}
     order by u.sort, u.code, t.sort, m.code`.execute(tx);
  return rows;
}

function plansBelow(actor: Actor, head: Plan['head']) {
  return sql`
    select v.version_id, d.unit_id,
           v.number = min(v.number) over (partition by d.document_id) as first, f.version_id is not null as in_force
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
           and k.stage = 'budgeted'
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
           and v.adopted_at is not null
      left join in_force f on f.institution_id = v.institution_id and f.version_id = v.version_id
           and f.valid @> now() and upper_inf(f.recorded)
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${head.schemeId}
       and d.unit_id in (select unit_id from below)`;
}
