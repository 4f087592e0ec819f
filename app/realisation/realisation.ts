import { type Actor, may } from '#app/kernel/actor.ts';
import type { Memo } from '#app/kernel/fte-rate.ts';
import { contentHash } from '#app/kernel/hash.ts';
import type { Cents, FteMilli } from '#app/kernel/money.ts';
import type { Mark } from '#app/ledger/ledger.ts';

/**
 * Realisation: what a unit really spent in a year, per measure. It is carried by a finance report: a document
 * of a kind with the stage `realised`. Booking makes its next version; nothing that was booked is overwritten.
 */

/** Who may book what this unit spent. */
export function canRecord(actor: Actor, report: { unitId: string }): boolean {
  return may(actor, 'realisation.write', report.unitId);
}

/** Where an amount stands within one year of a report. All but the measure are codes or texts. */
export type Place = {
  unit: string;
  fund: string;
  /** the theme; null when neither a measure nor a theme is named */
  node: string | null;
  /** the id: two plans may use the same code */
  measureId: string | null;
  component: string;
  costKind: string;
};

/** Whole cents and thousandths of FTE; null where nothing is known. */
export type Quantity = { cents: Cents | null; fteMilli: FteMilli | null };
export type ReportLine = Place &
  Quantity & {
    note: string;
    mark?: Mark | null;
    /** what a memo line prints; it has no other amounts */
    memo?: Memo | null;
  };
/** A line as it is in force, with what its version says about it. */
export type BookedLine = ReportLine & { mark: Mark | null };

const separator = '\u001f';

/** One text per place, for maps and duplicates. The theme of a measure follows from the measure. */
export function placeKey({ unit, fund, node, measureId, component, costKind }: Place): string {
  return [unit, fund, measureId ?? `node:${node}`, component, costKind].join(separator);
}

/**
 * The lines of the next version: those given, and each line in force that is not among them with 0, because
 * a line whose amount becomes 0 stays (law 5); so does the euro or the FTE side of a line that is left out. Ordered by place, so that equal content has one hash.
 * @param measures ids in the order of the plans: places follow it, for an id by itself says nothing
 */
export function nextLines(
  inForce: readonly BookedLine[],
  given: readonly ReportLine[],
  measures: readonly string[] = [],
): ReportLine[] {
  const named = new Set(given.map(placeKey));
  const before = new Map(inForce.map((line) => [placeKey(line), line]));
  const kept = given.map((line) => {
    const old = before.get(placeKey(line));
    // what is not known yet, or stands beside the totals, is no 0
    if (line.mark === 'pm' || line.memo) return line;
    return {
      ...line,
      cents: line.cents ?? (old?.cents == null ? null : 0),
      fteMilli: line.fteMilli ?? (old?.fteMilli == null ? null : 0),
    };
  });
  const gone = inForce
    .filter((line) => !named.has(placeKey(line)))
    .map(({ mark: _, memo, ...line }): ReportLine => {
      if (memo) return { ...line, memo: { cents: 0, fteMilli: memo.fteMilli === null ? null : 0 } };
      return {
        ...line,
        cents: line.cents === null && line.fteMilli !== null ? null : 0,
        fteMilli: line.fteMilli === null ? null : 0,
      };
    });
  const at = new Map(measures.map((id, i) => [id, i]));
  const rank = (line: ReportLine) => (line.measureId === null ? -1 : (at.get(line.measureId) ?? at.size));
  return [...kept, ...gone].toSorted((a, b) => rank(a) - rank(b) || (placeKey(a) < placeKey(b) ? -1 : 1));
}

export type ChangeState = 'new' | 'changed' | 'unchanged' | 'dropped';
export type Change = {
  state: ChangeState;
  place: Place;
  before: Said | null;
  after: Said;
  note: string;
};
/** What a line prints, and what it says of itself. */
export type Said = Quantity & { pm?: boolean; memo?: boolean };

function saidOf({ cents, fteMilli, mark, memo }: ReportLine): Said {
  return {
    ...(memo ?? { cents, fteMilli }),
    ...(mark === 'pm' && { pm: true }),
    ...(memo && { memo: true }),
  };
}

function saysSame(a: Said, b: Said): boolean {
  return a.cents === b.cents && a.fteMilli === b.fteMilli && a.pm === b.pm && a.memo === b.memo;
}

/**
 * What a booking changes against what is in force, line by line. `dropped` is a line that is in force, was
 * not given, and becomes 0; one that was 0 already is unchanged.
 */
export function changesOf(
  inForce: readonly BookedLine[],
  given: readonly ReportLine[],
  measures: readonly string[] = [],
): Change[] {
  const before = new Map(inForce.map((line) => [placeKey(line), line]));
  const named = new Set(given.map(placeKey));
  return nextLines(inForce, given, measures).map((line) => {
    const old = before.get(placeKey(line));
    const { cents: _, fteMilli: __, mark: ___, memo: ____, note, ...place } = line;
    const after = saidOf(line);
    const same = old !== undefined && saysSame(saidOf(old), after);
    const state = !old
      ? 'new'
      : same
        ? old.note === note
          ? 'unchanged'
          : 'changed'
        : named.has(placeKey(line))
          ? 'changed'
          : 'dropped';
    return {
      state,
      place,
      before: old ? saidOf(old) : null,
      after,
      note,
    };
  });
}

/**
 * Names exactly what a preview showed: what would be booked, on top of which version. Booking asks for it
 * back, so that nobody confirms something else than they saw.
 */
export function previewHash(preview: {
  unit: string;
  year: number;
  /** number of the newest version; 0 when there is none */
  seen: number;
  lines: readonly ReportLine[];
}): string {
  const lines = preview.lines.map(({ memo, mark = null, ...line }) => ({
    ...line,
    ...(mark && { mark }),
    ...(memo && { memo: { ...memo } }),
  }));
  return contentHash({ ...preview, lines });
}
