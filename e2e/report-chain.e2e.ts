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
  await page.getByRole('button', { name: 'Aanhalen', exact: true }).click();
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
