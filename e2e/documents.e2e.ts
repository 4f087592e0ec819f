import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, nextVersion, open, people, rowOf, says, textOf } from './steps.ts';

/** Documents of any kind: compared, recalibrated, told per theme and per unit. */

const browser = fileBrowser();
const leiden = people(browser, 'leiden');
const example = people(browser, 'voorbeeld');

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const scheme = '/schemes/ka-2019-2024';
const plan = `${scheme}/plans/bestedingsplan`;

describe('the plan of 2018 and its supplement', () => {
  test('[000-6] stand side by side: words, measures and money per theme and year', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${plan}?version=1`);
    await says(page.getByRole('main'), /Alle middelen gaan naar de faculteiten/);
    await open(page, plan);
    await go(page.getByRole('link', { name: 'Versies vergelijken' }), /compare\?to=2$/);
    const main = page.getByRole('main');
    await says(main, /versie 1 \(vastgesteld 31 dec 2018\) naast versie 2 \(vastgesteld 29 jun 2021\)/);
    expect(await textOf(main.locator('del').filter({ hasText: 'Alle' }))).toContain('vervallen');
    await says(main.locator('ins').first(), /nieuw/);
    await says(main.getByRole('region', { name: 'Maatregelen' }), /Teacher support desk nieuw/);
    const money = page.getByRole('table', { name: /^Begroting per thema en jaar/ });
    await says(money, /Intensiever en kleinschaliger onderwijs/);
    const difference = (await rowOf(page, 'Verschil')).map((cell) => cell.split(' ')[0]);
    expect(difference.slice(3)).toEqual(['+8.041', '+8.084', '+8.233', '+24.358']);
    expect(await violations(page)).toEqual([]);
  });

  test('either side is chosen, both as one text, and the address says so', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${plan}/compare`);
    await page.getByLabel('Oorspronkelijk').selectOption('2');
    await page.getByLabel('Vergeleken met').selectOption('1');
    await go(page.getByRole('button', { name: 'Vergelijken' }), /from=2&to=1/);
    await go(page.getByRole('link', { name: 'In één tekst' }), /view=inline/);
    await says(page.getByRole('region', { name: 'Maatregelen' }), /Teacher support desk gestopt/);
    const answer = await page.request.get('/schemes/ka-2019-2024/plans/bestedingsplan/compare?from=9');
    expect(answer.status()).toBe(404);
  });
});

describe('a note for each unit', () => {
  test('[000-73] one question, answered per faculty and below it per institute', async () => {
    const page = await leiden.as('lezer');
    await open(page, plan);
    const notes = page.getByRole('main').locator('section.answer', {
      has: page.getByRole('heading', { name: 'Toelichting per faculteit en instituut' }),
    });
    const heads = await notes.first().getByRole('heading').allInnerTexts();
    expect(heads).toEqual(
      expect.arrayContaining([
        'Governance and Global Affairs',
        'BSK',
        'ISGA',
        'CML',
        'Mathematisch Instituut',
      ]),
    );
    expect(heads.indexOf('BSK')).toBe(heads.indexOf('Governance and Global Affairs') + 1);
    const policy = await leiden.as('beleid');
    await open(policy, plan);
    await nextVersion(policy);
    await says(policy.getByRole('main'), /Versie 3, nog in bewerking/);
    await open(policy, `${plan}/sections/toelichting/bsk`);
    await policy.getByRole('button', { name: 'Vet' }).waitFor(); // the editor has come
    await policy.getByRole('textbox', { name: 'Antwoord' }).fill('Een extra docent voor kleinere groepen.');
    await go(policy.getByRole('button', { name: 'Opslaan' }), /#q-toelichting-bsk$/);
    await says(policy.locator('#q-toelichting-bsk'), /Een extra docent voor kleinere groepen/);
  });
});

describe('the chapter of a theme', () => {
  test('[000-34] begins with a paragraph made from the figures, which the writer edits', async () => {
    const page = await leiden.as('beleid');
    await open(page, `${plan}/sections/hoofdstuk/T1`);
    const figures = page.getByRole('complementary', { name: 'Cijfers van dit thema' });
    await says(figures, /24\.358\.000/);
    await says(figures, /2022–2024, 47 procent van alle thema’s samen/);
    await says(figures, /2019–2021, 38 procent/);
    await page.getByRole('button', { name: 'Toevoegen aan mijn tekst' }).click();
    await says(page.getByRole('status'), /De openingsalinea staat boven uw tekst/);
    const editor = page.getByRole('textbox', { name: 'Antwoord' });
    await says(
      editor,
      /Van 2022 tot en met 2024 is voor Intensiever en kleinschaliger onderwijs .*24\.358\.000 begroot, 47 procent van het geheel\. In het oorspronkelijke plan was het aandeel 38 procent .*: het groeit met 9 procentpunten\./,
    );
    await says(editor, /Vijf eenheden besteden hier/);
    expect(await violations(page)).toEqual([]);
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Nieuw begin. ');
    await go(page.getByRole('button', { name: 'Opslaan' }), /#q-hoofdstuk-T1$/);
    await says(page.locator('#q-hoofdstuk-T1'), /^Waaraan .* Nieuw begin\. Van 2022 tot en met 2024/);
  });

  test('[000-34] of the plans below it, the units that spend most are named', async () => {
    const page = await example.as('beleid');
    await open(page, '/schemes/ka-2022-2027/plans/herijking-2024');
    await nextVersion(page);
    await says(page.getByRole('main'), /Versie 2, nog in bewerking/);
    await open(page, '/schemes/ka-2022-2027/plans/herijking-2024/sections/verschuiving/T3');
    await says(page.getByRole('main'), /Het meest gaat naar Faculteit .* procent van de eigen begroting/);
  });
});

describe('a recalibration', () => {
  test('[000-11][000-12][000-17][000-21] answers its questions, with what was rejected and three results', async () => {
    const page = await leiden.as('lezer');
    await open(page, `${scheme}/plans`);
    await go(page.getByRole('link', { name: 'Herijking kwaliteitsafspraken 2021' }), /herijking-2021$/);
    const main = page.getByRole('main');
    await says(main, /Financieel deel: moet de verdeling/);
    await says(main, /Inhoudelijk deel: geven de resultaten van twee studiejaren/);
    await says(main.locator('#q-uitstel'), /2018-2019 en 2019-2020/);
    await says(main.locator('#q-afgewezen'), /Afgewezen na het gesprek met de universiteitsraad/);
    expect(await main.locator('#q-uitstel li').count()).toBe(3);
    expect(await main.locator('#q-uitkomst li').count()).toBe(3);
    expect(await textOf(main)).not.toMatch(/\bplan kan worden ingediend|Begroting invullen/);
  });

  test('[000-17] an allocation says on its own screen why tariffs do not differ, and it is answered there', async () => {
    const page = await leiden.as('beleid');
    await open(page, `${scheme}/allocation/allocatie?version=2`);
    await says(page.getByRole('main'), /elke faculteit krijgt 500 euro per EER-student per jaar/);
    await page.getByLabel('Aanleiding').fill('Nieuwe ronde');
    await go(page.getByRole('button', { name: 'Nieuwe versie met dezelfde regels' }), /version=3/);
    await go(page.getByRole('link', { name: /^Bewerken ?: Waarom is het bedrag/ }), /sections\/tarief$/);
    await page.getByRole('button', { name: 'Vet' }).waitFor(); // the editor has come
    await page.getByRole('textbox', { name: 'Antwoord' }).fill('Ook nu één tarief voor alle faculteiten.');
    await go(page.getByRole('button', { name: 'Opslaan' }), /allocation\/allocatie/);
    await says(page.getByRole('main'), /Ook nu één tarief voor alle faculteiten/);
  });

  test('[000-11] a policy officer starts one on screen, fills it in and submits it', async () => {
    const page = await example.as('beleid');
    await open(page, '/schemes/ka-2022-2027/plans');
    await go(page.getByRole('link', { name: 'Nieuw document: herijking' }), /new\?kind=herijking$/);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Titel').fill('Herijking 2026');
    await page.getByLabel('Eerste jaar').fill('2031');
    await page.getByRole('button', { name: 'Beginnen' }).click();
    await says(page.getByRole('main'), /Kies een jaar binnen de regeling/);
    await page.getByLabel('Eerste jaar').fill('2026');
    await go(page.getByRole('button', { name: 'Beginnen' }), /plans\/herijking-2026$/);
    const main = page.getByRole('main');
    await says(main, /Over dit document|Is het compleet/);
    expect(await textOf(main)).not.toMatch(/\bhet plan\b/);
    for (const question of ['aanleiding', 'verdeling', 'opties', 'uitkomst']) {
      await open(page, `/schemes/ka-2022-2027/plans/herijking-2026/sections/${question}`);
      await page.getByRole('button', { name: 'Vet' }).waitFor();
      await page.getByRole('button', { name: 'Vet' }).waitFor(); // the editor has come
      await page.getByRole('textbox', { name: 'Antwoord' }).fill(`Antwoord op ${question}.`);
      await go(page.getByRole('button', { name: 'Opslaan' }), new RegExp(`#q-${question}$`));
      await says(page.locator(`#q-${question}`), `Antwoord op ${question}.`);
    }
    await go(page.getByRole('link', { name: 'Indienen' }), /submit$/);
    await says(page.getByRole('main'), /vastgelegd zoals zij nu is: alle antwoorden\./);
    await go(page.getByRole('button', { name: 'Indienen' }), /herijking-2026$/);
    await says(page.getByRole('main'), /ingediend/);
  });

  test('nobody met a fault on the way', () => {
    expect([...leiden.problems(), ...example.problems()]).toEqual([]);
  });
});
