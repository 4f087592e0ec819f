import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, nextVersion, open, people, rowOf, says } from './steps.ts';

/** What does not add up, who accepted it and why; and Leiden's well-being plan beside its spending plan. */

const wellbeing = '/schemes/studentenwelzijn';
const quality = '/schemes/ka-2019-2024';

const browser = fileBrowser();
const { as, problems } = people(browser, 'leiden');

async function figures(page: Page, head: string | RegExp): Promise<string[]> {
  return (await rowOf(page, head)).map((cell) => cell.split(' ')[0]!);
}

const item = (page: Page, place: string | RegExp) => page.locator('.check-item').filter({ hasText: place });

describe('the well-being plan of Leiden', () => {
  test('[002-15][002-16][002-17][002-18][002-19] prints its cost table, and what is needed balances with what is proposed', async () => {
    const page = await as('lezer');
    await open(page, `${wellbeing}/tables/financiering`);
    expect(await figures(page, /^Totaal pijler 3/)).toEqual(
      '527.592 530.000 530.000 530.000 530.000'.split(' '),
    );
    expect(await figures(page, 'Totaal kosten studentenwelzijn')).toEqual(
      '1.219.092 1.224.000 1.224.000 1.224.000 1.224.000'.split(' '),
    );
    expect((await figures(page, /^NPO middelen SOZ/))[0]).toBe('14.772');
    expect((await figures(page, /^Kwaliteitsmiddelen SOZ/))[0]).toBe('134.320');
    expect((await figures(page, /^Structureel kader kwaliteitsmiddelen SOZ/))[1]).toBe('154.000');
    const million = Array(5).fill('1.070.000');
    expect(await figures(page, /^Totaal benodigde financiering/)).toEqual(million);
    // a sum over what is provisional is provisional itself
    expect(await figures(page, 'Totaal voorgestelde financiering')).toEqual(million.map((one) => `${one}*`));
    await says(page.getByRole('main'), /in balans Benodigd is wat wordt voorgesteld/);
    await says(page.getByRole('main'), /Voorlopige opgave, nog niet definitief/);
    expect((await figures(page, /^Kosten facultaire wellbeing officers/)).slice(0, 2)).toEqual([
      '295.680',
      '276.600',
    ]);
    await says(page.getByRole('main'), /Telt niet mee in het totaal/);
    await accessible(page);
  });

  test('[002-20] shows both periods of a fund with their sources, and a share that is not known as not known', async () => {
    const page = await as('controller');
    await open(page, `${wellbeing}/funding`);
    const named = page.getByRole('rowheader', { name: 'Bestuursakkoord OCW' });
    const rows = page.getByRole('row').filter({ has: named });
    await says(rows.first(), /2022-2031 € 15\.000\.000 onbekend onbekend .*hoofdstuk 3/);
    await says(rows.nth(1), /2023-2030 onbekend onbekend onbekend .*hoofdstuk 1/);
    await page.getByText('Looptijd of landelijk bedrag vastleggen').click();
    const form = page.locator('form').filter({ has: page.locator('input[value="term.add"]') });
    await form.getByLabel('Middelen').selectOption('structureel-kader');
    await form.getByLabel('Vanaf jaar').fill('2025');
    await form.getByLabel('Landelijk bedrag').fill('1.000.000');
    await form.getByLabel('Eigen aandeel').fill('4,5');
    await form.getByLabel('Bron').fill('Voorbeeld uit de toets');
    await form.getByRole('button', { name: 'Toevoegen' }).click();
    await says(page.getByRole('main'), /vanaf 2025 € 1\.000\.000 4,50% € 45\.000/);
  });

  test('[002-21] 2023 is a transition year with a plan of its own', async () => {
    const page = await as('lezer');
    await open(page, `${wellbeing}/plans/plan-soz-2023`);
    await says(page.getByRole('main'), /SOZ/);
    await says(page.getByRole('main'), /een eigen voorstel/);
  });
});

describe('the checks', () => {
  test('[X-1] the same money in two plans is watched from both', async () => {
    const page = await as('lezer');
    for (const scheme of [wellbeing, quality]) {
      await open(page, `${scheme}/checks`);
      const broken = await rowOf(page, /^Well-being officers 2024 in beide plannen/);
      expect(broken.slice(0, 3)).toEqual(['€ 276.000', '€ 295.680', '€ −19.680']);
      expect(broken[3]).toMatch(/klopt niet/);
      expect((await rowOf(page, /structureel kader 2025/))[3]).toMatch(/klopt op afronding na/);
    }
    await accessible(page);
  });

  test('a controller accepts a difference with a reason, and takes it back', async () => {
    const page = await as('controller');
    await open(page, `${wellbeing}/checks?class=error`);
    const place = /Vernieuwingsmiddelen · 2028/;
    await says(item(page, place), /Er staat € 465\.000 Er volgt € 0 Verschil € \+465\.000/);
    await item(page, place).getByText('Verschil accepteren').click();
    await item(page, place).getByLabel('Reden').fill('De begroting loopt een jaar langer dan de toezegging.');
    await item(page, place).getByRole('button', { name: 'Accepteren' }).click();
    await says(item(page, place), /Geaccepteerd door Controller op .*: De begroting loopt een jaar langer/);
    await accessible(page);
    await item(page, place).getByText('Acceptatie intrekken').click();
    await item(page, place).getByLabel('Reden').fill('Toch navragen.');
    await item(page, place).getByRole('button', { name: 'Intrekken' }).click();
    await item(page, place).getByText('Verschil accepteren').waitFor();
  });

  test('a figure that misses a rule opens its own explanation', async () => {
    const page = await as('lezer');
    await open(page, `${quality}/tables/bijlage-1`);
    await page.getByRole('button', { name: /Totaal lasten.*B 2023|B 2023.*Totaal lasten/ }).click();
    const dialog = page.getByRole('dialog');
    await says(dialog, /afronding Som .* 17\.339 k€ .* 17\.338 k€/);
    await accessible(page);
    await dialog.getByRole('button', { name: 'Sluiten' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await open(page, quality);
    await go(page.getByRole('link', { name: 'Alle controles van deze regeling' }), /\/checks$/);
  });

  test('a policy officer declares what must be equal', async () => {
    const page = await as('beleid');
    await open(page, `${wellbeing}/checks/ties`);
    await page.getByText('Nieuwe vergelijking vastleggen').click();
    const form = page.locator('form').filter({ has: page.getByLabel('Code', { exact: true }) });
    await form.getByLabel('Code', { exact: true }).fill('voorstel-plan');
    await form.getByLabel('Naam', { exact: true }).fill('Wat nodig is en wat is voorgesteld');
    await form.getByLabel('Naam in het Engels').fill('Needed and proposed');
    const [one, other] = ['Het ene bedrag', 'Het andere bedrag'].map((name) =>
      form.getByRole('group', { name, exact: true }),
    );
    await one!.getByLabel('Fase').selectOption('expected');
    // what can be chosen follows the scheme, by name
    await other!.getByLabel('Regeling').selectOption({ label: 'Kwaliteitsafspraken 2019-2024' });
    await other!.getByLabel('Maatregel').selectOption({ label: 'Studentbegeleiding en welzijn' });
    await other!.getByLabel('Onderdelen').selectOption([{ label: 'Wellbeing officers' }]);
    await other!.getByLabel('Jaren').selectOption(['2023', '2024']);
    await form.getByRole('button', { name: 'Toevoegen' }).click();
    await says(page.getByRole('main'), /Wat nodig is en wat is voorgesteld voorstel-plan/);
    await accessible(page);
  });
});

test('[000-39] another fund pays for student guidance in 2022, and a writer lets it pay another year', async () => {
  const plan = `${quality}/plans/bestedingsplan`;
  const page = await as('beleid');
  await open(page, plan);
  await go(page.getByRole('link', { name: 'Wie betaalt welk jaar' }), /payers$/);
  const guidance = page.locator('.payer').filter({ hasText: 'Studentbegeleiding en welzijn' });
  const payer = async (fund: string) => {
    const row = guidance.locator('tbody tr').filter({ hasText: fund });
    return (await row.locator('td').allInnerTexts()).map((cell) => cell.replace(/\s+/g, ' ').trim());
  };
  await says(guidance, /In 2022 betaalt Nationaal Programma Onderwijs; dat bedrag is in mindering gebracht/);
  expect(await payer('Nationaal Programma Onderwijs')).toEqual(['151.000 + p.m.', '', '']);
  expect(await payer('Kwaliteitsmiddelen')).toEqual(['', '422.000', '429.000']);
  await accessible(page);
  await open(page, plan);
  await nextVersion(page);
  await says(page.getByRole('main'), /Versie 3, nog in bewerking/);
  await open(page, `${plan}/payers`);
  await guidance.getByText('Andere middelen laten betalen').click();
  await guidance.getByRole('combobox', { name: 'In jaar' }).selectOption('2023');
  await guidance.getByRole('combobox', { name: 'betaalt' }).selectOption('npo');
  await guidance.getByRole('button', { name: 'Wisselen' }).click();
  await says(guidance, /In 2023 betaalt Nationaal Programma Onderwijs/);
  expect(await payer('Kwaliteitsmiddelen')).toEqual(['', '', '429.000']);
  await accessible(page);
});

test('nobody met a fault on the way', () => expect(problems()).toEqual([]));
