import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { dueRuleSchema } from './due-rule.input.ts';
import type { DueRule } from './due-rule.ts';
import type { Product } from './moment.ts';
import { listMoments } from './moment-list.server.ts';
import type { Nature } from './plan-picture.ts';

/** A step of a scheme's cycle, by codes. */
export type Step = {
  stepId: string;
  code: string;
  nameNl: string;
  nameEn: string;
  unitKinds: string[];
  kind: string | null;
  kindNl: string | null;
  kindEn: string | null;
  product: Product | null;
  bodyKind: string | null;
  bodyKindNl: string | null;
  bodyKindEn: string | null;
  bodyAt: 'unit' | 'institution' | null;
  right: string | null;
  role: string | null;
  covers: number;
  counts: 'period' | 'submitted';
  rule: DueRule;
  starts: DueRule | null;
  meets: DueRule | null;
  precision: 'month' | null;
  milestone: number | null;
  partsNl: string;
  partsEn: string;
  alsoNl: string;
  alsoEn: string;
  firstYear: number;
  lastYear: number;
  everyYears: number;
  noteNl: string;
  noteEn: string;
  source: string;
  /** null follows from what it asks: natureOf */
  nature: Nature | null;
  regular: boolean;
  frequencyNl: string;
  frequencyEn: string;
  connects: string[];
  /** the steps in which it is used, by code */
  feeds: string[];
  topics: StepTopic[];
  /** how many questions its document asks, the same of every unit */
  questions: number;
  revision: number;
};

/** A topic that returns on the agenda of a step's meetings. */
export type StepTopic = {
  topicId: string;
  nameNl: string;
  nameEn: string;
  month: number | null;
  /** the step whose documents it is about */
  about: string | null;
  source: string;
};

/** The steps of a scheme's cycle, in their order. */
export async function listSteps(tx: Tx, actor: Actor, schemeId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.step_id, s.code, s.name_nl, s.name_en, s.unit_kinds, k.code as kind, k.name_nl as kind_nl,
           k.name_en as kind_en, s.product, s.body_kind, t.name_nl as body_kind_nl,
           t.name_en as body_kind_en, s.body_at, s.right_kind as right, s.role_code as role, s.covers,
           s.counts, s.rule, s.start_rule as starts, s.meeting_rule as meets, s.precision, s.milestone,
           s.parts_nl, s.parts_en, s.also_nl, s.also_en, s.first_year, s.last_year, s.every_years, s.note_nl, s.note_en, s.source, s.revision,
           s.nature, s.regular, s.frequency_nl, s.frequency_en, s.connects,
           array(select t.code from step_feed f join cycle_step t on t.institution_id = f.institution_id
                    and t.step_id = f.into_id
                  where f.institution_id = s.institution_id and f.step_id = s.step_id order by t.sort, t.code) as feeds,
           coalesce((select jsonb_agg(jsonb_build_object('topicId', p.topic_id, 'nameNl', p.name_nl, 'nameEn', p.name_en,
                        'month', p.month, 'about', w.code, 'source', p.source) order by p.sort)
              from step_topic p left join cycle_step w on w.institution_id = p.institution_id and w.step_id = p.about_id
             where p.institution_id = s.institution_id and p.step_id = s.step_id), '[]') as topics,
           (select count(*)::int from question q where q.institution_id = s.institution_id and q.kind_id = s.kind_id) as questions
      from cycle_step s
      left join document_kind k on k.institution_id = s.institution_id and k.kind_id = s.kind_id
      left join body_kind t on t.institution_id = s.institution_id and t.code = s.body_kind
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}
     order by s.sort, s.code`.execute(tx);
  const read = (rule: unknown) => (rule === null ? null : dueRuleSchema.parse(rule));
  return rows.map((row) => ({
    ...row,
    ...{ rule: dueRuleSchema.parse(row.rule), starts: read(row.starts), meets: read(row.meets) },
  }));
}

/**
 * The cycle of a scheme in one year: its steps, the years that were started, and the moments with the units
 * in the order of the tree. @param year the year asked for; null is the newest in which something of the cycle takes place
 */
export async function getCycle(
  tx: Tx,
  actor: Actor,
  { scheme, year, now }: { scheme: string; year: number | null; now: Date },
) {
  const today = isoDate(now);
  const schemeId = await schemeIdOf(tx, actor.institutionId, scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const started = await startedYears(tx, actor, schemeId);
  const shown = year ?? started.findLast((one) => one.takesPlace)?.year ?? started.at(-1)?.year ?? null;
  const moments = shown === null ? [] : await listMoments(tx, actor, { scheme, year: shown }, today);
  const tree = await listUnits(tx, actor.institutionId, today);
  const ofSteps = moments.filter((one) => one.step !== null);
  const units = [...new Map(ofSteps.map((one) => [one.unitId, one])).values()]
    .map(({ unitId, unit, unitNl, unitEn, unitKind }) => {
      const at = tree.findIndex((one) => one.unitId === unitId);
      return { unit, unitNl, unitEn, unitKind, at: at < 0 ? tree.length : at, depth: tree[at]?.depth ?? 0 };
    })
    .sort((a, b) => a.at - b.at || a.unit.localeCompare(b.unit));
  // How deep units of a kind stand: the levels of the institution, also of a year that was not started.
  const depths = new Map(tree.map((unit) => [unit.kind, unit.depth]));
  return {
    schemeId,
    today,
    year: shown,
    started: started.map((one) => one.year),
    steps,
    moments,
    units,
    depths,
    tree,
  };
}

// A year with nothing but a meeting of its own, or with all cancelled, is no place to begin.
async function startedYears(
  tx: Tx,
  actor: Actor,
  schemeId: string,
): Promise<{ year: number; takesPlace: boolean }[]> {
  const { rows } = await sql<{ year: number; takesPlace: boolean }>`
    select year, bool_or(step_id is not null and status <> 'cancelled') as takes_place
      from moment where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
     group by year order by year`.execute(tx);
  return rows;
}
