import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { isPresent, presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import type { PayerInput } from './payer.input.ts';
import type { PayerLine } from './payer.ts';
import { getPlanHead, type PlanHead } from './plan.server.ts';
import { canSeeDraft, chooseVersion, type VersionHead } from './plan.ts';

type Named = { code: string; nameNl: string; nameEn: string };
export type PayerFacts = {
  lines: PayerLine[];
  funds: (Named & { own: boolean })[];
  measures: { code: string; name: string }[];
};

/**
 * Who pays for the measures of a plan, year by year: in its newest version that the reader may see, of another moment
 * than now in the one in force then. Three statements.
 * @throws Missing, also when there was no version yet
 */
export async function getPayers(
  tx: Tx,
  actor: Actor,
  { moment = presently, ...address }: PlanAddress & { moment?: VersionMoment },
): Promise<PayerFacts & { head: PlanHead; version: VersionHead }> {
  const head = await getPlanHead(tx, actor, { ...address, moment });
  const draft = canSeeDraft(actor, head);
  const version = chooseVersion(head.versions, { draft, heldFirst: !isPresent(moment) });
  if (!version) throw new Missing('version');
  const { schemeId } = head;
  return {
    head,
    version,
    ...(await readPayers(tx, actor, { schemeId, versionId: version.versionId, moment })),
  };
}

async function readPayers(
  tx: Tx,
  actor: Actor,
  { schemeId, versionId, moment }: { schemeId: string; versionId: string; moment: VersionMoment },
): Promise<PayerFacts> {
  const rows = await getMoney(tx, { schemeId, versionId, groupBy: ['measure', 'fund', 'year'] });
  const { rows: names } = await sql<Omit<PayerFacts, 'lines'>>`
    select coalesce((select jsonb_agg(jsonb_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en, 'own', own)
                       order by own desc, sort, code)
                from ${settingAt('fund', moment.knownOn)} f where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}), '[]') as funds,
           coalesce((select jsonb_agg(jsonb_build_object('code', m.code, 'name', t.name) order by t.sort, m.code)
                from measure_text t join measure m using (institution_id, measure_id)
               where t.institution_id = ${actor.institutionId} and t.version_id = ${versionId}), '[]') as measures`.execute(
    tx,
  );
  const lines = rows.flatMap(({ measure, fund, year, cents, unknown }) =>
    measure ? [{ measure, fund: fund!, year: year!, cents, unknown }] : [],
  );
  return { ...names[0]!, lines };
}

/**
 * Lets another fund pay for a measure in a year: every line of that year moves, its amounts stay.
 * @throws Missing; InvalidInput `plan.unknown`, `payer.nothing` when the year has no line; Rejection
 *   `forbidden`, `plan.no-draft`, `payer.twice` when that fund pays part of it already
 */
export async function changePayer(
  tx: Tx,
  actor: Actor,
  { measure, year, fund, ...plan }: PlanAddress & PayerInput,
): Promise<void> {
  const version = await lockDraft(tx, actor, plan);
  const { institutionId } = actor;
  const to = await tx
    .selectFrom('fund')
    .select('fundId')
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', version.schemeId)
    .where('code', '=', fund)
    .executeTakeFirst();
  if (!to) throw new InvalidInput([{ path: 'fund', code: 'plan.unknown', params: { what: fund } }]);
  const { rows: lines } = await sql<{ lineId: string; fund: string; place: string }>`
    select l.line_id, f.code as fund, concat_ws('/', l.unit_id, l.component, l.cost_kind, l.stage) as place
      from ledger_line l join fund f using (institution_id, fund_id) join measure m using (institution_id, measure_id)
     where l.institution_id = ${institutionId} and l.version_id = ${version.versionId} and m.code = ${measure}
       and l.year = ${year}`.execute(tx);
  if (lines.length === 0) {
    const params = { year: String(year) };
    throw new InvalidInput([{ path: 'year', code: 'payer.nothing', params }]);
  }
  const moving = lines.filter((line) => line.fund !== fund);
  const places = new Set(lines.map((line) => line.place));
  // two lines that would differ in nothing are one amount split in two: its writer joins them in the budget
  if (places.size < lines.length) throw new Rejection('payer.twice', { year: String(year) });
  if (moving.length === 0) return;
  await tx
    .updateTable('ledgerLine')
    .set({ fundId: to.fundId })
    .where('institutionId', '=', institutionId)
    .where(
      'lineId',
      'in',
      moving.map((line) => line.lineId),
    )
    .execute();
  const before = [...new Set(moving.map((line) => line.fund))].toSorted();
  await record(
    tx,
    actor,
    'payer.change',
    { kind: 'version', id: version.versionId },
    {
      before: { measure, year, funds: before },
      after: { measure, year, fund },
    },
  );
}
