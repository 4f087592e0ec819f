import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { nl } from '#app/messages/nl.ts';
import { TextProvider } from '#app/ui/text.tsx';
import { CycleMatrix } from './cycle-matrix.tsx';
import type { Standing } from './moment.ts';
import type { Moment } from './moment-list.server.ts';

const moment = (dueOn: string, standing: Standing) =>
  ({
    ...{ momentId: dueOn, scheme: 'ka', step: 'verslag', stepNl: `Verslag ${dueOn}`, stepEn: 'Report' },
    ...{ unit: 'recht', unitNl: 'Recht', unitEn: 'Law', dueOn, firstDueOn: dueOn, standing, nth: 1 },
    ...{ endedOn: standing === 'done' ? dueOn : null, precision: null, held: false },
  }) as Moment;

/** The list by month as it is sent, in Dutch. */
function list(moments: Moment[]): string {
  const matrix = () =>
    createElement(CycleMatrix, { moments, units: [], steps: [], year: 2026, academic: false });
  const router = createMemoryRouter([{ path: '/', Component: matrix }]);
  const html = renderToStaticMarkup(
    createElement(TextProvider, { locale: 'nl', messages: nl }, createElement(RouterProvider, { router })),
  );
  return html.slice(html.indexOf('cycle-list'));
}

test('months in which nothing waits fold into one line each run; what is due stands open', () => {
  const html = list([
    moment('2026-01-31', 'done'),
    moment('2026-02-28', 'cancelled'),
    moment('2026-03-31', 'overdue'),
    moment('2026-04-30', 'done'),
    moment('2026-05-31', 'open'),
  ]);
  const summaries = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, said]) => said);
  expect(summaries).toEqual([
    'januari 2026 tot en met februari 2026: 2 afgehandeld',
    'april 2026: 1 afgehandeld',
  ]);
  const open = html.replaceAll(/<details.*?<\/details>/gs, '');
  expect(open.match(/Verslag [\d-]+/g)).toEqual(['Verslag 2026-03-31', 'Verslag 2026-05-31']);
});

test('a year of which everything is done is shown as it is', () => {
  expect(list([moment('2026-01-31', 'done'), moment('2026-02-28', 'late')])).not.toContain('<details');
});
