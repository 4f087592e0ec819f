import { record } from '#app/audit/audit.server.ts';
import { createDraft } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, forbidden, InvalidInput } from '#app/kernel/rejection.ts';
import { findAllocation, insertRun, startAllocation } from './draft.server.ts';
import { ownMoney } from './own-totals.ts';
import type { DraftOfScenario } from './scenario.input.ts';
import { getScenario, linkScenario } from './scenario.server.ts';
import type { Scenario } from './scenario.ts';
import { canWriteAllocation } from './version.ts';

type Address = { scheme: string; scenario: string };
type Made = { document: string; version: number };

/**
 * Makes of a scenario the draft of an allocation: the next version of a document, or the first of a new one. From
 * there it goes the way of every allocation: submitted, asked of the bodies with a right, decided by the board.
 * @throws Missing; Rejection `forbidden`, `version.draft-exists`, `document.code-taken`; InvalidInput
 *   `field.required`, `allocation.kind`
 */
export async function draftOfScenario(
  tx: Tx,
  actor: Actor,
  { scheme, scenario: code, ...input }: Address & DraftOfScenario,
): Promise<Made> {
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const { scenario } = await getScenario(tx, actor, { scheme, scenario: code });
  const asked = { ...input, scheme, scenario };
  const made = input.document
    ? await nextVersion(tx, actor, { ...asked, document: input.document })
    : await newDocument(tx, actor, asked);
  await linkScenario(tx, actor, { scenario, documentId: made.documentId });
  const { document, version } = made;
  const subject = { kind: 'scenario', id: scenario.scenarioId };
  await record(tx, actor, 'scenario.draft', subject, { after: { document, version } });
  return { document, version };
}

type Asked = Omit<DraftOfScenario, 'document'> & { scheme: string; scenario: Scenario };

async function nextVersion(tx: Tx, actor: Actor, asked: Asked & { document: string }) {
  const { found } = await findAllocation(tx, actor, asked);
  const { documentId, versions } = found;
  const note = asked.note || asked.scenario.name;
  const versionId = await createDraft(tx, actor, { documentId, note });
  const { rules, inputs } = scenarioRun(asked.scenario);
  await insertRun(tx, actor, { versionId, rules, inputs });
  return { document: found.code, version: (versions.at(-1)?.number ?? 0) + 1, documentId };
}

async function newDocument(tx: Tx, actor: Actor, { scheme, scenario, kind, code, title }: Asked) {
  const missing = Object.entries({ kind, code, title }).filter(([, value]) => !value);
  if (!kind || !code || !title) {
    const errors = missing.map(([path]): FieldError => ({ path, code: 'field.required', params: {} }));
    throw new InvalidInput(errors);
  }
  const { rules, inputs } = scenarioRun(scenario);
  const { fund, basis } = inputs;
  const begin = { rules, ...ownMoney(inputs) };
  return startAllocation(tx, actor, { scheme, kind, code, title, fund, basis, begin });
}

/** What a draft keeps: its money is that of the day it is shown, unless it was given by hand. */
function scenarioRun({ rules, inputs: { fund, basis, ...kept } }: Scenario) {
  const money = basis === 'own' ? ownMoney(kept) : { totals: {} };
  return {
    rules,
    inputs: { fund, basis, ...money, headCounts: [], earlier: [] },
  };
}
