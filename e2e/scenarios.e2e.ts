import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says, signIn, tabTo } from './steps.ts';

/** Allocations of the same money side by side, changed by hand, kept, shared and turned into a draft. */

const bench = '/schemes/ka-2022-2027/allocation';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

/** The cell of a row in a column of the bench, its figures on one line. */
async function cell(page: Page, head: string | RegExp, column: number): Promise<string> {
  return (await rowOf(page, head))[column]!;
}

/** A row of the last table that says what other money changes: that of now, below that of the version before. */
async function changed(page: Page, head: string | RegExp): Promise<string[]> {
  const table = page.getByRole('table', { name: 'Verschil per eenheid en jaar' });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: head }) });
  return (await row.last().locator('td').allInnerTexts()).map((cell) => cell.replace(/\s+/g, ' ').trim());
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  await answered;
}

async function put(page: Page, label: string): Promise<void> {
  await page.getByLabel('Ernaast leggen').selectOption({ label });
  await press(page, 'Leg ernaast');
  await page.getByRole('heading', { level: 2, name: label }).waitFor();
}

describe('the workbench', () => {
  test('another rate shows at once who gains and who loses, and why', async () => {
    const page = await as('beleid');
    await open(page, `${bench}/compare?c=scenario:gelijk-tarief&c=scenario:tarief-per-groep&year=2026`);
    await says(page.getByRole('columnheader', { name: /Twee tarieven/ }), /2 meer 2 minder|3 meer 2 minder/);
    expect(await cell(page, 'Faculteit Rechtsgeleerdheid', 1)).toMatch(/−\d/);
    await page.getByLabel('Euro per hoofd').fill('600');
    await expect.poll(() => cell(page, 'Faculteit Rechtsgeleerdheid', 0)).toMatch(/3\.7\d\d\.\d{3}/);
    const unit = page.getByRole('button', { name: 'Faculteit Rechtsgeleerdheid' });
    await tabTo(page, unit, 80);
    await page.keyboard.press('Enter');
    await says(
      page.getByRole('region', { name: 'Stappen volgens Eén tarief per student' }),
      /× € 600,00 per hoofd/,
    );
    await page.getByLabel('Toon').selectOption({ label: 'bedrag per hoofd' });
    await expect.poll(() => cell(page, 'Faculteit Rechtsgeleerdheid', 0)).toBe('600,00*');
  });

  test('[000-9] all money to the faculties by enrolled students, by hand', async () => {
    const page = await as('beleid');
    await open(page, `${bench}/compare?c=scenario:gelijk-tarief&year=2022`);
    await put(page, 'Naar aantallen');
    await page.getByLabel('Peildatum').selectOption({ label: 'elk jaar opnieuw' });
    await page.getByLabel('Dag').fill('1');
    await page.getByLabel('Maand').fill('10');
    await page.getByLabel('Jaren eerder').fill('1');
    await expect.poll(() => cell(page, 'Nog te verdelen', 1)).toMatch(/^0 /);
    await says(page.getByRole('row', { name: /^Verdeeld/ }), /18\.612\.400/);
    await page.getByLabel('Toon').selectOption({ label: 'bedrag per hoofd' });
    const perHead = await Promise.all(
      ['Rechtsgeleerdheid', 'Bètawetenschappen', 'Gezondheid'].map((name) =>
        cell(page, `Faculteit ${name}`, 1),
      ),
    );
    expect(new Set(perHead).size).toBe(1);
  });

  test('[000-19] what was still to be allocated follows the ratio of what is in force', async () => {
    const page = await as('beleid');
    await open(page, `${bench}/compare?c=allocatie~2&year=2026`);
    await put(page, 'Eigen mengvorm');
    await page
      .getByLabel('Te verdelen: Kwaliteitsmiddelen')
      .selectOption({ label: 'wat nog niet is verdeeld' });
    await page.getByLabel('Regel toevoegen').selectOption('keep-ratio-of');
    await press(page, 'Toevoegen');
    const numbers = (text: string) => Number(text.split(' ')[0]!.replace(/[.*]/g, ''));
    await expect.poll(() => cell(page, 'Nog te verdelen', 1)).toMatch(/^0\* /);
    const [law, lawRest] = [0, 1].map((i) => cell(page, 'Faculteit Rechtsgeleerdheid', i));
    const [joint, jointRest] = [0, 1].map((i) => cell(page, /Universiteit Voorbeeld/, i));
    const before = numbers(await law!) / numbers(await joint!);
    const after = numbers(await lawRest!) / numbers(await jointRest!);
    expect(Math.abs(before - after)).toBeLessThan(0.0001);
  });

  test('a council member tries, sees the same and cannot keep; on a phone it fits and nothing bars the way', async () => {
    const { page, problems: met } = await signIn(browser(), 'voorbeeld/lezer', { width: 390 });
    await open(page, `${bench}/compare?c=scenario:gelijk-tarief&c=scenario:tarief-per-groep`);
    expect(await page.getByText('Bewaren als scenario').count()).toBe(0);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    await expect.poll(wide).toBe(false);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
    expect(met).toEqual([]);
    await page.context().close();
  });
});

describe('[000-10] provisional money becomes final', () => {
  const document = `${bench}/allocatie`;
  const note = 'Definitieve brief 2026: het meerdere blijft nog te verdelen.';

  test('a final letter is recorded, and the allocation says what it changes per unit and year', async () => {
    const page = await as('beleid');
    await open(page, '/schemes/ka-2022-2027/funding/letter?document=rijksbijdrage');
    await page.getByLabel('Bedrag in euro, Kwaliteitsmiddelen, 2026').fill('21.300.000,00');
    await page.getByLabel('Voorlopig, Kwaliteitsmiddelen, 2026').uncheck();
    await page.getByLabel('Waarom anders, Kwaliteitsmiddelen, 2026').fill('Definitieve toekenning 2026');
    await page.getByLabel('Kenmerk of vindplaats').fill('Definitieve bekostigingsbrief 2026 (fictief)');
    await go(page.getByRole('button', { name: 'Vastleggen' }), /\/funding#doc-rijksbijdrage/);
    expect((await rowOf(page, 'Definitief toegekend')).join(' ')).toContain('21.300.000');
    await open(page, document);
    await says(page.getByRole('main'), 'Het geld is veranderd sinds deze verdeling rekende.');
    expect((await changed(page, 'Te verdelen, toen'))[4]).toBe('21.180.000*');
    expect((await changed(page, 'Te verdelen, nu'))[4]).toBe('21.300.000');
    expect((await changed(page, /^Universiteit Voorbeeld/))[4]).toBe('+9.600*');
    expect((await changed(page, 'Nog te verdelen'))[4]).toBe('+110.400*');
  });

  test('running the rules again demands a note on the difference, which stays while the rules change', async () => {
    const page = await as('beleid');
    await open(page, document);
    await press(page, 'Reken opnieuw op het geld van nu');
    await says(page.getByRole('main'), /verschilnotitie/i);
    await page.getByLabel('Verschilnotitie').fill(note);
    await go(page.getByRole('button', { name: 'Reken opnieuw op het geld van nu' }), /version=3/);
    await says(page.getByRole('main'), `Verschilnotitie: ${note}`);
    await open(page, `${document}/rules`);
    await go(page.getByRole('button', { name: 'Opslaan' }), /allocation\/allocatie$/);
    await says(page.getByRole('main'), `Verschilnotitie: ${note}`);
  });

  test('it is submitted, the council is heard, the board adopts it, and the note stands with it', async () => {
    const officer = await as('beleid');
    await open(officer, `${document}?version=3`);
    await officer.getByRole('button', { name: 'Indienen' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Indienen' }).click();
    await officer.getByRole('link', { name: 'Naar de besluiten en rechten' }).waitFor();
    await open(officer, '/schemes/ka-2022-2027/plans/allocatie/ask');
    await go(officer.getByRole('button', { name: 'Voorleggen' }), /plans\/allocatie$/);
    const secretary = await as('griffier-ur');
    await open(secretary, '/');
    await go(secretary.getByRole('link', { name: /Advies · Allocatie kwaliteitsmiddelen/ }), /decisions\//);
    await go(secretary.getByRole('link', { name: 'Uitkomst vastleggen' }), /outcome$/);
    await secretary.getByLabel('Positief advies').check();
    await go(secretary.getByRole('button', { name: 'Uitkomst vastleggen' }), /decisions\/[^/]+$/);
    const board = await as('cvb');
    await open(board, '/schemes/ka-2022-2027/plans/allocatie/adopt');
    await go(board.getByRole('button', { name: 'Vaststellen' }), /allocation\/allocatie$/);
    await open(board, `${document}?version=3`);
    await says(board.getByRole('main'), `Verschilnotitie: ${note}`);
    expect((await changed(board, 'Te verdelen, nu'))[4]).toBe('21.300.000');
  });
});

describe('a scenario', () => {
  test('[000-18] is kept, shared by its address, and made the draft of the allocation', async () => {
    const page = await as('beleid');
    await open(page, `${bench}/compare?c=allocatie~1`);
    await put(page, 'Eén tarief per hoofd');
    await page.getByLabel('Euro per hoofd').fill('590');
    await page.getByLabel('Peildatum').selectOption({ label: 'elk jaar opnieuw' });
    for (const [label, value] of [
      ['Dag', '1'],
      ['Maand', '10'],
      ['Jaren eerder', '1'],
    ] as const)
      await page.getByLabel(label).fill(value);
    await page.getByText('Bewaren als scenario').click();
    await page.getByLabel('Naam').fill('Tarief 590');
    await page.getByLabel('Waarom overwogen').fill('Wat een hoger tarief betekent.');
    await page.getByLabel('Delen met iedereen die deze regeling mag zien').check();
    await press(page, 'Bewaar als nieuw scenario');
    await says(page.getByRole('status'), 'Het scenario is bewaard.');
    const reader = await as('lezer');
    await open(reader, `${bench}/scenarios/tarief-590`);
    await says(reader.getByRole('main'), /Wat een hoger tarief betekent/);
    await says(reader.getByRole('main'), /€ 590 per hoofd/);
    await go(page.getByRole('link', { name: 'Naar de pagina van het scenario' }), /scenarios\/tarief-590/);
    await page.getByText('Maak dit de verdeling').click();
    await go(page.getByRole('button', { name: 'Maak het concept' }), /allocatie\?version=4/);
    await says(page.getByRole('main'), /€ 590 per hoofd/);
  });

  test('[000-17] Leiden: equal amounts were chosen and differentiated ones rejected, with the reason', async () => {
    const { page, problems: met } = await signIn(browser(), 'leiden/lezer', { locale: 'nl' });
    await open(page, '/schemes/ka-2019-2024/allocation');
    const option = page.getByRole('listitem').filter({ hasText: 'Tariefdifferentiatie' });
    await says(option, /afgewezen.*gesprek met de universiteitsraad/);
    await go(option.getByRole('link'), /scenarios\/tariefdifferentiatie/);
    await says(page.getByRole('main'), /niet wat het per eenheid zou geven/);
    expect(met).toEqual([]);
    await page.context().close();
  });

  test('[000-19] Leiden: the rest of 2022-2024 divided later in the kept ratio of faculties and joint initiatives', async () => {
    const { page, problems: met } = await signIn(browser(), 'leiden/beleid', { locale: 'nl' });
    await open(page, '/schemes/ka-2019-2024/allocation/compare?c=allocatie~2&year=2022');
    await put(page, 'Eigen mengvorm');
    await page.getByLabel(/^Te verdelen/).selectOption({ label: 'wat nog niet is verdeeld' });
    await page.getByLabel('Regel toevoegen').selectOption('keep-ratio-of');
    await press(page, 'Toevoegen');
    const kilo = async (head: string | RegExp) =>
      (Number((await cell(page, head, 1)).split(' ')[0]!.replaceAll('.', '')) / 1000).toFixed(1);
    for (const [year, shared, faculties, rest] of [
      ['2022', '34.0', '595.0', '629.000'],
      ['2023', '84.5', '890.5', '975.000'],
      ['2024', '281.6', '2928.4', '3.210.000'],
    ] as const) {
      await page.locator('select[name=year]').selectOption(year);
      await expect.poll(() => cell(page, /^Te verdelen$/, 1)).toMatch(rest);
      expect(await kilo(/^Universiteit Leiden/)).toBe(shared);
      expect(await kilo(/^Faculteiten gezamenlijk/)).toBe(faculties);
      expect(await cell(page, 'Nog te verdelen', 1)).toMatch(/^0 /);
    }
    await page.getByText('Bewaren als scenario').click();
    await page.getByLabel('Naam').fill('Restant 2022-2024');
    await press(page, 'Bewaar als nieuw scenario');
    await says(page.getByRole('status'), 'Het scenario is bewaard.');
    expect(met).toEqual([]);
    await page.context().close();
  });

  test('[003-11] Utrecht: 3 : 2 : 1 between the themes, by hand', async () => {
    const { page, problems: met } = await signIn(browser(), 'utrecht/beleid');
    await open(page, '/schemes');
    await page.getByRole('main').getByRole('link').first().click();
    await page.waitForURL(/schemes\/[^/]+$/);
    await open(page, `${new URL(page.url()).pathname}/allocation/compare?c=verdeling~1&year=2022`);
    await put(page, 'Verhouding tussen thema’s');
    await page.getByLabel(/^Te verdelen/).selectOption({ label: 'eigen bedragen' });
    await page.getByRole('textbox', { name: '2022' }).fill('1.137.046,00');
    for (const [i, weight] of ['3', '2', '1'].entries()) {
      await page.locator(`[name="rules.0.weights.${i}.weight"]`).fill(weight);
    }
    await expect.poll(() => cell(page, 'Nog te verdelen', 1)).toMatch(/^0/);
    await says(page.getByRole('main'), /568\.52[23]/);
    expect(met).toEqual([]);
    await page.context().close();
  });
});

test('nobody met a fault on the way', () => expect(problems()).toEqual([]));
