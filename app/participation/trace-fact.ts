/** What the chains of a scheme run over: its lines and the versions that carry them. */

import type { UnitBefore, UnitPlace } from './trace-unit.ts';

export const traceStages = ['granted', 'allocated', 'budgeted', 'realised'] as const;
export type TraceStage = (typeof traceStages)[number];

/** The lines of one version on one place and year, summed. `cents` with FTE at the scheme's rate. */
export type TraceLine = {
  /** of one of them, the first */
  lineId: string;
  stage: TraceStage;
  versionId: string;
  fund: string;
  unit: string;
  node: string | null;
  measureId: string | null;
  year: number;
  cents: number;
  /** how many ledger lines it stands for */
  count: number;
  /** false for a budget that was in force once and is no longer: it explains spending, and counts no more */
  counts: boolean;
  /** moved from or to another year of the same fund and unit by decision */
  carries?: boolean;
};

export type TraceDecision = {
  body: string;
  kind: string;
  outcome: string | null;
  on: string | null;
};

/** A version that is or was in force. */
export type TraceVersion = {
  versionId: string;
  documentId: string;
  document: string;
  title: string;
  kind: string;
  stage: TraceStage;
  unit: string;
  number: number;
  hash: string | null;
  /** taken over from a published document: what that does not print is unknown here */
  sourced: boolean;
  source: string;
  /** ISO dates of the days in force; `until` is the first day on which it no longer is, null when it still is */
  from: string;
  until: string | null;
  decisions: TraceDecision[];
  /** prior rights of the matrix that were not exercised on this very hash */
  missing: number;
  measures: { measureId: string; code: string; name: string; firstYear: number; lastYear: number }[];
};

export type TraceFacts = {
  lines: TraceLine[];
  versions: TraceVersion[];
  /** funds of the scheme itself; another fund's grant is kept elsewhere */
  ownFunds: ReadonlySet<string>;
  /** the unit above each; null for a root */
  parents: ReadonlyMap<string, string | null>;
  /** of units that hung in more than one place, where and when */
  places?: ReadonlyMap<string, readonly UnitPlace[]>;
  /** of units that came of others, which */
  before?: ReadonlyMap<string, readonly UnitBefore[]>;
  /** measures that stand in a plan that was never in force */
  drafted: ReadonlySet<string>;
};
