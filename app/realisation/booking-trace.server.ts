import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { inEuros } from '#app/kernel/fte-rate.ts';
import { readTraceFacts } from '#app/participation/trace.server.ts';
import { type TraceLine, traceLines, traceNew } from '#app/participation/trace.ts';
import { type Untraceable, untraceableRise } from '#app/participation/trace-total.ts';
import type { ReportLine } from './realisation.ts';
import type { Report } from './report.server.ts';

/**
 * What booking these lines as a unit's spending of a year would add to the scheme's untraceable total, in
 * whole cents with the reasons; `cents` 0 when nothing. The lines are all lines of the next version for that
 * year (`preview.lines`). Three statements. `bookReport` refuses a rise without a reason.
 */
export async function untraceableOfBooking(
  tx: Tx,
  actor: Actor,
  { report, lines, now }: { report: Report; lines: readonly ReportLine[]; now: Date },
): Promise<Untraceable> {
  const facts = await readTraceFacts(tx, actor, { schemeId: report.scheme.schemeId, at: now });
  const own = new Set(
    facts.versions
      .filter((one) => one.documentId === report.document?.documentId)
      .map((one) => one.versionId),
  );
  const before = traceLines(facts).filter((line) => own.has(line.versionId) && line.year === report.year);
  const after = lines.map(
    (line, i): TraceLine => ({
      ...{ lineId: String(i), versionId: '', stage: 'realised', year: report.year, count: 1, counts: true },
      ...{ fund: line.fund, unit: line.unit, node: line.node, measureId: line.measureId },
      cents: inEuros([{ ...line, year: report.year, mark: null }], report.rates).cents,
    }),
  );
  return untraceableRise(before, traceNew(facts, after));
}
