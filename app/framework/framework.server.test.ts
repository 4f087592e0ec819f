import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { type BareInstitution, bareInstitution, testActor } from '#test/bare-institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { changeFramework, createFramework, getFramework } from './framework.server.ts';
import { addNode, changeNode, moveNode, removeNode } from './node.server.ts';
import { addAlias, addLink, removeLink } from './node-link.server.ts';

const watched = watchedDatabase();
let own: BareInstitution;
let other: BareInstitution;

beforeAll(async () => {
  own = await bareInstitution(watched.db, 'eigen');
  other = await bareInstitution(watched.db, 'ander');
  for (const code of ['themes', 'ambitions']) {
    const input = { code, nameNl: code, nameEn: code, source: 'test' };
    await as(own.admin, (tx, actor) => createFramework(tx, actor, input));
    for (const node of ['1', '2', '3']) {
      const { revision } = await stands(code);
      const texts = { nameNl: `${code} ${node}`, nameEn: `${code} ${node}`, textNl: '', textEn: '' };
      await as(own.admin, (tx, actor) => addNode(tx, actor, code, { revision, code: node, ...texts }));
    }
  }
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}
const stands = (code: string) => as(own.admin, (tx) => getFramework(tx, own.institutionId, code));
const at = (node: string) => ({ framework: 'themes', node });

test('[000-2] a theme set is ordered, and its themes carry the other names that documents use', async () => {
  let { revision } = await stands('themes');
  ({ revision } = await as(own.admin, (tx, actor) =>
    moveNode(tx, actor, at('3'), { revision, direction: 'up' }),
  ));
  const alias = { name: 'Ruimte om te professionaliseren', context: 'bijlage 1' };
  await as(own.admin, (tx, actor) => addAlias(tx, actor, at('2'), { revision, ...alias }));
  const { nodes } = await stands('themes');
  expect(nodes.map((node) => node.code)).toEqual(['1', '3', '2']);
  expect(nodes[2]!.aliases).toMatchObject([alias]);
});

test('[004-24] a theme has a definition and sub-topics below it', async () => {
  let { revision } = await stands('themes');
  const texts = { nameNl: 'Deel', nameEn: 'Part', textNl: 'Omschrijving', textEn: 'Definition' };
  ({ revision } = await as(own.admin, (tx, actor) =>
    addNode(tx, actor, 'themes', { revision, code: '1a', parent: '1', ...texts }),
  ));
  const { nodes } = await stands('themes');
  expect(nodes.slice(0, 2).map((node) => [node.code, node.parent, node.depth])).toEqual([
    ['1', null, 0],
    ['1a', '1', 1],
  ]);
  await expect(as(own.admin, (tx, actor) => removeNode(tx, actor, at('1'), { revision }))).rejects.toThrow(
    'node.has-children',
  );
  await as(own.admin, (tx, actor) => removeNode(tx, actor, at('1a'), { revision }));
});

test('[X-3] [003-4] nodes of two frameworks are mapped onto each other, many to many, seen from both sides', async () => {
  for (const node of ['1', '2']) {
    const { revision } = await stands('themes');
    const link = { revision, framework: 'ambitions', node };
    await as(own.admin, (tx, actor) => addLink(tx, actor, at('1'), link));
  }
  const { nodes } = await stands('ambitions');
  expect(nodes.map((node) => node.links.map((link) => link.node))).toEqual([['1'], ['1'], []]);
  const { revision } = await stands('themes');
  const back = { revision, framework: 'ambitions', node: '1' };
  await expect(as(own.admin, (tx, actor) => addLink(tx, actor, at('1'), back))).rejects.toThrow(
    'link.exists',
  );
  await as(own.admin, (tx, actor) => removeLink(tx, actor, at('1'), back));
  expect((await stands('ambitions')).nodes[0]!.links).toEqual([]);
});

test('of two editors the second hears that the framework changed', async () => {
  const { revision } = await stands('themes');
  const texts = { nameNl: 'a', nameEn: 'a', textNl: '', textEn: '' };
  await as(own.admin, (tx, actor) => changeNode(tx, actor, at('1'), { revision, ...texts }));
  const late = { revision, nameNl: 'b', nameEn: 'b', source: '' };
  await expect(as(own.admin, (tx, actor) => changeFramework(tx, actor, 'themes', late))).rejects.toThrow(
    'conflict',
  );
});

test('another institution does not see it; a reader does not change it', async () => {
  const input = { revision: 1, nameNl: 'x', nameEn: 'x', source: '' };
  await expect(as(other.admin, (tx, actor) => changeFramework(tx, actor, 'themes', input))).rejects.toThrow(
    'missing: framework',
  );
  const reader = testActor(own.institutionId, ['audit.read']);
  await expect(as(reader, (tx, actor) => changeFramework(tx, actor, 'themes', input))).rejects.toThrow(
    'forbidden',
  );
});
