import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says } from './steps.ts';

/** The money of Universiteit Voorbeeld, from the letter of the ministry to the books of a faculty. */

const scheme = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

describe('money comes in and is allocated', () => {
  test('[000-67] the policy officer records a letter; an amount that reads two ways is asked about', async () => {
    const page = await as('beleid');
    await open(page, `${scheme}/funding`);
    const grant = page.getByRole('region', { name: 'Toegekende kwaliteitsmiddelen 2022-2027' });
    await go(grant.getByRole('link', { name: 'Nieuwe brief hierop' }), /letter\?document=rijksbijdrage/);
    const amount = page.getByLabel('Bedrag in euro, Kwaliteitsmiddelen, 2027');
    await amount.fill('22.000');
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await says(page.getByRole('alert'), /22\.000’ kan .* of .* zijn/);
    await amount.fill('22.000.000,00');
    await page.getByLabel('Waarom anders, Kwaliteitsmiddelen, 2027').fill('Loonbijstelling');
    await page.getByLabel('Kenmerk of vindplaats').fill('Brief van 20 november (fictief)');
    await page.getByLabel('De brief zelf').setInputFiles({
      name: 'brief.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Toekenning 2027: 22 miljoen euro.'),
    });
    await go(page.getByRole('button', { name: 'Vastleggen' }), /\/funding#doc-rijksbijdrage/);
    const held = page.getByRole('region', { name: 'Toegekende kwaliteitsmiddelen 2022-2027' });
    await says(held, /Versie 3/);
    await held.getByText('Wat deze versie wijzigt, in euro').first().click();
    await says(held, /Loonbijstelling/);
    await says(held, /brief\.txt/);
    expect((await rowOf(page, 'Voorlopig toegekend')).join(' ')).toContain('22.000.000');
  });

  test('[000-18] the same rules on the new money; each amount explains itself', async () => {
    const page = await as('beleid');
    await open(page, `${scheme}/allocation/allocatie`);
    await page.getByLabel('Verschilnotitie').fill('Nieuwe toekenning voor 2027');
    await go(page.getByRole('button', { name: 'Reken opnieuw op het geld van nu' }), /version=3/);
    await says(page.getByRole('row', { name: /^Te verdelen/ }), '22.000.000');
    await go(page.getByRole('link', { name: 'Faculteit Rechtsgeleerdheid, 2027' }), /cell=2027/);
    const steps = page.getByRole('complementary', { name: 'Stappen achter het bedrag' });
    await says(
      steps,
      /6\.291 × € 585,00 per hoofd \(telling Ingeschreven EER-studenten op 1 oktober, peildatum/,
    );
    await says(steps, '€ 3.680.235,00');
  });

  test('what is left stays to be allocated, and the next version shows the difference', async () => {
    const page = await as('beleid');
    await open(page, `${scheme}/allocation/allocatie?version=3`);
    await says(page.getByRole('row', { name: /^Nog te verdelen/ }), /3\.913\.235/);
    await go(page.getByRole('link', { name: 'Vergelijk met versie 2' }), /compare/);
    await says(page.getByRole('main'), /\+377\.200/);
  });

  test('[000-10] it is submitted, the council advises, and the board puts it in force', async () => {
    const officer = await as('beleid');
    await open(officer, `${scheme}/allocation/allocatie?version=3`);
    await officer.getByRole('button', { name: 'Indienen' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Indienen' }).click();
    await officer.getByRole('link', { name: 'Naar de besluiten en rechten' }).waitFor();
    await open(officer, `${scheme}/plans/allocatie/ask`);
    await go(officer.getByRole('button', { name: 'Voorleggen' }), /plans\/allocatie$/);
    const board = await as('cvb');
    await open(board, `${scheme}/plans/allocatie/adopt`);
    await says(board.getByRole('main'), /Universiteitsraad heeft nog geen advies op deze versie gegeven/);
    const secretary = await as('griffier-ur');
    await open(secretary, '/');
    await go(secretary.getByRole('link', { name: /Advies · Allocatie kwaliteitsmiddelen/ }), /decisions\//);
    await go(secretary.getByRole('link', { name: 'Uitkomst vastleggen' }), /outcome$/);
    await secretary.getByLabel('Positief advies').check();
    await go(secretary.getByRole('button', { name: 'Uitkomst vastleggen' }), /decisions\/[^/]+$/);
    await open(board, `${scheme}/plans/allocatie/adopt`);
    await go(board.getByRole('button', { name: 'Vaststellen' }), /allocation\/allocatie/);
    await open(board, `${scheme}/allocation/allocatie`);
    await says(board.getByRole('main'), /Versie 3/);
    await open(board, `${scheme}/money`);
    const open2027 = (await rowOf(board, 'Nog te alloceren')).at(-1);
    expect(open2027).toMatch(/^3\.913/);
  });
});

describe('a faculty books what it spent', () => {
  test('the controller books a year by hand, sees what changes, and the money page has it', async () => {
    const page = await as('controller-beta');
    await open(page, `${scheme}/realisation`);
    await go(page.getByRole('link', { name: /Boeken.*Faculteit Bètawetenschappen 2026/ }), /beta\/2026$/);
    const court = page.getByRole('textbox', {
      name: 'Gerealiseerd in euro, Onderzoekende practica, Docenten',
    });
    await court.fill('veel');
    await page.getByRole('button', { name: 'Bekijk wat er wordt geboekt' }).click();
    await says(page.getByRole('alert'), /veel/);
    await court.fill('270.000,50');
    await page.getByRole('button', { name: 'Bekijk wat er wordt geboekt' }).click();
    await page.getByRole('heading', { name: 'Dit wordt geboekt' }).waitFor();
    await page.getByLabel('Tussenstand: alle bedragen zijn voorlopig').check();
    await go(page.getByRole('button', { name: 'Boek precies dit' }), /booked=/);
    await open(page, `${scheme}/money?unit=beta&print=eur`);
    const link = page.getByRole('link', { name: '2026 gerealiseerd, Kleiner en intensiever onderwijs' });
    await says(link, /270\.00[01]/);
    await go(link, /cell=/);
    await go(page.getByRole('complementary').getByRole('link', { name: /regel/ }), /money\/lines/);
    expect(await rowOf(page, 'Faculteit Bètawetenschappen')).toEqual(
      expect.arrayContaining(['Onderzoekende practica', '270.000,50*']),
    );
  });
});

describe('what was done can be seen', () => {
  test('the audit trail has every step, with who and when', async () => {
    const page = await as('beheer');
    await open(page, '/admin/audit');
    await says(
      page.getByRole('listitem').filter({ hasText: 'Realisatie: geboekt' }),
      /Faculteitscontroller Bèta/,
    );
    await says(page.getByRole('listitem').filter({ hasText: 'Besluit: vastgesteld' }), /College van Bestuur/);
    await says(
      page.getByRole('listitem').filter({ hasText: 'Bekostiging: vastgelegd' }),
      /Beleidsmedewerker/,
    );
    await go(page.getByRole('link', { name: 'Keten controleren' }), /check=1/);
    await says(page.getByRole('main'), /De keten is heel: \d+ regels nagerekend/);
  });

  test('nobody met a fault on the way', () => expect(problems()).toEqual([]));
});
