import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { previewBooking } from '#app/realisation/booking.ts';
import { getReport } from '#app/realisation/report.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import type { InstitutionInput } from './institution-file.ts';

/**
 * The same institution twice shows the same: whatever a page lists follows the order of the institution, never
 * that of the ids, which are made at random.
 */
const watched = watchedDatabase();
const now = new Date('2026-11-01T10:00:00Z');
const scheme = 'ka-2022-2027';
const places: LoadedInstitution[] = [];

beforeAll(async () => {
  const file = JSON.parse(
    readFileSync(new URL('../../demo/voorbeeld/institution.json', import.meta.url), 'utf8'),
  );
  for (const code of ['een', 'twee']) {
    const { institution } = file as InstitutionInput;
    places.push(await loadInstitution(watched.db, { ...file, institution: { ...institution, code } }));
  }
});

/** What is made anew at each load: ids, the hashes of what names them, and the code of the institution. */
const plain = (value: unknown) =>
  JSON.stringify(value, null, 1)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/[0-9a-f]{64}/g, 'hash')
    .replace(/"20\d\d-\d\d-\d\dT[^"]*"/g, '"moment"')
    .replaceAll('"twee"', '"een"')
    .split('\n');

type Loader = (args: never) => Promise<unknown>;
const pages: [file: string, path: string, params?: Record<string, string>][] = [
  ['report/trace-page', '/?year=2024'],
  ['report/trace-page', '/?flow=realised:'],
  ['report/overview-page', '/'],
  ['report/money-page', '/'],
  ['report/milestone-page', '/'],
  ['cycle/cycle-page', '/'],
  ['cycle/steps-page', '/'],
  ['cycle/support-page', '/'],
  ['council/bodies-page', '/'],
  ['council/body-page', '/', { body: 'fr-recht' }],
  ['council/commitments-page', '/'],
  ['council/follow-up-page', '/'],
  ['council/proposals-page', '/'],
  ['council/reflections-page', '/'],
  ['council/words-page', '/'],
  ['scheme/rights-page', '/'],
  ['scheme/scheme-admin-page', '/'],
  ['participation/decision-list-page', '/'],
  ['participation/plan-list-page', '/'],
  ['consultation/consultation-list-page', '/'],
  ['organisation/units-page', '/'],
  ['organisation/unit-page', '/', { unit: 'recht' }],
  ['organisation/bodies-page', '/'],
  ['organisation/body-kinds-page', '/'],
  ['organisation/head-counts-page', '/'],
  ['framework/framework-page', '/', { framework: 'themas' }],
  ['realisation/realisation-page', '/'],
  ['realisation/report-page', '/', { unit: 'recht', year: '2024' }],
  ['realisation/intake-page', '/', { unit: 'recht', year: '2024' }],
  ['realisation/intake-preview-page', '/', { unit: 'recht', year: '2024' }],
  ['plan/plan-page', '/', { document: 'plan-recht' }],
  ['plan/coherence-page', '/'],
  ['plan/compare-page', '/', { document: 'plan-recht' }],
  ['plan/change-list-page', '/', { document: 'plan-recht' }],
  ['allocation/allocation-page', '/'],
  ['allocation/carry-over-page', '/'],
  ['funding/funding-page', '/'],
  ['report/money-lines-page', '/?stage=budgeted'],
  ['report/tables-page', '/'],
  ['report/checks-page', '/'],
];
const loginFor: [pages: RegExp, login: string][] = [
  [/^(organisation|framework)|admin/, 'beheer'],
  [/^(realisation|allocation|funding)/, 'controller'],
];
const modules = import.meta.glob<{ loader: Loader }>('../*/*-page.tsx');

describe('the same institution twice', () => {
  test.each(pages)('%s%s shows the same', async (file, path, params = {}) => {
    const page = await modules[`../${file}.tsx`]!();
    const [one, two] = await Promise.all(
      places.map(async (place) => {
        const login = loginFor.find(([pages]) => pages.test(file))?.[1] ?? 'beleid';
        const actor = await place.actor(login);
        const args = { db: watched.db, actor, path, params: { scheme, ...params }, now };
        return plain(await page.loader(pageArgs(args) as never));
      }),
    );
    expect(two).toEqual(one);
  });

  test('what a booking leaves out is listed in the order of the plans', async () => {
    const [one, two] = await Promise.all(
      places.map(async (place) => {
        const actor = await place.actor('controller');
        const address = { scheme, unit: 'recht', year: 2024 };
        const report = await inInstitution(watched.db, place.institutionId, (tx) =>
          getReport(tx, actor, address, now),
        );
        const name = new Map(report.measures.map((measure) => [measure.measureId, measure.code]));
        const given = { entries: [], provisional: false };
        return previewBooking(report, given as never).changes.map(({ state, place: at }) => [
          state,
          name.get(at.measureId ?? '') ?? at.node,
          at.component,
        ]);
      }),
    );
    expect(one!.length).toBeGreaterThan(5);
    expect(two).toEqual(one);
  });
});
