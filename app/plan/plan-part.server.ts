import { type RawBuilder, sql } from 'kysely';
import type { RichDocument } from '#app/document/rich-text.ts';
import { presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { BudgetLine } from './budget.ts';
import { type LineFields, lineOf } from './budget-line.ts';
import type { Additionality } from './measure.ts';
import { stepsOf } from './plan-content.server.ts';
import type { Step } from './step.ts';

/** A thing with a name in both languages. */
export type Named = { code: string; nameNl: string; nameEn: string };

export type PlanNode = Named & {
  framework: string;
  frameworkNl: string;
  frameworkEn: string;
  /** of the scheme's theme framework; otherwise an ambition or goal */
  theme: boolean;
  /** code of the topmost node above it, or its own */
  root: string;
  textNl: string;
  textEn: string;
  excludedReason: string | null;
  coveredBy: string | null;
  /** `framework/node` codes of the nodes of other frameworks that it is linked to */
  links: string[];
};

/** The nodes of the scheme's themes and of its other frameworks, in their order; left out are those known by then. */
export async function readNodes(
  tx: Tx,
  actor: Actor,
  { schemeId, moment = presently }: { schemeId: string; moment?: VersionMoment },
): Promise<PlanNode[]> {
  const { rows } = await sql<PlanNode>`
    with recursive tree as (
      select n.institution_id, n.node_id, n.code as root, array[n.sort] as path from node n
       where n.institution_id = ${actor.institutionId} and n.parent_id is null
      union all
      select n.institution_id, n.node_id, tree.root, tree.path || n.sort from tree
        join node n on n.institution_id = tree.institution_id and n.parent_id = tree.node_id)
    select n.code, n.name_nl, n.name_en, n.text_nl, n.text_en, f.code as framework, f.name_nl as framework_nl,
           f.name_en as framework_en, f.framework_id = s.theme_framework_id as theme, tree.root,
           x.reason as excluded_reason, x.covered_by,
           array(select lf.code || '/' || ln.code from node_link l
                   join node ln on ln.institution_id = l.institution_id and ln.node_id = l.to_node_id
                   join framework lf on lf.institution_id = ln.institution_id and lf.framework_id = ln.framework_id
                  where l.institution_id = n.institution_id and l.from_node_id = n.node_id
                  order by lf.code, ln.sort, ln.code) as links
      from scheme s
      left join scheme_framework sf on sf.institution_id = s.institution_id and sf.scheme_id = s.scheme_id
      join framework f on f.institution_id = s.institution_id
           and f.framework_id in (s.theme_framework_id, sf.framework_id)
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id
      join tree on tree.institution_id = n.institution_id and tree.node_id = n.node_id
      left join ${settingAt('scheme_exclusion', moment.knownOn)} x on x.institution_id = s.institution_id and x.scheme_id = s.scheme_id
           and x.node_id = n.node_id
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, f.framework_id, tree.path, n.institution_id, n.node_id
     order by theme desc, min(coalesce(sf.sort, 0)), f.code, tree.path, n.code`.execute(tx);
  return rows;
}

export type PlanQuestion = {
  code: string;
  textNl: string;
  textEn: string;
  hintNl: string;
  hintEn: string;
  required: boolean;
  per: 'document' | 'theme' | 'unit';
  /** the one theme it is asked for; null is all */
  only: string | null;
  /** the kinds of unit it is asked for, when asked per unit; empty is all */
  unitKinds: string[];
  drawsOn: boolean;
  answers: {
    node: string | null;
    unit: string | null;
    unitNl: string | null;
    unitEn: string | null;
    body: RichDocument;
    revision: number;
  }[];
};

/** The questions of the template with what a version answers. */
export async function readQuestions(
  tx: Tx,
  actor: Actor,
  { kindId, versionId }: { kindId: string; versionId: string },
): Promise<PlanQuestion[]> {
  const { rows } = await sql<PlanQuestion>`
    select q.code, q.text_nl, q.text_en, q.hint_nl, q.hint_en, q.required, q.per, o.code as only, q.unit_kinds,
           exists (select from question_source x where x.institution_id = q.institution_id and x.question_id = q.question_id) as draws_on,
           coalesce(json_agg(json_build_object('node', n.code, 'unit', u.code, 'unitNl', u.name_nl,
                      'unitEn', u.name_en, 'body', s.body, 'revision', s.revision)
                      order by n.sort, n.code, u.sort, u.code)
                    filter (where s.section_id is not null), '[]') as answers
      from question q
      left join node o on o.institution_id = q.institution_id and o.node_id = q.node_id
      left join section s on s.institution_id = q.institution_id and s.question_id = q.question_id
           and s.version_id = ${versionId}
      left join node n on n.institution_id = s.institution_id and n.node_id = s.node_id
      left join unit u on u.institution_id = s.institution_id and u.unit_id = s.unit_id
     where q.institution_id = ${actor.institutionId} and q.kind_id = ${kindId} and q.asks
     group by q.institution_id, q.question_id, o.code order by q.sort, q.code`.execute(tx);
  return rows;
}

export type PlanMeasure = {
  code: string;
  node: string;
  name: string;
  description: string;
  owner: string;
  targetGroup: string;
  firstYear: number;
  lastYear: number;
  additionality: Additionality;
  sort: number;
  revision: number;
  endedFrom: number | null;
  /** `framework/node` codes */
  ambitions: string[];
  /** in the order of the plan */
  steps: Step[];
};

/** The measures of a version, in the order of its themes. */
export async function readMeasures(tx: Tx, actor: Actor, versionId: string): Promise<PlanMeasure[]> {
  const { rows } = await sql<PlanMeasure>`
    select m.code, n.code as node, t.name, t.description, t.owner, t.target_group, t.first_year, t.last_year,
           t.additionality, t.sort, t.revision, m.ended_from,
           array(select f.code || '/' || a.code from measure_node mn
                   join node a on a.institution_id = mn.institution_id and a.node_id = mn.node_id
                   join framework f on f.institution_id = a.institution_id and f.framework_id = a.framework_id
                  where mn.institution_id = t.institution_id and mn.version_id = t.version_id
                    and mn.measure_id = t.measure_id order by f.code, a.sort, a.code) as ambitions,
           ${stepsOf} as steps
      from measure_text t
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
     where t.institution_id = ${actor.institutionId} and t.version_id = ${versionId}
     order by n.sort, n.code, t.sort, m.code`.execute(tx);
  return rows;
}

/** The budget lines of a version with the theme of each; a line without measure has an empty measure. */
export async function readLines(
  tx: Tx,
  actor: Actor,
  versionId: string,
): Promise<(BudgetLine & { node: string | null })[]> {
  // one row of JSON instead of a row per line: a quarter of the driver's work for a thousand lines
  const { rows } = await sql<{ lines: LineFields[] }>`
    select coalesce(json_agg(json_build_array(coalesce(m.code, ''), l.component, u.code, f.code, l.cost_kind, l.year,
             l.cents, l.fte_milli, l.mark, l.note, n.code,
             case when l.memo then json_build_array(l.memo_cents, l.memo_fte_milli) end)
             order by n.sort, n.code, t.sort, m.code, l.sort, u.sort, l.component, l.cost_kind, l.year, l.line_id), '[]') as lines
      from ledger_line l join fund f using (institution_id, fund_id)
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
      left join measure_text t on t.institution_id = l.institution_id and t.version_id = l.version_id
           and t.measure_id = l.measure_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
     where l.institution_id = ${actor.institutionId} and l.version_id = ${versionId}`.execute(tx);
  return rows[0]!.lines.map(lineOf);
}

/** A unit at or below the plan's own: how far below, 0 is its own. */
export type PlanUnit = Named & { kind: string; depth: number };

export type PlanSetting = {
  funds: (Named & { own: boolean })[];
  /** the plan's unit and those below it on the day, each followed by its own; the plan's comes first */
  units: PlanUnit[];
  /** units that stood below it on another day, or will: what was written for them keeps its name */
  others: Named[];
  /** did units below it come, go or move? */
  reorganised: boolean;
  rates: Rate[];
  /** cost kinds and components used before in this scheme, to choose from */
  costKinds: string[];
  attachments: { name: string; sha256: string; mediaType: string }[];
};

/** What a budget of this plan may name as it was known, and the files that hang on the version. */
export async function readSetting(
  tx: Tx,
  actor: Actor,
  ask: { schemeId: string; unitId: string; versionId: string; moment?: VersionMoment },
): Promise<PlanSetting> {
  const { schemeId, unitId, versionId, moment = presently } = ask;
  const { rows } = await sql<{ setting: PlanSetting }>`
    with recursive below(unit_id, depth, path) as (${unitsInOrder(actor, unitId, moment.asOf)}),
    ever(unit_id) as (select ${unitId}::uuid union select p.unit_id from ever e join unit_placement p
         on p.institution_id = ${actor.institutionId} and p.parent_id = e.unit_id)
    select json_build_object(
      'funds', (select coalesce(json_agg(json_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en,
                  'own', own) order by sort, code), '[]') from ${settingAt('fund', moment.knownOn)} f
                 where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}),
      'units', (select json_agg(json_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en, 'kind', kind,
                  'depth', depth) order by path) from unit join below using (unit_id)
                 where institution_id = ${actor.institutionId}),
      'others', (select coalesce(json_agg(json_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en)
                  order by sort, code), '[]') from unit join ever using (unit_id)
                 where institution_id = ${actor.institutionId} and unit_id not in (select unit_id from below)),
      'reorganised', exists (select from unit_placement p join ever using (unit_id)
                 where p.institution_id = ${actor.institutionId} and p.unit_id <> ${unitId} and not upper_inf(p.valid)),
      'rates', (select coalesce(json_agg(json_build_object('fromYear', from_year, 'fteCents', fte_cents)
                  order by from_year), '[]') from ${settingAt('scheme_rate', moment.knownOn)} r
                 where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}),
      'costKinds', (select coalesce(json_agg(distinct cost_kind), '[]') from ledger_line
                 where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
                   and version_id = ${versionId} and cost_kind <> ''),
      'attachments', (select coalesce(json_agg(json_build_object('name', name, 'sha256', sha256,
                  'mediaType', media_type) order by name), '[]') from attachment
                 where institution_id = ${actor.institutionId} and version_id = ${versionId})) as setting`.execute(
    tx,
  );
  return rows[0]!.setting;
}

// As unitsBelow, with the place of each in the tree of a day; a unit that ends keeps what was written for it.
function unitsInOrder(actor: Actor, unitId: string, asOf: Date | null): RawBuilder<unknown> {
  const day = asOf === null ? sql`current_date` : sql`${asOf}::date`;
  return sql`select ${unitId}::uuid, 0, array[]::text[]
      union all select p.unit_id, b.depth + 1, b.path || (to_char(u.sort, '00000000') || u.code)
        from unit_placement p join below b on p.parent_id = b.unit_id
        join unit u on u.institution_id = p.institution_id and u.unit_id = p.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> ${day}`;
}

/** The body of a recursive query `below(unit_id)`: a unit and all that stand below it today. */
export function unitsBelow(actor: Actor, unitId: string): RawBuilder<unknown> {
  return sql`select ${unitId}::uuid
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date`;
}
