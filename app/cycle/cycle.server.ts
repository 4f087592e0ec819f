import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { dueRuleSchema } from './due-rule.input.ts';
import type { DueRule } from './due-rule.ts';
import { type MomentStatus, type Standing, standingOf } from './moment.ts';

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
  revision: number;
};

/** A moment with what is due, from whom, and how it stands on the day asked for. */
export type Moment = {
  momentId: string;
  scheme: string;
  step: string;
  stepNl: string;
  stepEn: string;
  noteNl: string;
  noteEn: string;
  source: string;
  year: number;
  unitId: string;
  unit: string;
  unitKind: string;
  unitNl: string;
  unitEn: string;
  dueOn: string;
  firstDueOn: string;
  /** from when work on it runs, and the day of the meeting; null when not known */
  startsOn: string | null;
  meetsOn: string | null;
  precision: 'month' | null;
  milestone: number | null;
  status: MomentStatus;
  reason: string;
  doneOn: string | null;
  notes: string;
  revision: number;
  kindNl: string | null;
  kindEn: string | null;
  stage: Stage | null;
  covered: number;
  right: string | null;
  role: string | null;
  roleNl: string | null;
  roleEn: string | null;
  bodyId: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  document: string | null;
  title: string | null;
  number: number | null;
  submittedOn: string | null;
  decidedOn: string | null;
  outcome: string | null;
  papers: number;
  standing: Standing;
  /** when it was done; null when it is not, or when the day is not known */
  endedOn: string | null;
};

/** The steps of a scheme's cycle, in their order. */
export async function listSteps(tx: Tx, actor: Actor, schemeId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.step_id, s.code, s.name_nl, s.name_en, s.unit_kinds, k.code as kind, k.name_nl as kind_nl,
           k.name_en as kind_en, s.body_kind, t.name_nl as body_kind_nl,
           t.name_en as body_kind_en, s.body_at, s.right_kind as right, s.role_code as role, s.covers,
           s.counts, s.rule, s.start_rule as starts, s.meeting_rule as meets, s.precision, s.milestone,
           s.parts_nl, s.parts_en, s.also_nl, s.also_en, s.first_year, s.last_year, s.every_years, s.note_nl, s.note_en, s.source, s.revision
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

type MomentQuery = {
  scheme?: string;
  year?: number;
  momentId?: string;
  /** moments for which this document counts, or could */
  document?: { documentId: string };
  /** not ended by hand, and due on this day or before */
  dueThrough?: string;
  /** due from one of these roles or bodies */
  from?: { roles: readonly string[]; bodyIds: readonly string[] };
};

/** Moments by what is asked of them, the first due first. One statement. */
export async function listMoments(
  tx: Tx,
  actor: Actor,
  query: MomentQuery,
  today: string,
): Promise<Moment[]> {
  const { scheme = null, year = null, momentId = null, dueThrough = null } = query;
  const documentId = query.document?.documentId ?? null;
  const from = query.from
    ? sql`and (s.role_code = any(${query.from.roles}::text[])
               or s.role_code is null and b.body_id = any(${query.from.bodyIds}::uuid[]))`
    : sql``;
  const { rows } = await sql<Omit<Moment, 'standing' | 'endedOn'>>`
    select m.moment_id, sc.code as scheme, s.code as step, s.name_nl as step_nl, s.name_en as step_en,
           s.note_nl, s.note_en, s.source, m.year, m.unit_id, u.code as unit, u.kind as unit_kind,
           u.name_nl as unit_nl, u.name_en as unit_en, m.due_on, m.first_due_on, m.starts_on, m.meets_on,
           s.precision, s.milestone, m.status, m.reason, m.done_on,
           m.notes, m.revision, k.name_nl as kind_nl, k.name_en as kind_en, k.stage, m.year + s.covers as covered,
           s.right_kind as right, s.role_code as role, r.name_nl as role_nl, r.name_en as role_en,
           b.body_id, b.name_nl as body_nl, b.name_en as body_en,
           a.document, a.title, a.number, a.submitted_on, a.decided_on, a.outcome,
           (select count(*)::int from moment_paper p where p.institution_id = m.institution_id
               and p.moment_id = m.moment_id) as papers
      from moment m
      join cycle_step s on s.institution_id = m.institution_id and s.step_id = m.step_id
      join scheme sc on sc.institution_id = m.institution_id and sc.scheme_id = m.scheme_id
      join unit u on u.institution_id = m.institution_id and u.unit_id = m.unit_id
      left join document_kind k on k.institution_id = s.institution_id and k.kind_id = s.kind_id
      left join role r on r.institution_id = s.institution_id and r.code = s.role_code
      left join lateral (select b.* from body b where b.institution_id = m.institution_id and b.kind = s.body_kind
           and case s.body_at when 'unit' then b.unit_id = m.unit_id
               else not exists (select from unit_placement p where p.institution_id = b.institution_id
                      and p.unit_id = b.unit_id) end
         order by b.code limit 1) b on s.body_kind is not null
      left join lateral (
        select d.code as document, d.title, v.number, x.decided_on, x.outcome, d.document_id,
               to_char(v.submitted_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as submitted_on,
               v.submitted_at is not null and (s.right_kind is null
                 or coalesce(x.outcome, 'withheld') <> 'withheld') as answers
          from document d
          join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
          left join lateral (select x.decided_on, x.outcome from decision x
                where x.institution_id = v.institution_id and x.version_id = v.version_id
                  and x.kind = s.right_kind and x.body_id = b.body_id
                order by x.decided_on desc nulls last limit 1) x on true
         where d.institution_id = m.institution_id and d.scheme_id = m.scheme_id and d.kind_id = s.kind_id
           and d.unit_id = m.unit_id and v.status in ('draft', 'submitted', 'adopted')
           and case s.counts when 'period' then m.year + s.covers between d.first_year and d.last_year
               else v.status = 'draft' or v.submitted_at between m.first_due_on - interval '6 months'
                      and m.first_due_on + interval '6 months' end
         order by answers desc, case when v.submitted_at is null then 0 else v.number end desc
         limit 1) a on s.kind_id is not null
     where m.institution_id = ${actor.institutionId}
       and (${scheme}::text is null or sc.code = ${scheme}::text)
       and (${year}::int is null or m.year = ${year}::int)
       and (${momentId}::uuid is null or m.moment_id = ${momentId}::uuid)
       and (${dueThrough}::date is null or (m.status in ('open', 'moved') and m.due_on <= ${dueThrough}::date))
       and (${documentId}::uuid is null or a.document_id = ${documentId}::uuid)
       ${from}
     order by m.due_on, s.sort, s.code, u.sort, u.code`.execute(tx);
  return rows.map((row) => {
    const answer = row.document === null ? null : row;
    const { standing, on } = standingOf({ ...row, asksRight: row.right !== null, answer }, today);
    return { ...row, standing, endedOn: on };
  });
}

/**
 * The cycle of a scheme in one year: its steps, the years that were started, and the moments with the units
 * in the order of the tree. @param year the year asked for; null is the newest that was started
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
  const shown = year ?? started.at(-1) ?? null;
  const moments = shown === null ? [] : await listMoments(tx, actor, { scheme, year: shown }, today);
  const tree = await listUnits(tx, actor.institutionId, today);
  const units = [...new Map(moments.map((one) => [one.unitId, one])).values()]
    .map(({ unitId, unit, unitNl, unitEn, unitKind }) => {
      const at = tree.findIndex((one) => one.unitId === unitId);
      return { unit, unitNl, unitEn, unitKind, at: at < 0 ? tree.length : at, depth: tree[at]?.depth ?? 0 };
    })
    .sort((a, b) => a.at - b.at || a.unit.localeCompare(b.unit));
  // How deep units of a kind stand: the levels of the institution, also of a year that was not started.
  const depths = new Map(tree.map((unit) => [unit.kind, unit.depth]));
  return { schemeId, today, year: shown, started, steps, moments, units, depths };
}

async function startedYears(tx: Tx, actor: Actor, schemeId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('moment')
    .select('year')
    .distinct()
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}
