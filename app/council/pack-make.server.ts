import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { Report } from '#app/render/report.ts';
import { getPack } from './pack.server.ts';
import { packReport } from './pack-report.ts';

/**
 * The reading pack as a report in the actor's language.
 * @param at.base the address of this site, for what stands elsewhere
 * @throws Missing
 */
export async function makePackReport(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; decision: string; today: string; base: string },
): Promise<Report> {
  const pack = await getPack(tx, actor, at);
  const names = await tx
    .selectFrom('institution')
    .select(['nameNl', 'nameEn', 'noticeNl', 'noticeEn'])
    .where('institutionId', '=', actor.institutionId)
    .executeTakeFirstOrThrow();
  const { locale } = actor;
  return packReport(pack, {
    ...{ words: wordsOf(locale), locale, today: at.today, base: at.base },
    institution: nameOf(names, locale),
    notice: locale === 'en' ? names.noticeEn : names.noticeNl,
  });
}
