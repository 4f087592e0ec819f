import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says } from './steps.ts';

/** Two institutes merged and a programme moved in 2023: old years by both trees, and at an earlier moment. */

const scheme = '/schemes/ka-2022-2027';
const units = `${scheme}/money?slice=unit&unit=mens&print=eur`;

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

const shows = (page: Page, unit: string) => page.getByRole('rowheader', { name: unit }).count();

/** The totals without the letters of their footnotes, which are counted anew per page. */
const totals = async (page: Page) =>
  (await rowOf(page, /^Totaal lasten/)).map((cell) => cell.replace(/ [a-z]$/, ''));

describe('the moment and the tree', () => {
  test('a merged institute holds its old years today; by each year’s own tree they stand where they were', async () => {
    const page = await as('beleid');
    await open(page, units);
    expect(await shows(page, 'Instituut Letterkunde')).toBe(0);
    await says(
      page.locator('main'),
      /Met de bedragen van wat in Instituut Taal en Cultuur is opgegaan: Instituut/,
    );
    const total = await totals(page);
    await accessible(page, 'all');
    await page.getByLabel('Indeling in eenheden').selectOption('van elk jaar zelf');
    await go(page.getByRole('button', { name: 'Toon' }), /tree=year/);
    for (const unit of ['Instituut Letterkunde', 'Instituut Taalkunde', 'Bachelor Talen en Culturen'])
      expect(await shows(page, unit)).toBe(1);
    expect(await totals(page)).toEqual(total);
    await says(page.locator('main'), /Instituut Taalkunde bestond tot en met 31 augustus 2023/);
    await accessible(page, 'all');
  });

  test('an earlier moment is said, goes along to other pages, and nothing can be written there', async () => {
    const page = await as('beleid');
    await open(page, `${scheme}/money`);
    await page.getByLabel('Stand op').fill('2023-03-01');
    await page.getByLabel('zoals bekend op').fill('2023-06-30');
    await go(page.getByRole('button', { name: 'Toon' }), /asOf=2023-03-01&knownOn=2023-06-30/);
    const said = /U kijkt naar de stand van 1 maart 2023, zoals bekend op 30 juni 2023/;
    await says(page.locator('main'), said);
    await accessible(page, 'all');
    for (const tab of ['Bekostiging', 'Verdeling', 'Realisatie', 'Plannen', 'Overzicht']) {
      await go(
        page.getByRole('link', { name: tab, exact: true }),
        (url) => url.searchParams.get('asOf') === '2023-03-01' && url.searchParams.has('knownOn'),
      );
      await says(page.locator('main'), said);
      await accessible(page, 'all');
      expect(await page.locator('main form[method=post]').count()).toBe(0);
    }
    await open(page, `${scheme}/plans/plan-recht?asOf=2023-03-01`);
    await says(page.locator('main'), /U kijkt naar de stand van 1 maart 2023, zoals nu bekend/);
    await accessible(page, 'all');
    await go(page.getByRole('link', { name: 'Naar de stand van nu' }), (url) => url.search === '');
    expect(await page.getByText('U kijkt naar').count()).toBe(0);
  });

  test('what is no date, or a day to come, is said in words', async () => {
    const page = await as('beleid');
    await open(page, `${scheme}/money?asOf=gisteren`);
    await says(page.locator('main'), /‘gisteren’ is geen datum\. U ziet daarom de stand van nu/);
    await open(page, `${scheme}/funding?asOf=2099-01-01&knownOn=2099-01-01`);
    await says(page.locator('main'), /1 januari 2099 moet nog komen/);
    await says(page.locator('main'), /weet nog niemand/);
    await accessible(page, 'all');
  });

  test('no screen met a fault', () => {
    expect(problems()).toEqual([]);
  });
});
