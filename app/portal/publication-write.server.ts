import { type Actor, locales } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getReport } from '#app/report/chain.server.ts';
import { orderFile } from '#app/report/output.server.ts';
import { amountChapter } from './amount-chapter.ts';
import type { Candidate } from './candidate.server.ts';
import { publicFormats } from './public-format.ts';
import { publicWords } from './public-words.ts';
import { type LeftOut, publicReport } from './publication.ts';

type Writing = PlanAddress & {
  candidate: Candidate;
  leftOut: readonly LeftOut[];
  from: string;
  publishedAt: Date;
  withdrawn?: { at: Date; reason: string } | null;
  /** its files wait behind what people ask for */
  background?: boolean;
};

/** Writes what is read and asks for its files; without a look at rights or state, which an import has had. */
export async function writePublication(
  tx: Tx,
  actor: Actor,
  { scheme, document, candidate, leftOut, from, publishedAt, withdrawn = null, background = false }: Writing,
): Promise<string> {
  const { version, report } = candidate;
  const { head } = report.plan;
  const { institutionId } = actor;
  const publicationId = newId();
  const own = { institutionId, publicationId };
  const code = candidate.institution;
  const { nameNl, nameEn, noticeNl, noticeEn } = report.template.institution;
  await tx
    .insertInto('publication')
    .values({
      ...own,
      documentId: head.documentId,
      versionId: version.versionId,
      versionHash: version.contentHash!,
      ...{ institutionCode: code, schemeCode: scheme, documentCode: document, versionNumber: version.number },
      ...{ fromOn: from, publishedAt, leftOut: JSON.stringify(leftOut) },
      ...{ withdrawnAt: withdrawn?.at ?? null, withdrawnReason: withdrawn?.reason ?? '' },
      head: JSON.stringify({
        ...{ title: head.title, firstYear: head.firstYear, lastYear: head.lastYear, stage: head.stage },
        ...{ scheme: head.scheme, kind: head.kind, unit: head.unit },
        institution: { nameNl, nameEn, noticeNl, noticeEn },
      }),
    })
    .execute();
  const { submittedAt, adoptedAt } = version;
  const facts = { submittedAt, adoptedAt, decisions: candidate.decisions, amounts: candidate.amounts };
  for (const locale of locales) {
    const asked = { scheme, document, version: version.number, locale, now: publishedAt };
    const whole = locale === 'nl' ? report : await getReport(tx, actor, asked);
    const words = publicWords(locale);
    const made = publicReport(whole.report, {
      leftOut,
      more: amountChapter(candidate.amounts, locale),
      why: (reason) => words('public.left-out', { reason }),
    });
    await tx
      .insertInto('publicationPage')
      .values({ ...own, locale, report: JSON.stringify(made), facts: JSON.stringify(facts) })
      .execute();
    for (const format of withdrawn ? [] : publicFormats) {
      const ordered = { versionId: version.versionId, report: made, format, background };
      const { job } = await orderFile(tx, institutionId, ordered);
      await tx
        .insertInto('publicationFile')
        .values({ ...own, locale, format, jobId: job })
        .execute();
    }
  }
  return publicationId;
}
