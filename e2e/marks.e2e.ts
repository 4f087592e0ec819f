import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { open, people, says, textOf } from './steps.ts';

/** pm, provisional and memo amounts as people meet them: in a letter, beside a plan's budget, on the money page. */

const scheme = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

describe('marks', () => {
  test('[002-19] a plan prints its memo row outside the total, and so does the money page', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/plans/plan-recht`);
    const row = page.getByRole('row', { name: /Uren studieadviseurs/ });
    expect(await textOf(row)).toMatch(/memo, buiten het totaal.*96\.000.*pm/s);
    await accessible(page);
    await open(page, `${scheme}/money?print=eur&unit=recht`);
    const memo = page.getByRole('row', { name: /Buiten het totaal \(memo\)/ }).first();
    expect(await textOf(memo)).toMatch(/96\.000/);
    await accessible(page);
  });

  test('[002-18] [000-79] a letter takes pm and a star as they are typed, and asks what reads two ways', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/funding/letter?document=rijksbijdrage`);
    await page
      .getByLabel(/^Bedrag in euro, .*, 2026$/)
      .first()
      .fill('21.180*');
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await says(page.getByRole('alert').first(), /21\.180\*/);
    await page
      .getByLabel(/^Bedrag in euro, .*, 2026$/)
      .first()
      .fill('21.180.000,00*');
    await page
      .getByLabel(/^Bedrag in euro, .*, 2027$/)
      .first()
      .fill('pm');
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await page.waitForURL(/funding#doc-rijksbijdrage$/);
    await says(page.getByRole('row', { name: /^Definitief toegekend/ }).first(), /pm/);
    await accessible(page);
  });
});

describe('what is refused', () => {
  test('[000-79] pm beside a number is told at its cell: the way there keeps what was typed', async () => {
    const page = await as('schrijver-recht');
    await open(page, `${scheme}/plans/plan-recht`);
    await page.getByRole('button', { name: 'Nieuwe versie beginnen' }).click();
    await page.getByRole('link', { name: 'Begroting invullen' }).click();
    const cell = page.getByLabel(/^Werkgroepen van twintig: Docenten, 2027, .*euro/);
    await cell.click();
    await page.keyboard.type('pm');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    const alert = page.getByRole('alert');
    await says(alert, /Werkgroepen van twintig, 2027/);
    await alert.getByRole('link').first().click();
    await expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);
    expect([await cell.inputValue(), await cell.getAttribute('aria-invalid')]).toEqual(['pm', 'true']);
    await says(alert, /Werkgroepen van twintig, 2027/);
  });
});

test('no screen of this story met a fault', () => {
  expect(problems()).toEqual([]);
});
