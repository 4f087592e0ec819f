import { listConsultations } from '#app/consultation/consultation.server.ts';
import { toPlainText } from '#app/document/rich-text.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { freeDays } from '#app/organisation/free-period.ts';
import { type DecisionDetail, readDecision } from '#app/participation/decision-detail.server.ts';
import { type Standing, standingOf } from '#app/participation/dossier-state.ts';
import { type Term, termOf } from '#app/participation/due.ts';
import { placesOf } from '#app/plan/place.ts';
import { getPlan, type PlanHead } from '#app/plan/plan.server.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { compareVersions } from '#app/plan/version-comparison.server.ts';
import { listCommitments } from './commitment.server.ts';
import { listVoices } from './follow-up.server.ts';
import type { Voice } from './follow-up.ts';
import { fitPack, lengths, type PackCut, type PackParts } from './pack.ts';
import { shortened } from './pack-excerpt.ts';
import { comparedParts, plannedParts, type ThemeParts } from './pack-part.ts';
import { readPackUnits } from './pack-unit.server.ts';

export type Pack = PackParts & {
  scheme: { code: string; nameNl: string; nameEn: string };
  document: {
    code: string;
    title: string;
    unitNl: string;
    unitEn: string;
    firstYear: number;
    lastYear: number;
  };
  decision: Omit<DecisionDetail, 'events'>;
  standing: Standing;
  /** working days of the term; null without one */
  term: Term | null;
  total: { before: number | null; after: number | null; difference: number };
  /** why this version was written, as whoever submitted it said */
  note: string;
  /** how its money is told: by theme with its measures, by unit, or not at all where it carries none */
  money: 'themes' | 'units' | 'none';
  /** how much there is to tell, whatever fits */
  counts: { changes: number; texts: number };
  /** what stands elsewhere, by count */
  cut: PackCut;
  /** the whole plan, and the whole comparison (null when there is nothing to compare with) */
  plan: string;
  comparison: string | null;
};

/**
 * The reading pack of a request, made from the versions. Seventeen statements at most.
 * @param at.today ISO date, of which the days left are told
 * @throws Missing
 */
export async function getPack(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; decision: string; today: string },
): Promise<Pack> {
  const decision = await readDecision(tx, actor, at.decision);
  if (!decision || decision.scheme !== at.scheme || decision.kind === 'adoption')
    throw new Missing('decision');
  const { head, parts, ref } = await readParts(tx, actor, decision);
  const money = head.hasMeasures ? 'themes' : head.stage === null ? 'none' : 'units';
  const units = money === 'units' ? await readPackUnits(tx, actor, decision) : [];
  const own = money === 'themes' ? parts : { ...parts, themes: [], changes: [] };
  const said = await readSaid(tx, actor, decision);
  const { events: _, ...shown } = decision;
  const plan = planHref({ scheme: at.scheme, document: head.code });
  const { askedOn, dueOn, rule } = decision;
  const lines = money === 'units' ? units : own.themes;
  const sum = (side: 'before' | 'after') =>
    lines.some((one) => one[side] !== null) ? lines.reduce((all, one) => all + (one[side] ?? 0), 0) : null;
  const total = { before: sum('before'), after: sum('after') };
  const question = shortened(decision.question, lengths.question);
  const basis = shortened(decision.basis, lengths.question);
  const noted = head.versions.find((one) => one.number === decision.versionNumber)?.note ?? '';
  const note = shortened(noted, lengths.note);
  // what it comes down to takes three lines; the body, right, term, papers, outcome and version one each
  const core = ' '.repeat(lengths.core);
  const above = [question, basis, note, core, head.title, '', '', '', '', '', ''];
  const fitted = fitPack({ ...own, units, ...said }, above);
  return {
    ...fitted.parts,
    cut: fitted.cut,
    scheme: head.scheme,
    document: {
      ...{ code: head.code, title: head.title, firstYear: head.firstYear, lastYear: head.lastYear },
      ...{ unitNl: head.unit.nameNl, unitEn: head.unit.nameEn },
    },
    decision: { ...shown, question, basis },
    standing: standingOf(decision, at.today),
    term: dueOn ? termOf(askedOn, dueOn, at.today, freeDays(rule?.without ?? [])) : null,
    total: { ...total, difference: (total.after ?? 0) - (total.before ?? 0) },
    ...{ money, note },
    counts: { changes: new Set(own.changes.map((one) => one.change)).size, texts: own.texts.length },
    plan: `${plan}?version=${decision.versionNumber}`,
    comparison: ref === null ? null : `${plan}/compare?from=${ref}&to=${decision.versionNumber}`,
  };
}

type Read = {
  head: PlanHead;
  parts: ThemeParts;
  /** the earlier version, as the address of the comparison names it */
  ref: string | null;
};

async function readParts(tx: Tx, actor: Actor, decision: DecisionDetail): Promise<Read> {
  const { scheme, document, versionNumber, earlier } = decision;
  if (earlier) {
    const from =
      earlier.document === document ? String(earlier.number) : `${earlier.document}~${earlier.number}`;
    const found = await compareVersions(tx, actor, { scheme, document, from, to: String(versionNumber) });
    if (found) return { head: found.head, parts: comparedParts(found), ref: from };
  }
  const plan = await getPlan(tx, actor, { scheme, document, version: versionNumber });
  const texts = plan.questions.flatMap((question) =>
    placesOf(question, plan).flatMap((place) => {
      const answer = question.answers.find((one) => one.node === place.node && one.unit === place.unit);
      return answer ? [{ question, place, text: toPlainText(answer.body) }] : [];
    }),
  );
  return { head: plan.head, parts: plannedParts(plan, texts), ref: null };
}

type Said = Pick<PackParts, 'commitments' | 'voices' | 'consultations'>;

/** What this body waits for, what came of what it said last, and who was asked about the document. */
async function readSaid(tx: Tx, actor: Actor, decision: DecisionDetail): Promise<Said> {
  const { scheme, document, bodyId, earlier } = decision;
  const commitments = await listCommitments(tx, actor, { scheme, bodyIds: [bodyId], open: true });
  const voices = await listVoices(tx, actor, { scheme });
  const family = [document, earlier?.document];
  const spoke = (one: Voice) =>
    one.kind === 'decision' && one.bodyId === bodyId && one.id !== decision.decisionId;
  const own = voices.filter((one) => spoke(one) && one.onDate <= decision.askedOn);
  const last = own.find((one) => family.includes(one.document ?? '')) ?? own[0];
  const consultations = await listConsultations(tx, actor, { scheme, document });
  return {
    commitments: commitments.map((one) => ({
      ...{ text: shortened(one.text, lengths.said), kind: one.kind, dueOn: one.dueOn },
      owner: { nameNl: one.roleNl ?? one.unitNl, nameEn: one.roleEn ?? one.unitEn },
      href: `/schemes/${scheme}/commitments/${one.commitmentId}`,
    })),
    voices: last ? [voiceOf(last)] : [],
    consultations: consultations.map((one) => ({
      ...{ title: shortened(one.title, lengths.said), date: one.on },
      method: { nameNl: one.methodNl, nameEn: one.methodEn },
      href: `/schemes/${scheme}/consultations/${one.consultationId}`,
    })),
  };
}

const voiceOf = (one: Voice): PackParts['voices'][number] => ({
  ...{ onDate: one.onDate, right: one.right ?? '', outcome: one.outcome ?? '', title: one.title },
  href: `/schemes/${one.scheme}/decisions/${one.id}`,
  accounts: one.followUps.slice(0, 3).map((account) => ({
    said: shortened(account.point, lengths.said),
    onDate: account.onDate,
    outcome: account.outcome,
    account: shortened(account.account, lengths.said),
  })),
});
