import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import {
  createDocument,
  createDraft,
  lockVersion,
  moveVersion,
  putInForce,
} from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { refuseSilentRise } from '#app/participation/trace-rise.server.ts';
import { type Given, isProvisional, type Preview, previewBooking } from './booking.ts';
import { untraceableOfBooking } from './booking-trace.server.ts';
import { refuseSilentCorrection } from './closed-period.server.ts';
import { type KeptFile, linkFile } from './kept-file.server.ts';
import { type LinePart, splitLines } from './line-part.ts';
import { canRecord, type ReportLine } from './realisation.ts';
import { getReport, type Report, type ReportAddress } from './report.server.ts';

export type Booking = ReportAddress &
  Given & {
    /** of the preview that was shown; a machine that saw none leaves it out */
    hash?: string;
    /** the newest version that a machine saw; 0 when it saw none */
    seen?: number;
    note: string;
    /** why amounts of a closed year change; the note when left out */
    correction?: string;
    /** why it is booked although it makes euros untraceable; kept with the version and the audit entry */
    untraceable?: string;
    /** the file that it was read from, to hang on the version */
    file?: KeptFile | null;
    /** by `placeKey`: parts of a line that stay apart, such as corrections of closed periods */
    apart?: ReadonlyMap<string, readonly LinePart[]>;
    /** what else hangs on the draft, before it is frozen */
    attach?: (versionId: string) => Promise<void>;
    now: Date;
  };

export type Booked = {
  document: string;
  version: number;
  hash: string;
  /** `submitted` when the rights matrix asks for decisions first */
  status: 'adopted' | 'submitted';
};

/**
 * What booking would do.
 * @throws Missing; Rejection `forbidden`; InvalidInput `realisation.…` with everything that is wrong
 */
export async function previewReport(
  tx: Tx,
  actor: Actor,
  { now, ...booking }: ReportAddress & Given & { now: Date },
): Promise<{ report: Report; preview: Preview }> {
  const report = await getReport(tx, actor, booking, now);
  if (!canRecord(actor, report.unit)) throw forbidden('realisation.write');
  return { report, preview: previewBooking(report, booking) };
}

/**
 * Books a unit's spending of a year: the next version of its finance report, frozen, and in force at once
 * unless the scheme asks for decisions first; then it stays submitted and its adoption puts it in force.
 * All or nothing. Of two bookings at once the second waits, and is refused when it saw less than there is.
 * @throws Missing; Rejection `forbidden`, `realisation.changed-since`, `realisation.nothing-new`;
 *   `trace.rise` when it would make euros untraceable and gives no reason; InvalidInput `realisation.…` with
 *   everything that is wrong, `realisation.closed-year`
 */
export async function bookReport(tx: Tx, actor: Actor, booking: Booking): Promise<Booked> {
  await lockUnit(tx, actor, booking.unit);
  const { report, preview } = await previewReport(tx, actor, booking);
  const stale =
    (booking.hash !== undefined && booking.hash !== preview.hash) ||
    (booking.seen !== undefined && booking.seen !== preview.seen);
  if (stale) throw new Rejection('realisation.changed-since', { number: preview.seen });
  if (!preview.different) throw new Rejection('realisation.nothing-new');
  await refuseSilentCorrection(tx, actor, { report, why: booking.correction ?? booking.note });
  const rise = await untraceableOfBooking(tx, actor, { report, lines: preview.lines, now: booking.now });
  const why = booking.untraceable?.trim() ?? '';
  refuseSilentRise(actor, rise, why);
  const note = [booking.note, rise.cents > 0 && why].filter(Boolean).join(' · ');
  const versionId = await startVersion(tx, actor, { report, note });
  const lines = booking.apart ? splitLines(preview.lines, booking.apart) : preview.lines;
  await writeLines(tx, actor, { report, versionId, lines, provisional: booking.provisional });
  if (booking.file) await linkFile(tx, actor, versionId, booking.file);
  await booking.attach?.(versionId);
  const hash = await freezeVersion(tx, actor, await lockVersion(tx, actor, versionId), { at: booking.now });
  const frozen = await lockVersion(tx, actor, versionId);
  if (!report.kind.prior) {
    await moveVersion(tx, actor, frozen, 'adopt', { at: booking.now });
    await putInForce(tx, actor, { documentId: frozen.documentId, versionId, from: booking.now });
  }
  const status = report.kind.prior ? 'submitted' : 'adopted';
  const changed = preview.changes.filter((change) => change.state !== 'unchanged');
  await record(
    tx,
    actor,
    'realisation.book',
    { kind: 'version', id: versionId },
    {
      before: {
        number: preview.seen,
        lines: changed.flatMap(({ place, before }) => (before ? [{ ...place, ...before }] : [])),
      },
      after: {
        ...{ unit: report.unit.code, year: report.year, number: frozen.number, status, hash },
        provisional: booking.provisional,
        lines: changed.map(({ place, after }) => ({ ...place, ...after })),
        ...(booking.file && { file: booking.file.sha256 }),
        ...(rise.cents > 0 && { untraceable: { ...rise, reason: why } }),
      },
    },
  );
  return { document: report.document?.code ?? documentCode(report), version: frozen.number, hash, status };
}

/**
 * Lets one booking for a unit at a time go on. The unit's row, not the document's: before the first booking
 * there is no document to lock. @throws Missing
 */
export async function lockUnit(tx: Tx, actor: Actor, code: string): Promise<void> {
  const row = await tx
    .selectFrom('unit')
    .select('unitId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('unit');
}

function documentCode({ kind, unit, year }: Report): string {
  return `${kind.code}-${unit.code}-${year}`;
}

async function startVersion(
  tx: Tx,
  actor: Actor,
  { report, note }: { report: Report; note: string },
): Promise<string> {
  const { document, scheme, kind, unit, year } = report;
  if (!document) {
    const { versionId } = await createDocument(tx, actor, {
      schemeId: scheme.schemeId,
      kindId: kind.kindId,
      unitId: unit.unitId,
      code: documentCode(report),
      title: `${kind.nameNl} ${unit.nameNl} ${year}`,
      ...{ firstYear: year, lastYear: year },
    });
    await setNote(tx, actor, versionId, note);
    return versionId;
  }
  const { documentId } = document;
  const draft = await tx
    .selectFrom('version')
    .select('versionId')
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', documentId)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  // a draft that came in with an institution's file gives way: its figures were never booked
  if (!draft) {
    const versionId = await createDraft(tx, actor, { documentId, note });
    await copyOtherYears(tx, actor, { report, versionId });
    return versionId;
  }
  for (const table of ['ledgerLine', 'attachment'] as const) {
    await tx
      .deleteFrom(table)
      .where('institutionId', '=', actor.institutionId)
      .where('versionId', '=', draft.versionId)
      .execute();
  }
  await setNote(tx, actor, draft.versionId, note);
  await copyOtherYears(tx, actor, { report, versionId: draft.versionId });
  return draft.versionId;
}

async function setNote(tx: Tx, actor: Actor, versionId: string, note: string): Promise<void> {
  await tx
    .updateTable('version')
    .set({ note })
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .execute();
}

/** A report over several years keeps what it says about the others. */
async function copyOtherYears(
  tx: Tx,
  actor: Actor,
  { report, versionId }: { report: Report; versionId: string },
): Promise<void> {
  const from = report.versions.find((version) => version.inForce);
  if (!from) return;
  await sql`
    insert into ledger_line (institution_id, line_id, version_id, stage, scheme_id, fund_id, unit_id, node_id, measure_id,
                             component, cost_kind, year, cents, fte_milli, mark, memo, memo_cents, memo_fte_milli, note, sort)
    select institution_id, gen_random_uuid(), ${versionId}, stage, scheme_id, fund_id, unit_id, node_id, measure_id,
           component, cost_kind, year, cents, fte_milli, mark, memo, memo_cents, memo_fte_milli, note, sort
      from ledger_line where institution_id = ${actor.institutionId} and version_id = ${from.versionId}
       and year <> ${report.year}`.execute(tx);
}

type Lines = { report: Report; versionId: string; lines: readonly ReportLine[]; provisional: boolean };

async function writeLines(
  tx: Tx,
  actor: Actor,
  { report, versionId, lines, provisional }: Lines,
): Promise<void> {
  const unitId = new Map(report.units.map((unit) => [unit.code, unit.unitId]));
  const fundId = new Map(report.funds.map((fund) => [fund.code, fund.fundId]));
  const nodeId = new Map(report.nodes.map((node) => [node.code, node.nodeId]));
  const values = lines.map((line, sort) => ({
    institutionId: actor.institutionId,
    lineId: newId(),
    versionId,
    stage: 'realised' as const,
    schemeId: report.scheme.schemeId,
    fundId: fundId.get(line.fund)!,
    unitId: unitId.get(line.unit)!,
    nodeId: line.node === null ? null : nodeId.get(line.node)!,
    measureId: line.measureId,
    component: line.component,
    costKind: line.costKind,
    year: report.year,
    cents: line.cents,
    fteMilli: line.fteMilli,
    mark: isProvisional(line, provisional) ? ('provisional' as const) : (line.mark ?? null),
    memo: line.memo != null,
    memoCents: line.memo?.cents ?? null,
    memoFteMilli: line.memo?.fteMilli ?? null,
    note: line.note,
    sort,
  }));
  // by thousands: PostgreSQL takes at most 65,535 parameters in a statement, a line has 17
  for (let i = 0; i < values.length; i += 1000) {
    await tx
      .insertInto('ledgerLine')
      .values(values.slice(i, i + 1000))
      .execute();
  }
}
