import { sql } from 'kysely';
import { getInstitution } from '#app/identity/institution.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Missing, type Reason } from '#app/kernel/rejection.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import type { VersionHead } from '#app/plan/plan.ts';
import { getReport, type ReportAnswer } from '#app/report/chain.server.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import {
  type Chapter,
  canPublish,
  chaptersOf,
  isConfidential,
  type Marked,
  namesIn,
  refusals,
} from './publication.ts';

/** A body that decided on the very version, without persons. */
export type PublicDecision = {
  kind: string;
  outcome: string;
  on: string;
  body: { nameNl: string; nameEn: string };
};

export type Candidate = {
  report: ReportAnswer;
  version: VersionHead;
  chapters: (Omit<Chapter, 'blocks'> & { confidential: boolean })[];
  /** what refuses it, whatever is left out */
  blockers: Reason[];
  decisions: PublicDecision[];
  amounts: Amounts | null;
  /** names of members of bodies that stand in its text */
  names: string[];
  /** the version that is public now, if there is one */
  current: number | null;
  /** the code of the institution, with which its address begins */
  institution: string;
};

type Asked = PlanAddress & { version?: number | null; now: Date };

/**
 * A version as it would go out, and what is in the way. The one in force unless another is asked for.
 * @throws Missing; Rejection `forbidden`
 */
export async function getCandidate(
  tx: Tx,
  actor: Actor,
  { version: number, now, ...at }: Asked,
): Promise<Candidate> {
  const head = await getPlanHead(tx, actor, at);
  if (!canPublish(actor, head)) throw forbidden('publication.write');
  const held = head.versions.find((one) => one.inForce) ?? head.versions.at(-1);
  const version = number == null ? held : head.versions.find((one) => one.number === number);
  if (!version) throw new Missing('version');
  const report = await getReport(tx, actor, { ...at, version: version.number, locale: 'nl', now });
  const marked = await readMarked(tx, actor, { kindId: head.kindId, versionId: version.versionId });
  const chapters = chaptersOf(report.report.blocks);
  const prints = report.template.questions.some((one) => one.blocks.length > 0);
  const open = await readOpen(tx, actor, head.documentId);
  const inForce = head.versions.find((one) => one.inForce)?.number ?? null;
  return {
    report,
    version,
    chapters: chapters.map(({ title, tables, figures }) => ({
      ...{ title, tables, figures },
      confidential: isConfidential({ title }, marked),
    })),
    blockers: refusals(version, {
      inForce,
      kept: report.standing === 'frozen' || !prints,
      open: open.includes(version.number),
    }),
    decisions: await readDecisions(tx, actor, version),
    amounts: await readAmounts(tx, report),
    names: namesIn(report.report.blocks, await readNames(tx, actor)),
    current: open.at(-1) ?? null,
    institution: (await getInstitution(tx, actor)).code,
  };
}

/** The titles in both languages of what a kind asks, and of what is not for everybody: marked so, or made of such. */
async function readMarked(
  tx: Tx,
  actor: Actor,
  { kindId, versionId }: { kindId: string; versionId: string },
): Promise<Marked> {
  const { rows } = await sql<{ textNl: string; textEn: string; confidential: boolean }>`
    select q.text_nl, q.text_en, (q.confidential
        or exists (select from section_quote sq
             join question o on o.institution_id = sq.institution_id and o.question_id = sq.source_question_id
            where sq.institution_id = q.institution_id and sq.version_id = ${versionId}
              and sq.question_id = q.question_id and o.confidential)
        or (q.blocks @> '[{"kind": "lower"}]' and exists (select from question_source qs
             join question o on o.institution_id = qs.institution_id and o.question_id = qs.source_id
            where qs.institution_id = q.institution_id and qs.question_id = q.question_id and o.confidential))
      ) as confidential
      from question q where q.institution_id = ${actor.institutionId} and q.kind_id = ${kindId}`.execute(tx);
  const titles = (list: typeof rows) => new Set(list.flatMap((one) => [one.textNl, one.textEn]));
  return { confidential: titles(rows.filter((one) => one.confidential)), known: titles(rows) };
}

/** The numbers of a document's versions that are public, or will be; the newest last. */
async function readOpen(tx: Tx, actor: Actor, documentId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('publication')
    .select('versionNumber')
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', documentId)
    .where('withdrawnAt', 'is', null)
    .orderBy('versionNumber')
    .execute();
  return rows.map((one) => one.versionNumber);
}

async function readDecisions(
  tx: Tx,
  actor: Actor,
  { versionId, contentHash }: Pick<VersionHead, 'versionId' | 'contentHash'>,
): Promise<PublicDecision[]> {
  if (contentHash === null) return [];
  const { rows } = await sql<PublicDecision>`
    select x.kind, x.outcome, x.decided_on as on, json_build_object('nameNl', b.name_nl, 'nameEn', b.name_en) as body
      from decision x join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
     where x.institution_id = ${actor.institutionId} and x.version_id = ${versionId}
       and x.version_hash = ${contentHash} and x.outcome is not null and x.decided_on is not null
     order by x.decided_on, x.kind = 'adoption', b.code`.execute(tx);
  return rows;
}

async function readAmounts(tx: Tx, { plan }: ReportAnswer): Promise<Amounts | null> {
  const { head, version, units, themes, nodes, funds } = plan;
  if (head.stage === null || version.status === 'draft') return null;
  const rows = await getMoney(tx, {
    schemeId: head.schemeId,
    versionId: version.versionId,
    groupBy: ['unit', 'node', 'fund', 'year'],
  });
  const root = new Map(nodes.map((node) => [node.code, node.root]));
  const named = (list: readonly { code: string; nameNl: string; nameEn: string }[], code?: string | null) => {
    if (code == null) return null;
    const { nameNl, nameEn } = list.find((one) => one.code === code) ?? { nameNl: code, nameEn: code };
    return { code, nameNl, nameEn };
  };
  // as the institution, the scheme and its funds are ordered, whatever their codes
  const place = (list: readonly { code: string }[], code?: string) =>
    list.findIndex((one) => one.code === code);
  const lines = rows.map((row) => ({
    unit: named(units, row.unit),
    theme: named(themes, row.node && (root.get(row.node) ?? row.node)),
    fund: named(funds, row.fund),
    year: row.year!,
    ...{ cents: row.cents, unknown: row.unknown, masked: row.masked, provisional: row.provisional },
  }));
  const ordered = lines.toSorted(
    (a, b) =>
      place(units, a.unit?.code) - place(units, b.unit?.code) ||
      place(themes, a.theme?.code) - place(themes, b.theme?.code) ||
      place(funds, a.fund?.code) - place(funds, b.fund?.code) ||
      a.year - b.year,
  );
  return amountsOf(head.stage, ordered);
}

async function readNames(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx
    .selectFrom('bodyMember')
    .select('name')
    .distinct()
    .where('institutionId', '=', actor.institutionId)
    .execute();
  return rows.map((one) => one.name);
}
