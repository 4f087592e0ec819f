import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { type DossierFacts, type DossierState, standingOf } from './dossier-state.ts';
import { type InterimRow, type InterimRule, interimSpending, interimYear } from './interim.ts';

type Asked = DossierFacts & {
  askedOn: string;
  firstYear: number;
  lastYear: number;
  schemeId: string;
  unit: string;
  rule: InterimRule | null;
};

/** What may be spent in a year for lack of consent, with the figures it is computed from. */
export type Interim = {
  rule: InterimRule;
  /** the year in which spending begins; what stood in the one before it counts */
  year: number;
  /** the year has begun without consent */
  begun: boolean;
  rows: (InterimRow & { nameNl: string | null; nameEn: string | null })[];
  cents: number;
  mostCents: number;
  incomplete: boolean;
};

/** With these the budget can be spent: there is consent, or a ruling in its place. */
const settled: readonly DossierState[] = [
  ...(['given', 'given-on-conditions', 'lapsed', 'settled', 'replaced', 'replaced-on-appeal'] as const),
  // on appeal the budget in dispute may be used (WHW 9.46(7))
  'appeal',
];

/**
 * What may be spent while the consent that a decision asks for is missing; null where its right says nothing of it,
 * consent is there, or no year of the document is yet to begin. Two or three statements. @throws Missing
 * @param at.today ISO day
 */
export async function getInterim(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; decision: string; today: string },
): Promise<Interim | null> {
  const asked = await readAsked(tx, actor, at);
  if (!asked.rule || settled.includes(standingOf(asked, at.today).state)) return null;
  const year = interimYear(asked, asked.askedOn);
  if (year === null) return null;
  const { schemeId, unit, rule } = asked;
  const money = await getMoney(tx, {
    ...{ schemeId, unit, stage: [rule.stage], year: year - 1 },
    ...{ groupBy: ['node'], nodeLevel: 0 },
  });
  const items = money.map((row) => ({ node: row.node ?? null, cents: row.cents, unknown: row.unknown }));
  const names = await namesOf(tx, actor, schemeId);
  const { rows, ...sums } = interimSpending(rule, items);
  return {
    ...{ rule, year, begun: at.today >= `${year}-01-01`, ...sums },
    rows: rows.map((row) => ({ ...row, ...(names.get(row.node ?? '') ?? { nameNl: null, nameEn: null }) })),
  };
}

async function readAsked(tx: Tx, actor: Actor, at: { scheme: string; decision: string }): Promise<Asked> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.decision)) throw new Missing('decision');
  const { rows } = await sql<Asked>`
    select x.asked_on, x.due_on, x.outcome, x.decided_on, d.first_year, d.last_year, d.scheme_id, u.code as unit,
           coalesce(x.rule->>'silence', 'open') as silence,
           coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date,
                'untilDate', e.until_date) order by e.seq)
              from decision_event e where e.institution_id = x.institution_id and e.decision_id = x.decision_id), '[]') as events,
           nullif(x.rule->'interim', 'null') as rule
      from decision x
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

async function namesOf(tx: Tx, actor: Actor, schemeId: string) {
  const { rows } = await sql<{ code: string; nameNl: string; nameEn: string }>`
    select n.code, n.name_nl, n.name_en from scheme s
      join node n on n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}`.execute(tx);
  return new Map(rows.map(({ code, ...names }) => [code, names]));
}
