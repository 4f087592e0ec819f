import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import type { ChangeLinks } from './change.ts';
import type { Factor } from './factor.ts';
import type { Named } from './plan-part.server.ts';

/** A change as it is stated: everything by code. */
export type ChangeContent = ChangeLinks & {
  /** what it is about in words; may be empty when measures are linked */
  subject: string;
  unit: string | null;
  /** how much, as it was said */
  size: string;
  factor: Factor | null;
  cause: string | null;
  otherMoney: string;
  fromYear: number | null;
  body: string | null;
  decidedOn: string | null;
  reason: string;
  source: string;
};

export type StatedChange = ChangeContent & {
  changeId: string;
  revision: number;
  /** names of what the codes stand for */
  names: {
    unit: Named | null;
    cause: Named | null;
    body: Named | null;
    /** the linked measures of the earlier version as it calls them */
    before: { code: string; name: string; node: string }[];
  };
};

/** What a version states, and from which version; no base: nobody said, and then nothing is stated either. */
export type Statement = {
  versionId: string;
  base: { versionId: string; document: string; title: string; number: number; hash: string } | null;
  changes: StatedChange[];
};

const named = (alias: string) =>
  sql.raw(
    `case when ${alias}.code is not null then json_build_object('code', ${alias}.code, 'nameNl', ${alias}.name_nl, 'nameEn', ${alias}.name_en) end`,
  );

const linked = (side: 'before' | 'after') => sql`array(
  select m.code from plan_change_measure l
    join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
   where l.institution_id = c.institution_id and l.change_id = c.change_id and l.side = ${side} order by m.code)`;

const changeOf = sql`json_build_object('code', c.code, 'kind', c.kind, 'before', ${linked('before')},
  'after', ${linked('after')}, 'from', fn.code, 'to', tn.code, 'cents', c.cents, 'subject', c.subject, 'unit', u.code,
  'size', c.size, 'factor', case when c.factor_milli is not null then
    json_build_object('comparison', c.factor_comparator, 'milli', c.factor_milli) end,
  'cause', k.code, 'otherMoney', c.other_money, 'fromYear', c.from_year, 'body', b.code, 'decidedOn', c.decided_on,
  'reason', c.reason, 'source', c.source)`;

/** The statements of versions, each with its changes in order. One statement. */
export async function readStatements(
  tx: Tx,
  actor: Actor,
  versionIds: readonly string[],
): Promise<Statement[]> {
  type Row = Omit<Statement, 'changes'> & {
    changes: { content: ChangeContent; rest: Pick<StatedChange, 'changeId' | 'revision' | 'names'> }[];
  };
  const { rows } = await sql<Row>`
    select v.version_id,
           case when bv.version_id is not null then json_build_object('versionId', bv.version_id, 'document', bd.code,
             'title', bd.title, 'number', bv.number, 'hash', bv.content_hash) end as base,
           coalesce((select json_agg(json_build_object('content', ${changeOf}, 'rest', json_build_object(
               'changeId', c.change_id, 'revision', c.revision, 'names', json_build_object(
                 'unit', ${named('u')}, 'cause', ${named('k')}, 'body', ${named('b')},
                 'before', (select coalesce(json_agg(json_build_object('code', m.code, 'name', t.name, 'node', n.code)
                      order by m.code), '[]')
                    from plan_change_measure l
                    join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
                    join measure_text t on t.institution_id = l.institution_id and t.measure_id = l.measure_id
                         and t.version_id = p.base_id
                    join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
                   where l.institution_id = c.institution_id and l.change_id = c.change_id
                     and l.side = 'before')))) order by c.sort, c.code)
              from plan_change c
              left join unit u on u.institution_id = c.institution_id and u.unit_id = c.unit_id
              left join node fn on fn.institution_id = c.institution_id and fn.node_id = c.from_node_id
              left join node tn on tn.institution_id = c.institution_id and tn.node_id = c.to_node_id
              left join node k on k.institution_id = c.institution_id and k.node_id = c.cause_id
              left join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
             where c.institution_id = v.institution_id and c.version_id = v.version_id), '[]') as changes
      from version v
      left join plan_base p on p.institution_id = v.institution_id and p.version_id = v.version_id
      left join version bv on bv.institution_id = p.institution_id and bv.version_id = p.base_id
      left join document bd on bd.institution_id = bv.institution_id and bd.document_id = bv.document_id
     where v.institution_id = ${actor.institutionId} and v.version_id = any(${[...versionIds]})`.execute(tx);
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: changes.map(({ content, rest }) => ({ ...content, ...rest })),
  }));
}

/** A change as the frozen content, the audit log and a conflict show it. */
export function contentOf({
  changeId: _i,
  revision: _r,
  names: _n,
  ...content
}: StatedChange): ChangeContent {
  return content;
}

/** What a version changes, as its frozen content holds it; nothing when it states nothing. */
export async function changesContent(tx: Tx, actor: Actor, versionId: string): Promise<Record<string, Json>> {
  const [said] = await readStatements(tx, actor, [versionId]);
  if (!said?.base || said.changes.length === 0) return {};
  const { document, number, hash } = said.base;
  return {
    changes: { from: { document, number, hash }, stated: said.changes.map(contentOf) as unknown as Json },
  };
}

/** Copies what a version that never held states into the draft that takes it up again. */
export async function copyChanges(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ never: boolean }>`
    insert into plan_base (institution_id, version_id, base_id)
    select p.institution_id, ${to}, p.base_id
      from plan_base p join version v on v.institution_id = p.institution_id and v.version_id = p.version_id
     where p.institution_id = ${actor.institutionId} and p.version_id = ${from} and v.status <> 'adopted'
    returning true as never`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into plan_change (institution_id, change_id, version_id, code, kind, subject, unit_id, from_node_id,
      to_node_id, size, factor_comparator, factor_milli, cents, cause_id, other_money, from_year, body_id, decided_on,
      reason, source, sort)
    select institution_id, gen_random_uuid(), ${to}, code, kind, subject, unit_id, from_node_id, to_node_id, size,
           factor_comparator, factor_milli, cents, cause_id, other_money, from_year, body_id, decided_on, reason,
           source, sort
      from plan_change where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
  await sql`
    insert into plan_change_measure (institution_id, version_id, change_id, side, measure_id)
    select n.institution_id, n.version_id, n.change_id, l.side, l.measure_id
      from plan_change o
      join plan_change n on n.institution_id = o.institution_id and n.version_id = ${to} and n.code = o.code
      join plan_change_measure l on l.institution_id = o.institution_id and l.change_id = o.change_id
     where o.institution_id = ${actor.institutionId} and o.version_id = ${from}`.execute(tx);
}
