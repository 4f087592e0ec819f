import { beforeAll, expect, test } from 'vitest';
import { newApi } from '#app/identity/api.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { trailApi } from './trail.api.ts';
import { action, loader } from './trail-page.tsx';

const watched = watchedDatabase('leiden');
let leiden: LoadedInstitution;
beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
});

async function at(login: string, scheme: string, document: string, form?: Record<string, string>) {
  const actor = await leiden.actor(login);
  watched.forget();
  const params = { scheme, document };
  return pageArgs({ db: watched.db, actor, path: '/x', params, ...(form && { form }) }) as never;
}
const audit = ['instellingstoets-2019', 'zelfstudie'] as const;
const vision = ['studentenwelzijn', 'visie'] as const;

test('[001-2] the self-study: who wrote it, who was heard, and that the council consented', async () => {
  const page = await loader(await at('lezer', ...audit));
  expect(watched.queries).toBe(6);
  expect(page.authors.map((one) => [one.part, one.nameEn])).toEqual([
    ['author', 'Leiden University (“we”)'],
    ['contributor', 'Students and staff'],
  ]);
  expect(page.consultations.map((one) => [one.method, one.body])).toEqual([
    ['overleg', 'onderwijsberaad'],
    ['inbreng', null],
    ['instemming', 'ur'],
  ]);
  expect(page.head.versions).toMatchObject([{ status: 'adopted' }]);
});

test('[002-2] the vision: two rounds of feedback, the board, the council, adopted on 14 March 2023', async () => {
  const page = await loader(await at('lezer', ...vision));
  expect(page.consultations.map((one) => [one.round, one.body])).toEqual([
    ...[1, 2].map((round) => [round, null]),
    [null, 'cvb'],
    [null, 'ur'],
  ]);
  const [version] = page.head.versions;
  expect(new Date(version!.adoptedAt!).toISOString()).toMatch(/^2023-03-1[34]/);
});

test('who may write the document names its authors, corrects one on what was seen, and takes one away', async () => {
  const author = { intent: 'author', body: 'onderwijsberaad', role: 'author', revision: '0' };
  const made = await action(await at('beleid', ...vision, author));
  expect(made).toMatchObject({ done: { revision: 1 } });
  const { authors } = await loader(await at('beleid', ...vision));
  expect(authors).toMatchObject([{ body: 'onderwijsberaad', part: 'author' }]);
  const { authorId } = authors[0]!;
  const change = { ...author, author: authorId, role: 'contributor', revision: '1' };
  expect(await action(await at('beleid', ...vision, change))).toMatchObject({ done: { revision: 2 } });
  expect(await action(await at('beleid', ...vision, change))).toMatchObject({
    problem: { code: 'conflict' },
  });
  const nobody = { intent: 'author', role: 'author' };
  expect(await action(await at('beleid', ...vision, nobody))).toMatchObject({
    problem: { errors: [{ path: 'nameNl', code: 'author.who' }] },
  });
  expect(await action(await at('lezer', ...vision, author))).toMatchObject({
    problem: { code: 'forbidden' },
  });
  const remove = { intent: 'author.remove', part: authorId };
  expect(await action(await at('beleid', ...vision, remove))).toMatchObject({ done: { removed: true } });
});

test('a machine reads how a document came about, names an author, changes it as it was read, and takes it away', async () => {
  const call = async (login: string, path: string, init: RequestInit = {}) => {
    const actor = await leiden.actor(login);
    const api = newApi();
    api.use((c, next) => {
      c.set('actor', actor);
      c.set('db', watched.db);
      c.set('clock', () => new Date());
      return next();
    });
    trailApi(api);
    const headers = { 'content-type': 'application/json', ...init.headers };
    const response = await api.request(`/schemes/studentenwelzijn/plans/visie/${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const body = JSON.stringify({ nameNl: 'Werkgroep', nameEn: 'Working group' });
  const made = await call('beleid', 'authors', { method: 'POST', body });
  expect(made).toMatchObject({ status: 201, body: { revision: 1 } });
  const at = `authors/${made.body.authorId}`;
  const change = JSON.stringify({ body: 'onderwijsberaad', part: 'contributor' });
  const put = (match: string) =>
    call('beleid', at, { method: 'PUT', body: change, headers: { 'if-match': match } });
  expect(await put('"1"')).toMatchObject({ status: 200, body: { revision: 2 } });
  expect(await put('"1"')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const read = await call('lezer', 'trail');
  expect(read.body.authors).toMatchObject([{ body: 'onderwijsberaad', part: 'contributor' }]);
  expect(read.body.consultations).toHaveLength(4);
  expect((await call('lezer', at, { method: 'DELETE' })).status).toBe(403);
  expect(await call('beleid', at, { method: 'DELETE' })).toMatchObject({ body: { removed: true } });
  expect((await call('beleid', at, { method: 'DELETE' })).status).toBe(404);
});
