import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type SeatHolder, seatHolders } from '#app/organisation/body-part.server.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { getPlanHead, type PlanHead } from '#app/plan/plan.server.ts';
import type { AdoptingBody } from './decision.ts';
import { type DecisionDetail, readDecision } from './decision-detail.server.ts';
import { bodyBefore, comesBefore, dayBefore } from './dispute.ts';
import type { DossierEvent } from './dossier-state.ts';
import { listDisputeBodies } from './right.server.ts';

/** What the form of an event shows: the request, and what can be chosen. */
export type EventSetting = {
  decision: DecisionDetail;
  head: PlanHead;
  /** members in office, for one who does not take part */
  seats: SeatHolder[];
  /** versions that can be sent as papers */
  papers: { document: string; title: string; number: number }[];
  /** the bodies that a dispute can come before, and the one that the right names */
  bodies: AdoptingBody[];
  named: string | null;
  /** the last day, when it comes before that body today */
  until: string | null;
};

/** The request that an event is about, with what its form offers. At most four statements. @throws Missing */
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
    ...(await readBefore(tx, actor, { decision, unitId: head.unitId, event, today })),
  };
}

async function readBefore(
  tx: Tx,
  actor: Actor,
  of: { decision: DecisionDetail; unitId: string; event: DossierEvent; today: string },
): Promise<Pick<EventSetting, 'bodies' | 'named' | 'until'>> {
  const { decision, unitId, event, today } = of;
  if (!comesBefore(event)) return { bodies: [], named: null, until: null };
  const { bodyId, rule } = decision;
  const bodies = await listDisputeBodies(tx, actor, { unitId, bodyId });
  const periods = await listFreePeriods(tx, actor.institutionId, today);
  const until = dayBefore(event, rule, { onDate: today, periods });
  return { bodies, named: bodyBefore(event, rule, bodies)?.code ?? null, until };
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
