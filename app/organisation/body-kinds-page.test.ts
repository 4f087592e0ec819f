import { beforeAll, expect, test } from 'vitest';

import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as bodiesLoader } from './bodies-page.tsx';
import { changeBody } from './body.server.ts';
import { action, loader } from './body-kinds-page.tsx';

const watched = watchedDatabase();
let place: LoadedInstitution;
beforeAll(async () => {
  place = await loadInstitution(watched.db, smallInstitution());
});

const at = async (form?: Record<string, string>, login = 'beheer') => {
  const actor = await place.actor(login);
  watched.forget();
  return pageArgs({ db: watched.db, actor, path: '/admin/body-kinds', params: {}, ...(form && { form }) });
};
const post = async (form: Record<string, string>) => action((await at(form)) as never);
const kinds = async () => (await loader((await at()) as never)).kinds;

test('a kind of body is added, called otherwise, and taken away while nothing refers to it', async () => {
  expect(await kinds()).toHaveLength(4);
  expect(watched.queries).toBe(1);
  const kind = { intent: 'kind', code: 'deelraad', nameNl: 'Deelraad', nameEn: 'Divisional council' };
  expect(await post(kind)).toMatchObject({ done: { code: 'deelraad' } });
  expect(await post(kind)).toMatchObject({ problem: { code: 'body-kind.taken' } });
  const named = { intent: 'kind', part: 'deelraad', nameNl: 'Domeinraad', nameEn: 'Domain council' };
  expect(await post({ ...named, revision: '1', sort: '0' })).toMatchObject({ done: { revision: 2 } });
  expect(await post({ ...named, revision: '1' })).toMatchObject({ problem: { code: 'conflict' } });
  expect((await kinds()).find((one) => one.code === 'deelraad')).toMatchObject({ nameNl: 'Domeinraad' });
  expect(await post({ intent: 'kind.remove', part: 'deelraad' })).toMatchObject({ done: { removed: true } });
  expect(await kinds()).toHaveLength(4);
});

test('a kind in use stays, and the screen says what uses it', async () => {
  expect(await post({ intent: 'kind.remove', part: 'faculty-council' })).toMatchObject({
    problem: {
      code: 'body-kind.used',
      params: { name: 'Faculteitsraad', bodies: 2, rights: 1, steps: 0, terms: 0 },
    },
  });
});

test('what is called otherwise is called so wherever it is named; a kind that is not there is refused', async () => {
  const form = {
    intent: 'kind',
    part: 'faculty-council',
    nameNl: 'Deelraad',
    nameEn: 'Board',
    revision: '1',
  };
  await post(form);
  const { bodies } = await bodiesLoader((await at()) as never);
  expect(bodies.find((one) => one.code === 'fr-recht')).toMatchObject({
    kindNl: 'Deelraad',
    kindEn: 'Board',
  });
  const actor = await place.actor('beheer');
  const other = { revision: 1, kind: 'onbekend', nameNl: 'x', nameEn: 'x' };
  const change = inInstitution(watched.db, place.institutionId, (tx) =>
    changeBody(tx, actor, 'fr-recht', other),
  );
  await expect(change).rejects.toMatchObject({ errors: [{ path: 'kind', code: 'body-kind.unknown' }] });
});

test('who may not administer the organisation sees and changes nothing', async () => {
  await expect(loader((await at(undefined, 'lezer')) as never)).rejects.toMatchObject({
    init: { status: 403 },
  });
});
