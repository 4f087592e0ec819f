import { type Actor, may } from '#app/kernel/actor.ts';
import type { Cents } from '#app/kernel/money.ts';

/**
 * Funding: the money of a scheme per fund and year, first as expected by a budget framework (ex ante), then
 * as granted: provisionally, and at last finally. Each figure is carried by a version of the document that
 * says so; the kind of that document tells which of the two it is.
 */

export const fundingStages = ['expected', 'granted'] as const;
export type FundingStage = (typeof fundingStages)[number];

/** What one version says about a fund in a year. */
export type FundingLine = {
  fund: string;
  year: number;
  /** null: pm, not known yet */
  cents: Cents | null;
  provisional: boolean;
  /** named by the letter, and in no total */
  memo: boolean;
  note: string;
};

export type FundingFile = { attachmentId: string; name: string; mediaType: string; bytes: number };

export type FundingVersion = {
  versionId: string;
  number: number;
  /** the first day it is in force */
  from: string;
  /** in force at the moment asked for */
  inForce: boolean;
  note: string;
  source: string;
  hash: string;
  lines: FundingLine[];
  files: FundingFile[];
};

export type FundingDocument = {
  documentId: string;
  code: string;
  title: string;
  kind: { code: string; nameNl: string; nameEn: string; stage: FundingStage };
  /** of which it speaks; `inside`: not the institution as a whole */
  unit: { unitId: string; code: string; nameNl: string; nameEn: string; inside: boolean };
  /** in order of number */
  versions: FundingVersion[];
};

/** One fund in one year, in cents; null where nothing was said. */
export type FundingRow = {
  fund: string;
  year: number;
  expected: Cents | null;
  /** the last provisional figure, kept when the final one came */
  provisional: Cents | null;
  /** null as long as any part of the grant is provisional */
  final: Cents | null;
  /** what counts now: final where known, provisional otherwise */
  granted: Cents | null;
  /** granted minus expected; null as long as one of them is not known whole */
  difference: Cents | null;
  /** stages of which a part is pm: their sums are at least so much */
  pm: FundingStage[];
  /** what is named beside the total */
  memos: FundingLine[];
  /** what the documents in force say about the change */
  notes: string[];
};

export function canWriteFunding(actor: Actor): boolean {
  return may(actor, 'funding.write');
}

/** Per fund and year what the documents in force say, the funds and years in the order given. */
export function fundingRows(
  documents: readonly FundingDocument[],
  funds: readonly string[],
  years: readonly number[],
): FundingRow[] {
  return funds.flatMap((fund) => years.map((year) => rowOf(documents, fund, year)));
}

function rowOf(documents: readonly FundingDocument[], fund: string, year: number): FundingRow {
  const said = documents.map((document) => {
    const all = document.versions.map((version) => ({ version, line: lineOf(version, fund, year) }));
    const lines = all.map(({ version, line }) => ({ version, line: line?.memo ? null : line }));
    const current = lines.find(({ version }) => version.inForce);
    // what was provisional until the version in force, that one included
    const until = lines.filter(({ version }) => version.number <= (current?.version.number ?? 0));
    const provisional = until.findLast(({ line }) => line?.provisional)?.line ?? null;
    const memo = all.find(({ version, line }) => version.inForce && line?.memo)?.line ?? null;
    return { stage: document.kind.stage, line: current?.line ?? null, provisional, memo };
  });
  const of = (stage: FundingStage) => said.filter((one) => one.stage === stage);
  const expected = total(of('expected').map(({ line }) => line));
  const granted = total(of('granted').map(({ line }) => line));
  const open = of('granted').some(({ line }) => line?.provisional);
  const pm = fundingStages.filter((stage) => of(stage).some(({ line }) => line?.cents === null));
  return {
    fund,
    year,
    expected,
    provisional: total(of('granted').map(({ provisional }) => provisional)),
    final: open ? null : granted,
    granted,
    difference: expected === null || granted === null || pm.length > 0 ? null : granted - expected,
    pm,
    memos: said.flatMap(({ memo }) => memo ?? []),
    notes: said.flatMap(({ line, memo }) => (line ?? memo)?.note || []),
  };
}

function lineOf(version: FundingVersion, fund: string, year: number): FundingLine | null {
  return version.lines.find((line) => line.fund === fund && line.year === year) ?? null;
}

function total(lines: readonly (FundingLine | null)[]): Cents | null {
  const known = lines.flatMap((line) => line?.cents ?? []);
  return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0);
}

/** What a version changes, in cents; `before` null: not said before. Settled: provisional became final. */
export type FundingChange = {
  fund: string;
  year: number;
  before: Cents | null;
  /** null: pm */
  after: Cents | null;
  provisional: boolean;
  memo: boolean;
  settled: boolean;
  note: string;
};

/** The differences of a version with the one before it; the same amount, said again, is left out. */
export function changesOf(before: FundingVersion | null, after: FundingVersion): FundingChange[] {
  return after.lines.flatMap(({ fund, year, cents, provisional, memo, note }) => {
    const old = before ? lineOf(before, fund, year) : null;
    if (old && old.cents === cents && old.provisional === provisional && old.memo === memo) return [];
    const settled = Boolean(old?.provisional && !provisional);
    return [{ fund, year, before: old?.cents ?? null, after: cents, provisional, memo, settled, note }];
  });
}
