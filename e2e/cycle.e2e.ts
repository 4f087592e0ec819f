import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, says, textOf } from './steps.ts';

/** The yearly cycle and consultations, as Leiden, Utrecht and the example university use them. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const leiden = people(browser, 'leiden');
const utrecht = people(browser, 'utrecht');
const ka = '/schemes/ka-2022-2027';
const old = '/schemes/ka-2019-2024';

describe('Leiden', () => {
  test('[000-15] the five papers that went to the council, each with its month', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${old}/cycle?year=2020`);
    await go(
      page.getByRole('link', { name: /Herijking van het bestedingsplan/ }).first(),
      /cycle\/[0-9a-f-]+$/,
    );
    const papers = page.getByRole('region', { name: 'Stukken' });
    await says(papers, /November 2020.*Notitie werkgroep.*Maart 2021.*Voorstel tariefdifferentiatie/i);
    expect(await papers.getByRole('listitem').count()).toBe(5);
    expect(await papers.getByRole('link', { name: /Baten conform kadernota|Kadernota/ }).count()).toBe(1);
    await says(page.getByRole('main'), /eerst 31 december 2020/);
    await accessible(page, 'all');
  });

  test('[000-14] the working group’s memo with arguments for and against is traced', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${old}/consultations`);
    await go(page.getByRole('link', { name: /Werkgroep over tarieven/ }), /consultations\/[0-9a-f-]+$/);
    await says(page.getByRole('main'), /Facultaire bestuurders en leden van de universiteitsraad/);
    await says(page.getByRole('main'), /argumenten voor en tegen/);
  });

  test('[000-16] the log tells formal, informal, information session and other forum apart', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${old}/consultations`);
    const main = page.getByRole('main');
    await says(main, /Informatiesessie.*9 van de 16 aanwezig/);
    await says(main, /Studentzakenberaad geraadpleegd/);
    await accessible(page, 'all');
    await page.getByLabel('Vorm').selectOption({ label: 'Informele bespreking' });
    await go(page.getByRole('button', { name: 'Toon' }), /method=informeel/);
    expect(await textOf(main)).toMatch(/Informele besprekingen van raad en college/);
    expect(await textOf(main)).not.toMatch(/Studentzakenberaad geraadpleegd/);
  });

  test('[000-23] [000-24] induction of members and events stand with date, audience and aim', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${old}/consultations?year=2021`);
    await go(page.getByRole('link', { name: 'Universitaire bijeenkomst' }), /consultations\/[0-9a-f-]+$/);
    await says(page.getByRole('main'), /11 juni 2021.*Staf en medezeggenschap.*inspireren/);
    await open(page, `${old}/cycle?year=2021`);
    await says(page.getByRole('main'), /Kwaliteitsafspraken bij het inwerken van raadsleden/);
  });
});

describe('Utrecht', () => {
  test('[003-8] [003-9] the plan shows who was consulted, by whom it was led, before the council consented', async () => {
    const page = await utrecht.as('lezer');
    await open(page, `${old}/plans/plan-geneeskunde`);
    const consulted = page.getByRole('region', { name: 'Overleg' });
    await says(consulted, /138 antwoorden, van wie ongeveer 80 docenten/);
    await says(page.getByRole('main'), /studentassessor en het Management Team Onderwijscentrum/);
    await go(consulted.getByRole('link', { name: /Opleidingscommissies gevraagd/ }), /consultations\//);
    await says(page.getByRole('main'), /O&O-raad over instemming beslist/);
  });

  test('[003-16] [003-18] a year is started: evaluation, the next two years’ plan and the council’s item', async () => {
    const page = await utrecht.as('beleid');
    await open(page, `${old}/cycle`);
    await says(page.getByRole('main'), /2019, 2021, 2023/);
    await page.getByRole('combobox', { name: 'Jaar', exact: true }).selectOption('2019');
    await page.getByRole('button', { name: 'Jaar starten' }).click();
    await says(page.getByRole('main'), /3 momenten/);
    await go(page.getByRole('link', { name: /Evaluatie van thema 1/ }).first(), /cycle\/[0-9a-f-]+$/);
    await says(page.getByRole('main'), /31 december 2019/);
    await open(page, `${old}/cycle?year=2019`);
    await go(
      page.getByRole('link', { name: /Plan voor de volgende twee jaar/ }).first(),
      /cycle\/[0-9a-f-]+$/,
    );
    await says(page.getByRole('main'), /31 maart 2020/);
    await open(page, `${old}/cycle?year=2019`);
    await go(page.getByRole('link', { name: /Besteding kwaliteitsgelden/ }).first(), /cycle\/[0-9a-f-]+$/);
    await says(page.getByRole('main'), /uitgegeven, welke doelen zijn bereikt, wat is gepland/);
    await page.getByText('Aantekeningen wijzigen').click();
    await page
      .getByRole('textbox', { name: 'Aantekeningen' })
      .fill('Verhouding 3:2:1 blijft; KGW houdt het vaste bedrag.');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await says(page.getByRole('region', { name: 'Aantekeningen' }), /KGW houdt het vaste bedrag/);
  });
});

describe('the example university', () => {
  test('[000-20] a plan says by when it was due after consent, and that it was in time', async () => {
    const page = await example.as('lezer');
    await open(page, `${ka}/plans/plan-recht`);
    await says(
      page.getByRole('region', { name: 'Termijn' }),
      /Uiterlijk 30 juni 2024, na instemming van Faculteitsraad Recht.*op tijd/,
    );
  });

  test('a moment is moved with its reason; the first date stays in sight', async () => {
    const page = await example.as('beleid');
    await open(page, `${ka}/cycle?year=2025`);
    await accessible(page, 'all');
    await go(
      page.getByRole('link', { name: /Gezondheid, Facultair onderwijsjaarverslag/ }),
      /cycle\/[0-9a-f-]+$/,
    );
    await accessible(page, 'all');
    await page.getByText('Verplaatsen', { exact: true }).first().click();
    await page.getByLabel('Nieuwe datum').fill('2027-02-01');
    await page
      .locator('form', { hasText: 'Nieuwe datum' })
      .getByLabel('Reden')
      .fill('Het plan was er nog niet.');
    await page.getByRole('button', { name: 'Verplaatsen' }).click();
    await says(page.getByRole('main'), /1 februari 2027 \(eerst 31 december 2025\)/);
    await says(page.getByRole('main'), /Het plan was er nog niet/);
  });

  test('[000-22] the support of a year, per faculty: decisions, documents and talks', async () => {
    const page = await example.as('lezer');
    await open(page, `${ka}/cycle?year=2025`);
    await go(page.getByRole('link', { name: 'Draagvlak' }), /support/);
    const law = page.getByRole('region', { name: 'Faculteit Rechtsgeleerdheid' });
    await says(law, /Onderwijsjaarverslag Recht 2024-2025.*goedkeuring gegeven/);
    await says(law, /Voorjaarsgesprek met het bestuur/);
    await says(page.getByRole('region', { name: 'Faculteit Bètawetenschappen' }), /Panel over practica/);
    await accessible(page, 'all');
  });

  test('a faculty writes up a survey with groups and topics; a reader sees no group under five', async () => {
    const page = await example.as('schrijver-mens');
    await open(page, `${ka}/consultations`);
    await go(page.getByRole('link', { name: 'Overleg vastleggen' }), /new$/);
    await accessible(page, 'all');
    await page.getByLabel('Waarover ging het').fill('Enquête over feedback');
    await page.getByLabel('Vorm', { exact: true }).selectOption({ label: 'Enquête' });
    await page.getByLabel('Datum').fill('2026-10-14');
    await page.getByLabel('Eenheid').selectOption({ label: 'Faculteit Mens en Maatschappij' });
    await page.getByLabel(/^Antwoorden/).fill('veel');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await says(page.getByRole('main'), /“veel” is geen aantal/);
    await page.getByLabel(/^Antwoorden/).fill('40');
    await page
      .getByLabel(/^Groep/)
      .first()
      .fill('docenten');
    await page
      .getByLabel(/^Aantal/)
      .first()
      .fill('3');
    await page
      .getByLabel(/^Groep/)
      .nth(1)
      .fill('studenten');
    await page
      .getByLabel(/^Aantal/)
      .nth(1)
      .fill('37');
    await page.getByLabel(/^Onderwerp 1/).fill('Feedback komt te laat');
    await page.getByText('Thema’s en maatregelen bij dit onderwerp').first().click();
    await page.getByLabel('Begeleiding van studenten').nth(1).check();
    await go(page.getByRole('button', { name: 'Opslaan' }), /consultations\/[0-9a-f]{8}-/);
    await says(
      page.getByRole('main'),
      /40 antwoorden, van wie <5 docenten en studenten \(aantal niet getoond\)/,
    );
    await says(page.getByRole('main'), /Feedback komt te laat.*Over: Begeleiding van studenten/);
    await accessible(page, 'all');
  });

  test('a faculty’s controller finds the report that is overdue in their own work', async () => {
    const page = await example.as('controller-zorg');
    await open(page, '/');
    await says(
      page.getByRole('main'),
      /Termijnen van de jaarcyclus.*Financieel verslag · Faculteit Gezondheid/,
    );
  });

  test('nobody met a fault on the way', () => {
    expect([...example.problems(), ...leiden.problems(), ...utrecht.problems()]).toEqual([]);
  });
});
