import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { type Bundle, listBundles } from './bundle.server.ts';
import type {
  answerBundleInput,
  joinBundleInput,
  proposeBundleInput,
  withdrawBundleInput,
} from './coherence.input.ts';
import { jointUnits, listCoherent, listGoals } from './coherence.server.ts';
import { bundleState, type CoherentMeasure, canAnswerBundle, canBundle, sharedGoals } from './coherence.ts';
import { saveMeasure } from './measure.server.ts';

type AtScheme = { scheme: string; now: Date };
export type BundleAddress = AtScheme & { bundle: string };
type Changed = { revision: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Proposes to bundle the measures of all units whose plans serve a goal. Each unit is asked for its answer.
 * @throws InvalidInput `bundle.goal`; Rejection `forbidden`, `bundle.not-shared`, `bundle.exists`; Missing
 */
export async function proposeBundle(
  tx: Tx,
  actor: Actor,
  at: AtScheme,
  input: z.output<typeof proposeBundleInput>,
): Promise<{ bundle: string }> {
  if (!canBundle(actor)) throw forbidden('plan.return');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, at.scheme);
  const today = isoDate(at.now);
  const goals = await listGoals(tx, actor, schemeId);
  const goal = goals.find((one) => one.key === input.goal);
  if (!goal) {
    throw new InvalidInput([{ path: 'goal', code: 'bundle.goal', params: { value: input.goal } }]);
  }
  const roots = await jointUnits(tx, actor, today);
  const [shared] = sharedGoals([goal], await listCoherent(tx, actor, { schemeId, roots }));
  if (!shared) throw new Rejection('bundle.not-shared', { goal: goal.code });
  const open = (await listBundles(tx, actor, schemeId)).some(
    (one) => one.status === 'proposed' && one.goal.key === goal.key,
  );
  if (open) throw new Rejection('bundle.exists', { goal: goal.code });
  const node = await tx
    .selectFrom('node as n')
    .innerJoin('framework as f', (on) =>
      on.onRef('f.institutionId', '=', 'n.institutionId').onRef('f.frameworkId', '=', 'n.frameworkId'),
    )
    .select('n.nodeId')
    .where('n.institutionId', '=', institutionId)
    .where('n.code', '=', goal.code)
    .where('f.code', '=', goal.framework)
    .executeTakeFirstOrThrow();
  const own = { institutionId, bundleId: newId() };
  const { name, reason } = input;
  await tx
    .insertInto('bundle')
    .values({ ...own, schemeId, nodeId: node.nodeId, name, reason, proposedOn: today })
    .execute();
  const parts = shared.units.flatMap(({ measures }) => measures);
  await tx
    .insertInto('bundlePart')
    .values(parts.map(({ measureId }) => ({ ...own, measureId })))
    .execute();
  await tx
    .insertInto('bundleAnswer')
    .values(shared.units.map(({ unitId }) => ({ ...own, unitId })))
    .execute();
  const measures = parts.map((one) => `${one.document}/${one.code}`);
  const after = { goal: goal.key, name, reason, measures };
  await record(tx, actor, 'bundle.propose', { kind: 'bundle', id: own.bundleId }, { after });
  return { bundle: own.bundleId };
}

/** The open proposal, locked for a write that saw this revision. @throws Missing; Rejection `bundle.ended`, `conflict` */
async function lockBundle(tx: Tx, actor: Actor, at: BundleAddress, revision: number): Promise<Bundle> {
  if (!uuid.test(at.bundle)) throw new Missing('bundle');
  const schemeId = await schemeIdOf(tx, actor.institutionId, at.scheme);
  await tx
    .selectFrom('bundle')
    .select('revision')
    .where('institutionId', '=', actor.institutionId)
    .where('bundleId', '=', at.bundle)
    .forUpdate()
    .execute();
  const found = (await listBundles(tx, actor, schemeId)).find((one) => one.bundleId === at.bundle);
  if (!found) throw new Missing('bundle');
  if (found.status !== 'proposed') throw new Rejection('bundle.ended', { status: found.status });
  if (found.revision !== revision) throw new Rejection('conflict', { revision: found.revision });
  return found;
}

async function nextRevision(
  tx: Tx,
  actor: Actor,
  bundle: Bundle,
  change: { status?: string; ending?: string; measureId?: string } = {},
): Promise<Changed> {
  const revision = bundle.revision + 1;
  await tx
    .updateTable('bundle')
    .set({ ...change, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('bundleId', '=', bundle.bundleId)
    .execute();
  return { revision };
}

/**
 * A unit says whether it wants to do it together; as long as the proposal is open it can say otherwise.
 * @throws InvalidInput `bundle.reason`; Missing; Rejection `forbidden`, `bundle.ended`, `conflict`
 */
export async function answerBundle(
  tx: Tx,
  actor: Actor,
  at: BundleAddress,
  { unit, answer, reason, revision }: z.output<typeof answerBundleInput>,
): Promise<Changed> {
  if (!may(actor, 'plan.write')) throw forbidden('plan.write');
  const bundle = await lockBundle(tx, actor, at, revision);
  const asked = bundle.answers.find((one) => one.unit.code === unit);
  if (!asked) throw new Missing('unit');
  if (!canAnswerBundle(actor, asked.unitId)) throw forbidden('plan.write');
  if (answer === 'declined' && reason === '') {
    throw new InvalidInput([{ path: 'reason', code: 'bundle.reason', params: {} }]);
  }
  const after = { answer, reason, answeredOn: isoDate(at.now) };
  await tx
    .updateTable('bundleAnswer')
    .set(after)
    .where('institutionId', '=', actor.institutionId)
    .where('bundleId', '=', bundle.bundleId)
    .where('unitId', '=', asked.unitId)
    .execute();
  const changed = await nextRevision(tx, actor, bundle);
  const before = { unit, answer: asked.answer, reason: asked.reason };
  const subject = { kind: 'bundle', id: bundle.bundleId };
  await record(tx, actor, 'bundle.answer', subject, { before, after: { unit, ...after } });
  return changed;
}

/**
 * Makes the joint measure in the draft of a plan, from the measures of the units that agreed. Their own measures
 * stay in their plans until the units take them out; the proposal links both.
 * @throws InvalidInput `bundle.not-joint`; Rejection `forbidden`, `bundle.waiting`, `bundle.too-few`, `plan.no-draft`, `measure.exists`, `conflict`;
 *   Missing
 */
export async function joinBundle(
  tx: Tx,
  actor: Actor,
  at: BundleAddress,
  { document, code, revision }: z.output<typeof joinBundleInput>,
): Promise<Changed> {
  if (!canBundle(actor)) throw forbidden('plan.return');
  const bundle = await lockBundle(tx, actor, at, revision);
  const state = bundleState(bundle);
  if (state === 'waiting') throw new Rejection('bundle.waiting');
  if (state !== 'ready') throw new Rejection('bundle.too-few');
  const schemeId = await schemeIdOf(tx, actor.institutionId, at.scheme);
  const agreed = bundle.answers.filter(({ answer }) => answer === 'agreed');
  const roots = await jointUnits(tx, actor, isoDate(at.now));
  await requireJoint(tx, actor, { schemeId, document, roots });
  const all = await listCoherent(tx, actor, { schemeId, roots });
  const parts = all.filter(
    (one) =>
      bundle.parts.some(({ measureId }) => measureId === one.measureId) &&
      agreed.some(({ unitId }) => unitId === one.unitId),
  );
  if (new Set(parts.map((one) => one.unitId)).size < 2) throw new Rejection('bundle.too-few');
  await saveMeasure(tx, actor, {
    ...{ scheme: at.scheme, document, measure: code, revision: 0, sort: 0 },
    ...jointMeasure(bundle, parts),
  });
  const { measureId } = await tx
    .selectFrom('measure as m')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'm.institutionId').onRef('d.documentId', '=', 'm.documentId'),
    )
    .select('m.measureId')
    .where('m.institutionId', '=', actor.institutionId)
    .where('d.schemeId', '=', schemeId)
    .where('d.code', '=', document)
    .where('m.code', '=', code)
    .executeTakeFirstOrThrow();
  const changed = await nextRevision(tx, actor, bundle, { status: 'joint', measureId });
  const after = { status: 'joint', document, measure: code, units: agreed.map(({ unit }) => unit.code) };
  const subject = { kind: 'bundle', id: bundle.bundleId };
  await record(tx, actor, 'bundle.join', subject, { before: { status: bundle.status }, after });
  return changed;
}

type Target = { schemeId: string; document: string; roots: ReadonlySet<string> };

async function requireJoint(tx: Tx, actor: Actor, { schemeId, document, roots }: Target): Promise<void> {
  const plan = await tx
    .selectFrom('document')
    .select('unitId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', document)
    .executeTakeFirst();
  if (!plan) throw new Missing('plan');
  if (roots.has(plan.unitId)) return;
  throw new InvalidInput([{ path: 'document', code: 'bundle.not-joint', params: {} }]);
}

/** What the joint measure begins with: the theme of most of its parts, their years, and where they come from. */
function jointMeasure(bundle: Bundle, parts: readonly CoherentMeasure[]) {
  const themes = [...Map.groupBy(parts, (one) => one.node)].toSorted((a, b) => b[1].length - a[1].length);
  const groups = [...new Set(parts.map((one) => one.targetGroup).filter(Boolean))].join(', ');
  return {
    name: bundle.name,
    node: themes[0]![0],
    description: [bundle.reason, ...parts.map((one) => `${one.unit.nameNl}: ${one.name}`)].join('\n\n'),
    owner: '',
    targetGroup: groups.slice(0, 200),
    firstYear: Math.min(...parts.map((one) => one.firstYear)),
    lastYear: Math.max(...parts.map((one) => one.lastYear)),
    additionality: 'continued' as const,
    ambitions: [bundle.goal.key],
  };
}

/** Ends a proposal without a joint measure. @throws Missing; Rejection `forbidden`, `bundle.ended`, `conflict` */
export async function withdrawBundle(
  tx: Tx,
  actor: Actor,
  at: BundleAddress,
  { reason, revision }: z.output<typeof withdrawBundleInput>,
): Promise<Changed> {
  if (!canBundle(actor)) throw forbidden('plan.return');
  const bundle = await lockBundle(tx, actor, at, revision);
  const change = { status: 'withdrawn', ending: reason };
  const changed = await nextRevision(tx, actor, bundle, change);
  const subject = { kind: 'bundle', id: bundle.bundleId };
  await record(tx, actor, 'bundle.withdraw', subject, { before: { status: bundle.status }, after: change });
  return changed;
}
