import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { DocumentImport } from './document-import.server.ts';

/** The events of a document's dossiers, after every document has its versions: papers may be of another one. */
export async function importDossierEvents({ tx, book, scheme, document }: DocumentImport): Promise<void> {
  const { institutionId } = book;
  for (const version of document.versions) {
    for (const [index, decision] of version.decisions.entries()) {
      if (decision.events.length === 0) continue;
      const decisionId = book.id(
        'decision',
        scheme.code,
        document.code,
        String(version.number),
        String(index),
      );
      const rows = [];
      for (const [seq, { on, until, paper, member, body, ...event }] of decision.events.entries()) {
        rows.push({
          ...event,
          ...{ institutionId, eventId: newId(), decisionId, seq: seq + 1, onDate: on, untilDate: until },
          bodyId: body && book.id('body', body),
          versionId: paper && book.id('version', scheme.code, paper.document, String(paper.version)),
          memberId: member && (await memberIdOf(tx, book.id('body', decision.body), { member, on })),
        });
      }
      await insertAll(tx, 'decisionEvent', rows);
    }
  }
}

/** A member of the body, or of one of its parts, by name, in office that day or else at all. */
async function memberIdOf(
  tx: Tx,
  bodyId: string,
  { member, on }: { member: string; on: string },
): Promise<string> {
  const { rows } = await sql<{ memberId: string }>`
    select m.member_id from body_member m
     where m.institution_id = current_institution() and m.name = ${member}
       and (m.body_id = ${bodyId} or exists (select from body_part p where p.institution_id = m.institution_id
            and p.body_id = ${bodyId} and p.part_id = m.body_id))
     order by m.term @> ${on}::date desc limit 1`.execute(tx);
  if (!rows[0]) throw new Error(`unchecked file: no member ${member}`);
  return rows[0].memberId;
}

/** The events of every dossier, by the id of its decision. */
export async function exportDossierEvents(tx: Tx, institutionId: string) {
  const { rows } = await sql<{
    decisionId: string;
    event: string;
    on: string;
    text: string;
    until: string | null;
    body: string | null;
    paper: { document: string; version: number } | null;
    member: string | null;
    people: number | null;
    byKind: string;
    byName: string;
    at: Date;
  }>`
    select e.decision_id, e.event, e.on_date as "on", e.text, e.until_date as until, f.code as body, m.name as member, e.people,
           e.by_kind, e.by_name, e.at,
           case when v.version_id is not null then jsonb_build_object('document', d.code, 'version', v.number) end as paper
      from decision_event e
      left join body_member m on m.institution_id = e.institution_id and m.member_id = e.member_id
      left join body f on f.institution_id = e.institution_id and f.body_id = e.body_id
      left join version v on v.institution_id = e.institution_id and v.version_id = e.version_id
      left join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
     where e.institution_id = ${institutionId}
     order by e.decision_id, e.seq`.execute(tx);
  const events = rows.map(({ at, ...one }) => ({ ...one, at: new Date(at).toISOString() }));
  const groups = Map.groupBy(events, (one) => one.decisionId);
  return (decisionId: string) => (groups.get(decisionId) ?? []).map(({ decisionId: _, ...event }) => event);
}
