import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { inEuros } from '#app/kernel/fte-rate.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { canWriteProgress, type Entry } from './progress.ts';
import {
  type MeasureLine,
  type Named,
  type ProgressFrame,
  type Promised,
  readFrame,
  readMoney,
  readPromises,
  readReports,
  type StoredReport,
} from './progress-read.server.ts';

/** Whole cents, and how many amounts behind it are not known; null where no line says anything. */
export type Amount = { cents: number; unknown: number } | null;

export type ProgressMeasure = Omit<Promised, 'answers' | 'unitId'> & {
  entry: Entry | null;
  /** what was told of it a year earlier */
  last: Entry | null;
  budget: Amount;
  spent: Amount;
  funds: string[];
};

export type ProgressReport = Pick<
  StoredReport,
  'reportId' | 'number' | 'summary' | 'reason' | 'submittedAt' | 'submittedBy' | 'contentHash' | 'revision'
>;

export type UnitProgress = {
  unit: Named & { unitId: string };
  year: number;
  /** what is shown: the draft to whoever writes it, otherwise the newest that was submitted */
  report: ProgressReport | null;
  /** every submitted report on the year, the newest first */
  submitted: ProgressReport[];
  lastSummary: string;
  measures: ProgressMeasure[];
  mayWrite: boolean;
};

export type Progress = { scheme: ProgressFrame; year: number; units: UnitProgress[] };

export type ProgressAsked = {
  /** code of the scheme */
  scheme: string;
  /** null: the last year that is over, within the years of the scheme */
  year: number | null;
  /** code of one unit; left out is every unit that has a plan or a report */
  unit?: string | null;
  /** show drafts to those who may write them; otherwise what was submitted alone */
  drafts?: boolean;
  /** a submitted report by its number; left out is the newest */
  number?: number | null;
  now: Date;
};

/**
 * What units tell of their measures in a year, with the promise, last year's words and the money beside it. Amounts in
 * whole cents. Five statements, whatever the number of units.
 * @throws Missing for an unknown scheme or unit, a year outside the scheme, or a number that was not submitted
 */
export async function getProgress(tx: Tx, actor: Actor, asked: ProgressAsked): Promise<Progress> {
  const frame = await readFrame(tx, actor, asked.scheme);
  const { now } = asked;
  const over = Number(isoDate(now).slice(0, 4)) - 1;
  const year = asked.year ?? Math.min(Math.max(over, frame.firstYear), frame.lastYear);
  if (year < frame.firstYear || year > frame.lastYear) throw new Missing('year');
  const known = await readUnits(tx, actor, asked.unit ?? null);
  const unitId = asked.unit ? known[0]!.unitId : null;
  const scope = { schemeId: frame.schemeId, unitId, year, now };
  const promises = await readPromises(tx, actor, scope);
  const reports = await readReports(tx, actor, scope);
  const money = await readMoney(tx, actor, { schemeId: frame.schemeId, year, now });
  const units = known.flatMap((unit): UnitProgress[] => {
    const own = promises.filter((one) => one.unitId === unit.unitId);
    const told = reports.filter((one) => one.unitId === unit.unitId);
    if (own.length === 0 && told.length === 0 && !asked.unit) return [];
    return [
      unitProgress({ actor, asked: { ...asked, year }, unit, promises: own, reports: told, money, frame }),
    ];
  });
  return { scheme: frame, year, units };
}

async function readUnits(tx: Tx, actor: Actor, unit: string | null) {
  const { rows } = await sql<Named & { unitId: string }>`
    select unit_id, code, name_nl, name_en from unit
     where institution_id = ${actor.institutionId} ${unit === null ? sql`` : sql`and code = ${unit}`}
     order by sort, code`.execute(tx);
  if (unit !== null && rows.length === 0) throw new Missing('unit');
  return rows;
}

type Parts = {
  actor: Actor;
  asked: ProgressAsked & { year: number };
  unit: Named & { unitId: string };
  promises: readonly Promised[];
  reports: readonly StoredReport[];
  money: readonly MeasureLine[];
  frame: ProgressFrame;
};

function unitProgress({ actor, asked, unit, promises, reports, money, frame }: Parts): UnitProgress {
  const { year } = asked;
  const mayWrite = canWriteProgress(actor, unit);
  const thisYear = reports.filter((one) => one.year === year);
  const submitted = thisYear.filter((one) => one.submittedAt !== null);
  const draft = asked.drafts && mayWrite ? thisYear.find((one) => one.submittedAt === null) : undefined;
  const named = asked.number ? submitted.find((one) => one.number === asked.number) : undefined;
  if (asked.number && !named) throw new Missing('report');
  const shown = named ?? draft ?? submitted[0] ?? null;
  const before = reports.find((one) => one.year === year - 1 && one.submittedAt !== null);
  return {
    ...{ unit, year, mayWrite },
    report: shown && headOf(shown),
    submitted: submitted.map(headOf),
    lastSummary: before?.summary ?? '',
    measures: measuresOf(promises, shown).map(({ answers: _, unitId: __, ...promised }) => {
      const lines = money.filter((line) => line.measureId === promised.measureId);
      return {
        ...promised,
        entry: entryOf(shown, promised.measureId),
        last: entryOf(before, promised.measureId),
        budget: amountOf(lines, 'budgeted', frame),
        spent: amountOf(lines, 'realised', frame),
        funds: [...new Set(lines.map((line) => line.fund))],
      };
    }),
  };
}

function headOf({ entries: _, unitId: __, year: ___, ...head }: StoredReport): ProgressReport {
  return head;
}

/** A report that stands keeps the promises that it was written against; another follows the plan. */
export function measuresOf(promises: readonly Promised[], report: StoredReport | null): Promised[] {
  if (!report || report.submittedAt === null) return promises.filter((one) => one.answers);
  return promises.filter((one) =>
    report.entries.some((told) => told.measureId === one.measureId && told.versionId === one.versionId),
  );
}

function entryOf(report: StoredReport | null | undefined, measureId: string): Entry | null {
  const found = report?.entries.find((one) => one.measureId === measureId);
  if (!found) return null;
  const { measureId: _, versionId: __, ...entry } = found;
  return entry;
}

/** The euros of a stage; FTE without a euro figure at the scheme's rate of the year. */
export function amountOf(
  lines: readonly MeasureLine[],
  stage: MeasureLine['stage'],
  { rates }: Pick<ProgressFrame, 'rates'>,
): Amount {
  // cents and the FTE without a euro figure are apart, so that both count
  const own = lines
    .filter((line) => line.stage === stage)
    .flatMap(({ year, cents, fteMilli, mark }) => [
      { year, cents, fteMilli: null, mark },
      { year, cents: null, fteMilli, mark: null },
    ]);
  if (own.length === 0) return null;
  const { cents, unknown, withoutRateMilli } = inEuros(own, rates);
  return { cents, unknown: unknown + (withoutRateMilli > 0 ? 1 : 0) };
}
