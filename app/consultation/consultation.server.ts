import { type RawBuilder, sql } from 'kysely';
import { usualMaskedBelow } from '#app/indicator/table.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import {
  type Counts,
  type MethodKind,
  maskCounts,
  maskQuote,
  type Quote,
  type ShownCount,
  type ShownQuote,
} from './consultation.ts';

type Names = { code: string; nameNl: string; nameEn: string };
type Node = Names & { framework: string };
export type Topic<Q = Quote> = {
  text: string;
  /** what it goes against; empty: nothing */
  against: string;
  nodes: Node[];
  measures: { document: string; measure: string; name: string }[];
  quotes: Q[];
};

/** Who discussed the outcome: a body, or with whom in words; `on` is empty when the day is not known. */
export type Discussion = {
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  withWhom: string;
  on: string;
  note: string;
};

type Row = Counts & {
  consultationId: string;
  on: string;
  date: string;
  title: string;
  method: string;
  methodNl: string;
  methodEn: string;
  methodKind: MethodKind;
  individuals: boolean;
  /** the institution's threshold */
  maskedBelow: number;
  sittings: number;
  round: number | null;
  involvement: string | null;
  involvementNl: string | null;
  involvementEn: string | null;
  /** the themes it was about */
  nodes: Node[];
  discussions: Discussion[];
  unitId: string;
  unit: string;
  unitNl: string;
  unitEn: string;
  bodyId: string | null;
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  document: string | null;
  documentTitle: string | null;
  withWhom: string;
  aim: string;
  caveat: string;
  outcome: string;
  source: string;
  revision: number;
  topics: Topic[];
};

/** A consultation as readers see it: small numbers of individuals and what they said masked. */
export type Consultation = Omit<Row, keyof Counts | 'topics'> &
  Counts<ShownCount, ShownCount> & { topics: Topic<ShownQuote>[] };

type ConsultationQuery = {
  scheme: string;
  id?: string | null;
  /** calendar year of its date */
  year?: number | null;
  /** from the first day through the last, both included */
  from?: string;
  through?: string;
  unit?: string | null;
  method?: string | null;
  /** of methods of this kind only */
  kind?: MethodKind | null;
  document?: string | null;
};

/** The consultations of a scheme, the newest first. Two statements. @throws Missing */
export async function listConsultations(
  tx: Tx,
  actor: Actor,
  query: ConsultationQuery,
): Promise<Consultation[]> {
  const rows = await readConsultations(tx, actor, query);
  return rows.map(asShown);
}

function asShown(row: Row): Consultation {
  if (!row.individuals) return row;
  const quotesOf = ({ quotes }: Topic) => quotes.map((quote) => maskQuote(quote, row, row.maskedBelow));
  return {
    ...row,
    ...maskCounts(row, row.maskedBelow),
    topics: row.topics.map((topic) => ({ ...topic, quotes: quotesOf(topic) })),
  };
}

/** One consultation as readers see it. @throws Missing */
export async function getConsultation(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; id: string },
): Promise<Consultation> {
  const [row] = isId(at.id) ? await listConsultations(tx, actor, at) : [];
  if (!row) throw new Missing('consultation');
  return row;
}

/** The same with every number as it was written up, for whoever may change it. @throws Missing */
export async function getWrittenConsultation(tx: Tx, actor: Actor, at: { scheme: string; id: string }) {
  const [row] = isId(at.id) ? await readConsultations(tx, actor, at) : [];
  if (!row) throw new Missing('consultation');
  return row;
}

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

// The nodes that a table `x` refers to, in the order of their framework.
const nodesOf = (x: RawBuilder<unknown>) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('framework', f.code, 'code', n.code, 'nameNl', n.name_nl, 'nameEn', n.name_en)
                   order by f.code, n.sort)
    from node n join framework f on f.institution_id = n.institution_id and f.framework_id = n.framework_id
   where exists (select from ${x} and n.institution_id = x.institution_id and n.node_id = x.node_id)), '[]')`;

async function readConsultations(tx: Tx, actor: Actor, query: ConsultationQuery): Promise<Row[]> {
  const schemeId = await schemeIdOf(tx, actor.institutionId, query.scheme);
  const { id = null, year = null, from = null, through = null } = query;
  const { unit = null, method = null, kind = null, document = null } = query;
  const { rows } = await sql<Row>`
    select c.consultation_id, c.on_text as on, c.sort_date::text as date, c.title, c.with_whom, c.aim,
           c.invited, c.present, c.answered, c.caveat, c.outcome, c.source, c.revision,
           m.code as method, m.name_nl as method_nl, m.name_en as method_en, m.individuals, m.kind as method_kind,
           coalesce((select i.masked_below from indicator_setting i where i.institution_id = c.institution_id), ${usualMaskedBelow}) as masked_below,
           c.sittings, c.round, w.code as involvement, w.name_nl as involvement_nl, w.name_en as involvement_en,
           c.unit_id, u.code as unit, u.name_nl as unit_nl, u.name_en as unit_en,
           c.body_id, b.code as body, b.name_nl as body_nl, b.name_en as body_en,
           d.code as document, d.title as document_title,
           coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'heads', p.heads, 'about', p.about) order by p.sort)
              from consultation_part p where p.institution_id = c.institution_id
               and p.consultation_id = c.consultation_id), '[]') as parts,
           ${nodesOf(sql`consultation_node x where x.institution_id = c.institution_id
               and x.consultation_id = c.consultation_id`)} as nodes,
           coalesce((select jsonb_agg(jsonb_build_object('body', db.code, 'bodyNl', db.name_nl, 'bodyEn', db.name_en,
                'withWhom', s.with_whom, 'on', s.on_text, 'note', s.note) order by s.sort)
              from consultation_discussion s
              left join body db on db.institution_id = s.institution_id and db.body_id = s.body_id
             where s.institution_id = c.institution_id and s.consultation_id = c.consultation_id), '[]') as discussions,
           coalesce((select jsonb_agg(jsonb_build_object('text', t.text, 'against', t.against,
                'quotes', coalesce((select jsonb_agg(jsonb_build_object('text', q.text, 'speakers', q.speakers,
                       'heads', q.heads) order by q.sort)
                   from consultation_quote q where q.institution_id = t.institution_id and q.topic_id = t.topic_id), '[]'),
                'nodes', ${nodesOf(sql`consultation_topic_node x where x.institution_id = t.institution_id
                   and x.topic_id = t.topic_id`)},
                'measures', coalesce((select jsonb_agg(jsonb_build_object('document', md.code, 'measure', me.code,
                       'name', coalesce((select mt.name from measure_text mt
                            join version v on v.institution_id = mt.institution_id and v.version_id = mt.version_id
                           where mt.institution_id = me.institution_id and mt.measure_id = me.measure_id
                           order by v.number desc limit 1), me.code)) order by md.code, me.code)
                   from consultation_topic_measure x
                   join measure me on me.institution_id = x.institution_id and me.measure_id = x.measure_id
                   join document md on md.institution_id = me.institution_id and md.document_id = me.document_id
                  where x.institution_id = t.institution_id and x.topic_id = t.topic_id), '[]')) order by t.sort)
              from consultation_topic t where t.institution_id = c.institution_id
               and t.consultation_id = c.consultation_id), '[]') as topics
      from consultation c
      join consultation_method m on m.institution_id = c.institution_id and m.method_id = c.method_id
      join unit u on u.institution_id = c.institution_id and u.unit_id = c.unit_id
      left join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
      left join involvement w on w.institution_id = c.institution_id and w.involvement_id = c.involvement_id
      left join document d on d.institution_id = c.institution_id and d.document_id = c.document_id
     where c.institution_id = ${actor.institutionId} and c.scheme_id = ${schemeId}
       and (${id}::uuid is null or c.consultation_id = ${id}::uuid)
       and (${year}::int is null or extract(year from c.sort_date) = ${year}::int)
       and (${from}::date is null or c.sort_date >= ${from}::date)
       and (${through}::date is null or c.sort_date <= ${through}::date)
       and (${unit}::text is null or u.code = ${unit}::text)
       and (${method}::text is null or m.code = ${method}::text)
       and (${kind}::text is null or m.kind = ${kind}::text)
       and (${document}::text is null or d.code = ${document}::text)
     order by c.sort_date desc, c.round desc nulls last, c.title, u.sort, u.code, c.consultation_id`.execute(
    tx,
  );
  return rows;
}
