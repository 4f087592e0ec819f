import { expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { open, people, says } from './steps.ts';

/** A report from the ones below it to a file, as its writer makes it. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const report = '/schemes/ka-2022-2027/plans/onderwijsverslag-recht-2025';

test('[000-52] a passage of a lower report is quoted, read in the whole report and saved as a PDF', async () => {
  const page = await example.as('schrijver-recht');
  await open(page, `${report}/sections/voortgang`);
  await page.locator('.passage', { hasText: 'Alle acht vakken' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Aangevinkte aanhalen' }).click();
  await says(page.locator('.quotes'), /Alle acht vakken doen mee/);
  await says(page.locator('.quotes'), /Bachelor Rechtsgeleerdheid, Jaarverslag .+, versie 1/);
  await open(page, `${report}/report`);
  await says(page.getByRole('main'), /Alle acht vakken doen mee/);
  await page.getByRole('button', { name: /PDF\/UA/ }).click();
  await page.getByText('Het bestand is klaar').waitFor({ timeout: 60_000 });
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Bewaar / }).click();
  expect((await saved).suggestedFilename()).toMatch(/^onderwijsjaarverslag-recht-.+\.pdf$/);
}, 90_000);

test('a report keeps what it printed; a source that was corrected later is told on its page and on the one that quotes it', async () => {
  const page = await example.as('lezer');
  const plans = '/schemes/ka-2022-2027/plans';
  await open(page, `${plans}/voortgangsverslag-2025/report`);
  await says(page.getByRole('main'), /Zoals ingediend/);
  await says(page.getByRole('main'), /Biologie is er in april 2026 mee begonnen/);
  expect(await page.getByRole('main').getByRole('table').count()).toBeGreaterThan(5);
  await open(page, `${plans}/voortgangsverslag-2025/report?version=1`);
  await says(page.getByRole('main'), /De cijfers van deze versie zijn niet bewaard/);
  // the higher report was frozen before its source was corrected: each of the two says so
  await open(page, `${plans}/onderwijsverslag-recht-2024`);
  await says(page.getByRole('main'), /Eén bron is na het indienen gecorrigeerd/);
  await open(page, `${plans}/opleidingsverslag-b-rechten-2024`);
  await says(page.getByRole('main'), /Onderwijsjaarverslag Recht 2024-2025.*versie 2 kwam erna/);
  // a note is a number, with its words below the answer
  await open(page, `${plans}/onderwijsverslag-beta-2024`);
  await says(page.locator('.rich-notes'), /^Het practicumlokaal was tot en met maart in verbouwing/);
  expect(await page.getByRole('main').textContent()).not.toContain('[^');
});
