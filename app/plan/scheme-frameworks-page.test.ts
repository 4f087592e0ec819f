import { beforeAll, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader } from './scheme-frameworks-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
const scheme = 'ka-2022-2027';

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
});

test('the frameworks of a scheme say which measures in force serve each node, in a fixed number of statements', async () => {
  const actor = await place.actor('lezer');
  const at = { db: watched.db, actor, path: `/schemes/${scheme}/frameworks`, params: { scheme } };
  const args = pageArgs<Parameters<typeof loader>[0]>(at);
  // begin, the institution, commit, and the scheme, the nodes and the measures
  expect(await watched.count(() => loader(args))).toBe(6);
  const { nodes, uses } = await loader(args);
  const refs = nodes.map((one) => `${one.framework}/${one.code}`);
  expect(uses.length).toBeGreaterThan(0);
  expect(refs).toEqual(expect.arrayContaining(uses.map((one) => one.node)));
  // one measure stands under its theme and under each goal that it serves, once each
  const keys = uses.map((one) => `${one.node} ${one.document} ${one.measure}`);
  expect(new Set(keys).size).toBe(keys.length);
  const own = uses.filter((one) => one.document === 'plan-beta' && one.measure === 'practica');
  expect(own.map((one) => one.node.split('/')[0])).toContain('themas');
  // the theme that the scheme leaves out has none; a draft's measures count nowhere
  expect(uses.some((one) => one.document === 'plan-zorg')).toBe(false);
});
