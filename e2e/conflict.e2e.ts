import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, people, says } from './steps.ts';

/** Two people in the same draft at once, and people whose script has not come: nothing is lost. */

const plan = '/schemes/ka-2022-2027/plans/plan-zorg';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');
const plain = people(browser, 'voorbeeld', { javaScriptEnabled: false });

/** Replaces all that stands in the editor. */
async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Opsomming' }).waitFor();
  await page.getByRole('textbox', { name: 'Antwoord' }).press('Control+A');
  if (words) await page.keyboard.type(words);
  else await page.keyboard.press('Delete');
}

const cell = (page: Page) => page.getByRole('grid').getByRole('textbox').first();

describe('two editors', () => {
  test('of the same answer: the second sees both texts and chooses', async () => {
    const [writer, officer] = [await as('schrijver-zorg'), await as('beleid')];
    for (const page of [writer, officer]) await open(page, `${plan}/sections/prioritering`);
    await write(writer, 'De tekst van de schrijver.');
    await go(writer.getByRole('button', { name: 'Opslaan' }), /plan-zorg(#|$)/);
    await write(officer, 'De tekst van de beleidsmedewerker.');
    await officer.getByRole('button', { name: 'Opslaan' }).click();
    await says(
      officer.getByRole('main'),
      /Dit heeft de ander intussen opgeslagen.*De tekst van de schrijver\./,
    );
    await says(officer.getByRole('textbox', { name: 'Antwoord' }), 'De tekst van de beleidsmedewerker.');
    await go(officer.getByRole('button', { name: 'Mijn tekst opslaan' }), /plan-zorg(#|$)/);
    await open(writer, plan);
    await says(writer.getByRole('main'), 'De tekst van de beleidsmedewerker.');
  });

  test('emptying an answer asks first', async () => {
    const page = await as('beleid');
    await open(page, `${plan}/sections/totstandkoming`);
    await write(page, '');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await says(page.getByRole('main'), /Hier stond tekst, en die maakt u nu leeg/);
    await open(page, plan);
    await says(page.getByRole('main'), /Het gesprek met de faculteitsraad is gepland/);
    await open(page, `${plan}/sections/totstandkoming`);
    await write(page, '');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByLabel('Ja, dit antwoord moet leeg zijn').check();
    await go(page.getByRole('button', { name: 'Opslaan' }), /plan-zorg(#|$)/);
  });

  test('of the same amount: both are shown at the cell, and neither is chosen beforehand', async () => {
    const [writer, officer] = [await as('schrijver-zorg'), await as('beleid')];
    for (const page of [writer, officer]) {
      await open(page, `${plan}/budget`);
      await page.getByRole('grid').waitFor();
      await cell(page).focus();
    }
    await writer.keyboard.type('111111');
    await writer.keyboard.press('Enter');
    await go(writer.getByRole('button', { name: 'Opslaan', exact: true }), /saved/);
    await officer.keyboard.type('222222');
    await officer.keyboard.press('Enter');
    await officer.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await says(officer.getByRole('main'), /Iemand anders wijzigde één cel die u ook wijzigde/);
    const mine = officer.getByLabel('van u: 222.222');
    const theirs = officer.getByLabel('van ander: 111.111');
    expect([await mine.isChecked(), await theirs.isChecked()]).toEqual([false, false]);
    await theirs.check();
    await go(officer.getByRole('button', { name: 'Opslaan', exact: true }), /saved/);
    expect(await cell(officer).inputValue()).toBe('111.111');
  });

  test('a pasted block with text in a number cell: the rest is kept, the cell is marked', async () => {
    const page = await as('schrijver-zorg');
    await open(page, `${plan}/budget`);
    await page.getByRole('grid').waitFor();
    await cell(page).focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '1.000,50\tveel\t3.000,00');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    await says(page.getByRole('main'), /“veel” is geen bedrag/);
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await says(page.getByRole('main'), /2 cellen zijn opgeslagen; één cel was niet te lezen/);
    expect(await page.locator('[aria-invalid=true]').inputValue()).toBe('veel');
  });

  test('nobody met a fault on the way', () => expect(problems()).toEqual([]));
});

describe('two administrators', () => {
  const other = people(browser, 'voorbeeld');
  const unit = '/admin/units/mens';

  test('of one unit: the second sees both names, chooses, and keeps what the first changed elsewhere', async () => {
    const [first, second] = [await as('beheer'), await other.as('beheer')];
    for (const page of [first, second]) {
      await open(page, unit);
      await page.locator('summary', { hasText: 'Naam' }).click();
    }
    const names = (page: Page) => ({
      nl: page.locator('#change--nameNl'),
      en: page.locator('#change--nameEn'),
      save: page.getByRole('button', { name: 'Opslaan' }).first(),
    });
    await names(first).nl.fill('Faculteit Mens');
    await names(first).en.fill('Faculty of Humanity');
    await names(first).save.click();
    await says(first.getByRole('main'), /Opgeslagen|bewaard/i);
    await names(second).nl.fill('Faculteit Maatschappij');
    await names(second).save.click();
    const choice = second.getByRole('group', { name: /Naam/ });
    await says(choice, /Faculteit Maatschappij.*Faculteit Mens/);
    const [mine, theirs] = [choice.getByRole('radio').nth(0), choice.getByRole('radio').nth(1)];
    expect([await mine.isChecked(), await theirs.isChecked()]).toEqual([false, false]);
    expect(await names(second).en.inputValue()).toBe('Faculty of Humanity');
    await mine.check();
    await names(second).save.click();
    await second.getByRole('heading', { level: 1, name: 'Faculteit Maatschappij' }).waitFor();
    await open(first, unit);
    await says(first.getByRole('heading', { level: 1 }), 'Faculteit Maatschappij');
    await first.locator('summary', { hasText: 'Naam' }).click();
    expect(await names(first).en.inputValue()).toBe('Faculty of Humanity');
    // as it was, for the journeys that come after
    await names(first).nl.fill('Faculteit Mens en Maatschappij');
    await names(first).en.fill('Faculty of Humanities and Social Sciences');
    await names(first).save.click();
    await first.getByRole('heading', { level: 1, name: 'Faculteit Mens en Maatschappij' }).waitFor();
    expect(other.problems()).toEqual([]);
  });
});

describe('without script', () => {
  test('signs in, saves an answer from a text area and amounts from plain fields', async () => {
    const page = await plain.as('schrijver-zorg');
    await page.goto(`${plan}/sections/inzet`);
    await page
      .locator('textarea[name=body]')
      .fill('Het geld gaat naar drie dingen:\n\n- groepen\n- begeleiding');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await says(page.getByRole('listitem').filter({ hasText: /^begeleiding$/ }), 'begeleiding');
    await page.goto(`${plan}/budget`);
    await page.locator('input[name^="cell:"]').first().fill('12.345,67');
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await says(page.getByRole('main'), 'De begroting is opgeslagen.');
    expect(await page.locator('input[name^="cell:"]').first().inputValue()).toBe('12.345,67');
    expect(plain.problems()).toEqual([]);
  });
});
