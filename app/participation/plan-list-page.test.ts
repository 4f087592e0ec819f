import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { nl } from '#app/messages/nl.ts';
import { TextProvider } from '#app/ui/text.tsx';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import PlanListPage, { loader } from './plan-list-page.tsx';

const watched = watchedDatabase();

test('a plan of which a reader may see no version yet says so, instead of nothing', async () => {
  const { db } = watched;
  const small = await loadInstitution(db, smallInstitution());
  const read = async (login: string) => {
    const params = { scheme: 'ka' };
    const actor = await small.actor(login);
    const loaderData = await loader(pageArgs({ db, actor, path: '/schemes/ka/plans', params }));
    const page = createElement(PlanListPage as never, { loaderData });
    const router = createMemoryRouter([{ path: '/', element: page }]);
    return renderToStaticMarkup(
      createElement(TextProvider, { locale: 'nl', messages: nl }, createElement(RouterProvider, { router })),
    );
  };
  expect(await read('schrijver-recht')).not.toContain(nl['plans.nothing-yet']);
  expect(await read('lezer')).toContain(nl['plans.nothing-yet']);
});
