import { isPresent, presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { readStatements } from './change-read.server.ts';
import { compareBudgets, compareYears, type ThemeChange } from './comparison.ts';
import type { PlanAddress } from './draft.server.ts';
import { getPlanHead, type PlanHead, type PlanTheme } from './plan.server.ts';
import { canSeeDraft } from './plan.ts';
import { readNodes, readQuestions, readSetting } from './plan-part.server.ts';
import { changesBetween, type ShiftView, viewShift } from './shift-view.ts';
import {
  compareMeasures,
  compareTexts,
  type MeasureComparison,
  type TextComparison,
} from './text-comparison.ts';
import { unitsOf } from './unit-choice.ts';
import { readFamily, readSideContent } from './version-family.server.ts';
import { type FamilyVersion, refOf, type Side, sideOf } from './version-family.ts';

export type VersionComparison = {
  head: PlanHead;
  choices: Side[];
  before: Side;
  after: Side;
  themes: PlanTheme[];
  /** names of themes and ambitions by code; ambitions as `framework/code` */
  nodes: { code: string; nameNl: string; nameEn: string }[];
  texts: TextComparison[];
  measures: MeasureComparison[];
  /** per theme over all years, with the measures that made it */
  changes: ThemeChange[];
  money: ReturnType<typeof compareYears>;
  years: number[];
  /** the units that steps may name */
  units: { code: string; nameNl: string; nameEn: string }[];
  shift: ShiftView;
};

type ComparisonAsked = PlanAddress & {
  from?: string | null;
  to?: string | null;
  /** the shift analysis of this year only */
  year?: number | null;
  moment?: VersionMoment;
};

/**
 * What changed between two versions: of one document, or of a document and the one that it amends.
 * Eleven statements, whatever their size.
 * @param ask.from the older side, as `2` or `other-document~1`; what it amends, else the version before, when left out
 * @param ask.to the newer side; when left out the newest that the reader may see, of another moment than now the
 *   one in force then
 * @param ask.moment the state of which versions are told; now when left out
 * @returns null when there is only one version that the reader may see
 * @throws Missing
 */
export async function compareVersions(
  tx: Tx,
  actor: Actor,
  { from, to, year = null, moment = presently, ...address }: ComparisonAsked,
): Promise<VersionComparison | null> {
  const head = await getPlanHead(tx, actor, address);
  const family = await readFamily(tx, actor, { ...head, moment });
  const seen = family.filter(
    (side) => side.status !== 'draft' || canSeeDraft(actor, { ...side, stage: head.stage }),
  );
  const find = (ref: string) => {
    const found = seen.find((side) => refOf(side, head.code) === ref);
    if (!found) throw new Missing('version');
    return found;
  };
  const own = seen.filter((side) => side.document === head.code);
  const held = isPresent(moment) ? undefined : own.find((side) => side.inForce);
  const after = to ? find(to) : (held ?? own.at(-1));
  const before = from ? find(from) : after && originalOf(seen, head, after);
  if (!after || !before) return null;
  const nodes = await readNodes(tx, actor, { ...head, moment });
  const setting = await readSetting(tx, actor, { ...head, versionId: after.versionId, moment });
  const was = await readSide(tx, actor, before);
  const is = await readSide(tx, actor, after);
  const statements = await readStatements(
    tx,
    actor,
    seen.map((one) => one.versionId),
  );
  const themes = nodes
    .filter((node) => node.theme && node.root === node.code)
    .map((node, index): PlanTheme => ({ ...node, series: index + 1 }));
  const roots = new Map(nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  const ways = {
    rates: setting.rates,
    themes: themes.map((theme) => theme.code),
    root: (node: string) => roots.get(node) ?? node,
    years: yearsOf(head, [...was.lines, ...is.lines]),
  };
  return {
    head,
    units: unitsOf({ units: setting.units, version: { covers: head.versions.flatMap((one) => one.covers) } }),
    choices: seen.map((one) => sideOf(one, head.code)),
    before: sideOf(before, head.code),
    after: sideOf(after, head.code),
    themes,
    nodes: nodes.map(({ code, nameNl, nameEn, theme, framework }) => {
      return { code: theme ? code : `${framework}/${code}`, nameNl, nameEn };
    }),
    texts: compareTexts(was.questions, is.questions, { themes, units: setting.units }),
    measures: compareMeasures(was.measures, is.measures),
    changes: compareBudgets(was, is, ways),
    money: compareYears(was.lines, is.lines, ways),
    years: ways.years,
    shift: viewShift(was, is, {
      ...ways,
      year,
      changes: changesBetween({ family: seen, statements }, before, after, head.code),
    }),
  };
}

/** The amended document's version in force, else the version before; null when there is neither. */
function originalOf(
  seen: readonly FamilyVersion[],
  head: PlanHead,
  after: FamilyVersion,
): FamilyVersion | undefined {
  const earlier = seen.findLast((side) => side.document === after.document && side.number < after.number);
  const amended = seen.filter((side) => side.document === head.amends?.code && side !== after);
  return earlier ?? amended.find((side) => side.inForce) ?? amended.at(-1);
}

// A document that amends another may budget years that the other did not.
function yearsOf(head: PlanHead, lines: readonly { year: number }[]): number[] {
  const all = [head.firstYear, head.lastYear, ...lines.map((line) => line.year)];
  return years(Math.min(...all), Math.max(...all));
}

async function readSide(tx: Tx, actor: Actor, { kindId, versionId }: FamilyVersion) {
  return {
    questions: await readQuestions(tx, actor, { kindId, versionId }),
    ...(await readSideContent(tx, actor, versionId)),
  };
}
