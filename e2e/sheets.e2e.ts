import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readSheets } from '#app/ledger/table-read.ts';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, says } from './steps.ts';

/** Tables that are filled in elsewhere and come back, as somebody with a spreadsheet does it. */

const scheme = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

async function handIn(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\r\n'), 'latin1');
  await page.getByLabel('Ingevuld bestand').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Lees het bestand' }).click();
}

/** What stands in a row of the differences and, of its words, from which side they read. */
async function change(page: Page, field: string): Promise<{ cells: string[]; word: Locator }> {
  const row = page
    .getByRole('table', { name: /Wijzigingen, cel voor cel/ })
    .getByRole('row', { name: field });
  await row.first().waitFor();
  return { cells: await row.first().getByRole('cell').allInnerTexts(), word: row.locator('.fill-in-word') };
}

const side = (word: Locator) => word.last().evaluate((one) => getComputedStyle(one).textAlign);

describe('tables that go round', () => {
  test('[002-20] words read from the left beside amounts, and a row that lacks something says what', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/funding/terms/sheet`);
    await handIn(page, 'looptijden.csv', [
      'Kenmerk;Middelen;Landelijk bedrag;Bron',
      ';Kwaliteitsmiddelen;1.250.000,00;Brief coördinatie, blz. 3',
      ';Kwaliteitsmiddelen;twaalf;Brief',
    ]);
    const source = await change(page, 'Bron');
    expect(source.cells.join(' ')).toContain('Brief coördinatie, blz. 3');
    expect(await side(source.word)).toBe('start');
    const amount = await change(page, 'Landelijk bedrag');
    expect(amount.cells.join(' ')).toContain('1.250.000');
    expect(await amount.word.count()).toBe(0);
    await says(page.getByRole('main'), /Rij 3, Landelijk bedrag nieuw, rij 3 ‘twaalf’ is geen getal/);
    await accessible(page, 'all');
  });

  test('a letter of a kind that several units have: of which one is chosen first', async () => {
    const admin = await as('beheer');
    await open(admin, '/admin/schemes/ka-2022-2027');
    await admin.getByText('Soort document toevoegen').click();
    const form = admin.locator('form:has(input[name=key][value=""]):has(input[name=unitKinds])').last();
    await form.locator('[name=code]').fill('toekenning');
    await form.locator('[name=nameNl]').fill('Toekenning aan een faculteit');
    await form.locator('[name=nameEn]').fill('Grant to a faculty');
    await form.locator('[name=stage]').selectOption('granted');
    await form.locator('[name=unitKinds]').fill('faculty');
    await form.locator('[name=hasMeasures]').uncheck();
    await form.getByRole('button').last().click();
    await says(admin.getByRole('main'), /Toekenning aan een faculteit/);

    const page = await as('controller');
    await open(page, `${scheme}/funding/letter/sheet?kind=toekenning`);
    await says(page.getByRole('main'), /Van welke eenheid is de brief\?/);
    await accessible(page, 'all');
    await go(page.getByRole('link', { name: 'Faculteit Rechtsgeleerdheid' }), /unit=recht$/);
    const link = page.getByRole('link', { name: 'ODS' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('ka-2022-2027-toekenning-recht.ods');
    const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
    const [sheet] = await readSheets(bytes, download.suggestedFilename());
    const heads = sheet!.rows.find((cells) => cells.some(({ text }) => text === '2026'))!;
    const names = heads.map(({ text }) => text);
    const fund = sheet!.rows[sheet!.rows.indexOf(heads) + 1]![0]!.text;

    // a provisional amount, one that is not known yet, and one beside the total
    await handIn(page, 'toekenning.csv', [
      [names[0], 'Naast het totaal', '2025', '2026'].join(';'),
      `${fund};;1.250.000,00*;pm`,
      `${fund};memo;;`,
    ]);
    const table = page.getByRole('table', { name: /Wijzigingen, cel voor cel/ });
    await says(table, /2025.*1\.250\.000\*/);
    await says(table, /2026.*pm/);
    await page.getByLabel('Titel van het document').fill('Toekenning Rechtsgeleerdheid');
    await page.getByLabel('Code', { exact: true }).fill('toekenning-recht');
    await go(page.getByRole('button', { name: 'Sla 2 wijzigingen op' }), /funding#doc-toekenning-recht$/);
  });

  test('the letter stands with its unit, and what is provisional or not known yet is said so', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/funding`);
    const letter = page.getByRole('region', { name: /Toekenning Rechtsgeleerdheid/ });
    await says(letter, /Faculteit Rechtsgeleerdheid/);
    await letter.locator('summary').first().click();
    await says(letter, /1\.250\.000,00\*.*pm/);
    await accessible(page);
  });

  test('nothing went wrong on any screen', () => {
    expect(problems()).toEqual([]);
  });
});
