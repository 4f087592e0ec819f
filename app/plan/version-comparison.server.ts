import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { compareBudgets, compareYears, type ThemeChange } from './comparison.ts';
import type { PlanAddress } from './draft.server.ts';
import { getPlanHead, type PlanHead, type PlanTheme } from './plan.server.ts';
import { canSeeDraft, type VersionHead } from './plan.ts';
import { readLines, readMeasures, readNodes, readQuestions, readSetting } from './plan-part.server.ts';
import {
  compareMeasures,
  compareTexts,
  type MeasureComparison,
  type TextComparison,
} from './text-comparison.ts';
import { unitsOf } from './unit-choice.ts';

/** A version that may stand on either side: of the document itself, of what it amends or of what amends it. */
export type Side = Omit<VersionHead, 'versionId' | 'note' | 'covers'> & {
  document: string;
  title: string;
  /** how an address names it: the number, after another document's code and a tilde */
  ref: string;
};

type SideRow = Omit<Side, 'ref'> & { versionId: string; kindId: string; unitId: string };

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
};

/**
 * What changed between two versions: of one document, or of a document and the one that it amends.
 * Ten statements, whatever their size.
 * @param ask.from the older side, as `2` or `other-document~1`; what it amends, else the version before, when left out
 * @param ask.to the newer side; the newest that the reader may see when left out
 * @returns null when there is only one version that the reader may see
 * @throws Missing
 */
export async function compareVersions(
  tx: Tx,
  actor: Actor,
  { from, to, ...address }: PlanAddress & { from?: string | null; to?: string | null },
): Promise<VersionComparison | null> {
  const head = await getPlanHead(tx, actor, address);
  const family = await readFamily(tx, actor, head.documentId);
  const seen = family.filter(
    (side) => side.status !== 'draft' || canSeeDraft(actor, { ...side, stage: head.stage }),
  );
  const refOf = (side: SideRow) =>
    side.document === head.code ? String(side.number) : `${side.document}~${side.number}`;
  const find = (ref: string) => {
    const found = seen.find((side) => refOf(side) === ref);
    if (!found) throw new Missing('version');
    return found;
  };
  const after = to ? find(to) : seen.findLast((side) => side.document === head.code);
  const before = from ? find(from) : after && originalOf(seen, head, after);
  if (!after || !before) return null;
  const nodes = await readNodes(tx, actor, head.schemeId);
  const setting = await readSetting(tx, actor, { ...head, versionId: after.versionId });
  const was = await readSide(tx, actor, before);
  const is = await readSide(tx, actor, after);
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
  const side = ({ versionId: _v, kindId: _k, unitId: _u, ...rest }: SideRow): Side => {
    return { ...rest, ref: refOf(rest as SideRow) };
  };
  return {
    head,
    units: unitsOf({ units: setting.units, version: { covers: head.versions.flatMap((one) => one.covers) } }),
    choices: seen.map(side),
    before: side(before),
    after: side(after),
    themes,
    nodes: nodes.map(({ code, nameNl, nameEn, theme, framework }) => {
      return { code: theme ? code : `${framework}/${code}`, nameNl, nameEn };
    }),
    texts: compareTexts(was.questions, is.questions, { themes, units: setting.units }),
    measures: compareMeasures(was.measures, is.measures),
    changes: compareBudgets(was, is, ways),
    money: compareYears(was.lines, is.lines, ways),
    years: ways.years,
  };
}

/** The amended document's version in force, else the version before; null when there is neither. */
function originalOf(seen: readonly SideRow[], head: PlanHead, after: SideRow): SideRow | undefined {
  const earlier = seen.findLast((side) => side.document === after.document && side.number < after.number);
  const amended = seen.filter((side) => side.document === head.amends?.code && side !== after);
  return earlier ?? amended.find((side) => side.inForce) ?? amended.at(-1);
}

// A document that amends another may budget years that the other did not.
function yearsOf(head: PlanHead, lines: readonly { year: number }[]): number[] {
  const all = [head.firstYear, head.lastYear, ...lines.map((line) => line.year)];
  return years(Math.min(...all), Math.max(...all));
}

async function readSide(tx: Tx, actor: Actor, { kindId, versionId }: SideRow) {
  return {
    questions: await readQuestions(tx, actor, { kindId, versionId }),
    measures: await readMeasures(tx, actor, versionId),
    lines: await readLines(tx, actor, versionId),
  };
}

/** The versions of a document, of the one it amends and of those that amend it: the oldest document first. */
async function readFamily(tx: Tx, actor: Actor, documentId: string): Promise<SideRow[]> {
  const { rows } = await sql<SideRow>`
    select d.code as document, d.title, d.kind_id, d.unit_id, v.version_id, v.number, v.status, v.content_hash,
           v.submitted_at, v.adopted_at, exists (select from in_force i
              where i.institution_id = v.institution_id and i.version_id = v.version_id
                and i.valid @> now() and upper_inf(i.recorded)) as in_force
      from document o
      join document d on d.institution_id = o.institution_id
           and (d.document_id = o.document_id or d.document_id = o.amends_id or d.amends_id = o.document_id)
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
     where o.institution_id = ${actor.institutionId} and o.document_id = ${documentId}
     order by (d.document_id = o.amends_id) desc nulls last, (d.document_id = o.document_id) desc, d.code, v.number`.execute(
    tx,
  );
  const iso = (at: unknown) => (at instanceof Date ? at.toISOString() : (at as string | null));
  return rows.map((row) => ({ ...row, submittedAt: iso(row.submittedAt), adoptedAt: iso(row.adoptedAt) }));
}
