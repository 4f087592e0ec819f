import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, paste, people, rowOf, says, tabTo, textOf } from './steps.ts';

/** The whole job at Universiteit Voorbeeld, as the people who do it; each test goes on where the last ended. */

const scheme = '/schemes/ka-2022-2027';
const plan = `${scheme}/plans/plan-recht`;

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

/** The row of the money page with what is budgeted for a theme, in thousands of euros by year. */
async function budgeted(page: Page, theme: string, year: number): Promise<string> {
  await open(page, `${scheme}/money`);
  const link = page.getByRole('link', { name: new RegExp(`${year} begroot, ${theme}$`) });
  return (await textOf(link)).trim().split(/\s/)[0]!;
}

describe('a faculty changes its plan', () => {
  test('the writer starts the next version and answers a question with mark-up', async () => {
    const page = await as('schrijver-recht');
    await open(page, plan);
    await page.getByRole('button', { name: 'Nieuwe versie beginnen' }).click();
    await page.getByText('Versie 3, nog in bewerking').waitFor();
    await go(page.getByRole('link', { name: /Bewerken.*Hoe worden de middelen/ }), /\/sections\/inzet$/);
    const editor = page.getByRole('textbox', { name: 'Antwoord' });
    await page.getByRole('button', { name: 'Opsomming' }).waitFor();
    await editor.press('Control+End');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Vet' }).click();
    await page.keyboard.type('Nieuw in 2027');
    await page.getByRole('button', { name: 'Vet' }).click();
    await page.keyboard.type(': een kliniek waar studenten echte vragen beantwoorden.');
    await go(page.getByRole('button', { name: 'Opslaan' }), /plan-recht(#|$)/);
    expect(await page.locator('strong', { hasText: 'Nieuw in 2027' }).count()).toBe(1);
  });

  test('[000-4] adds a measure with a theme and two ambitions', async () => {
    const page = await as('schrijver-recht');
    await open(page, plan);
    await go(page.getByRole('link', { name: 'Maatregel toevoegen' }), /new-measure$/);
    await page.getByLabel('Naam').fill('Juridische kliniek');
    await page.getByLabel('Thema').selectOption({ label: 'Differentiatie en talent' });
    await page.getByLabel('Verantwoordelijke').fill('Coördinator vaardigheden');
    await page.getByLabel('Oriëntatie op werk').check();
    await page.getByLabel('Betrokken bij stad en regio').check();
    await go(page.getByRole('button', { name: 'Opslaan' }), /#measure-M\d+$/);
    const measure = page.getByRole('listitem').filter({ hasText: 'Juridische kliniek' });
    await says(measure, 'Oriëntatie op werk, Betrokken bij stad en regio');
  });

  test('fills six years from Excel with the keyboard alone and sees the remainder change', async () => {
    const page = await as('schrijver-recht');
    await open(page, `${plan}/budget`);
    await page.getByRole('grid').waitFor();
    expect(await rowOf(page, 'Nog te begroten')).toEqual([
      '40',
      '723.125',
      '0',
      '75',
      // what was allocated is provisional, as the grant of these years is
      '20*',
      // what a pm row takes is not known yet
      '368.035* + pm',
      '1.091.295* + pm',
    ]);
    const first = page.getByRole('textbox', { name: /Juridische kliniek, 2022, euro/ });
    await tabTo(page, page.getByRole('grid').getByRole('textbox').first());
    const down = async () => {
      for (let i = 0; i < 40; i += 1) {
        if (await first.evaluate((input) => input === document.activeElement)) return;
        await page.keyboard.press('ArrowDown');
      }
    };
    await down();
    await paste(page, '15,50\t723.125,00\t0\t75,00\t20,00\t400.000,50\r\n');
    const typed = await page.getByRole('textbox', { name: /Juridische kliniek/ }).all();
    expect(await Promise.all(typed.map((input) => input.inputValue()))).toEqual([
      '15,50',
      '723.125',
      '0',
      '75',
      '20',
      '400.000,50',
    ]);
    const left = await rowOf(page, 'Nog te begroten');
    expect(left.slice(0, 5)).toEqual(['24,50', '0', '0', '0', '0*']);
    expect(left[5]).toContain('-31.965,50'.replace('-', '\u2212'));
    expect(left[5]).toContain('te veel begroot');
    await tabTo(page, page.getByRole('button', { name: 'Opslaan', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('De begroting is opgeslagen.').waitFor();
  });

  test('[000-5] is refused at submission, with the amount, while the draft is kept', async () => {
    const page = await as('schrijver-recht');
    await open(page, `${plan}/submit`);
    const refusal = page.getByText(/Begroot in 2027 uit Kwaliteitsmiddelen: €\s31\.965,50 meer/);
    expect(await refusal.count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Indienen' }).count()).toBe(0);
  });

  test('corrects the cell with the keyboard and submits; the content gets its mark', async () => {
    const page = await as('schrijver-recht');
    await open(page, `${plan}/budget`);
    const cell = page.getByRole('textbox', { name: /Juridische kliniek, 2027, euro/ });
    await cell.focus();
    await page.keyboard.type('368035');
    await page.keyboard.press('Enter');
    expect((await rowOf(page, 'Nog te begroten'))[5]).toBe('0* + pm');
    await go(page.getByRole('button', { name: 'Opslaan', exact: true }), /saved/);
    await open(page, plan);
    await go(page.getByRole('link', { name: 'Indienen' }), /submit$/);
    await go(page.getByRole('button', { name: 'Indienen' }), /plan-recht$/);
    await page.getByText(/Versie 3, ingediend op/).waitFor();
    const mark = page.getByRole('complementary').locator('li', { hasText: 'versie 3' }).locator('code');
    await says(mark, /[0-9a-f]{4} [0-9a-f]{4}/);
  });
});

describe('the council consents and the board adopts', () => {
  test('adoption is refused before consent, with what stands in the way', async () => {
    const page = await as('cvb');
    await open(page, `${plan}/adopt`);
    await says(page.getByRole('main'), 'Faculteitsraad Recht besloot over versie 2, niet over deze.');
    expect(await page.getByRole('button', { name: 'Vaststellen' }).count()).toBe(0);
  });

  test('the policy officer asks for consent on exactly this text', async () => {
    const page = await as('beleid');
    await open(page, '/');
    await go(page.getByRole('link', { name: 'Facultair plan kwaliteitsafspraken Recht' }).first(), /\/ask$/);
    expect(await page.getByLabel(/Instemming · Faculteitsraad Recht/).isChecked()).toBe(true);
    await go(page.getByRole('button', { name: 'Voorleggen' }), /plan-recht$/);
    const board = await as('cvb');
    await open(board, `${plan}/adopt`);
    await says(
      board.getByRole('main'),
      /Faculteitsraad Recht heeft nog geen instemming op deze versie gegeven; de termijn loopt/,
    );
  });

  test('a council member reads what changed since the last vote', async () => {
    const page = await as('lid-fr-recht');
    await open(page, '/');
    await go(
      page.getByRole('link', { name: /^Instemming · Facultair plan kwaliteitsafspraken Recht/ }),
      /\/decisions\//,
    );
    const main = page.getByRole('main');
    await says(main, /Ten opzichte van versie 2, waarover dit orgaan op 6 juni 2024/);
    expect(await main.locator('ins', { hasText: 'echte vragen beantwoorden' }).count()).toBe(1);
    await says(main, 'Juridische kliniek');
    expect(await main.getByRole('link', { name: 'Uitkomst vastleggen' }).count()).toBe(0);
  });

  test('the secretary records the outcome, once', async () => {
    const page = await as('griffier-recht');
    await open(page, '/');
    await go(
      page.getByRole('link', { name: /^Instemming · Facultair plan kwaliteitsafspraken Recht/ }),
      /\/decisions\//,
    );
    await go(page.getByRole('link', { name: 'Uitkomst vastleggen' }), /outcome$/);
    await page.getByLabel('Instemming gegeven', { exact: true }).check();
    await page.getByLabel('Aanwezig').fill('8');
    await page.getByRole('textbox', { name: /^Voor / }).fill('7');
    await page.getByLabel('Tegen').fill('1');
    await page.getByLabel('Onthoudingen').fill('0');
    await page.getByLabel('Overwegingen').fill('De kliniek sluit aan bij wat studenten vroegen.');
    await go(page.getByRole('button', { name: 'Uitkomst vastleggen' }), /decisions\/[^/]+$/);
    await says(page.getByRole('main'), 'De kliniek sluit aan');
  });

  test('the board adopts; the budget counts from now on', async () => {
    const page = await as('cvb');
    expect(await budgeted(page, 'Differentiatie en talent', 2027)).toBe('1.497');
    await open(page, '/');
    await go(
      page.getByRole('link', { name: 'Facultair plan kwaliteitsafspraken Recht' }).first(),
      /\/adopt$/,
    );
    await go(page.getByRole('button', { name: 'Vaststellen' }), /plan-recht$/);
    await page.getByText(/Versie 3, vastgesteld op .* en nu van kracht/).waitFor();
    expect(await budgeted(page, 'Differentiatie en talent', 2027)).toBe('1.865');
  });
});

describe('anyone reads it back', () => {
  test('a figure opens to its lines and the documents behind them', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?unit=recht`);
    await go(page.getByRole('link', { name: /2027 begroot, Differentiatie en talent$/ }), /cell=/);
    const origin = page.getByRole('complementary', { name: 'Herkomst' });
    await says(origin, /instemming Faculteitsraad Recht/);
    await go(origin.getByRole('link', { name: /regel/ }), /money\/lines/);
    const line = await rowOf(page, 'Faculteit Rechtsgeleerdheid');
    expect(line).toEqual(expect.arrayContaining(['Juridische kliniek', '368.035,00']));
    expect(line.join(' ')).toMatch(/Facultair plan kwaliteitsafspraken Recht, v3/);
  });

  test('nobody met a fault on the way', () => {
    expect(problems()).toEqual([]);
  });
});
