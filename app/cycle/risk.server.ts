import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** A risk that was signalled: where, before whom, what was decided and how many actions on it are open. */
export type Risk = {
  itemId: string;
  momentId: string;
  title: string;
  text: string;
  outcome: string;
  dueOn: string;
  bodyNl: string;
  bodyEn: string;
  /** where it was signalled; null when a meeting put it on its own agenda */
  aboutId: string | null;
  aboutNl: string | null;
  aboutEn: string | null;
  unitNl: string | null;
  unitEn: string | null;
  openActions: number;
};

/** The risks of a scheme, what was not treated yet first, then the newest. One statement. */
export async function listRisks(tx: Tx, actor: Actor, scheme: string): Promise<Risk[]> {
  const { rows } = await sql<Risk>`
    select i.item_id, m.moment_id, i.title, i.text, i.outcome, m.due_on, b.name_nl as body_nl, b.name_en as body_en,
           i.about_id, coalesce(p.name_nl, a.title) as about_nl, coalesce(p.name_en, a.title) as about_en,
           u.name_nl as unit_nl, u.name_en as unit_en,
           (select count(*)::int from moment x where x.institution_id = i.institution_id and x.item_id = i.item_id
               and x.status in ('open', 'moved')) as open_actions
      from agenda_item i
      join moment m on m.institution_id = i.institution_id and m.moment_id = i.moment_id
      join scheme s on s.institution_id = i.institution_id and s.scheme_id = m.scheme_id
      left join cycle_step t on t.institution_id = i.institution_id and t.step_id = m.step_id
      join lateral (select b.* from body b where b.institution_id = m.institution_id
           and case when m.body_id is not null then b.body_id = m.body_id
               else b.kind = t.body_kind and case t.body_at when 'unit' then b.unit_id = m.unit_id
               else not exists (select from unit_placement p where p.institution_id = b.institution_id
                      and p.unit_id = b.unit_id) end end
         order by b.code limit 1) b on true
      left join moment a on a.institution_id = i.institution_id and a.moment_id = i.about_id
      left join cycle_step p on p.institution_id = i.institution_id and p.step_id = a.step_id
      left join unit u on u.institution_id = i.institution_id and u.unit_id = a.unit_id
     where i.institution_id = ${actor.institutionId} and s.code = ${scheme} and i.kind = 'risk'
     order by i.outcome <> '', m.due_on desc, i.sort, i.title`.execute(tx);
  return rows;
}
