import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import type { BlockSpec } from '#app/scheme/block.input.ts';

/** A question as the report prints it, also one that the template fills. */
export type TemplateQuestion = {
  code: string;
  textNl: string;
  textEn: string;
  per: 'document' | 'theme' | 'unit';
  part: 'chapter' | 'annex';
  required: boolean;
  asks: boolean;
  fixedNl: string;
  fixedEn: string;
  blocks: BlockSpec[];
  draws: boolean;
};

export type Template = {
  questions: TemplateQuestion[];
  institution: { nameNl: string; nameEn: string; noticeNl: string; noticeEn: string };
  /** how far the document's unit stands below the institution */
  unitLevel: number;
  /** what the version printed when it was submitted, in both languages */
  printed: Json;
  minutes: number | null;
};

/** The template of a version's kind, and what the version printed when it was submitted. One statement. */
export async function readTemplate(
  tx: Tx,
  actor: Actor,
  { kindId, unitId, versionId }: { kindId: string; unitId: string; versionId: string },
): Promise<Template> {
  const { rows } = await sql<Template>`
    with recursive up(unit_id, level) as (
      select ${unitId}::uuid, 0
      union all select p.parent_id, up.level + 1 from unit_placement p join up on p.unit_id = up.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date)
    select v.content -> 'printed' as printed, v.minutes, (select max(level) from up)::int as unit_level,
           json_build_object('nameNl', i.name_nl, 'nameEn', i.name_en, 'noticeNl', i.notice_nl,
             'noticeEn', i.notice_en) as institution,
           coalesce((select json_agg(json_build_object('code', q.code, 'textNl', q.text_nl, 'textEn', q.text_en,
               'per', q.per, 'part', q.part, 'required', q.required, 'asks', q.asks, 'fixedNl', q.fixed_nl,
               'fixedEn', q.fixed_en, 'blocks', q.blocks, 'draws', exists (select from question_source s
                 where s.institution_id = q.institution_id and s.question_id = q.question_id))
               order by q.sort, q.code)
              from question q where q.institution_id = v.institution_id and q.kind_id = ${kindId}), '[]') as questions
      from version v
      join institution i on i.institution_id = v.institution_id
     where v.institution_id = ${actor.institutionId} and v.version_id = ${versionId}`.execute(tx);
  return rows[0]!;
}
