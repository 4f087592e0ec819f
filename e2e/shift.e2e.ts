import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, nextVersion, open, people, says, textOf } from './steps.ts';

/** What changed between two plans, why, and what that did to the money, as writer and reader meet it. */

const example = '/schemes/ka-2022-2027/plans';
const leiden = '/schemes/ka-2019-2024/plans/bestedingsplan';

const browser = fileBrowser();
const here = people(browser, 'voorbeeld');
const there = people(browser, 'leiden');

/** A stated change on a page, by its heading. */
const stated = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

describe('a writer says what changes, and why', () => {
  const plan = `${example}/plan-recht`;

  test('[000-33] a difference is taken over with one press; then its cause, the money that ended and the reason', async () => {
    const page = await here.as('schrijver-recht');
    await open(page, plan);
    await nextVersion(page);
    await open(page, `${plan}/changes`);
    await says(page.locator('main'), /Elk verschil tussen beide versies is toegelicht/);
    await open(page, `${plan}/new-measure`);
    await page.getByLabel('Naam').fill('Blended werkgroepen');
    await page.getByLabel('Thema').selectOption({ label: 'Kleiner en intensiever onderwijs' });
    await page.getByLabel('Verantwoordelijke').fill('Onderwijsdirecteur');
    await go(page.getByRole('button', { name: 'Opslaan' }), /#measure-M\d+$/);
    await open(page, `${plan}/changes`);
    await says(page.getByRole('table'), /Blended werkgroepen/);
    await page.getByRole('button', { name: /Zo vermelden.*Blended werkgroepen/ }).click();
    await stated(page, 'Blended werkgroepen').waitFor();
    await says(page.locator('main'), /Elk verschil tussen beide versies is toegelicht/);
    await says(stated(page, 'Blended werkgroepen'), /De reden is nog niet ingevuld/);
    await go(stated(page, 'Blended werkgroepen').getByRole('link', { name: /Wijzigen/ }), /changes\/C1$/);
    await page.getByLabel('Oorzaak').selectOption({ label: 'Andere middelen lopen af' });
    await page.getByLabel(/Andere middelen die ophouden/).fill('Strategisch fonds');
    await page.getByLabel('Vanaf jaar').fill('2027');
    await page.getByLabel('Toelichting').fill('Het fonds dat dit betaalde, eindigt.');
    await go(page.getByRole('button', { name: 'Opslaan' }), /changes#change-C1$/);
    const change = stated(page, 'Blended werkgroepen');
    for (const words of [/nieuw/, /Andere middelen lopen af/, /Strategisch fonds/, /2027/, /eindigt/]) {
      await says(change, words);
    }
  });

  test('[000-25] [000-35] small changes within a theme and what stays the same are stated without a recalibration', async () => {
    const page = await here.as('schrijver-recht');
    await open(page, `${plan}/changes`);
    await page.locator('summary', { hasText: 'Ongewijzigd voortgezet' }).click();
    await page.getByRole('button', { name: /Zo vermelden.*Schrijven in het recht/ }).click();
    await says(stated(page, 'Schrijven in het recht'), /ongewijzigd/);
    await go(page.getByRole('link', { name: 'Wijziging toevoegen' }), /changes\/new$/);
    await page.getByLabel('Wat is er gebeurd?').selectOption('moved');
    await page
      .getByRole('group', { name: /In versie 2/ })
      .getByLabel('Werkgroepen van twintig')
      .check();
    await page.getByRole('group', { name: 'In dit plan' }).getByLabel('Oefenrechtbank').check();
    await page.getByLabel('Oorzaak').selectOption({ label: 'Jaarlijkse bijstelling binnen een thema' });
    await page.getByLabel('Hoeveel, in woorden').fill('bescheiden');
    await go(page.getByRole('button', { name: 'Opslaan' }), /#change-C3$/);
    await says(stated(page, 'Oefenrechtbank'), /verschoven binnen het thema.*bescheiden/s);
  });

  test('a change that says too little comes back at its field and keeps what was typed', async () => {
    const page = await here.as('schrijver-recht');
    await open(page, `${plan}/changes/new`);
    await page.getByLabel('Wat is er gebeurd?').selectOption('reclassified');
    await page.getByLabel('Waar het om gaat').fill('Scriptiebegeleiding');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await says(page.getByRole('alert'), /uit welk thema en naar welk thema/);
    expect(await page.getByLabel('Waar het om gaat').inputValue()).toBe('Scriptiebegeleiding');
  });
});

describe('a reader sees what happened and what is only a label', () => {
  test('[000-29] every kind of shift stands in the plans of the example', async () => {
    const page = await here.as('lezer');
    const kinds = async (plan: string) => {
      await open(page, `${example}/${plan}/changes?version=2`);
      return textOf(page.locator('#stated'));
    };
    const words = [await kinds('plan-recht'), await kinds('plan-beta'), await kinds('plan-mens')].join(' ');
    for (const kind of [
      'gestopt',
      'uitgebreid',
      'verkleind',
      'samengevoegd',
      'anders ingedeeld',
      'gesplitst',
    ]) {
      expect(words).toContain(kind);
    }
    for (const kind of [
      'verschoven tussen thema’s',
      'nieuw',
      'ongewijzigd',
      'voortaan uit andere middelen',
    ]) {
      expect(words).toContain(kind);
    }
  });

  test('[000-31] what was merged keeps its history', async () => {
    const page = await here.as('lezer');
    await open(page, `${example}/plan-beta/changes?version=2`);
    await says(stated(page, 'Onderzoekende practica'), /Komt uit.*Programmeren op drie niveaus/s);
  });

  test('[000-30] a label alone stands apart from real shifts, in words, in the table and in the picture', async () => {
    const page = await here.as('lezer');
    await open(page, `${example}/plan-beta/compare?from=1&to=2`);
    const shift = page.locator('#shift');
    await says(shift, /Studiesucces en gelijke kansen krimpt.*ander etiket zonder inhoudelijke wijziging/);
    const table = shift.getByRole('table', { name: /Verschuiving per thema, alle jaren samen/ });
    await says(table.getByRole('columnheader', { name: 'Etiket' }), 'Etiket');
    await says(table.getByRole('row', { name: /^Totaal/ }), /27\.064/);
    expect(await shift.getByRole('img', { name: 'Wat er per thema verschuift' }).count()).toBe(1);
    const reader = await here.as('reader');
    await open(reader, `${example}/plan-beta/compare?from=1&to=2`);
    await says(reader.locator('#shift'), /shrinks from.*another label without a change of content/);
  });
});

describe('the supplement of Leiden, with only what it states', () => {
  test('[000-74] the council’s advice is the cause of a stop', async () => {
    const page = await there.as('lezer');
    await open(page, leiden);
    const change = stated(page, 'Honours College Law');
    for (const words of [/gestopt/, /Advies van de faculteitsraad/, /Faculteitsraad Rechtsgeleerdheid/]) {
      await says(change, words);
    }
  });

  test('[000-75] [000-76] regular money frees funds; magnitudes are kept as factors that no figure can check', async () => {
    const page = await there.as('lezer');
    await open(page, `${leiden}/changes`);
    const living = page.getByRole('article').filter({ hasText: 'Living Lab' });
    await says(living, /Reguliere gelden betalen het/);
    await says(living, /meer dan × 1,1/);
    const third = page.getByRole('article').filter({ hasText: 'programmatisch toetsen' });
    await says(third, /“verviervoudigd” · × 4/);
    await says(third, /niet te vergelijken/);
    const lumc = page.getByRole('article').filter({ hasText: 'Blendit' });
    await says(lumc, /× 2/);
    await says(lumc, /Strategisch fonds van het LUMC/);
  });

  test('[000-77] minimal transfers have themes and a reason, and the shift says that their amount is not known', async () => {
    const page = await there.as('lezer');
    await open(page, `${leiden}/changes`);
    const isga = page.getByRole('article').filter({ hasText: 'ISGA' });
    await says(isga, /van Intensiever en kleinschaliger onderwijs naar Studiesucces/);
    await says(isga, /“minimaal”.*niet vermeld/s);
    await says(
      page.getByRole('article').filter({ hasText: 'BSK' }),
      /van Onderwijsdifferentiatie naar Intensiever/,
    );
    await open(page, `${leiden}/compare?from=1&to=2`);
    await says(page.locator('#shift'), /geen bedrag bekend/);
    expect([...here.problems(), ...there.problems()]).toEqual([]);
  });
});
