import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import type { aliasInput, linkInput } from './framework.input.ts';
import { type Changed, type NodeAt, openNode } from './node.server.ts';

/** Another name for a node, and who uses it. @throws Rejection `alias.taken` */
export async function addAlias(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, name, context }: z.output<typeof aliasInput>,
): Promise<Changed & { aliasId: string }> {
  const { framework, node, subject } = await openNode(tx, actor, at, revision);
  const own = { institutionId: actor.institutionId, nodeId: node.nodeId, name, context };
  const taken = await tx
    .selectFrom('nodeAlias')
    .select('aliasId')
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  if (taken) throw new Rejection('alias.taken', { name });
  const aliasId = newId();
  await tx
    .insertInto('nodeAlias')
    .values({ ...own, aliasId })
    .execute();
  await record(tx, actor, 'alias.add', subject, { after: { name, context } });
  return { revision: framework.revision, aliasId };
}

export async function removeAlias(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, aliasId }: { revision: number; aliasId: string },
): Promise<Changed> {
  const { framework, node, subject } = await openNode(tx, actor, at, revision);
  const gone = await tx
    .deleteFrom('nodeAlias')
    .where('institutionId', '=', actor.institutionId)
    .where('nodeId', '=', node.nodeId)
    .where('aliasId', '=', aliasId)
    .returning(['name', 'context'])
    .executeTakeFirst();
  if (!gone) throw new Missing('alias');
  await record(tx, actor, 'alias.remove', subject, { before: gone });
  return { revision: framework.revision };
}

/** The node at the other end of a link. @throws Missing */
async function otherNode(tx: Tx, actor: Actor, at: NodeAt): Promise<string> {
  const row = await tx
    .selectFrom('node as n')
    .innerJoin('framework as f', (on) =>
      on.onRef('f.institutionId', '=', 'n.institutionId').onRef('f.frameworkId', '=', 'n.frameworkId'),
    )
    .select('n.nodeId')
    .where('n.institutionId', '=', actor.institutionId)
    .where('f.code', '=', at.framework)
    .where('n.code', '=', at.node)
    .executeTakeFirst();
  if (!row) throw new Missing('node');
  return row.nodeId;
}

/** Links a node to one of another framework; many may be linked to many. @throws Rejection `link.same-framework`, `link.exists` */
export async function addLink(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, ...to }: z.output<typeof linkInput>,
): Promise<Changed> {
  const { framework, node, subject } = await openNode(tx, actor, at, revision);
  if (to.framework === at.framework) throw new Rejection('link.same-framework');
  const other = await otherNode(tx, actor, to);
  const there = await tx
    .selectFrom('nodeLink')
    .select('fromNodeId')
    .where('institutionId', '=', actor.institutionId)
    .where('fromNodeId', 'in', [node.nodeId, other])
    .where('toNodeId', 'in', [node.nodeId, other])
    .executeTakeFirst();
  if (there) throw new Rejection('link.exists', { code: to.node });
  await tx
    .insertInto('nodeLink')
    .values({ institutionId: actor.institutionId, fromNodeId: node.nodeId, toNodeId: other })
    .execute();
  await record(tx, actor, 'link.add', subject, { after: to });
  return { revision: framework.revision };
}

export async function removeLink(
  tx: Tx,
  actor: Actor,
  at: NodeAt,
  { revision, ...to }: z.output<typeof linkInput>,
): Promise<Changed> {
  const { framework, node, subject } = await openNode(tx, actor, at, revision);
  const other = await otherNode(tx, actor, to);
  const gone = await tx
    .deleteFrom('nodeLink')
    .where('institutionId', '=', actor.institutionId)
    .where('fromNodeId', 'in', [node.nodeId, other])
    .where('toNodeId', 'in', [node.nodeId, other])
    .returning('fromNodeId')
    .executeTakeFirst();
  if (!gone) throw new Missing('link');
  await record(tx, actor, 'link.remove', subject, { before: to });
  return { revision: framework.revision };
}
