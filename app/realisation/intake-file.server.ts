import { type Selectable, sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { VersionMoment } from '#app/document/version-at.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { DB, Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockUnit } from './booking.server.ts';
import { readLayout, rememberLayout, tableOf } from './intake-layout.server.ts';
import { type IntakeMapping, missingFields, proposeMapping } from './intake-layout.ts';
import { insertIntakeLines } from './intake-line.server.ts';
import { monthsOf } from './intake-period.ts';
import { intakeRows } from './intake-read.ts';
import { type IntakeNotes, nothingFound } from './intake-row.ts';
import { keepFile, keptFile } from './kept-file.server.ts';
import { canRecord } from './realisation.ts';
import { getReport, type Report, type ReportAddress } from './report.server.ts';

export type IntakeAddress = ReportAddress & { now: Date };
export type IntakeFile = Selectable<DB['intakeFile']>;

/** A unit's year with the right to take in its finance files. @throws Missing; Rejection `forbidden` */
export async function openIntake(
  tx: Tx,
  actor: Actor,
  { now, ...address }: IntakeAddress & { moment?: VersionMoment },
): Promise<{ report: Report; scope: { schemeId: string; unitId: string; year: number } }> {
  // told before anything is looked for: whoever books nowhere has no business here
  if (!may(actor, 'realisation.write')) throw forbidden('realisation.write');
  const report = await getReport(tx, actor, address, now);
  // descriptions of bookings may name people: only those who book see rows (law 11)
  if (!canRecord(actor, report.unit)) throw forbidden('realisation.write');
  const { scheme, unit, year } = report;
  return { report, scope: { schemeId: scheme.schemeId, unitId: unit.unitId, year } };
}

/** The same, with other bookings and uploads for the unit waiting until this transaction ends. */
export async function lockIntake(tx: Tx, actor: Actor, address: IntakeAddress) {
  await lockUnit(tx, actor, address.unit);
  return openIntake(tx, actor, address);
}

type Scope = Awaited<ReturnType<typeof openIntake>>['scope'];

/** The files of a unit's year, newest first. */
export async function readFiles(tx: Tx, actor: Actor, scope: Scope): Promise<IntakeFile[]> {
  return tx
    .selectFrom('intakeFile')
    .selectAll()
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scope.schemeId)
    .where('unitId', '=', scope.unitId)
    .where('year', '=', scope.year)
    .orderBy('number', 'desc')
    .execute();
}

/** @throws Missing */
export async function fileOf(tx: Tx, actor: Actor, scope: Scope, number: number): Promise<IntakeFile> {
  const file = (await readFiles(tx, actor, scope)).find((one) => one.number === number);
  if (!file) throw new Missing('file');
  return file;
}

/**
 * Takes a file in; its rows are read once its columns are confirmed. The same content again has no effect.
 * @returns the number of the file within the unit's year
 * @throws Missing; Rejection `forbidden`, `intake.same-file`; InvalidInput `table.…`, `intake.no-header`
 */
export async function uploadIntake(
  tx: Tx,
  actor: Actor,
  { bytes, name, ...address }: IntakeAddress & { bytes: Uint8Array; name: string },
): Promise<{ number: number; known: boolean }> {
  const { scope } = await lockIntake(tx, actor, address);
  const { header } = await tableOf(bytes, name);
  const sha256 = await keepFile(tx, actor, bytes);
  const files = await readFiles(tx, actor, scope);
  const same = files.find((file) => file.sha256 === sha256);
  if (same && same.status !== 'withdrawn') {
    throw new Rejection('intake.same-file', { number: same.number, name: same.name });
  }
  const known = (await readLayout(tx, actor, header.signature)) !== null;
  const number = same?.number ?? (files[0]?.number ?? 0) + 1;
  const fileId = same?.fileId ?? newId();
  if (same) await again(tx, actor, same);
  else {
    await tx
      .insertInto('intakeFile')
      .values({
        ...{ institutionId: actor.institutionId, fileId, ...scope, number, sha256 },
        ...{ name: name.slice(0, 200), status: 'waiting', uploadedBy: actor.name, uploadedAt: address.now },
      })
      .execute();
  }
  const after = { unit: address.unit, year: address.year, number, sha256 };
  await record(tx, actor, 'intake.upload', { kind: 'intake_file', id: fileId }, { after });
  return { number, known };
}

// A withdrawn file that comes back: its rows stand there already, they only count again.
async function again(tx: Tx, actor: Actor, file: IntakeFile): Promise<void> {
  await setFile(tx, actor, file, {
    status: file.asOf === null ? 'waiting' : 'read',
    withdrawnNote: '',
  });
}

type FileValues = Partial<
  Pick<IntakeFile, 'status' | 'withdrawnNote' | 'asOf' | 'complete' | 'layoutId' | 'rowCount' | 'cents'>
>;

async function setFile(tx: Tx, actor: Actor, { fileId }: IntakeFile, values: FileValues): Promise<void> {
  await tx
    .updateTable('intakeFile')
    .set((eb) => ({ ...values, revision: eb('revision', '+', 1) }))
    .where('institutionId', '=', actor.institutionId)
    .where('fileId', '=', fileId)
    .execute();
}

export type ReadOrder = IntakeAddress & {
  number: number;
  /** null: as it is remembered */
  mapping: IntakeMapping | null;
  asOf: string;
  complete: boolean;
};
export type ReadResult = { rows: number; cents: number; notes: IntakeNotes };

/**
 * Reads the rows of a file as its columns were confirmed, and remembers them for files with the same heads.
 * All or nothing.
 * @throws Missing; Rejection `forbidden`, `intake.already-read`, `intake.mixed-periods`; InvalidInput with
 *   every wrong row, or `intake.column-needed`
 */
export async function readIntakeFile(tx: Tx, actor: Actor, order: ReadOrder): Promise<ReadResult> {
  const { scope } = await lockIntake(tx, actor, order);
  const file = await fileOf(tx, actor, scope, order.number);
  if (file.status !== 'waiting') throw new Rejection('intake.already-read', { number: file.number });
  const { header, sheet } = await tableOf(await keptFile(tx, actor, file.sha256), file.name);
  const layout = await readLayout(tx, actor, header.signature);
  const mapping = order.mapping ?? layout?.mapping ?? proposeMapping(header, sheet);
  const missing = missingFields(mapping);
  if (missing.length > 0) {
    throw new InvalidInput(
      missing.map((field) => ({ path: `column-${field}`, code: 'intake.column-needed', params: { field } })),
    );
  }
  const { errors, notes } = nothingFound();
  const ids = { institutionId: actor.institutionId, fileId: file.fileId };
  // rows are stored as they are read; what is wrong with one undoes them all
  const { rows, cents, periods } = await insertIntakeLines(
    tx,
    ids,
    intakeRows(sheet, { header, mapping, year: order.year }, { errors, notes }),
  );
  if (errors.length > 0) throw new InvalidInput(errors);
  if (rows === 0) {
    throw new InvalidInput([{ path: 'file', code: 'realisation.no-rows', params: { file: file.name } }]);
  }
  await refuseMixed(tx, actor, { scope, periods });
  const layoutId = await rememberLayout(tx, actor, { header, mapping, layout, file, now: order.now });
  const { asOf, complete } = order;
  await setFile(tx, actor, file, { status: 'read', asOf, complete, layoutId, rowCount: rows, cents });
  await record(
    tx,
    actor,
    'intake.read',
    { kind: 'intake_file', id: file.fileId },
    { after: { number: file.number, rows, cents, asOf, complete, mapping: { ...mapping } } },
  );
  return { rows, cents, notes };
}

/** A quarter beside one of its months would count the month twice. */
async function refuseMixed(
  tx: Tx,
  actor: Actor,
  { scope, periods: read }: { scope: Scope; periods: ReadonlySet<string> },
): Promise<void> {
  const { rows: stored } = await sql<{ period: string }>`
    select distinct l.period from intake_file f
      join intake_line l on l.institution_id = f.institution_id and l.file_id = f.file_id
     where f.status = 'read' and f.institution_id = ${actor.institutionId} and f.scheme_id = ${scope.schemeId}
       and f.unit_id = ${scope.unitId} and f.year = ${scope.year}`.execute(tx);
  const periods = [...new Set([...read, ...stored.map((row) => row.period)])].toSorted();
  for (const quarter of periods.filter((one) => one.includes('Q'))) {
    const { first, last } = monthsOf(quarter);
    const month = periods.find((one) => {
      const at = monthsOf(one);
      return !one.includes('Q') && first <= at.first && at.last <= last;
    });
    if (month) throw new Rejection('intake.mixed-periods', { quarter, month });
  }
}

/**
 * Takes a file out of the position, with why; its rows stay. What was booked changes with the next booking.
 * @throws Missing; Rejection `forbidden`; InvalidInput `intake.reason-needed`
 */
export async function withdrawIntake(
  tx: Tx,
  actor: Actor,
  { number, note, ...address }: IntakeAddress & { number: number; note: string },
): Promise<void> {
  const { scope } = await lockIntake(tx, actor, address);
  const file = await fileOf(tx, actor, scope, number);
  if (file.status === 'withdrawn') return;
  if (note === '') throw new InvalidInput([{ path: 'note', code: 'intake.reason-needed', params: {} }]);
  await setFile(tx, actor, file, { status: 'withdrawn', withdrawnNote: note });
  await record(
    tx,
    actor,
    'intake.withdraw',
    { kind: 'intake_file', id: file.fileId },
    { before: { status: file.status }, after: { status: 'withdrawn', note } },
  );
}
