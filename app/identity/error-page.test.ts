import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { UNSAFE_ErrorResponseImpl as Answer, createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { nl } from '#app/messages/nl.ts';
import { TextProvider } from '#app/ui/text.tsx';
import { ErrorPage } from './error-page.tsx';

function read(error: unknown, [pattern, at] = ['/', '/']): string {
  const element = createElement(ErrorPage, { error });
  const router = createMemoryRouter([{ path: pattern, element }], { initialEntries: [at] });
  return renderToStaticMarkup(
    createElement(TextProvider, { locale: 'nl', messages: nl }, createElement(RouterProvider, { router })),
  );
}

test.each([
  [403, nl['error.403.title']],
  [404, nl['error.404.title']],
  // a refusal of state is not our fault: the draft that a page works on is gone, or was submitted
  [409, nl['error.409.title']],
  [500, nl['error.500.title']],
  [502, nl['error.500.title']],
])('an answer of %i says %j', (status, title) => {
  expect(read(new Answer(status, '', null))).toContain(title);
});

test('what nobody foresaw is our fault', () => {
  expect(read(new Error('x'))).toContain(nl['error.500.title']);
});

test('a page that works on a draft that is not there leads to its document', () => {
  const path: [string, string] = [
    '/schemes/:scheme/plans/:document/budget',
    '/schemes/ka/plans/plan-1/budget',
  ];
  const page = read(new Answer(409, '', null), path);
  expect(page).toContain('href="/schemes/ka/plans/plan-1"');
  expect(page).toContain(nl['error.409.back']);
  expect(read(new Answer(404, '', null), path)).not.toContain('plan-1');
});
