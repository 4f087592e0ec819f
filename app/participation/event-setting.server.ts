import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type SeatHolder, seatHolders } from '#app/organisation/body-part.server.ts';
import { getPlanHead, type PlanHead } from '#app/plan/plan.server.ts';
import { type DecisionDetail, readDecision } from './decision-detail.server.ts';
import type { DossierEvent } from './dossier-state.ts';

/** What the form of an event shows: the request, and what can be chosen. */
export type EventSetting = {
  decision: DecisionDetail;
  head: PlanHead;
  /** members in office, for one who does not take part */
  seats: SeatHolder[];
  /** versions that can be sent as papers */
  papers: { document: string; title: string; number: number }[];
};

/** The request that an event is about, with what its form offers. At most three statements. @throws Missing */
export async function getEventSetting(
  tx: Tx,
  actor: Actor,
  {
    scheme,
    decision: decisionId,
    event,
    today,
  }: { scheme: string; decision: string; event: DossierEvent; today: string },
): Promise<EventSetting> {
  const decision = await readDecision(tx, actor, decisionId);
  if (!decision || decision.scheme !== scheme || decision.kind === 'adoption') throw new Missing('decision');
  const head = await getPlanHead(tx, actor, { scheme, document: decision.document });
  const seats =
    event === 'excluded' ? await seatHolders(tx, actor.institutionId, decision.bodyId, today) : [];
  return {
    decision,
    head,
    seats,
    papers: event === 'papers' ? await readPapers(tx, actor, head.schemeId) : [],
  };
}

async function readPapers(tx: Tx, actor: Actor, schemeId: string): Promise<EventSetting['papers']> {
  return tx
    .selectFrom('version as v')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select(['d.code as document', 'd.title', 'v.number'])
    .where('v.institutionId', '=', actor.institutionId)
    .where('d.schemeId', '=', schemeId)
    .where('v.status', 'in', ['submitted', 'adopted'])
    .orderBy('d.title')
    .orderBy('v.number', 'desc')
    .limit(500)
    .execute();
}
