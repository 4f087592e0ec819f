import { sql } from 'kysely';
import { type Consultation, listConsultations } from '#app/consultation/consultation.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { TreeUnit } from '#app/organisation/organisation.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import type { Outcome, RightKind } from '#app/participation/decision.ts';
import { getCycle } from './cycle.server.ts';
import { hasAcademic } from './due-rule.ts';
import type { Moment } from './moment-list.server.ts';

/** A decision of a participation body on a document of a unit. */
type SupportDecision = {
  decisionId: string;
  kind: RightKind;
  outcome: Outcome;
  decidedOn: string;
  title: string;
  bodyNl: string;
  bodyEn: string;
  unit: string;
  unitNl: string;
  unitEn: string;
};

export type UnitSupport = {
  unit: string;
  unitNl: string;
  unitEn: string;
  moments: Moment[];
  decisions: SupportDecision[];
  consultations: Consultation[];
};

/**
 * On what support the agreement rests, per faculty (or other unit right below the institution) and year of the
 * cycle, with the units below it: the documents and talks of its moments, what councils decided, and the
 * consultations. A year of the cycle runs from 1 January, or from 1 September
 * when any of its steps counts in academic years.
 */
export async function getSupport(
  tx: Tx,
  actor: Actor,
  { scheme, year, now }: { scheme: string; year: number | null; now: Date },
) {
  const cycle = await getCycle(tx, actor, { scheme, year, now });
  const academic = hasAcademic(cycle.steps.map((step) => step.rule));
  const shown = cycle.year ?? now.getUTCFullYear();
  const from = academic ? `${shown}-09-01` : `${shown}-01-01`;
  const through = academic ? `${shown + 1}-08-31` : `${shown}-12-31`;
  const decisions = await readDecisions(tx, actor, { schemeId: cycle.schemeId, from, through });
  const consultations = await listConsultations(tx, actor, { scheme, from, through });
  const headOf = headsOf(await listUnits(tx, actor.institutionId, cycle.today));
  const named = new Map<string, { unitNl: string; unitEn: string }>();
  for (const one of [...cycle.units, ...decisions, ...consultations]) {
    const head = headOf(one);
    if (!named.has(head.unit)) named.set(head.unit, { unitNl: head.unitNl, unitEn: head.unitEn });
  }
  const done = cycle.moments.filter((one) => one.standing === 'done' || one.standing === 'late');
  const units = [...named].map(([unit, names]): UnitSupport => {
    const own = <T extends UnitName>(list: T[]) => list.filter((one) => headOf(one).unit === unit);
    return {
      ...{ unit, ...names, moments: own(done), decisions: own(decisions) },
      consultations: own(consultations),
    };
  });
  return {
    ...{ scheme, academic, year: shown, started: cycle.started },
    units: units.filter((one) => one.moments.length + one.decisions.length + one.consultations.length > 0),
  };
}

type UnitName = { unit: string; unitNl: string; unitEn: string };

/** The unit under whose name something stands: itself, or the one above it right below the institution. */
function headsOf(tree: readonly TreeUnit[]): (one: UnitName) => UnitName {
  return (one) => {
    let at = tree.find((unit) => unit.code === one.unit);
    if (!at || at.depth < 2) return one;
    while (at && at.depth > 1) {
      const { parentId }: TreeUnit = at;
      at = tree.find((unit) => unit.unitId === parentId);
    }
    return at ? { unit: at.code, unitNl: at.nameNl, unitEn: at.nameEn } : one;
  };
}

async function readDecisions(
  tx: Tx,
  actor: Actor,
  within: { schemeId: string; from: string; through: string },
): Promise<SupportDecision[]> {
  const { rows } = await sql<SupportDecision>`
    select x.decision_id, x.kind, x.outcome, x.decided_on, d.title, b.name_nl as body_nl, b.name_en as body_en,
           u.code as unit, u.name_nl as unit_nl, u.name_en as unit_en
      from decision x
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where x.institution_id = ${actor.institutionId} and d.scheme_id = ${within.schemeId}
       and x.kind <> 'adoption' and x.decided_on between ${within.from}::date and ${within.through}::date
     order by x.decided_on, u.sort, u.code, d.code, v.number, b.code, x.kind, x.decision_id`.execute(tx);
  return rows;
}
