import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import { may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { canSeeDraft } from '#app/plan/plan.ts';
import type { Anchor, CommentStatus, ReplyAct } from './comment.ts';

/** Who said it: somebody by name, or a machine; and for which body. */
type Speaker = {
  accountId: string | null;
  author: string;
  /** as people know them; the login or the machine's name without one */
  name: string;
  bodyNl: string | null;
  bodyEn: string | null;
};

export type CommentReply = Speaker & { replyId: string; act: ReplyAct; text: string; saidAt: string };
type Mention = {
  kind: 'account' | 'body' | 'unit';
  id: string;
  code: string;
  nameNl: string;
  nameEn: string;
};

export type Comment = Speaker & {
  commentId: string;
  scheme: string;
  document: string;
  title: string;
  unitId: string;
  stage: Stage | null;
  hasMeasures: boolean;
  versionNumber: number;
  versionStatus: string;
  anchor: Anchor;
  quote: string;
  bodyId: string | null;
  text: string;
  saidAt: string;
  status: CommentStatus;
  revision: number;
  mentions: Mention[];
  replies: CommentReply[];
};

type CommentQuery = {
  scheme?: string;
  document?: string;
  commentId?: string;
  /** not closed and not withdrawn */
  open?: boolean;
  /** those that mention one of these: accounts, bodies, units that the actor writes for */
  mentioning?: { accountId: string | null; bodyIds: readonly string[] };
};

/**
 * Comments with their threads: what is open first, the newest first; those on drafts only for who may read the draft.
 * One statement.
 */
export async function listComments(tx: Tx, actor: Actor, of: CommentQuery): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.comment_id, s.code as scheme, d.code as document, d.title, d.unit_id, k.stage, k.has_measures,
           v.number as version_number, v.status as version_status, c.anchor, c.quote, c.body_id, b.name_nl as body_nl,
           b.name_en as body_en, c.account_id, c.author, coalesce(a.name, c.author) as name, c.text,
           to_char(c.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as said_at, c.status, c.revision,
           coalesce((select jsonb_agg(jsonb_build_object(
                'kind', case when m.account_id is not null then 'account' when m.body_id is not null then 'body' else 'unit' end,
                'id', coalesce(m.account_id, m.body_id, m.unit_id), 'code', coalesce(ma.login, mb.code, mu.code),
                'nameNl', coalesce(ma.name, mb.name_nl, mu.name_nl), 'nameEn', coalesce(ma.name, mb.name_en, mu.name_en))
                order by m.account_id is null, coalesce(ma.login, mb.code, mu.code))
              from comment_mention m
              left join account ma on ma.institution_id = m.institution_id and ma.account_id = m.account_id
              left join body mb on mb.institution_id = m.institution_id and mb.body_id = m.body_id
              left join unit mu on mu.institution_id = m.institution_id and mu.unit_id = m.unit_id
             where m.institution_id = c.institution_id and m.comment_id = c.comment_id), '[]') as mentions,
           coalesce((select jsonb_agg(jsonb_build_object('replyId', r.reply_id, 'act', r.act, 'text', r.text,
                'accountId', r.account_id, 'author', r.author, 'name', coalesce(ra.name, r.author),
                'bodyNl', rb.name_nl, 'bodyEn', rb.name_en,
                'saidAt', to_char(r.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.sort)
              from comment_reply r
              left join account ra on ra.institution_id = r.institution_id and ra.account_id = r.account_id
              left join body rb on rb.institution_id = r.institution_id and rb.body_id = r.body_id
             where r.institution_id = c.institution_id and r.comment_id = c.comment_id), '[]') as replies
      from comment c
      join version v on v.institution_id = c.institution_id and v.version_id = c.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      left join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
      left join account a on a.institution_id = c.institution_id and a.account_id = c.account_id
     where c.institution_id = ${actor.institutionId}
       ${of.scheme === undefined ? sql`` : sql`and s.code = ${of.scheme}`}
       ${of.document === undefined ? sql`` : sql`and d.code = ${of.document}`}
       ${of.commentId === undefined ? sql`` : sql`and c.comment_id = ${of.commentId}`}
       ${of.open ? sql`and c.status = 'open'` : sql``}
       ${
         of.mentioning
           ? sql`and exists (select from comment_mention m where m.institution_id = c.institution_id
           and m.comment_id = c.comment_id and (m.account_id = ${of.mentioning.accountId}
             or m.body_id = any(${[...of.mentioning.bodyIds]}::uuid[]) or m.unit_id is not null))`
           : sql``
       }
     order by c.status <> 'open', c.said_at desc, c.comment_id`.execute(tx);
  return rows.filter((one) => one.versionStatus !== 'draft' || canSeeDraft(actor, one));
}

/** One comment with its thread. @throws Missing */
export async function getComment(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; document: string; comment: string },
): Promise<Comment> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.comment)) throw new Missing('comment');
  const [one] = await listComments(tx, actor, {
    scheme: at.scheme,
    document: at.document,
    commentId: at.comment,
  });
  if (!one) throw new Missing('comment');
  return one;
}

/** The open comments that mention the actor, a body of theirs, or a unit that they write for. Two statements. */
export async function listMentions(tx: Tx, actor: Actor, bodyIds: readonly string[]): Promise<Comment[]> {
  const mentioning = { accountId: actor.kind === 'account' ? actor.accountId : null, bodyIds };
  const found = await listComments(tx, actor, { open: true, mentioning });
  const concerns = (one: Mention) =>
    one.kind === 'account'
      ? one.id === mentioning.accountId
      : one.kind === 'body'
        ? bodyIds.includes(one.id)
        : may(actor, 'plan.write', one.id);
  return found.filter((one) => one.mentions.some(concerns));
}

/** Who can be mentioned at a document, and the bodies that the actor speaks for. */
export type Audience = {
  bodies: { id: string; code: string; nameNl: string; nameEn: string }[];
  units: { id: string; code: string; nameNl: string; nameEn: string }[];
  accounts: { id: string; login: string; name: string }[];
  own: { id: string; code: string; nameNl: string; nameEn: string }[];
};

/**
 * The bodies and the unit at a document's unit and above it, and everybody with a mandate there or a seat in one of
 * these bodies. Three statements at most.
 */
export async function readAudience(tx: Tx, actor: Actor, unitId: string): Promise<Audience> {
  const mine = await memberOf(tx, actor);
  type Row = { kind: 'body' | 'unit' | 'account'; id: string; code: string; nameNl: string; nameEn: string };
  const { rows } = await sql<Row>`
    with recursive above(unit_id, depth) as (
      select ${unitId}::uuid, 0
      union select p.parent_id, a.depth + 1 from unit_placement p join above a on p.unit_id = a.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date),
    near as (select b.* from body b where b.institution_id = ${actor.institutionId} and b.valid @> current_date
       and b.unit_id in (select unit_id from above))
    select 'body' as kind, body_id as id, code, name_nl, name_en from near
    union all
    select 'unit', u.unit_id, u.code, u.name_nl, u.name_en from unit u
     where u.institution_id = ${actor.institutionId} and u.unit_id = ${unitId}
    union all
    select 'account', a.account_id, a.login, a.name, a.name from account a
     where a.institution_id = ${actor.institutionId} and a.disabled_at is null
       and (exists (select from mandate m where m.institution_id = a.institution_id and m.account_id = a.account_id
              and m.valid @> current_date and (m.unit_id in (select unit_id from above) or m.body_id in (select body_id from near)
                   or (m.unit_id is null and m.body_id is null)))
         or exists (select from body_member m where m.institution_id = a.institution_id and m.account_id = a.account_id
              and m.term @> current_date and m.body_id in (select body_id from near)))
    order by kind, name_nl, code`.execute(tx);
  const of = (kind: Row['kind']) => rows.filter((one) => one.kind === kind);
  const own =
    mine.length === 0
      ? []
      : await tx
          .selectFrom('body')
          .select(['bodyId as id', 'code', 'nameNl', 'nameEn'])
          .where('institutionId', '=', actor.institutionId)
          .where('bodyId', 'in', mine)
          .orderBy('nameNl')
          .execute();
  return {
    bodies: of('body'),
    units: of('unit'),
    accounts: of('account').map(({ id, code, nameNl }) => ({ id, login: code, name: nameNl })),
    own,
  };
}
