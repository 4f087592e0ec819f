import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says, textOf } from './steps.ts';

/** Who has which right, and the course of a request: asked, refused, disputed, ruled on, adopted. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const second = people(browser, 'voorbeeld');
const phone = people(browser, 'voorbeeld', { width: 390 });
const leiden = people(browser, 'leiden');
const twente = people(browser, 'twente');
const ka = '/schemes/ka-2022-2027';
const beta = /Instemming · Facultair plan kwaliteitsafspraken Bèta/;

describe('the rights matrix', () => {
  test('[004-12] the right of each body on each level stands on one page, with its basis', async () => {
    const page = await twente.as('lezer');
    await open(page, '/schemes/ka-2019-2024/decisions');
    await go(page.getByRole('link', { name: 'Wie heeft welk recht' }), /rights$/);
    expect(await rowOf(page, 'Kwaliteitsagenda van een opleiding')).toContain('advies');
    expect(await rowOf(page, /Facultaire/)).toContain('instemming');
    const main = page.getByRole('main');
    await says(main, /inspraak en advies/);
    await says(main, /instemmingsrecht.*gelezen in de bron|gelezen in de bron.*instemmingsrecht/);
    await accessible(page, 'all');
  });

  test('[002-22] who decides, advises, leads and carries out stands beside it', async () => {
    const page = await leiden.as('lezer');
    await open(page, '/schemes/studentenwelzijn/rights');
    expect(await rowOf(page, /Gezamenlijk plan van aanpak/)).toEqual(
      expect.arrayContaining(['besluit', 'advies', 'trekt', 'voert uit']),
    );
  });

  test('the administrator loads the law of a university of applied sciences, and a council reads it', async () => {
    const admin = await example.as('beheer');
    await open(admin, '/admin/schemes/ka-2022-2027');
    await admin.getByText('Een rechtenset laden').click();
    await admin.getByLabel(/^Set/).selectOption({ label: 'Hogeschool' });
    await admin.getByRole('button', { name: 'Laden', exact: true }).click();
    await says(admin.getByRole('main'), /Opgeslagen/);
    const member = await phone.as('lid-fr-beta');
    await open(member, `${ka}/rights`);
    await says(member.getByRole('main'), /Medezeggenschapsraad: instemming/);
    await accessible(member);
  });
});

describe('a request to the faculty council', () => {
  const dossier = async (page: Page) => {
    await open(page, `${ka}/decisions`);
    await go(page.getByRole('link', { name: beta }).first(), /decisions\/[0-9a-f-]+$/);
  };
  const fill = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: /In woorden|Het verslag/ }).fill(text);
    await go(page.getByRole('button', { name: 'Vastleggen', exact: true }), /decisions\/[^/]+$/);
  };
  const step = async (page: Page, name: string, text: string) => {
    await go(page.getByRole('link', { name }), /events\//);
    await fill(page, text);
  };

  test('the input of a programme committee, and a member who takes no part, stand in its course', async () => {
    const officer = await example.as('beleid');
    await dossier(officer);
    await step(officer, 'Overleg vastleggen', 'De opleidingscommissie Biologie vraagt om een tijdpad.');
    await says(officer.getByRole('main'), /Verloop in overleg/);
    const secretary = await example.as('griffier-beta');
    await dossier(secretary);
    await go(secretary.getByRole('link', { name: /persoonlijk belang/ }), /excluded$/);
    await secretary.getByLabel('Lid', { exact: true }).selectOption({ label: 'Studentlid 1, Studentlid' });
    await go(secretary.getByRole('button', { name: 'Vastleggen', exact: true }), /decisions\/[^/]+$/);
    await says(secretary.getByRole('main'), /Lid doet niet mee wegens een persoonlijk belang.*Studentlid 1/);
    await accessible(secretary, 'all');
  });

  test('of two outcomes at once one wins, and the other keeps what was typed', async () => {
    const one = await example.as('griffier-beta');
    const two = await second.as('griffier-beta');
    for (const page of [one, two]) {
      await dossier(page);
      await go(page.getByRole('link', { name: 'Uitkomst vastleggen' }), /outcome$/);
    }
    await one.getByLabel('Instemming onthouden').check();
    await one.getByLabel('Overwegingen').fill('Er is geen tijdpad.');
    await go(one.getByRole('button', { name: 'Uitkomst vastleggen' }), /decisions\/[^/]+$/);
    await two.getByLabel('Instemming gegeven', { exact: true }).check();
    await two.getByLabel('Overwegingen').fill('De raad is tevreden.');
    await two.getByRole('button', { name: 'Uitkomst vastleggen' }).click();
    await says(two.getByRole('main'), /Een ander was u voor.*Instemming onthouden.*De raad is tevreden/);
    await accessible(two);
  });

  test('without consent the plan is not adopted, and the dispute goes in the order of the law', async () => {
    const officer = await example.as('beleid');
    await dossier(officer);
    await says(officer.getByRole('main'), /Verloop onthouden/);
    const base = officer.url();
    await open(officer, `${base}/events/committee-asked`);
    await says(officer.getByRole('main'), /Eerst proberen bestuur en orgaan er minnelijk uit te komen/);
    await open(officer, base);
    await step(officer, 'Minnelijk overleg beginnen', 'De rector bemiddelt.');
    await step(officer, 'Vastleggen dat partijen het niet eens werden', 'Over het tijdpad.');
    await step(officer, 'Aan de geschillencommissie voorleggen', 'Verzoek om vervangende instemming.');
    const board = await example.as('cvb');
    await open(board, `${ka}/plans/plan-beta/adopt`);
    await says(
      board.getByRole('main'),
      /loopt een geschil. Vaststellen wacht op een schikking of een uitspraak/,
    );
    await open(officer, base);
    await step(officer, 'Uitspraak vastleggen: het besluit mag door', 'De weigering is niet redelijk.');
    await says(officer.getByRole('main'), /vervangen door uitspraak/);
    await accessible(officer, 'all');
    await open(board, `${ka}/plans/plan-beta/adopt`);
    await says(board.getByRole('main'), /kenmerk/);
    expect(await textOf(board.getByRole('main'))).not.toMatch(/in de weg/);
  });
});

test('nobody met a fault on the way', () => {
  for (const one of [example, second, phone, leiden, twente]) expect(one.problems()).toEqual([]);
});
