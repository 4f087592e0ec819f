import { z } from 'zod';
import { getAllocation } from '#app/allocation/allocation.server.ts';
import { saveDraft } from '#app/allocation/draft.server.ts';
import { ownMoney } from '#app/allocation/own-totals.ts';
import { getScenario, saveScenario } from '#app/allocation/scenario.server.ts';
import { canWriteScenario } from '#app/allocation/scenario.ts';
import { vocabularyOf } from '#app/allocation/screen.server.ts';
import { canWriteAllocation } from '#app/allocation/version.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { sinceShown } from './fill-in-sheet.ts';
import { changedRules } from './rules-change.ts';
import { type RulesFrame, rulesSheet } from './rules-sheet.ts';

/** The draft of an allocation, or a scenario: one of the two. */
export const rulesSheetAddress = z.union([
  z.object({ scheme: z.string(), document: z.string() }),
  z.object({ scheme: z.string(), scenario: z.string() }),
]);
export type RulesSheetAddress = z.output<typeof rulesSheetAddress>;

/**
 * The numbers of an allocation's rules as a table that goes round, and how what comes back is kept.
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`, `scenario.settled`
 */
export async function readRulesSheet(tx: Tx, actor: Actor, at: RulesSheetAddress) {
  const found = 'document' in at ? await ofDraft(tx, actor, at) : await ofScenario(tx, actor, at);
  return { ...found, sheet: rulesSheet(found.frame, wordsOf) };
}

async function ofDraft(tx: Tx, actor: Actor, at: { scheme: string; document: string }) {
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const { setting, document, version, rules } = await getAllocation(tx, actor, at);
  if (version.status !== 'draft') throw new Rejection('allocation.no-draft', { document: at.document });
  const fund = rules?.fund ?? setting.funds[0]?.code ?? '';
  const { basis = 'granted', revision = 0 } = rules ?? {};
  const { units, themes } = vocabularyOf(setting);
  const frame: RulesFrame = {
    title: document.title,
    stamp: `${at.scheme}/${at.document}/${version.number}`,
    rules: rules?.rules ?? [],
    own: rules && basis === 'own' ? ownMoney(rules.own) : null,
    years: years(setting.firstYear, setting.lastYear),
    ...{ units, themes },
  };
  const keep = async (next: ReturnType<typeof changedRules>) => {
    const money = next.own ?? { totals: {} };
    await saveDraft(tx, actor, { ...at, ...money, rules: next.rules, fund, basis, revision });
  };
  return { frame, keep };
}

async function ofScenario(tx: Tx, actor: Actor, at: { scheme: string; scenario: string }) {
  if (!canWriteScenario(actor)) throw forbidden('allocation.write');
  const { setting, scenario } = await getScenario(tx, actor, at);
  if (scenario.outcome !== null) throw new Rejection('scenario.settled');
  const { name, description, shared, fund, revision, inputs } = scenario;
  const { units, themes } = vocabularyOf(setting);
  const frame: RulesFrame = {
    title: name,
    stamp: `${at.scheme}/${at.scenario}/${revision}`,
    rules: scenario.rules,
    own: inputs.basis === 'own' ? ownMoney(inputs) : null,
    years: years(setting.firstYear, setting.lastYear),
    ...{ units, themes },
  };
  const keep = async (next: ReturnType<typeof changedRules>) => {
    const words = { name, description, shared, fund, basis: inputs.basis, revision };
    await saveScenario(tx, actor, { ...at, ...words, ...(next.own ?? { totals: {} }), rules: next.rules });
  };
  return { frame, keep };
}

/** Keeps what was shown; what somebody else changed meanwhile comes back. @throws as readRulesSheet, saveDraft */
export async function saveRulesSheet(
  tx: Tx,
  actor: Actor,
  at: RulesSheetAddress,
  changes: readonly CellChange[],
): Promise<Saved> {
  const { frame, keep, sheet } = await readRulesSheet(tx, actor, at);
  const { still, moved } = sinceShown(changes, { sheet, locale: actor.locale });
  if (moved.length > 0) return { saved: null, still, moved };
  if (still.length > 0) await keep(changedRules(frame, still));
  return { saved: still.length };
}
