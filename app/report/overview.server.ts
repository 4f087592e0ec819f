import { sql } from 'kysely';
import { listCommitments } from '#app/council/commitment.server.ts';
import { type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { isNow } from '#app/kernel/moment.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { getMoney, momentOf } from '#app/ledger/money.server.ts';
import { readTraceFacts } from '#app/participation/trace.server.ts';
import { traceLines } from '#app/participation/trace.ts';
import { type Untraceable, untraceableOf } from '#app/participation/trace-total.ts';
import { getUntraceable } from '#app/participation/untraceable.server.ts';
import { getMoneyView, type SchemeFrame } from './money.server.ts';
import { moneyChecks, unitChecks } from './money-check.ts';
import { type Bar, barOf } from './money-summary.ts';
import type { Check } from './open-check.ts';
import {
  onExcluded,
  overAllocated,
  overdue,
  overGranted,
  type Standing,
  unmet,
  type Warning,
} from './overview.ts';

export type OverviewKind = { code: string; name: string; unitKinds: string[] };
export type OverviewUnit = { code: string; name: string; kind: string };
export type OverviewEvent = { on: string; what: string; body: string; status: string; reason: string };

export type Overview = {
  frame: SchemeFrame;
  asOf: string;
  bar: Bar;
  kinds: OverviewKind[];
  units: OverviewUnit[];
  standings: Standing[];
  events: OverviewEvent[];
  warnings: Warning[];
  /** the same rules as checks, with both figures */
  checks: Check[];
  untraceable: Untraceable;
};

export type OverviewAsked = { scheme: string; asOf: string | null; knownOn: string | null; tree: Tree };

/**
 * How a scheme stands at a moment, as known then. Eight statements, however many units it has; eleven when something
 * changed, or of another moment than now.
 */
export async function getOverview(
  tx: Tx,
  actor: Actor,
  { scheme, tree, ...days }: OverviewAsked,
  now: Date,
): Promise<Overview> {
  const filter = { scheme, ...days, unit: null, fund: null, slice: 'node' as const };
  const { frame, view, asOf } = await getMoneyView(tx, actor, filter, now);
  const at = momentOf(days.asOf, now).at;
  const knownOn = days.knownOn === null ? null : momentOf(days.knownOn).at;
  const perUnit = await getMoney(tx, {
    schemeId: frame.schemeId,
    groupBy: ['stage', 'unit', 'year'],
    stage: ['allocated', 'budgeted'],
    ownFunds: true,
    unitLevel: 1,
    asOf: at,
    knownOn,
    tree,
  });
  const { kinds, units, events } = await getOwed(tx, actor, frame.schemeId, asOf);
  const standings = await getStandings(tx, actor, frame.schemeId, {
    moment: { asOf: days.asOf === null ? null : at, knownOn },
    now,
  });
  // what was open then is not kept: only of today is it said
  const commitments = isNow(days) ? await listCommitments(tx, actor, { scheme, open: true }) : [];
  const facts = { schemeId: frame.schemeId, at, knownOn, together: true };
  const untraceable = isNow(days)
    ? await getUntraceable(tx, actor, facts)
    : untraceableOf(traceLines(await readTraceFacts(tx, actor, facts)));
  const names = new Map([...frame.units, ...frame.others].map((unit) => [unit.code, unit.name]));
  return {
    frame,
    asOf,
    bar: barOf(view, null, asOf),
    kinds,
    units: units.filter((unit) => standings.some((one) => one.unit === unit.code)),
    standings,
    untraceable,
    events,
    checks: [...moneyChecks(view, scheme), ...unitChecks(perUnit, frame)],
    warnings: [
      ...overdue(standings, asOf, scheme),
      ...unmet(commitments, asOf, (one) => (actor.locale === 'en' ? one.bodyEn : one.bodyNl)),
      ...overGranted(view.funding, scheme),
      ...overAllocated(perUnit, names, scheme),
      ...onExcluded(view, scheme),
    ],
  };
}

type Owed = { kinds: OverviewKind[]; units: OverviewUnit[]; events: OverviewEvent[] };

async function getOwed(tx: Tx, actor: Actor, schemeId: string, day: string): Promise<Owed> {
  const language = actor.locale === 'en' ? 'en' : 'nl';
  const name = sql.raw(`name_${language}`);
  const what = sql.raw(`what_${language}`);
  const { rows } = await sql<Owed>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.${name}, 'unitKinds', k.unit_kinds) order by k.sort, k.code), '[]')
         from document_kind k where k.institution_id = ${actor.institutionId} and k.scheme_id = ${schemeId}) as kinds,
      (select coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'name', u.${name}, 'kind', u.kind) order by u.sort, u.code), '[]')
         from unit u where u.institution_id = ${actor.institutionId} and u.valid @> ${day}::date) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('on', e.on_text, 'what', e.${what}, 'body', e.body_name, 'status', e.status, 'reason', e.reason)
                order by e.sort_date, e.on_text, e.${what}), '[]')
         from scheme_event e where e.institution_id = ${actor.institutionId} and e.scheme_id = ${schemeId}) as events`.execute(
    tx,
  );
  return rows[0]!;
}

/** The newest version of each document, whether it is in force, and the decision it waits for. */
async function getStandings(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  { moment, now }: { moment: VersionMoment; now: Date },
): Promise<Standing[]> {
  const { held, status, existed } = versionAt(moment, now);
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const { rows } = await sql<Standing>`
    select u.code as unit, k.code as kind, d.code as document, d.title, k.stage, d.first_year, v.number, v.status,
           -- one list, not a search per document: those go through what all institutions have in force
           d.document_id in (select i.document_id from in_force i
                              where i.institution_id = ${actor.institutionId} and ${held}) as in_force,
           (select jsonb_build_object('body', b.${name}, 'dueOn', c.due_on) from decision c
              join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
             where c.institution_id = v.institution_id and c.version_id = v.version_id and c.outcome is null
               and ${moment.asOf === null && moment.knownOn === null}
             order by c.due_on nulls last limit 1) as waiting
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      join lateral (select v.institution_id, v.version_id, v.number, ${status} as status
                     from version v where v.institution_id = d.institution_id and v.document_id = d.document_id and ${existed}
                     order by v.number desc limit 1) v on true
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     order by k.sort, d.first_year, d.code`.execute(tx);
  return rows;
}
