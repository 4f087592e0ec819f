import { sum } from '#app/kernel/money.ts';
import { placeKey, type ReportLine } from './realisation.ts';

/** A part of a line with a note of its own; the rest of the line stands beside it. */
export type LinePart = { cents: number; note: string };

/** A line as the parts that stay apart, and the rest; together they are the line. */
export function splitLines(
  lines: readonly ReportLine[],
  apart: ReadonlyMap<string, readonly LinePart[]>,
): ReportLine[] {
  return lines.flatMap((line): ReportLine[] => {
    const parts = apart.get(placeKey(line)) ?? [];
    if (parts.length === 0) return [line];
    const rest = (line.cents ?? 0) - sum(parts.map((part) => part.cents));
    return [
      { ...line, cents: rest, note: '' },
      ...parts.map((part) => ({ ...line, ...part, fteMilli: null })),
    ];
  });
}
