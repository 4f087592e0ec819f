import { noteMinutes } from '#app/document/document.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import { locales } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { nameOf } from '#app/kernel/name.ts';
import { years } from '#app/kernel/period.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlan, type Plan } from '#app/plan/plan.server.ts';
import { readQuotes } from '#app/plan/quote.server.ts';
import { readLower } from '#app/plan/quote-source.server.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import type { Block, Report } from '#app/render/report.ts';
import { blockPrinter, readBlockData, readIndicators } from './chain-block.server.ts';
import { withoutReflection } from './chain-observed.ts';
import { readTemplate, type Template } from './chain-template.server.ts';
import { reportBlocks } from './chain-tree.ts';

/** How the figures of a report stand: as they are now, as they were submitted, or not kept with an old version. */
export type Standing = 'live' | 'frozen' | 'not-kept';

export type ReportAnswer = { plan: Plan; template: Template; report: Report; standing: Standing };

type Asked = PlanAddress & { version?: number | null; locale?: Locale; now: Date };

/**
 * A document of any kind as one report: of a draft with the figures of now, of a submitted version as it was printed
 * then. A submitted version costs eleven statements, a draft what its tables ask besides.
 * @throws Missing, also for a draft that is not the reader's to see
 */
export async function getReport(
  tx: Tx,
  actor: Actor,
  { now, locale = actor.locale, ...address }: Asked,
): Promise<ReportAnswer> {
  const plan = await getPlan(tx, actor, { ...address, locale });
  const { head, version } = plan;
  const { versionId } = version;
  const template = await readTemplate(tx, actor, { ...head, versionId });
  const standing = version.status === 'draft' ? 'live' : template.printed === null ? 'not-kept' : 'frozen';
  const printed = template.printed as Record<Locale, Block[]> | null;
  const blocks =
    standing === 'frozen'
      ? printed![locale]
      : (await compose(tx, actor, { plan, template, standing, now }))(locale);
  return { plan, template, standing, report: wrap({ plan, template, standing, now }, locale, blocks) };
}

type Composing = { plan: Plan; template: Template; standing: Standing; now: Date };

/** Reads what a report is made of, once, to be printed in each language. */
async function compose(
  tx: Tx,
  actor: Actor,
  { plan, template, standing, now }: Composing,
): Promise<(locale: Locale) => Block[]> {
  const quotes = await readQuotes(tx, actor, plan.version.versionId);
  const live = standing === 'live';
  const data = live ? await readBlockData(tx, actor, { plan, template, now }) : null;
  const draws = template.questions.some((one) => one.draws);
  const lower = live && draws ? await readLower(tx, actor, { head: plan.head }) : [];
  return (locale) => {
    const words = wordsOf(locale);
    const print = data ? blockPrinter(plan, data, locale) : null;
    const { questions } = template;
    const shown = live
      ? questions
      : questions.map((one) => ({ ...one, blocks: one.blocks.filter(isFigure) }));
    return reportBlocks({ plan, questions: shown, quotes, lower, locale, words, print });
  };
}

const isFigure = ({ kind }: { kind: string }): boolean => kind !== 'guide' && kind !== 'lower';

function wrap({ plan, template, standing, now }: Composing, locale: Locale, blocks: Block[]): Report {
  const { head, version } = plan;
  const words = wordsOf(locale);
  const { institution } = template;
  const own = locale === 'en' ? institution.noticeEn : institution.noticeNl;
  const notice = [own, standing === 'live' ? words('chain.draft') : ''].filter(Boolean).join(' · ');
  const subtitle = words('chain.subtitle', {
    kind: nameOf(head.kind, locale),
    unit: nameOf(head.unit, locale),
    version: String(version.number),
  });
  // a page says it above the report; a file, that has no page around it, below its title
  const gone = standing === 'not-kept' ? `. ${words('chain.standing.not-kept')}.` : '';
  return {
    title: head.title,
    subtitle: `${subtitle}${gone}`,
    language: locale,
    institution: nameOf(institution, locale),
    asOf: version.submittedAt ? isoDate(new Date(version.submittedAt)) : isoDate(now),
    ...(notice && { notice }),
    contents: true,
    blocks,
  };
}

/** Of a kind whose template prints something: its versions keep what they printed. */
const prints = ({ questions }: Template): boolean =>
  questions.some((one) => one.blocks.length > 0 || one.fixedNl !== '' || one.draws);

type Submitting = PlanAddress & { minutes?: number | null; now: Date };

/**
 * Submits a document of any kind: as submitPlan, with the printed report in both languages frozen under the same hash,
 * and what writing it took noted beside it.
 * @throws as submitPlan
 */
export async function submitReport(
  tx: Tx,
  actor: Actor,
  { minutes = null, now, ...address }: Submitting,
): Promise<{ version: number; hash: string }> {
  let versionId = '';
  const done = await submitPlan(tx, actor, address, async (plan) => {
    versionId = plan.version.versionId;
    const template = await readTemplate(tx, actor, { ...plan.head, versionId });
    if (!prints(template)) return {};
    const standing = 'live';
    const print = await compose(tx, actor, {
      plan: { ...plan, version: { ...plan.version, status: 'submitted' } },
      template,
      standing,
      now,
    });
    const printed = Object.fromEntries(locales.map((locale) => [locale, print(locale) as unknown as Json]));
    const blockers = (await reportGaps(tx, actor, plan, template)).map(({ code, params }) => ({
      code,
      params,
    }));
    return { blockers, parts: { printed } };
  });
  if (minutes !== null) await noteMinutes(tx, actor, versionId, minutes);
  return done;
}

/** An indicator that the report prints without a reflection on it, and where that is written. */
type ReportGap = Reason & { href: string };

/**
 * What stands in the way of submitting that only the template knows: indicators of the report's unit that have a
 * figure in its years and no reflection. No statement when the template prints no indicators.
 */
async function reportGaps(tx: Tx, actor: Actor, plan: Plan, template: Template): Promise<ReportGap[]> {
  const specs = template.questions.flatMap(({ blocks }) => blocks.filter((one) => one.kind === 'indicators'));
  if (specs.length === 0) return [];
  const { head } = plan;
  const codes = specs.some((one) => one.codes.length === 0) ? [] : specs.flatMap((one) => one.codes);
  const shown = { codes, unit: head.unit.code, years: years(head.firstYear, head.lastYear) };
  return withoutReflection(await readIndicators(tx, actor, plan), shown).map((one) => ({
    code: 'report.no-reflection',
    params: { name: nameOf(one, actor.locale), year: String(one.year) },
    href: `/schemes/${head.scheme.code}/indicators/fill/${head.unit.code}/${one.year}`,
  }));
}

/** The same for a page about to submit. One statement, and those of the indicators where the template prints some. */
export async function observedGaps(tx: Tx, actor: Actor, plan: Plan): Promise<ReportGap[]> {
  const template = await readTemplate(tx, actor, { ...plan.head, versionId: plan.version.versionId });
  return reportGaps(tx, actor, plan, template);
}
