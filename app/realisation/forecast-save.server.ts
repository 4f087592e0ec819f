import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import {
  createDocument,
  createDraft,
  lockVersion,
  moveVersion,
  putInForce,
} from '#app/document/document.server.ts';
import { presently } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { lockUnit } from './booking.server.ts';
import {
  type Forecast,
  type ForecastAddress,
  type ForecastKind,
  getForecast,
  readForecastHead,
} from './forecast.server.ts';
import { type ForecastMethod, forecastOf } from './forecast.ts';
import type { ForecastRow } from './forecast-row.ts';
import { canRecord } from './realisation.ts';
import type { Report } from './report.server.ts';

export type ForecastEntry = {
  /** of a row, as `getForecast` names it */
  place: string;
  method: ForecastMethod;
  /** for `hand`: cents */
  cents: number | null;
  reason: string;
};

/**
 * Saves a forecast as the next version of a document of its own, in force at once unless the scheme asks for
 * decisions first. Rows that are left out have none.
 * @throws Missing; Rejection `forbidden`, `forecast.no-kind`, `forecast.changed-since`; InvalidInput
 */
export async function saveForecast(
  tx: Tx,
  actor: Actor,
  input: ForecastAddress & { months: number; entries: readonly ForecastEntry[]; note: string; seen?: number },
): Promise<{ version: number; status: 'adopted' | 'submitted' }> {
  await lockUnit(tx, actor, input.unit);
  const forecast = await getForecast(tx, actor, input);
  const { report, kind } = forecast;
  if (!canRecord(actor, report.unit)) throw forbidden('realisation.write');
  if (!kind) throw new Rejection('forecast.no-kind');
  if (input.seen !== undefined && input.seen !== forecast.newest) {
    throw new Rejection('forecast.changed-since', { number: forecast.newest });
  }
  const lines = settleEntries(forecast, input.entries);
  const versionId = await startVersion(tx, actor, { report, kind, note: input.note, now: input.now });
  await writeLines(tx, actor, { report, versionId, lines, months: input.months });
  await freezeVersion(tx, actor, await lockVersion(tx, actor, versionId), { at: input.now });
  const frozen = await lockVersion(tx, actor, versionId);
  if (!kind.prior) {
    await moveVersion(tx, actor, frozen, 'adopt', { at: input.now });
    await putInForce(tx, actor, { documentId: frozen.documentId, versionId, from: input.now });
  }
  await record(
    tx,
    actor,
    'forecast.save',
    { kind: 'version', id: versionId },
    {
      after: {
        ...{ unit: report.unit.code, year: report.year, number: frozen.number, months: input.months },
        lines: lines.map(({ row, cents, method, reason }) => ({ place: row.key, cents, method, reason })),
      },
    },
  );
  return { version: frozen.number, status: kind.prior ? 'submitted' : 'adopted' };
}

type Line = { row: ForecastRow; cents: number; method: ForecastMethod; reason: string };

function settleEntries({ rows, months }: Forecast, entries: readonly ForecastEntry[]): Line[] {
  const errors: FieldError[] = [];
  const lines = entries.flatMap(({ place, method, cents, reason }, index): Line[] => {
    const row = rows.find((one) => one.key === place);
    const wrong = (field: string, code: string) => {
      errors.push({ path: `${field}:${index}`, code: `forecast.${code}`, params: {} });
      return [];
    };
    if (!row) return wrong('method', 'unknown-row');
    const { realised, budget } = row;
    const value = method === 'hand' ? cents : forecastOf(method, { realised, budget, months });
    if (method === 'hand' && reason === '') wrong('reason', 'reason-needed');
    if (value === null)
      return wrong(method === 'hand' ? 'cents' : 'method', method === 'hand' ? 'amount-needed' : 'no-basis');
    return [{ row, cents: value, method, reason: method === 'hand' ? reason : '' }];
  });
  if (lines.length === 0 && errors.length === 0) {
    errors.push({ path: 'method:0', code: 'forecast.empty', params: {} });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return lines;
}

async function startVersion(
  tx: Tx,
  actor: Actor,
  { report, kind, note, now }: { report: Report; kind: ForecastKind; note: string; now: Date },
): Promise<string> {
  const { documentId } = await readForecastHead(tx, actor, report, { moment: presently, now });
  if (documentId) return createDraft(tx, actor, { documentId, note });
  const { unit, year } = report;
  const { versionId } = await createDocument(tx, actor, {
    ...{ schemeId: report.scheme.schemeId, kindId: kind.kindId, unitId: unit.unitId },
    code: `${kind.code}-${unit.code}-${year}`,
    title: `${kind.nameNl} ${unit.nameNl} ${year}`,
    ...{ firstYear: year, lastYear: year },
  });
  await sql`update version set note = ${note} where institution_id = ${actor.institutionId}
             and version_id = ${versionId}`.execute(tx);
  return versionId;
}

async function writeLines(
  tx: Tx,
  actor: Actor,
  it: { report: Report; versionId: string; lines: readonly Line[]; months: number },
): Promise<void> {
  const { report, versionId, lines, months } = it;
  const { institutionId } = actor;
  await tx
    .insertInto('ledgerLine')
    .values(
      lines.map(({ row, cents, reason }, sort) => ({
        ...{ institutionId, lineId: newId(), versionId, stage: 'forecast' as const },
        schemeId: report.scheme.schemeId,
        fundId: report.funds.find((one) => one.code === row.fund)!.fundId,
        unitId: report.unit.unitId,
        nodeId: report.nodes.find((one) => one.code === row.node)?.nodeId ?? null,
        ...{ measureId: row.measureId, component: '', costKind: '', year: report.year },
        ...{ cents, note: reason, sort },
      })),
    )
    .execute();
  await tx
    .insertInto('forecastBasis')
    .values(
      lines.map(({ row, method, reason }) => ({
        ...{ institutionId, versionId, place: row.key, method, reason, months },
        realisedCents: row.realised,
      })),
    )
    .execute();
}
