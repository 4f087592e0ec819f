import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years as yearsOf } from '#app/kernel/period.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { readAllocated } from './allocated.server.ts';
import { remainders } from './budget.ts';
import type { PlanAddress } from './draft.server.ts';
import { getPlanHead, themesOf } from './plan.server.ts';
import { canWritePlan } from './plan.ts';
import { type Named, readLines, readMeasures, readNodes, readSetting } from './plan-part.server.ts';

export type BudgetDraft = Awaited<ReturnType<typeof getBudgetDraft>>;

/**
 * The draft of a plan as its budget is written: lines, what they may name, and what is left. Six statements, and
 * of each thing only what the grid shows: whatever a page reads is sent along with it.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`
 */
export async function getBudgetDraft(tx: Tx, actor: Actor, address: PlanAddress) {
  const head = await getPlanHead(tx, actor, address);
  if (!canWritePlan(actor, head)) throw forbidden('plan.write');
  const draft = head.versions.find((version) => version.status === 'draft');
  if (!draft) throw new Rejection('plan.no-draft');
  const { schemeId, unitId } = head;
  const { versionId } = draft;
  const nodes = await readNodes(tx, actor, { schemeId });
  const measures = await readMeasures(tx, actor, versionId);
  const lines = await readLines(tx, actor, versionId);
  const setting = await readSetting(tx, actor, { schemeId, unitId, versionId });
  const { funds, units, others, rates, costKinds } = setting;
  const allocated = await readAllocated(tx, actor, { schemeId, unitId });
  const years = yearsOf(head.firstYear, head.lastYear);
  const frame = { funds: funds.map((fund) => fund.code), years, rates };
  const themeOf = new Map(nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  return {
    head,
    years,
    themes: themesOf(nodes).map((theme) => ({ ...named(theme), series: theme.series })),
    measures: measures.map(({ code, name, node }) => ({ code, name, theme: themeOf.get(node) ?? null })),
    lines,
    funds: funds.map(named),
    units: units.map(named),
    others: others.map(named),
    costKinds,
    rates,
    remainders: remainders(frame, lines, allocated),
  };
}

function named({ code, nameNl, nameEn }: Named): Named {
  return { code, nameNl, nameEn };
}
