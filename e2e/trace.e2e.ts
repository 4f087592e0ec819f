import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, people, says, signIn, tabTo, textOf } from './steps.ts';

/** Any euro back to its grant and forward to its spending, and nothing untraceable in silence. */

const scheme = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

async function nothingBars(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
}

/** The chain of a euro, or the way of the money on, as a region of the page. */
const chain = (page: Page) => page.getByRole('region', { name: 'Waar deze euro vandaan komt' });

describe('the flow', () => {
  test('from the table of the money to the flow and back, moment and unit kept', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?unit=recht`);
    await go(page.getByRole('link', { name: 'Stroom' }), /\/trace\?.*unit=recht/);
    await says(page.getByRole('main'), /Niet herleidbaar € 0/);
    await says(page.getByRole('main'), /elke euro die hier is vastgelegd, is te volgen/);
    expect(await page.getByRole('link', { name: 'Geld', exact: true }).getAttribute('aria-current')).toBe(
      'page',
    );
    await go(page.getByRole('link', { name: 'Tabel', exact: true }), /\/money\?unit=recht/);
  });

  test('every ribbon opens its lines with the keyboard alone; nothing bars the way', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/trace?year=2024`);
    await nothingBars(page);
    const ribbon = page.getByRole('link', { name: /^Kleiner en intensiever onderwijs → Gerealiseerd: 5/ });
    await tabTo(page, ribbon.first(), 90);
    await Promise.all([page.waitForURL(/flow=/), page.keyboard.press('Enter')]);
    const lines = page.getByRole('table', { name: /regels hierachter/ });
    await says(lines, /Werkgroepen van twintig/);
    const first = lines.getByRole('link', { name: /Waar komt dit vandaan\?.*Werkgroepen van twintig/ });
    await tabTo(page, first.first(), 140);
    await Promise.all([page.waitForURL(/\/trace\/lines\//), page.keyboard.press('Enter')]);
    await says(chain(page), /herleidbaar/);
  });

  test('on a phone the flow is a list that fits', async () => {
    const { page, problems: met } = await signIn(browser(), 'voorbeeld/lezer', { width: 390 });
    await open(page, `${scheme}/trace?year=2024`);
    await nothingBars(page);
    await go(page.getByRole('link', { name: 'Begeleiding van studenten', exact: true }), /flow=/);
    await says(page.getByRole('table', { name: /hierachter/ }), /begroot/);
    const edge = await page.getByLabel('Eenheid').evaluate((one) => one.getBoundingClientRect().right);
    expect(edge).toBeLessThanOrEqual(390 - 12);
    expect(met).toEqual([]);
    await page.context().close();
  });
});

describe('a euro that was spent', () => {
  test('leads from the money page back to its grant letter, and the grant forward again', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money`);
    await go(
      page.getByRole('link', { name: '2024 gerealiseerd, Kleiner en intensiever onderwijs' }),
      /cell=R2024/,
    );
    const aside = page.getByRole('complementary');
    await says(aside, /Besteed volgens \d plannen/);
    await says(aside, /Faculteitsraad Recht, 2 december 2021/);
    await go(aside.getByRole('link', { name: 'Volg dit geld van toekenning naar besteding' }), /flow=theme/);
    await go(
      page.getByRole('link', { name: /Waar komt dit vandaan\?.*Werkgroepen van twintig/ }).first(),
      /trace\/lines/,
    );
    await says(chain(page), /Maatregel: Werkgroepen van twintig/);
    await says(chain(page), /instemming Faculteitsraad Recht/);
    await says(chain(page), /× € 585,00 per hoofd/);
    await nothingBars(page);
    const grant = chain(page).getByRole('link', { name: /Toegekende kwaliteitsmiddelen 2022-2027/ });
    const before = page.url();
    await go(grant, (url) => url.pathname.includes('/trace/lines/') && url.href !== before);
    await says(page.getByRole('main'), /toegekend, volgens Toegekende kwaliteitsmiddelen/);
    await says(chain(page), /Bron: (Definitieve bekostigingsbrief 2025|Brief van)/);
    const forward = page.getByRole('region', { name: 'En waar dit geld naartoe gaat' });
    expect(await textOf(forward)).toMatch(/Gerealiseerd door .* 15\.\d{3}\.\d{3}/);
    await go(forward.getByRole('link', { name: /besteed/i }), /\/trace\?year=2024/);
  });
});

describe('what would become untraceable', () => {
  test('is not booked in silence: the preview says how much and why, and asks the reason', async () => {
    const page = await as('controller-recht');
    await open(page, `${scheme}/realisation/recht/2025`);
    await page.getByText('Bestand inlezen').click();
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'los.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        'Thema;Middelen;Bedrag\nKleiner en intensiever onderwijs;Kwaliteitsmiddelen;1234,56',
      ),
    });
    await page.getByRole('button', { name: 'Lees en bekijk' }).click();
    await page.getByRole('heading', { name: 'Dit wordt geboekt' }).waitFor();
    await says(page.getByRole('main'), /Hierdoor wordt € 1\.235 niet herleidbaar/);
    await says(page.getByRole('main'), /De uitgave noemt geen maatregel/);
    const reason = page.getByLabel('Waarom dit toch zo wordt vastgelegd');
    await page.getByRole('button', { name: 'Boek precies dit' }).click();
    expect(await reason.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true);
    expect(page.url()).not.toContain('booked');
    // spaces are no reason: the server says so itself
    await reason.fill('   ');
    await page.getByRole('button', { name: 'Boek precies dit' }).click();
    await says(page.getByRole('main'), /zou € 1\.235 niet herleidbaar worden\. Geef de reden/);
    await nothingBars(page);
  });
});

test('nobody met a fault', () => {
  expect(problems()).toEqual([]);
});
