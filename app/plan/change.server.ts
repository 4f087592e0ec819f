import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { ChangeInput } from './change.input.ts';
import { contradiction, shapeProblems } from './change.ts';
import { resolveCodes } from './change-code.server.ts';
import { type ChangeContent, contentOf, readStatements, type StatedChange } from './change-read.server.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import { readFactor } from './factor.ts';
import { readFamily } from './version-family.server.ts';
import { basesOf, defaultBase, refOf } from './version-family.ts';

export type ChangePlace = PlanAddress & { change: string };

export type OpenStatement = { version: LockedVersion; baseId: string; changes: StatedChange[] };

/**
 * The draft of a plan with what it states, locked; the version that it is compared with is settled from here on.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `change.no-base` when nothing came before it
 */
export async function openStatement(tx: Tx, actor: Actor, plan: PlanAddress): Promise<OpenStatement> {
  const version = await lockDraft(tx, actor, plan);
  const [said] = await readStatements(tx, actor, [version.versionId]);
  if (said?.base) return { version, baseId: said.base.versionId, changes: said.changes };
  const family = await readFamily(tx, actor, version);
  const own = family.find((one) => one.versionId === version.versionId)!;
  const base = defaultBase(family, own);
  if (!base) throw new Rejection('change.no-base');
  await writeBase(tx, actor, version.versionId, base.versionId);
  return { version, baseId: base.versionId, changes: [] };
}

async function writeBase(tx: Tx, actor: Actor, versionId: string, baseId: string): Promise<void> {
  await tx
    .insertInto('planBase')
    .values({ institutionId: actor.institutionId, versionId, baseId })
    .onConflict((on) => on.columns(['institutionId', 'versionId']).doUpdateSet({ baseId }))
    .execute();
}

/**
 * Says from which earlier version the draft states its changes.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `change.base-used` when changes are stated from another
 */
export async function setBase(
  tx: Tx,
  actor: Actor,
  { base: ref, ...plan }: PlanAddress & { base: string },
): Promise<{ base: string }> {
  const version = await lockDraft(tx, actor, plan);
  const family = await readFamily(tx, actor, version);
  const own = family.find((one) => one.versionId === version.versionId)!;
  const base = basesOf(family, own).find((one) => refOf(one, plan.document) === ref);
  if (!base) throw new Missing('version');
  const [said] = await readStatements(tx, actor, [version.versionId]);
  if (said?.base?.versionId === base.versionId) return { base: ref };
  if (said && said.changes.length > 0)
    throw new Rejection('change.base-used', { count: said.changes.length });
  await writeBase(tx, actor, version.versionId, base.versionId);
  const before = said?.base ? { document: said.base.document, number: said.base.number } : null;
  const after = { document: base.document, number: base.number };
  await record(tx, actor, 'change.base', { kind: 'version', id: version.versionId }, { before, after });
  return { base: ref };
}

/**
 * Writes a change of the draft: a new one (`change` null: the next free code) or one that the writer saw.
 * @returns its code and new revision
 * @throws Missing; InvalidInput `plan.unknown`, `field.code`, `change.…` for what its kind lacks or contradicts;
 *   Rejection `forbidden`, `plan.no-draft`, `change.no-base`, `conflict` (params: `theirs` as JSON, `revision`)
 */
export async function saveChange(
  tx: Tx,
  actor: Actor,
  { change: given, scheme, document, ...input }: ChangeInput & PlanAddress & { change: string | null },
): Promise<{ change: string; revision: number }> {
  const open = await openStatement(tx, actor, { scheme, document });
  const code = given ?? nextCode(open.changes);
  const stored = open.changes.find((one) => one.code === code);
  if ((stored?.revision ?? 0) !== input.revision) throw conflictWith(stored);
  const content = contentFrom(code, input);
  const ids = await resolveCodes(tx, actor, open, content);
  refuseShape(content, open.changes);
  const changeId = stored?.changeId ?? newId();
  await writeChange(tx, actor, open, { changeId, content, ids, revision: input.revision + 1 });
  const before = stored ? (contentOf(stored) as unknown as Json) : null;
  await record(
    tx,
    actor,
    'change.save',
    { kind: 'change', id: changeId },
    { before, after: content as unknown as Json },
  );
  return { change: code, revision: input.revision + 1 };
}

function conflictWith(stored: StatedChange | undefined): Rejection {
  return new Rejection('conflict', {
    theirs: stored ? JSON.stringify(contentOf(stored)) : null,
    revision: stored?.revision ?? 0,
  });
}

/** The next code that no change of the version has: C1, C2. */
export function nextCode(changes: readonly { code: string }[]): string {
  const numbers = changes.map((one) => Number(/^C(\d{1,6})$/.exec(one.code)?.[1] ?? 0));
  return `C${Math.max(0, ...numbers) + 1}`;
}

function contentFrom(code: string, { revision: _, ...input }: ChangeInput): ChangeContent {
  const { unit, from, to, cents, cause, fromYear, body, decidedOn, factor, ...rest } = input;
  return {
    code,
    ...rest,
    before: [...new Set(rest.before)].toSorted(),
    after: [...new Set(rest.after)].toSorted(),
    unit: unit ?? null,
    from: from ?? null,
    to: to ?? null,
    cents: cents ?? null,
    cause: cause ?? null,
    fromYear: fromYear ?? null,
    body: body ?? null,
    decidedOn: body ? (decidedOn ?? null) : null,
    factor: factor ?? readFactor(rest.size, rest.kind === 'reduced'),
  };
}

function refuseShape(content: ChangeContent, others: readonly StatedChange[]): void {
  const errors: InvalidInput['errors'] = shapeProblems(content).map((one) => ({ ...one, params: {} }));
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(content.code)) {
    errors.push({ path: 'code', code: 'field.code', params: {} });
  }
  const against = contradiction(content, others);
  if (against) {
    const params = { measure: against.measure, change: against.code };
    errors.push({ path: 'kind', code: 'change.contradicts', params });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}

type Writing = {
  changeId: string;
  content: ChangeContent;
  ids: Awaited<ReturnType<typeof resolveCodes>>;
  revision: number;
};

/** Writes the row of a change and its links to measures. */
export async function writeChange(
  tx: Tx,
  actor: Actor,
  { version, changes }: OpenStatement,
  { changeId, content, ids, revision }: Writing,
): Promise<void> {
  const { code, kind, subject, size, cents, otherMoney, fromYear, decidedOn, reason, source } = content;
  const own = { institutionId: actor.institutionId, versionId: version.versionId, changeId };
  const values = {
    ...{ kind, subject, size, cents, otherMoney, fromYear, decidedOn, reason, source, revision },
    ...{ unitId: ids.unitId, fromNodeId: ids.fromNodeId, toNodeId: ids.toNodeId, causeId: ids.causeId },
    bodyId: ids.bodyId,
    factorComparator: content.factor?.comparison ?? null,
    factorMilli: content.factor?.milli ?? null,
  };
  await tx
    .insertInto('planChange')
    .values({ ...own, code, ...values, sort: changes.length + 1 })
    .onConflict((on) => on.columns(['institutionId', 'changeId']).doUpdateSet(values))
    .execute();
  await tx
    .deleteFrom('planChangeMeasure')
    .where((eb) => eb.and(own))
    .execute();
  const links = [
    ...ids.before.map((measureId) => ({ ...own, side: 'before' as const, measureId })),
    ...ids.after.map((measureId) => ({ ...own, side: 'after' as const, measureId })),
  ];
  if (links.length > 0) await tx.insertInto('planChangeMeasure').values(links).execute();
}

/** Takes a change out of the draft. @throws Missing; Rejection `forbidden`, `plan.no-draft`, `conflict` */
export async function removeChange(
  tx: Tx,
  actor: Actor,
  { change, revision, ...plan }: ChangePlace & { revision: number },
): Promise<void> {
  const version = await lockDraft(tx, actor, plan);
  const [said] = await readStatements(tx, actor, [version.versionId]);
  const stored = said?.changes.find((one) => one.code === change);
  if (!stored) throw new Missing('change');
  if (stored.revision !== revision) throw conflictWith(stored);
  await tx
    .deleteFrom('planChange')
    .where('institutionId', '=', actor.institutionId)
    .where('changeId', '=', stored.changeId)
    .execute();
  const before = contentOf(stored) as unknown as Json;
  await record(tx, actor, 'change.remove', { kind: 'change', id: stored.changeId }, { before });
}
