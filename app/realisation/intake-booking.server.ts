import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { sum } from '#app/kernel/money.ts';
import { type FieldError, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { type Untraceable, untraceableOf } from '#app/participation/trace-total.ts';
import { type Booked, bookReport, lockUnit } from './booking.server.ts';
import { type Preview, previewBooking } from './booking.ts';
import { untraceableOfBooking } from './booking-trace.server.ts';
import type { Entry, Locate } from './entry.ts';
import { getIntake, type Intake, intakeChanges } from './intake.server.ts';
import type { IntakeAddress } from './intake-file.server.ts';
import { ruleLine } from './intake-rule.ts';
import type { CellChange, Correction, Part, Position } from './intake-settle.ts';
import { linkFile } from './kept-file.server.ts';
import type { LinePart } from './line-part.ts';
import { type Place, placeKey } from './realisation.ts';

/** What a booking from files would do, cell by cell. */
export type IntakePreview = {
  /** null when something has to be mended first: then `problems` says what */
  preview: Preview | null;
  problems: FieldError[];
  position: Position;
  changes: CellChange[];
  corrections: Correction[];
  /** names exactly what is shown; null when nothing can be booked */
  hash: string | null;
};

/** What booking would do now, and what it would make untraceable. @throws Missing; Rejection `forbidden` */
export async function previewIntake(
  tx: Tx,
  actor: Actor,
  address: IntakeAddress,
): Promise<{ intake: Intake; shown: IntakePreview; rise: Untraceable }> {
  const intake = await getIntake(tx, actor, address);
  const shown = previewOf(intake);
  const lines = shown.preview?.different ? shown.preview.lines : null;
  const { report } = intake;
  const rise = lines
    ? await untraceableOfBooking(tx, actor, { report, lines, now: address.now })
    : untraceableOf([]);
  return { intake, shown, rise };
}

function previewOf(intake: Intake): IntakePreview {
  const cells = intakeChanges(intake);
  const given = entriesOf(intake, cells.position, apartOf(intake.corrections));
  try {
    const preview = previewBooking(intake.report, { ...given, provisional: false });
    const seen = cells.changes.map(({ key, period, becomes }) => [key, period, becomes]);
    return { ...cells, preview, problems: [], hash: contentHash({ lines: preview.hash, cells: seen }) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...cells, preview: null, problems: error.errors, hash: null };
  }
}

type Apart = Map<string, LinePart[]>;

/** Corrections by place, as the parts of a line that stay apart. */
function apartOf(
  corrections: readonly { place: string; period: string; cents: number; reason: string }[],
): Apart {
  const parts: Apart = new Map();
  for (const { place, period, cents, reason } of corrections) {
    parts.set(place, [...(parts.get(place) ?? []), { cents, note: `${period}: ${reason}` }]);
  }
  return parts;
}

/** The whole position of the year: what the files say, and the FTE that stands, of which no file says anything. */
function entriesOf(
  { report }: Intake,
  position: Position,
  apart: Apart,
): { entries: Entry[]; locate: Locate } {
  const standing = new Map(report.lines.map((line) => [placeKey(line), line]));
  const booked = [...position].map(([key, { place, periods, rules }]) => ({
    rules: [...rules].toSorted((a, b) => a - b),
    entry: {
      ...namedAs(place),
      cents: sum(periods.values()),
      fteMilli: standing.get(key)?.fteMilli ?? null,
      note: (apart.get(key) ?? []).map((part) => part.note).join(' '),
    },
  }));
  const kept = report.lines
    .filter((line) => line.fteMilli !== null && !position.has(placeKey(line)))
    .map((line) => ({
      rules: [],
      entry: { ...namedAs(line), cents: null, fteMilli: line.fteMilli, note: line.note },
    }));
  const all = [...booked, ...kept];
  return {
    entries: all.map(({ entry }) => entry),
    locate: (index) => {
      const rules = all[index]!.rules.join(', ');
      return { path: `rule ${rules}`, params: { row: index + 1, column: '', rules } };
    },
  };
}

function namedAs({ unit, fund, component, costKind, measureId, node }: Place) {
  const what = { measure: measureId ?? '', theme: measureId === null ? (node ?? '') : '' };
  return { unit, fund, component, costKind, year: null, ...what };
}

export type IntakeBooking = IntakeAddress & {
  /** of the preview that was shown; a machine that saw none leaves it out */
  hash?: string;
  provisional: boolean;
  note: string;
  /** why amounts of closed periods change; needed when they do */
  reason: string;
  /** why it is booked although it makes euros untraceable; needed when it does */
  untraceable?: string;
};

/**
 * Books what the files say of a unit's year as the next version of its finance report. All or nothing: nothing
 * is booked while a row is unexplained, and amounts of closed periods only change with a reason, as lines of
 * their own.
 * @throws Missing; Rejection `forbidden`, `intake.unmapped`, `intake.nothing-read`, `intake.changed-since`,
 *   `realisation.nothing-new`, `trace.rise`; InvalidInput `intake.correction-reason` or what is wrong with a rule
 */
export async function bookIntake(tx: Tx, actor: Actor, booking: IntakeBooking): Promise<Booked> {
  await lockUnit(tx, actor, booking.unit);
  const intake = await getIntake(tx, actor, { ...addressOf(booking), rowNumbers: true });
  const { unmapped } = intake.settled.totals;
  if (unmapped.rows > 0)
    throw new Rejection('intake.unmapped', { count: unmapped.rows, cents: unmapped.cents });
  if (!intake.files.some((file) => file.status === 'read')) throw new Rejection('intake.nothing-read');
  const shown = previewOf(intake);
  if (shown.problems.length > 0) throw new InvalidInput(shown.problems);
  if (booking.hash !== undefined && booking.hash !== shown.hash) throw new Rejection('intake.changed-since');
  if (shown.corrections.length > 0 && booking.reason === '') {
    throw new InvalidInput([
      { path: 'reason', code: 'intake.correction-reason', params: { count: shown.corrections.length } },
    ]);
  }
  const made = shown.corrections.map(({ key, period, was, becomes }) => ({
    ...{ place: key, period, cents: becomes - (was ?? 0), reason: booking.reason },
  }));
  const apart = apartOf([...intake.corrections, ...made]);
  const booked = await bookReport(tx, actor, {
    ...addressOf(booking),
    ...entriesOf(intake, shown.position, apart),
    ...{ provisional: booking.provisional, note: booking.note, untraceable: booking.untraceable, apart },
    correction: booking.reason,
    attach: async (versionId) => {
      await attachFiles(tx, actor, intake, versionId);
      await writeParts(tx, actor, { parts: intake.settled.parts, versionId });
      await writeCorrections(tx, actor, { intake, versionId, made });
    },
  });
  const { totals } = intake.settled;
  await record(
    tx,
    actor,
    'intake.book',
    { kind: 'document', id: intake.report.document?.documentId ?? null },
    {
      after: {
        ...{ unit: booking.unit, year: booking.year, document: booked.document, number: booked.version },
        files: intake.files.filter((file) => file.status === 'read').map((file) => file.sha256),
        totals: Object.fromEntries(Object.entries(totals).map(([key, tally]) => [key, { ...tally }])),
        ...(made.length > 0 && { corrections: made }),
      },
    },
  );
  return booked;
}

function addressOf({ scheme, unit, year, now }: IntakeAddress): IntakeAddress {
  return { scheme, unit, year, now };
}

async function attachFiles(tx: Tx, actor: Actor, intake: Intake, versionId: string): Promise<void> {
  const used = new Set(intake.settled.parts.map(({ group }) => group.fileId));
  for (const file of intake.files.filter((one) => used.has(one.fileId))) {
    await linkFile(tx, actor, versionId, { sha256: file.sha256, name: file.name });
  }
}

/** Keeps which rows went where, under which rule; rows that differ in their text alone stay together. */
async function writeParts(
  tx: Tx,
  actor: Actor,
  { parts, versionId }: { parts: readonly Part[]; versionId: string },
): Promise<void> {
  const together = Map.groupBy(parts, ({ group, rule }) =>
    JSON.stringify([group.fileId, rule.ruleId, group.period, group.costCentre, group.account]),
  );
  const values = [...together.values()].map((some) => {
    const [{ group, rule, place }] = some as [Part, ...Part[]];
    return {
      ...{ institutionId: actor.institutionId, partId: newId(), versionId, fileId: group.fileId },
      ...{ place: place && placeKey(place), period: group.period },
      ...{ costCentre: group.costCentre, account: group.account, rule: ruleLine(rule), reason: rule.reason },
      cents: sum(some.map((part) => part.group.cents)),
      rowNumbers: some.flatMap((part) => part.group.rowNumbers ?? []).toSorted((a, b) => a - b),
    };
  });
  for (let at = 0; at < values.length; at += 1000) {
    await tx
      .insertInto('intakePart')
      .values(values.slice(at, at + 1000))
      .execute();
  }
}

async function writeCorrections(
  tx: Tx,
  actor: Actor,
  it: {
    intake: Intake;
    versionId: string;
    made: readonly { place: string; period: string; cents: number; reason: string }[];
  },
): Promise<void> {
  if (it.made.length === 0) return;
  const { schemeId, unitId, year } = it.intake.scope;
  await tx
    .insertInto('intakeCorrection')
    .values(
      it.made.map((one) => ({
        ...{ institutionId: actor.institutionId, correctionId: newId(), versionId: it.versionId },
        ...{ schemeId, unitId, year, ...one },
      })),
    )
    .execute();
}
