import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, nextVersion, open, people, rowOf, says } from './steps.ts';

/** How agreements come about, after Twente's project plan (2018), and what plans of several units share. */

const scheme = '/schemes/ka-2019-2024';
const example = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const twente = people(browser, 'twente');
const voorbeeld = people(browser, 'voorbeeld');
const phone = people(browser, 'twente', { width: 390 });

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Starts a document of a kind, under this code; a step that is tried once more goes on with it. */
async function start(page: Page, kind: string, code: string): Promise<void> {
  if ((await page.request.get(`${scheme}/plans/${code}`)).ok()) return;
  await open(page, `${scheme}/plans/new?kind=${kind}`);
  await page.locator('input[name=firstYear]').fill('2019');
  await page.locator('input[name=code]').fill(code);
  await go(page.locator('main form button.button-primary'), new RegExp(`plans/${code}$`));
}

async function answer(page: Page, place: string, words: string): Promise<void> {
  await open(page, `${scheme}/plans/${place}`);
  await page.getByRole('button', { name: 'Vet' }).waitFor(); // the editor has come
  await page.getByRole('textbox', { name: 'Antwoord' }).fill(words);
  await go(page.getByRole('button', { name: 'Opslaan' }), /#q-/);
}

async function submit(page: Page, code: string): Promise<void> {
  await open(page, `${scheme}/plans/${code}/submit`);
  await go(page.getByRole('button', { name: 'Indienen' }), new RegExp(`${code}$`));
}

async function ask(page: Page, code: string, body: string): Promise<void> {
  await open(page, `${scheme}/plans/${code}/ask`);
  await page.getByLabel(body, { exact: false }).first().check();
  await go(page.getByRole('button', { name: 'Voorleggen' }), new RegExp(`${code}$`));
}

/** Records what a body decided on the document, with its reasons. */
async function record(page: Page, title: RegExp, outcome: string, reasons: string): Promise<void> {
  await open(page, `${scheme}/decisions`);
  await go(page.getByRole('link', { name: title }).first(), /decisions\//);
  await go(page.getByRole('link', { name: 'Uitkomst vastleggen', exact: true }), /outcome$/);
  await page.getByLabel(outcome, { exact: true }).check();
  await page.getByLabel('Overwegingen').fill(reasons);
  await go(page.getByRole('button', { name: 'Uitkomst vastleggen' }), /decisions\/[^/]+$/);
}

describe('a project to make the agreements', () => {
  test('[004-1][004-9][004-10][004-13][004-18] its plan says aim, products, principles, who takes part and who does what', async () => {
    const page = await twente.as('lezer');
    await open(page, `${scheme}/plans`);
    await go(page.getByRole('link', { name: /^Projectplan totstandkoming/ }), /plans\/projectplan$/);
    const main = page.getByRole('main');
    await says(main.locator('#q-doel'), /Twee producten: .*investeringsagenda .* 2018.*2019 tot en met 2024/);
    await says(
      main.locator('#q-uitgangspunten'),
      /a\) De kwaliteitszorg werkt in lagen.*b\) De student is partner/,
    );
    await says(main.locator('#q-dialoog'), /Bestuur en medezeggenschap .*portefeuillehouder onderwijs/);
    await says(main.locator('#q-organisatie'), /Support group .*twee student-leden.*Diensten.*rector/);
    await says(main, /Advies · Universiteitsraad/);
  });

  test('[004-2][004-7] three assessments and three criteria, the first with the institutional audit', async () => {
    const page = await twente.as('lezer');
    await open(page, scheme);
    await says(
      page.getByRole('main'),
      /december 2018 .*aparte trail \(toetsmoment 1\).*najaar.*2024 \(eind\)/,
    );
    await open(page, `${scheme}/plans/projectplan`);
    await says(page.locator('#q-beoordeling'), /Drie criteria: .*bijdrage.*draagvlak, en haalbaarheid/);
    const admin = await twente.as('beheer');
    await open(admin, '/admin/frameworks/criteria');
    await says(admin.getByRole('main'), /Beredeneerde bijdrage.*Belanghebbenden.*Realistisch/);
  });

  test('[004-24] the themes with their topics, from two sources', async () => {
    const admin = await twente.as('beheer');
    await open(admin, '/admin/frameworks/onderwerpen');
    await says(admin.getByRole('main'), /Contact tussen student en docent.*Kleinere onderwijsgroepen/);
    await open(admin, '/admin/frameworks/themas');
    await says(admin.getByRole('main'), /Gemeenschappelijke Agenda 2016.*T1, T3, T5, T2, T6, T4/);
  });

  test('[004-12][004-22][004-23] the milestones with right, body and meeting, and the months per level', async () => {
    const page = await twente.as('lezer');
    await open(page, `${scheme}/cycle`);
    await go(page.getByRole('link', { name: 'Mijlpalen en maandbalken' }), /cycle\/milestones/);
    expect((await rowOf(page, 'December')).slice(0, 4)).toEqual([
      'Instellingsbreed',
      'Instellingsbrede kwaliteitsafspraken',
      'Universiteitsraad: instemming',
      '12 december 2018',
    ]);
    await says(page.getByRole('main'), /Uiterlijk vóór 1 juli.*Uiterlijk vóór 1 september/);
    const bars = page.getByRole('img', { name: 'In welke maanden, 2018' });
    await says(page.getByRole('main'), /niet bekend wanneer het werk begint/);
    expect(await bars.locator('desc').textContent()).toMatch(
      /Faculteit: wanneer het werk loopt, is niet bekend; mijlpaal Conceptversie kwaliteitsafspraken \(jun\)/,
    );
    await page.locator('.chart-data summary').click();
    await says(
      page.locator('.month-table tr').filter({ hasText: 'Opleiding' }),
      /Kwaliteitsagenda per opleiding/,
    );
    expect(await violations(page)).toEqual([]);
    const small = await phone.as('lezer');
    await open(small, `${scheme}/cycle/milestones`);
    expect(await violations(small)).toEqual([]);
  });

  test('[004-8] what a bad judgement would cost is unknown where the source lost the amounts', async () => {
    const page = await twente.as('lezer');
    await open(page, `${scheme}/sanctions`);
    expect(await rowOf(page, 'Niet uitgekeerd')).toEqual(['n.b.', 'n.b.', 'n.b.', 'n.b.', 'n.b.']);
    expect(await violations(page)).toEqual([]);
  });

  test('[004-16] the estimate per faculty stands there without amounts, because its figure was lost', async () => {
    const page = await twente.as('lezer');
    await open(page, `${scheme}/plans/projectplan`);
    await says(page.locator('#q-geld'), /2019 tot en met 2022 .*niet leesbaar/);
    await open(page, `${scheme}/funding`);
    await says(
      page.getByRole('main'),
      /Raming van het budget van de faculteiten 2019-2022 .*de bedragen zijn onbekend/,
    );
    await go(page.getByRole('link', { name: 'Per eenheid' }), /funding\/units$/);
    // each with the mark of its reason, the sum without
    expect(await rowOf(page, /^Faculteiten/)).toEqual(['pm a', 'pm a', 'pm a', 'pm a', 'pm']);
    await says(page.getByRole('main'), /De figuur met de bedragen is in de gebruikte tekst verloren/);
  });
});

describe('the work of the project', () => {
  test('[004-20] the guide on themes and existing policy is written theme by theme, and the committee advises', async () => {
    const officer = await twente.as('beleid');
    await start(officer, 'handreiking', 'handreiking');
    for (const theme of ['T1', 'T5', 'T2', 'T4', 'T3', 'T6']) {
      await answer(officer, `handreiking/sections/raakvlak/${theme}`, `Beleid dat ${theme} raakt.`);
    }
    await submit(officer, 'handreiking');
    await ask(officer, 'handreiking', 'Universitaire Commissie Onderwijs');
    const committee = await twente.as('secretaris-uco');
    await record(committee, /Handreiking/, 'Positief advies', 'Bruikbaar voor de faculteiten.');
    await open(officer, `${scheme}/plans/handreiking`);
    await says(officer.getByRole('main'), /Advies · Universitaire Commissie Onderwijs/);
  });

  test('[004-11] a programme writes its agenda: improvements for this year, ambitions for the years after', async () => {
    const writer = await twente.as('schrijver-opleiding');
    await start(writer, 'kwaliteitsagenda', 'agenda');
    await answer(writer, 'agenda/sections/verbeteracties', 'Feedback binnen tien dagen.');
    await answer(writer, 'agenda/sections/ambities', 'Projecten met bedrijven in elk jaar.');
    await submit(writer, 'agenda');
    await ask(writer, 'agenda', 'Opleidingscommissie');
    const committee = await twente.as('griffier-oc');
    await record(committee, /Kwaliteitsagenda/, 'Positief advies', 'De commissie herkent dit.');
  });

  test('[004-5][004-6][004-21] a faculty sends a draft for information, gets remarks, and then asks its council', async () => {
    const writer = await twente.as('schrijver-faculteit');
    await start(writer, 'facultaire-afspraken', 'afspraken');
    await answer(writer, 'afspraken/sections/keuze', 'Alleen begeleiding: daar valt uitval het meest op.');
    await answer(writer, 'afspraken/sections/reikwijdte', 'Eerstejaars van alle opleidingen.');
    await answer(writer, 'afspraken/sections/tussendoel', 'In 2021 heeft elke eerstejaars een tutor.');
    await open(writer, `${scheme}/plans/afspraken/new-measure`);
    await writer.getByLabel('Naam').fill('Tutoren');
    await writer.getByLabel('Thema').selectOption({ label: 'Meer en betere begeleiding van studenten' });
    await writer.getByLabel('Doelgroep').fill('Eerstejaars');
    await writer.getByLabel('Verantwoordelijke').fill('Opleidingsdirecteur');
    await writer.getByLabel('Eerste jaar').fill('2021');
    await writer.getByLabel('Laatste jaar').fill('2021');
    await go(writer.getByRole('button', { name: 'Opslaan' }), /#measure-/);
    await open(writer, `${scheme}/plans/afspraken/budget`);
    await writer.getByRole('grid').waitFor();
    await writer.getByRole('textbox', { name: /Tutoren, 2021, euro/ }).click();
    await writer.keyboard.type('60000');
    await writer.keyboard.press('Tab');
    await go(writer.getByRole('button', { name: 'Opslaan', exact: true }), /saved/);
    await open(writer, `${scheme}/plans/afspraken`);
    await says(writer.getByRole('main'), /Tutoren .*Eerstejaars/);
    await says(writer.locator('#requirements'), /Het plan zegt wat er in 2021 moet zijn gerealiseerd/);
    await submit(writer, 'afspraken');
    await ask(writer, 'afspraken', 'College van Bestuur');
    const board = await twente.as('cvb');
    await record(board, /afspraken/, 'Ter kennis genomen', 'Noem ook wat het kost.');
    await open(writer, `${scheme}/plans/afspraken`);
    await says(writer.getByRole('main'), /College van Bestuur/);
    await nextVersion(writer);
    await answer(writer, 'afspraken/sections/niet-zonder', 'Tutoren zijn er alleen met dit geld.');
    await submit(writer, 'afspraken');
    await ask(writer, 'afspraken', 'Faculteitsraad');
    const council = await twente.as('griffier-fr');
    await record(council, /afspraken/, 'Instemming gegeven', 'Met de tutoren is de raad blij.');
  });

  test('[004-14] what talks with students bring is written down, to be used again', async () => {
    const writer = await twente.as('schrijver-faculteit');
    await open(writer, `${scheme}/consultations/new`);
    await writer.getByLabel('Waarover ging het').fill('Wat kan beter in het eerste jaar');
    await writer.getByLabel('Vorm', { exact: true }).selectOption('gesprek');
    await writer.getByLabel('Datum', { exact: true }).fill('2026-11-16');
    await writer.locator('select[name=unit]').selectOption('faculteiten');
    await writer.getByLabel('Met wie').fill('Studenten en docenten');
    await writer.getByLabel('Onderwerp 1').fill('Meer contact met de docent');
    await go(writer.getByRole('button', { name: 'Opslaan' }), /consultations\/[0-9a-f-]+$/);
    const reader = await twente.as('lezer');
    await open(reader, `${scheme}/consultations`);
    await says(reader.getByRole('main'), /Wat kan beter in het eerste jaar/);
  });

  test('[004-15] whether councils have time, training and means is a moment with its outcome', async () => {
    const officer = await twente.as('beleid');
    await open(officer, `${scheme}/cycle`);
    await officer.getByRole('combobox', { name: 'Jaar' }).last().selectOption('2018');
    await officer.getByRole('button', { name: 'Jaar starten' }).click();
    await go(officer.getByRole('link', { name: /Zijn de raden toegerust/ }).first(), /cycle\/[0-9a-f-]+$/);
    await officer.getByText('Aantekeningen wijzigen').click();
    await officer.getByRole('textbox', { name: 'Aantekeningen' }).fill('Een dag per week, en een cursus.');
    await officer.getByRole('button', { name: 'Opslaan' }).click();
    await says(officer.getByRole('main'), /Een dag per week, en een cursus/);
    await officer.getByText('Afronden').first().click();
    await officer.getByRole('button', { name: 'Afronden' }).click();
    await officer.getByText('te laat afgerond', { exact: true }).waitFor();
    expect(await violations(officer)).toEqual([]);
  });
});

describe('plans of several units', () => {
  test('[004-17][004-19] share goals; a proposal to bundle gets the answer of each unit', async () => {
    const officer = await voorbeeld.as('beleid');
    await open(officer, `${example}/plans`);
    await go(officer.getByRole('link', { name: 'Samenhang tussen de plannen' }), /coherence$/);
    const goal = officer.locator('.shared-goal').filter({ hasText: 'A2 Actief leren' });
    await says(goal, /Faculteit Rechtsgeleerdheid .*Faculteit Bètawetenschappen/);
    await goal.locator('summary').click();
    await goal.getByLabel('Hoe de gezamenlijke maatregel zou heten').fill('Samen actief leren');
    await goal.getByLabel('Waarom samen meer oplevert').fill('Eén groep van onderwijskundigen.');
    await goal.getByRole('button', { name: 'Voorstellen', exact: true }).click();
    await says(officer.locator('.bundles').first(), /Samen actief leren wacht op antwoord/);
    expect(await violations(officer)).toEqual([]);
    const writer = await voorbeeld.as('schrijver-recht');
    await open(writer, `${example}/coherence`);
    const bundle = writer.locator('.bundles > ul > li').filter({ hasText: 'Samen actief leren' });
    await bundle.getByLabel('Doet de eenheid mee?').selectOption('agreed');
    await bundle.getByRole('button', { name: 'Antwoord vastleggen' }).click();
    await says(bundle, /Faculteit Rechtsgeleerdheid doet mee/);
  });

  test('nobody met a fault on the way', () =>
    expect([...twente.problems(), ...voorbeeld.problems(), ...phone.problems()]).toEqual([]));
});
