import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says, tabTo, textOf } from './steps.ts';

/** The plan of Utrecht's Faculty of Medicine (2019): question form, budget in FTE and euros, split 3:2:1. */

const scheme = '/schemes/ka-2019-2024';
const plan = `${scheme}/plans/plan-geneeskunde`;

const browser = fileBrowser();
const dutch = people(browser, 'utrecht');
const english = people(browser, 'utrecht', { locale: 'en' });

async function figures(page: Page, head: string | RegExp): Promise<string[]> {
  return (await rowOf(page, head)).map((cell) => cell.split(' ')[0]!);
}

describe('the plan as it was adopted', () => {
  test('[003-1][003-3][003-4][003-5][003-13] answers the fixed questions, in general and for three themes', async () => {
    const page = await dutch.as('lezer');
    await open(page, plan);
    await says(page.getByRole('main'), 'Faculteit Geneeskunde. Versie 1, vastgesteld op 14 februari 2019');
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    const first = headings.indexOf("Hoe zijn de thema's geprioriteerd?");
    expect(headings.slice(first, first + 6)).toEqual([
      "Hoe zijn de thema's geprioriteerd?",
      'Wanneer en met wie is het plan gemaakt?',
      "Hoe worden de middelen in 2019-2024 over de drie thema's ingezet?",
      'Intensiever en kleinschalig onderwijs',
      'Professionalisering docenten',
      'Begeleiding studenten, inclusief toegankelijkheid en gelijke kansen',
    ]);
    const asked = await page.getByRole('heading', { level: 3, name: 'Wat is het tijdpad?' }).count();
    expect(asked, 'asked once for each theme').toBe(3);
    await says(page.getByRole('main'), /De drie thema’s wegen even zwaar/);
  });

  test('[003-21][003-22][003-23][003-25] budgets in FTE and in euros, and adds both up at the rate', async () => {
    const page = await dutch.as('lezer');
    await open(page, plan);
    expect((await rowOf(page, 'Dedicated coaches/psychologen')).slice(0, 6)).toEqual(
      Array(6).fill('0,50 fte ≈ 42.000'),
    );
    expect((await figures(page, 'Didactische leergangen')).slice(0, 2)).toEqual(['109.953', '93.024']);
    expect((await rowOf(page, 'Kleinschalig onderwijs KGW')).slice(0, 2)).toEqual([
      '0,72 fte ≈ 60.480',
      '0,72 fte ≈ 60.480',
    ]);
    expect((await figures(page, 'Begroot')).length).toBe(7);
  });

  test('[003-20][003-24] the integral table in euros and in FTE, with what the printed one has wrong', async () => {
    const page = await dutch.as('lezer');
    await open(page, `${scheme}/tables/integraal-eur`);
    expect(await figures(page, 'Totaal')).toEqual(
      '893.217 893.217 911.213 1.137.046 1.200.884 1.355.443'.split(' '),
    );
    await says(page.getByRole('main'), 'In het brondocument staat 455.606 en 677.721');
    await open(page, `${scheme}/tables/integraal-fte`);
    expect((await figures(page, /^Totaal/)).length).toBeGreaterThanOrEqual(6);
  });

  test('[003-11] the split 3:2:1 between the themes explains each amount', async () => {
    const page = await dutch.as('lezer');
    await open(page, `${scheme}/allocation/verdeling`);
    const steps = page.getByRole('complementary', { name: 'Stappen achter het bedrag' });
    await says(steps, /3\/6 van/);
  });
});

describe('a writer who reads English', () => {
  test('starts the next version and budgets by the keyboard in English notation', async () => {
    const page = await english.as('schrijver-geneeskunde');
    await open(page, plan);
    await page.locator('summary', { hasText: 'Planschrijver' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    await page.getByRole('button', { name: 'Start a new version' }).click();
    await go(page.getByRole('link', { name: 'Fill in the budget' }), /budget$/);
    await page.getByRole('grid').waitFor();
    const cell = page.getByRole('grid').getByRole('textbox').first();
    await tabTo(page, cell);
    await page.keyboard.type('3.25');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2,90');
    await page.keyboard.press('Tab');
    const [first, second] = await page.getByRole('grid').getByRole('textbox').all();
    expect([await first!.inputValue(), await second!.inputValue()]).toEqual(['3.25', '2.9']);
    await go(page.getByRole('button', { name: 'Save', exact: true }), /saved/);
    await open(page, plan);
    const text = await textOf(page.getByRole('main'));
    expect(text).toMatch(/Version 2/);
    expect(text, 'no key without its words').not.toMatch(/\b(plan|budget|ui|rejection)\.[a-z]+\b/);
  });

  test('nobody met a fault on the way', () =>
    expect([...dutch.problems(), ...english.problems()]).toEqual([]));
});
