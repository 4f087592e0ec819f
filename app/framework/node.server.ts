import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import type { addNodeInput, changeNodeInput, moveNodeInput, revisionInput } from './framework.input.ts';
import { nextRevision } from './framework.server.ts';
import { orderAfterMove } from './framework.ts';

export type Changed = { revision: number };

async function nodesOf(tx: Tx, actor: Actor, frameworkId: string) {
  return tx
    .selectFrom('node')
    .select(['nodeId', 'parentId', 'code', 'nameNl', 'nameEn', 'textNl', 'textEn', 'sort'])
    .where('institutionId', '=', actor.institutionId)
    .where('frameworkId', '=', frameworkId)
    .execute();
}

/** Locks the framework, takes its next revision, and finds one of its nodes. @throws Missing */
export async function openNode(tx: Tx, actor: Actor, at: NodeAt, seen: number) {
  const framework = await nextRevision(tx, actor, at.framework, seen);
  const nodes = await nodesOf(tx, actor, framework.frameworkId);
  const node = nodes.find((one) => one.code === at.node);
  if (!node) throw new Missing('node');
  return { framework, nodes, node, subject: { kind: 'node', id: node.nodeId } };
}

/** A node by the code of its framework and its own. */
export type NodeAt = { framework: string; node: string };

/** Adds a node as the last below its parent, or at the top. @throws Rejection `node.code-taken`, `conflict` */
export async function addNode(
  tx: Tx,
  actor: Actor,
  code: string,
  { revision, parent, ...node }: z.output<typeof addNodeInput>,
): Promise<Changed & { code: string }> {
  const framework = await nextRevision(tx, actor, code, revision);
  const nodes = await nodesOf(tx, actor, framework.frameworkId);
  if (nodes.some((one) => one.code === node.code))
    throw new Rejection('node.code-taken', { code: node.code });
  const above = parent ? nodes.find((one) => one.code === parent) : null;
  if (above === undefined) throw new Missing('node');
  const parentId = above?.nodeId ?? null;
  const sort = 1 + Math.max(0, ...nodes.filter((one) => one.parentId === parentId).map((one) => one.sort));
  const nodeId = newId();
  await tx
    .insertInto('node')
    .values({
      institutionId: actor.institutionId,
      nodeId,
      frameworkId: framework.frameworkId,
      parentId,
      ...node,
      sort,
    })
    .execute();
  const after = { framework: code, parent: parent ?? null, ...node };
  await record(tx, actor, 'node.add', { kind: 'node', id: nodeId }, { after });
  return { revision: framework.revision, code: node.code };
}

/** Changes a node's names and texts; its code stays, because figures and layouts refer to it. */
export async function changeNode(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, ...after }: z.output<typeof changeNodeInput>,
): Promise<Changed> {
  const { framework, node, subject } = await openNode(tx, actor, at, revision);
  await tx
    .updateTable('node')
    .set(after)
    .where('institutionId', '=', actor.institutionId)
    .where('nodeId', '=', node.nodeId)
    .execute();
  const { nameNl, nameEn, textNl, textEn } = node;
  await record(tx, actor, 'node.change', subject, { before: { nameNl, nameEn, textNl, textEn }, after });
  return { revision: framework.revision };
}

/** Puts a node one place up or down among its siblings. */
export async function moveNode(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, direction }: z.output<typeof moveNodeInput>,
): Promise<Changed> {
  const { framework, nodes, node, subject } = await openNode(tx, actor, at, revision);
  const order = orderAfterMove(nodes, node.nodeId, direction);
  for (const [index, nodeId] of order.entries()) {
    await tx
      .updateTable('node')
      .set({ sort: index + 1 })
      .where('institutionId', '=', actor.institutionId)
      .where('nodeId', '=', nodeId)
      .execute();
  }
  const codes = order.map((id) => nodes.find((one) => one.nodeId === id)!.code);
  await record(tx, actor, 'node.move', subject, { after: { order: codes } });
  return { revision: framework.revision };
}

/**
 * Takes a node away that nothing refers to.
 * @throws Rejection `node.has-children`, `node.in-use` (by figures, measures, questions or texts)
 */
export async function removeNode(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision }: z.output<typeof revisionInput>,
): Promise<Changed> {
  const { framework, nodes, node, subject } = await openNode(tx, actor, at, revision);
  if (nodes.some((one) => one.parentId === node.nodeId)) {
    throw new Rejection('node.has-children', { code: node.code });
  }
  const own = { institutionId: actor.institutionId, nodeId: node.nodeId };
  await tx
    .deleteFrom('nodeAlias')
    .where((eb) => eb.and(own))
    .execute();
  await tx
    .deleteFrom('nodeLink')
    .where('institutionId', '=', actor.institutionId)
    .where((eb) => eb.or([eb('fromNodeId', '=', node.nodeId), eb('toNodeId', '=', node.nodeId)]))
    .execute();
  await tx
    .deleteFrom('node')
    .where((eb) => eb.and(own))
    .execute()
    .catch(refuseInUse('node.in-use', node.code));
  const { code, nameNl, nameEn } = node;
  await record(tx, actor, 'node.remove', subject, {
    before: { framework: at.framework, code, nameNl, nameEn },
  });
  return { revision: framework.revision };
}

/** What the database refuses to take away because something refers to it (SQLSTATE 23503), in words. */
export function refuseInUse(code: string, name: string): (error: unknown) => never {
  return (error) => {
    if ((error as { code?: string }).code === '23503') throw new Rejection(code, { code: name });
    throw error;
  };
}
