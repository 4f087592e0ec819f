import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { placeCode, placesOf } from '#app/plan/place.ts';
import { getPlan, getPlanHead } from '#app/plan/plan.server.ts';
import type { Report } from '#app/render/report.ts';
import { blockPrinter, readBlockData } from './chain-block.server.ts';
import { readTemplate } from './chain-template.server.ts';

type Asked = PlanAddress & { question: string; place: string | null; locale: Locale; now: Date };

/**
 * What the template prints below one answer of a draft, with the figures of now: beside its writer. Null when it prints
 * none, or when there is no draft that the reader may see. Two statements then, else those of the draft and its figures.
 * @throws Missing
 */
export async function getSectionFigures(
  tx: Tx,
  actor: Actor,
  { question: code, place: at, locale, now, ...address }: Asked,
): Promise<Report | null> {
  const head = await getPlanHead(tx, actor, address);
  const draft = head.versions.find((one) => one.status === 'draft');
  if (!draft) return null;
  const template = await readTemplate(tx, actor, { ...head, versionId: draft.versionId });
  const prints = template.questions.filter((one) => one.code === code && one.asks && one.blocks.length > 0);
  if (prints.length === 0) return null;
  const plan = await getPlan(tx, actor, { ...address, locale });
  const question = plan.questions.find((one) => one.code === code);
  const place = question && placesOf(question, plan).find((one) => placeCode(one) === at);
  if (!place) return null;
  const data = await readBlockData(tx, actor, { plan, template: { ...template, questions: prints }, now });
  const print = blockPrinter(plan, data, locale);
  const blocks = prints.flatMap((one) => one.blocks.flatMap((spec) => print(spec, place)));
  if (blocks.length === 0) return null;
  const { institution } = template;
  return { title: head.title, language: locale, institution: nameOf(institution, locale), blocks };
}
