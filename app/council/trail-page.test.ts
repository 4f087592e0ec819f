import { beforeAll, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action, loader } from './trail-page.tsx';

const watched = watchedDatabase();
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
