import { sql } from 'kysely';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { compareBudgets, type ThemeChange } from '#app/plan/comparison.ts';
import { getPlan, type Plan } from '#app/plan/plan.server.ts';
import { readLines, readMeasures, readQuestions } from '#app/plan/plan-part.server.ts';
import { compareTexts, type TextComparison } from '#app/plan/text-comparison.ts';
import { canRecordOutcome, type DecisionKind, isLapsed, type Outcome } from './decision.ts';

/** One decision with everything that was asked and answered. */
export type DecisionDetail = {
  decisionId: string;
  kind: DecisionKind;
  question: string;
  basis: string;
  prior: boolean | null;
  certainty: 'text' | 'known' | 'uncertain' | null;
  askedOn: string;
  papersSentOn: string | null;
  dueOn: string | null;
  outcome: Outcome | null;
  decidedOn: string | null;
  present: number | null;
  votesFor: number | null;
  votesAgainst: number | null;
  abstained: number | null;
  reasons: string;
  conditions: string;
  minorityView: string;
  bodyId: string;
  bodyNl: string;
  bodyEn: string;
  /** members in office today */
  members: number;
  scheme: string;
  document: string;
  versionNumber: number;
  versionHash: string;
  versionStatus: string;
  /** the newest other version that this body said yes to, else the one that was in force before */
  earlierId: string | null;
  earlierNumber: number | null;
  /** the day on which this body decided on it */
  earlierOn: string | null;
};

export type Dossier = {
  decision: DecisionDetail;
  plan: Plan;
  changes: ThemeChange[];
  texts: TextComparison[];
  mayRecord: boolean;
};

/**
 * What a member of a body needs to decide: the question, its term, the plan, and what changed since the
 * version that the body last agreed to. At most eleven statements.
 * @throws Missing
 */
export async function getDossier(
  tx: Tx,
  actor: Actor,
  { scheme, decision: decisionId, locale }: { scheme: string; decision: string; locale?: Locale },
): Promise<Dossier> {
  const decision = await readDecision(tx, actor, decisionId);
  if (!decision || decision.scheme !== scheme) throw new Missing('decision');
  const { document, versionNumber: version } = decision;
  const plan = await getPlan(tx, actor, { scheme, document, version, locale });
  const { earlierId } = decision;
  const mayRecord = decision.outcome === null && !isLapsed(decision) && canRecordOutcome(actor, decision);
  if (!earlierId) return { decision, plan, changes: [], texts: [], mayRecord };
  const before = {
    measures: await readMeasures(tx, actor, earlierId),
    lines: await readLines(tx, actor, earlierId),
    questions: await readQuestions(tx, actor, { kindId: plan.head.kindId, versionId: earlierId }),
  };
  const roots = new Map(plan.nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  return {
    decision,
    plan,
    changes: compareBudgets(before, plan, {
      rates: plan.rates,
      themes: plan.themes.map((theme) => theme.code),
      root: (node) => roots.get(node) ?? node,
    }),
    texts: compareTexts(before.questions, plan.questions, plan).filter((one) => one.kind !== 'same'),
    mayRecord,
  };
}

async function readDecision(tx: Tx, actor: Actor, decisionId: string): Promise<DecisionDetail | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(decisionId)) return undefined;
  const { rows } = await sql<DecisionDetail>`
    select x.decision_id, x.kind, x.question, x.basis, r.prior, r.certainty, x.asked_on, x.papers_sent_on, x.due_on,
           x.outcome, x.decided_on, x.present, x.votes_for, x.votes_against, x.abstained, x.reasons, x.conditions,
           x.minority_view, x.body_id, b.name_nl as body_nl, b.name_en as body_en, s.code as scheme,
           d.code as document, v.number as version_number, x.version_hash,
           v.status as version_status,
           (select count(*)::int from body_member m where m.institution_id = x.institution_id
               and m.body_id = x.body_id and m.term @> current_date) as members,
           e.version_id as earlier_id, e.number as earlier_number, e.decided_on as earlier_on
      from decision x
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      left join right_rule r on r.institution_id = x.institution_id and r.rule_id = x.rule_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      left join lateral (
        select w.version_id, w.number, y.decided_on from version w
          left join decision y on y.institution_id = w.institution_id and y.version_id = w.version_id
               and y.body_id = x.body_id and y.outcome in ('given', 'given-on-conditions', 'positive')
         where w.institution_id = v.institution_id and w.document_id = v.document_id and w.number < v.number
           and (y.decision_id is not null or w.status = 'adopted')
         order by w.number desc limit 1) e on true
     where x.institution_id = ${actor.institutionId} and x.decision_id = ${decisionId}`.execute(tx);
  return rows[0];
}
