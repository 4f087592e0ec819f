import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';

/** What a form about a decision needs to know of it. */
export type DecisionHead = {
  decisionId: string;
  kind: string;
  outcome: string | null;
  decidedOn: string | null;
  conditions: string;
  reasons: string;
  bodyId: string;
  body: string;
  bodyNl: string;
  bodyEn: string;
  document: string;
  title: string;
  unitId: string;
  unit: string;
};

/** One statement. @throws Missing */
export async function getDecisionHead(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; decision: string },
): Promise<DecisionHead> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.decision)) throw new Missing('decision');
  const { rows } = await sql<DecisionHead>`
    select x.decision_id, x.kind, x.outcome, x.decided_on, x.conditions, x.reasons, x.body_id, b.code as body,
           b.name_nl as body_nl, b.name_en as body_en, d.code as document, d.title, d.unit_id, u.code as unit
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where x.institution_id = ${actor.institutionId} and x.decision_id = ${at.decision} and s.code = ${at.scheme}`.execute(
    tx,
  );
  if (!rows[0]) throw new Missing('decision');
  return rows[0];
}
