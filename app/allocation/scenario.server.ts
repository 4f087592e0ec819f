import { sql, type UpdateObject } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { DB, Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { rulesSchema } from './allocation.input.ts';
import { freshInputs, tryRun } from './allocation.server.ts';
import { ownMoney } from './own-totals.ts';
import { runInputsSchema } from './run.input.ts';
import { type Run, type RunInputs, runContent, usedInputs } from './run.ts';
import type { CreateScenario, SaveScenario, SettleScenario } from './scenario.input.ts';
import {
  canRemoveScenario,
  canSeeScenario,
  canWriteScenario,
  type Scenario,
  type ScenarioSummary,
} from './scenario.ts';
import { type AllocationSetting, getSetting } from './setting.server.ts';

type InScheme = { scheme: string };
type OfScenario = InScheme & { scenario: string };
type Row = ScenarioSummary & { rules: Json; inputs: Json; result: Json };

/** The scenarios of a scheme that the reader may see, the newest last. One statement. */
export async function listScenarios(tx: Tx, actor: Actor, schemeId: string): Promise<Scenario[]> {
  const { rows } = await sql<Row>`
    select s.scenario_id, s.code, s.name, s.description, s.shared, s.rules, s.inputs, s.result, s.outcome,
           s.reason, s.source, s.revision, to_json(s.kept_at)#>>'{}' as kept_at, f.code as fund, d.code as document
      from scenario s
      join fund f on f.institution_id = s.institution_id and f.fund_id = s.fund_id
      left join document d on d.institution_id = s.institution_id and d.document_id = s.document_id
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${schemeId}
     order by s.sort, s.scenario_id`.execute(tx);
  return rows.filter((row) => canSeeScenario(actor, row)).map(scenarioOf);
}

function scenarioOf({ rules, inputs, result, ...row }: Row): Scenario {
  const { totals = {}, headCounts = [], earlier = [], ...rest } = runInputsSchema.parse(inputs);
  return {
    ...row,
    rules: rulesSchema.parse(rules),
    inputs: { ...rest, totals, headCounts, earlier },
    result: result as Scenario['result'],
  };
}

/** @throws Missing, also for one that is not shared with the reader */
export async function getScenario(
  tx: Tx,
  actor: Actor,
  { scheme, scenario }: OfScenario,
): Promise<{ setting: AllocationSetting; scenario: Scenario }> {
  const setting = await getSetting(tx, actor, scheme);
  const found = (await listScenarios(tx, actor, setting.schemeId)).find((one) => one.code === scenario);
  if (!found) throw new Missing('scenario');
  return { setting, scenario: found };
}

/**
 * Keeps a new scenario with the money and head counts of now, and what its rules give on them. Rules need not be
 * right yet: then nothing comes out.
 * @throws Missing; Rejection `forbidden`, `scenario.code-taken`; InvalidInput `funding.unknown-fund`
 */
export async function createScenario(
  tx: Tx,
  actor: Actor,
  { scheme, code: given, ...input }: CreateScenario & InScheme,
): Promise<{ scenario: string; revision: number }> {
  if (!canWriteScenario(actor)) throw forbidden('allocation.write');
  const setting = await getSetting(tx, actor, scheme);
  const { rows } = await sql<{ code: string }>`
    select code from scenario where institution_id = ${actor.institutionId} and scheme_id = ${setting.schemeId}`.execute(
    tx,
  );
  const taken = new Set(rows.map((row) => row.code));
  const code = given ?? freeCode(input.name, taken);
  if (taken.has(code)) throw new Rejection('scenario.code-taken', { code });
  const kept = keptOf(setting, input);
  const scenarioId = newId();
  await tx
    .insertInto('scenario')
    .values({
      ...{ institutionId: actor.institutionId, scenarioId, schemeId: setting.schemeId, code },
      ...{ name: input.name, description: input.description, shared: input.shared },
      ...kept.columns,
      sort: rows.length,
      keptAt: sql`now()`,
    })
    .execute();
  const after = { code, name: input.name, shared: input.shared, ...kept.audit };
  await record(tx, actor, 'scenario.create', { kind: 'scenario', id: scenarioId }, { after });
  return { scenario: code, revision: 1 };
}

/** A name as a code that is still free: `Gelijk tarief` gives `gelijk-tarief`, then `gelijk-tarief-2`. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  const stem = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const code = stem || 'scenario';
  for (let number = 2; ; number += 1) {
    const next = number === 2 ? code : `${code}-${number - 1}`;
    if (!taken.has(next)) return next;
  }
}

type Content = Pick<CreateScenario, 'fund' | 'basis' | 'totals' | 'provisional' | 'pm' | 'rules'>;

/** What is kept of a scenario: its rules, what they ran on, and what came out. */
function keptOf(setting: AllocationSetting, { fund, basis, rules, ...money }: Content) {
  const fundId = setting.funds.find((one) => one.code === fund)?.fundId;
  if (!fundId) throw new InvalidInput([{ path: 'fund', code: 'funding.unknown-fund', params: { fund } }]);
  const asked = { fund, basis, ...ownMoney(money), headCounts: [], earlier: [] };
  const { run } = tryRun(setting, { rules, inputs: asked, document: null });
  const inputs: RunInputs = run?.inputs ?? usedInputs(rules, freshInputs(setting, asked, null));
  const content = runContent({ rules, inputs, result: run?.result ?? null } as Run);
  return {
    columns: {
      fundId,
      rules: JSON.stringify(content.rules),
      inputs: JSON.stringify(content.inputs),
      result: content.result === null ? null : JSON.stringify(content.result),
    },
    audit: { fund, basis, ...(content.inputs && ownMoney(inputs)), rules: content.rules },
  };
}

/** A scenario that the actor may change, nobody else meanwhile. @throws Missing; Rejection `forbidden`, `conflict` */
async function lockScenario(
  tx: Tx,
  actor: Actor,
  { revision, ...address }: OfScenario & { revision: number },
): Promise<{ setting: AllocationSetting; scenario: Scenario }> {
  const seen = await getScenario(tx, actor, address);
  if (!canWriteScenario(actor)) throw forbidden('allocation.write');
  const { scenarioId } = seen.scenario;
  await sql`select from scenario where institution_id = ${actor.institutionId}
     and scenario_id = ${scenarioId} for update`.execute(tx);
  const { setting } = seen;
  const scenario = (await listScenarios(tx, actor, setting.schemeId)).find(
    (s) => s.scenarioId === scenarioId,
  );
  if (!scenario) throw new Missing('scenario');
  if (scenario.revision !== revision) {
    throw new Rejection('conflict', {
      theirs: JSON.stringify({ name: scenario.name, rules: scenario.rules, inputs: scenario.inputs }),
      revision: scenario.revision,
    });
  }
  return { setting, scenario };
}

/**
 * Keeps a scenario anew: its words, its rules, and what they give on the money and head counts of now.
 * @returns the revision now
 * @throws Missing; Rejection `forbidden`, `scenario.settled`, `conflict` (params: `theirs` as JSON, `revision`);
 *   InvalidInput `funding.unknown-fund`
 */
export async function saveScenario(
  tx: Tx,
  actor: Actor,
  { scheme, scenario: code, ...input }: OfScenario & SaveScenario,
): Promise<{ scenario: string; revision: number }> {
  const { setting, scenario } = await lockScenario(tx, actor, { scheme, scenario: code, ...input });
  if (scenario.outcome !== null) throw new Rejection('scenario.settled');
  const kept = keptOf(setting, input);
  const words = { name: input.name, description: input.description, shared: input.shared };
  await change(tx, actor, scenario, { ...words, ...kept.columns, keptAt: sql<Date>`now()` });
  const { name, description, shared, fund, rules } = scenario;
  const before = { name, description, shared, fund, rules: JSON.parse(JSON.stringify(rules)) };
  const after = { ...words, ...kept.audit };
  await record(tx, actor, 'scenario.save', { kind: 'scenario', id: scenario.scenarioId }, { before, after });
  return { scenario: code, revision: scenario.revision + 1 };
}

/**
 * Says what became of a scenario, and why; null opens it again.
 * @throws Missing; Rejection `forbidden`, `conflict`; InvalidInput `field.required` when an outcome has no reason
 */
export async function settleScenario(
  tx: Tx,
  actor: Actor,
  { scheme, scenario: code, outcome, reason, revision }: OfScenario & SettleScenario,
): Promise<{ scenario: string; revision: number }> {
  const { scenario } = await lockScenario(tx, actor, { scheme, scenario: code, revision });
  if (outcome !== null && reason === '') {
    throw new InvalidInput([{ path: 'reason', code: 'field.required', params: {} }]);
  }
  // Considered and decided on: everyone may know.
  const after = { outcome, reason, shared: scenario.shared || outcome !== null };
  await change(tx, actor, scenario, after);
  const before = { outcome: scenario.outcome, reason: scenario.reason, shared: scenario.shared };
  await record(
    tx,
    actor,
    'scenario.settle',
    { kind: 'scenario', id: scenario.scenarioId },
    { before, after },
  );
  return { scenario: code, revision: scenario.revision + 1 };
}

/** @throws Missing; Rejection `forbidden`, `conflict`, `scenario.kept` for one that was shared or settled */
export async function removeScenario(
  tx: Tx,
  actor: Actor,
  address: OfScenario & { revision: number },
): Promise<{ scenario: string }> {
  const { scenario } = await lockScenario(tx, actor, address);
  if (!canRemoveScenario(actor, scenario)) throw new Rejection('scenario.kept');
  await tx
    .deleteFrom('scenario')
    .where('institutionId', '=', actor.institutionId)
    .where('scenarioId', '=', scenario.scenarioId)
    .execute();
  const { code, name, fund, rules } = scenario;
  const before = { code, name, fund, rules: JSON.parse(JSON.stringify(rules)) };
  await record(tx, actor, 'scenario.remove', { kind: 'scenario', id: scenario.scenarioId }, { before });
  return { scenario: code };
}

type Changes = UpdateObject<DB, 'scenario'>;

async function change(tx: Tx, actor: Actor, scenario: Scenario, changes: Changes): Promise<void> {
  await tx
    .updateTable('scenario')
    .set({ ...changes, revision: scenario.revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('scenarioId', '=', scenario.scenarioId)
    .execute();
}

/** Notes which document a draft was made for. The caller records the act. */
export async function linkScenario(
  tx: Tx,
  actor: Actor,
  { scenario, documentId }: { scenario: Scenario; documentId: string },
): Promise<void> {
  await change(tx, actor, scenario, { documentId });
}
