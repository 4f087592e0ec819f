import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { changeFrameworkInput, createFrameworkInput } from './framework.input.ts';
import { nodeTree } from './framework.ts';

export function canEditFrameworks(actor: Actor): boolean {
  return may(actor, 'admin.framework');
}

/** The frameworks, with how many nodes each has. */
export async function listFrameworks(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('framework as f')
    .leftJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'f.institutionId').onRef('n.frameworkId', '=', 'f.frameworkId'),
    )
    .select(['f.frameworkId', 'f.code', 'f.nameNl', 'f.nameEn', 'f.source', 'f.revision'])
    .select((eb) => eb.fn.count<number>('n.nodeId').as('nodes'))
    .where('f.institutionId', '=', institutionId)
    .groupBy(['f.institutionId', 'f.frameworkId'])
    .orderBy('f.nameNl')
    .execute();
}

/** One framework: its nodes in order, each with its other names and its links both ways. @throws Missing */
export async function getFramework(tx: Tx, institutionId: string, code: string) {
  const framework = await tx
    .selectFrom('framework')
    .select(['frameworkId', 'code', 'nameNl', 'nameEn', 'source', 'revision'])
    .where('institutionId', '=', institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!framework) throw new Missing('framework');
  const nodes = await tx
    .selectFrom('node')
    .select(['nodeId', 'parentId', 'code', 'nameNl', 'nameEn', 'textNl', 'textEn', 'sort'])
    .where('institutionId', '=', institutionId)
    .where('frameworkId', '=', framework.frameworkId)
    .execute();
  const aliases = await listAliases(tx, institutionId, framework.frameworkId);
  const links = await listLinks(tx, institutionId, framework.frameworkId);
  return {
    ...framework,
    nodes: nodeTree(nodes).map((node) => ({
      ...node,
      parent: nodes.find((one) => one.nodeId === node.parentId)?.code ?? null,
      aliases: aliases
        .filter((alias) => alias.nodeId === node.nodeId)
        .map(({ aliasId, name, context }) => ({ aliasId, name, context })),
      links: links.filter((link) => link.own === node.nodeId).map(({ own: _, ...other }) => other),
    })),
  };
}

async function listAliases(tx: Tx, institutionId: string, frameworkId: string) {
  return tx
    .selectFrom('nodeAlias as a')
    .innerJoin('node as n', (on) =>
      on.onRef('n.institutionId', '=', 'a.institutionId').onRef('n.nodeId', '=', 'a.nodeId'),
    )
    .select(['a.aliasId', 'a.nodeId', 'a.name', 'a.context'])
    .where('a.institutionId', '=', institutionId)
    .where('n.frameworkId', '=', frameworkId)
    .orderBy('a.name')
    .execute();
}

/** Links of this framework's nodes, seen from their side: `own` with the node at the other end. */
async function listLinks(tx: Tx, institutionId: string, frameworkId: string) {
  const rows = await tx
    .selectFrom('nodeLink as l')
    .innerJoin('node as a', (on) =>
      on.onRef('a.institutionId', '=', 'l.institutionId').onRef('a.nodeId', '=', 'l.fromNodeId'),
    )
    .innerJoin('framework as fa', (on) =>
      on.onRef('fa.institutionId', '=', 'a.institutionId').onRef('fa.frameworkId', '=', 'a.frameworkId'),
    )
    .innerJoin('node as b', (on) =>
      on.onRef('b.institutionId', '=', 'l.institutionId').onRef('b.nodeId', '=', 'l.toNodeId'),
    )
    .innerJoin('framework as fb', (on) =>
      on.onRef('fb.institutionId', '=', 'b.institutionId').onRef('fb.frameworkId', '=', 'b.frameworkId'),
    )
    .select(['a.nodeId as aId', 'a.code as aCode', 'a.nameNl as aNl', 'a.nameEn as aEn'])
    .select(['b.nodeId as bId', 'b.code as bCode', 'b.nameNl as bNl', 'b.nameEn as bEn'])
    .select(['fa.frameworkId as faId', 'fa.code as faCode', 'fb.frameworkId as fbId', 'fb.code as fbCode'])
    .where('l.institutionId', '=', institutionId)
    .where((eb) => eb.or([eb('fa.frameworkId', '=', frameworkId), eb('fb.frameworkId', '=', frameworkId)]))
    .orderBy('fb.code')
    .orderBy('b.code')
    .execute();
  return rows.map((row) =>
    row.faId === frameworkId
      ? { own: row.aId, framework: row.fbCode, node: row.bCode, nameNl: row.bNl, nameEn: row.bEn }
      : { own: row.bId, framework: row.faCode, node: row.aCode, nameNl: row.aNl, nameEn: row.aEn },
  );
}

/** @throws Rejection `framework.code-taken` */
export async function createFramework(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createFrameworkInput>,
): Promise<{ frameworkId: string; code: string }> {
  if (!canEditFrameworks(actor)) throw forbidden('admin.framework');
  const taken = await tx
    .selectFrom('framework')
    .select('frameworkId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) throw new Rejection('framework.code-taken', { code: input.code });
  const frameworkId = newId();
  await tx
    .insertInto('framework')
    .values({ institutionId: actor.institutionId, frameworkId, ...input })
    .execute();
  await record(tx, actor, 'framework.create', { kind: 'framework', id: frameworkId }, { after: input });
  return { frameworkId, code: input.code };
}

/**
 * Locks a framework and takes its next revision: every change of any part of it passes here, so that two
 * people who edit the same framework see each other.
 * @throws Missing; Rejection `conflict`
 */
export async function nextRevision(tx: Tx, actor: Actor, code: string, seen: number) {
  if (!canEditFrameworks(actor)) throw forbidden('admin.framework');
  const row = await tx
    .selectFrom('framework')
    .select(['frameworkId', 'code', 'nameNl', 'nameEn', 'source', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('framework');
  if (row.revision !== seen) throw new Rejection('conflict', { revision: row.revision });
  const revision = row.revision + 1;
  await tx
    .updateTable('framework')
    .set({ revision })
    .where('institutionId', '=', actor.institutionId)
    .where('frameworkId', '=', row.frameworkId)
    .execute();
  return { ...row, revision };
}

/** Changes a framework's names and source. @throws Rejection `conflict` */
export async function changeFramework(
  tx: Tx,
  actor: Actor,
  code: string,
  { revision: seen, ...after }: z.output<typeof changeFrameworkInput>,
): Promise<{ revision: number }> {
  const framework = await nextRevision(tx, actor, code, seen);
  await tx
    .updateTable('framework')
    .set(after)
    .where('institutionId', '=', actor.institutionId)
    .where('frameworkId', '=', framework.frameworkId)
    .execute();
  const { nameNl, nameEn, source } = framework;
  const subject = { kind: 'framework', id: framework.frameworkId };
  await record(tx, actor, 'framework.change', subject, { before: { nameNl, nameEn, source }, after });
  return { revision: framework.revision };
}
