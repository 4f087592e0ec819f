import { sql } from 'kysely';
import { listMoments, type Moment } from '#app/cycle/moment-list.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { getCharter } from '#app/organisation/charter.server.ts';
import type { Charter } from '#app/organisation/charter.ts';
import { type DecisionRow, listDecisions } from '#app/participation/decision.server.ts';
import { type Commitment, listCommitments } from './commitment.server.ts';
import { isOpen } from './commitment.ts';
import { type GlossaryWord, listWords } from './glossary.server.ts';
import { listProposals, type Proposal } from './proposal.server.ts';

type Names = { nameNl: string; nameEn: string };
/** A body, and how much was promised to it that is open. */
export type BodyLine = Names & {
  bodyId: string;
  code: string;
  kind: string;
  unit: string;
  unitNl: string;
  unitEn: string;
  gone: boolean;
  open: number;
  /** the unit below the whole institution that it belongs to; of the whole, the institution */
  part: string;
};

/** The bodies by the unit they stand at. One statement. */
export async function listBodyLines(tx: Tx, actor: Actor, code?: string): Promise<BodyLine[]> {
  const { rows } = await sql<BodyLine>`
    select b.body_id, b.code, b.kind, b.name_nl, b.name_en, u.code as unit, u.name_nl as unit_nl, u.name_en as unit_en,
           not (b.valid @> current_date) as gone,
           (select count(*)::int from commitment c where c.institution_id = b.institution_id and c.body_id = b.body_id
               and c.status in ('open', 'answered')) as open,
           t.code as part
      from body b join unit u on u.institution_id = b.institution_id and u.unit_id = b.unit_id
      join lateral (
        with recursive above(unit_id, depth) as (
          select b.unit_id, 0 union all
          select p.parent_id, a.depth + 1 from unit_placement p join above a on p.unit_id = a.unit_id
           where p.institution_id = b.institution_id and p.valid @> current_date and a.depth < 20)
        select w.code, w.sort from above a
          join unit w on w.institution_id = b.institution_id and w.unit_id = a.unit_id
         order by a.depth desc offset (case when (select count(*) from above) > 1 then 1 else 0 end) limit 1) t on true
     where b.institution_id = ${actor.institutionId} ${code === undefined ? sql`` : sql`and b.code = ${code}`}
     order by t.code <> u.code or exists (select from unit_placement p where p.institution_id = b.institution_id and p.unit_id = u.unit_id), t.sort, t.code, u.code <> t.code, u.sort, u.code, b.code`.execute(
    tx,
  );
  return rows;
}

/** A right that the matrix of a scheme gives this kind of body. */
export type BodyRight = {
  scheme: string;
  schemeNl: string;
  schemeEn: string;
  kind: 'consent' | 'advice' | 'approval' | 'discussion' | 'information';
  kindNl: string;
  kindEn: string;
  prior: boolean;
  termDays: number;
  basis: string;
  certainty: 'text' | 'known' | 'uncertain';
};

export type BodyView = {
  body: BodyLine;
  members: { name: string; capacity: string }[];
  rights: BodyRight[];
  running: DecisionRow[];
  history: DecisionRow[];
  commitments: Commitment[];
  proposals: Proposal[];
  charter: Charter;
  /** its meetings and the actions it agreed, the first due first */
  moments: Moment[];
  glossaries: { scheme: string; names: Names; words: GlossaryWord[] }[];
};

/**
 * All that a new member of a body wants to know. Eight statements, and two for the words of each scheme that gives it
 * a right. @throws Missing
 */
export async function getBodyView(tx: Tx, actor: Actor, code: string, today: string): Promise<BodyView> {
  const [body] = await listBodyLines(tx, actor, code);
  if (!body) throw new Missing('body');
  const { institutionId } = actor;
  const { rows: members } = await sql<{ name: string; capacity: string }>`
    select name, capacity from body_member where institution_id = ${institutionId} and body_id = ${body.bodyId}
       and term @> current_date order by capacity, name`.execute(tx);
  const { rows: rights } = await sql<BodyRight>`
    select s.code as scheme, s.name_nl as scheme_nl, s.name_en as scheme_en, r.kind, k.name_nl as kind_nl,
           k.name_en as kind_en, r.prior, r.term_days, r.basis, r.certainty
      from right_rule r
      join document_kind k on k.institution_id = r.institution_id and k.kind_id = r.kind_id
      join scheme s on s.institution_id = k.institution_id and s.scheme_id = k.scheme_id
     where r.institution_id = ${institutionId} and r.body_kind = ${body.kind}
     order by s.first_year desc, s.code, k.sort, r.sort`.execute(tx);
  const decisions = await listDecisions(tx, actor, { bodyIds: [body.bodyId] });
  const commitments = await listCommitments(tx, actor, { bodyIds: [body.bodyId] });
  const proposals = await listProposals(tx, actor, { body: code, open: true });
  const schemes = new Map(
    [...rights, ...decisions.map((one) => ({ scheme: one.scheme, schemeNl: '', schemeEn: '' }))].map(
      (one) => [one.scheme, { nameNl: one.schemeNl || one.scheme, nameEn: one.schemeEn || one.scheme }],
    ),
  );
  for (const { scheme, schemeNl, schemeEn } of rights)
    schemes.set(scheme, { nameNl: schemeNl, nameEn: schemeEn });
  const glossaries: BodyView['glossaries'] = [];
  for (const [scheme, names] of schemes) {
    const words = await listWords(tx, actor, scheme);
    if (words.length > 0) glossaries.push({ scheme, names, words });
  }
  const live = (one: DecisionRow) => ['submitted', 'adopted'].includes(one.versionStatus);
  return {
    body,
    ...{ members, rights, proposals, glossaries },
    charter: await getCharter(tx, institutionId, body.bodyId),
    moments: await listMoments(tx, actor, { bodyId: body.bodyId }, today),
    running: decisions.filter((one) => one.outcome === null && live(one)),
    history: decisions.filter((one) => one.outcome !== null),
    commitments: commitments.filter(isOpen),
  };
}
