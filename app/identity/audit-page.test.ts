import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { record } from '#app/audit/audit.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { nl } from '#app/messages/nl.ts';
import { TextProvider } from '#app/ui/text.tsx';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { auditNames } from './audit-name.server.ts';
import AuditPage, { loader } from './audit-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  const actor = await own.actor('beleid');
  await inInstitution(watched.db, own.institutionId, async (tx) => {
    const { unitId } = await tx
      .selectFrom('unit')
      .select('unitId')
      .where('institutionId', '=', own.institutionId)
      .where('code', '=', 'recht')
      .executeTakeFirstOrThrow();
    const before = { lines: [{ unit: 'beta', cents: 31_965_50 }] };
    const after = { lines: [{ unit: 'recht', cents: 40_000_00 }], dueOn: '2026-11-22' };
    await record(tx, actor, 'unit.change', { kind: 'unit', id: unitId }, { before, after });
    await record(tx, actor, 'nieuw.iets', { kind: 'nieuw', id: null }, {});
  });
});

async function read(query = '') {
  watched.forget();
  const actor = await own.actor('beleid');
  const before = watched.statements;
  const data = await loader(pageArgs({ db: watched.db, actor, path: `/admin/audit${query}` }));
  return { data, count: watched.statements - before };
}

/** The page as it is sent, in Dutch. */
function shown(loaderData: Awaited<ReturnType<typeof loader>>): string {
  const page = () => createElement(AuditPage, { loaderData } as never);
  const router = createMemoryRouter([{ path: '/', Component: page }]);
  return renderToStaticMarkup(
    createElement(TextProvider, { locale: 'nl', messages: nl }, createElement(RouterProvider, { router })),
  );
}

test('the trail reads in words: what was done to what, fields, euros, dates and names, with a way to the subject', async () => {
  const { data } = await read(`?subject=unit&person=${encodeURIComponent((await own.actor('beleid')).name)}`);
  const html = shown(data);
  expect(html).toContain('Eenheid: gewijzigd');
  expect(html).toMatch(/href="\/admin\/units\/recht"/);
  expect(html).toContain('Regel 1, Bedrag');
  expect(html).toContain('€ 31.965,50');
  expect(html).toContain('€ 40.000,00');
  expect(html).toContain('22 november 2026');
  expect(html).not.toContain('31965');
});

test('an action without words stays as it was recorded; days and people filter', async () => {
  const all = (await read()).data;
  expect(all.actions).toContain('nieuw.iets');
  expect(all.people.length).toBeGreaterThan(0);
  expect((await read('?from=2099-01-01')).data.entries).toEqual([]);
  expect((await read('?through=2000-01-01')).data.entries).toEqual([]);
  expect((await read('?person=niemand')).data.entries).toEqual([]);
  expect((await read('?from=geen-dag')).data.entries.length).toBe(all.entries.length);
});

test('a fixed number of statements, three of them of the transaction', async () => {
  expect((await read('?subject=unit')).count).toBe(6);
  expect((await read()).count).toBe(6);
});

test('a long list is told as a count, and the words of a finance file are words', async () => {
  const actor = await own.actor('beleid');
  const lines = Array.from({ length: 40 }, (_, i) => ({ unit: 'recht', cents: 100 * (i + 1) }));
  await inInstitution(watched.db, own.institutionId, async (tx) => {
    const mapping = { columns: { costCentre: 2 }, grouping: '.', dates: 'dmy', costs: 'minus' };
    await record(
      tx,
      actor,
      'intake.read',
      { kind: 'intake_file', id: null },
      { after: { rows: 40, mapping } },
    );
    await record(tx, actor, 'realisation.book', { kind: 'version', id: null }, { after: { lines } });
  });
  const html = shown((await read()).data);
  for (const words of [
    'Financieel bestand: gelezen',
    'Kolommen, Kostenplaats',
    'kolom 3',
    'kosten zijn negatief',
  ]) {
    expect(html).toContain(words);
  }
  expect(html).toContain('40 gewijzigd');
  expect(html).not.toContain('Regel 7, Bedrag');
  expect(html).not.toMatch(/mapping|costCentre/);
});

test('a document opens where its money is shown', async () => {
  const actor = await own.actor('beleid');
  const hrefs = await inInstitution(watched.db, own.institutionId, async (tx) => {
    const documents = await tx
      .selectFrom('document')
      .select(['documentId', 'code'])
      .where('institutionId', '=', own.institutionId)
      .execute();
    const entries = documents.map((one) => ({ subjectId: one.documentId, before: null, after: null }));
    const names = await auditNames(tx, actor, entries);
    return documents.map((one) => [one.code, names[one.documentId]?.href]);
  });
  expect(Object.fromEntries(hrefs)).toMatchObject({ 'plan-recht': '/schemes/ka/plans/plan-recht' });
});
