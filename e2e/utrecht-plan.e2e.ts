import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { go, nextVersion, open, people, rowOf, says, textOf } from './steps.ts';

/** What the plans of Utrecht and Twente ask for: steps, coverage, goals, requirements, a division inside. */

const scheme = '/schemes/ka-2019-2024';
const plan = `${scheme}/plans/plan-geneeskunde`;
const example = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const utrecht = people(browser, 'utrecht');
const voorbeeld = people(browser, 'voorbeeld');

/** What axe finds by WCAG 2.2 AA, by rule and place. */
async function accessibilityProblems(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

const listOf = (page: Page, measure: string) => page.locator(`#measure-${measure} .steps`);

async function pick(scope: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = scope.getByLabel(label, { exact: false }).first();
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

describe('the plan as it was adopted', () => {
  test('[003-17] phases over years are drawn on a road map, with the table of the same', async () => {
    const page = await utrecht.as('lezer');
    await open(page, plan);
    await says(
      listOf(page, 'leiderschap'),
      /Fase 2019 Inventarisatie en ontwerp Fase 2020–2021 Eerste proeven Fase 2022–2024 Vast aanbod/,
    );
    expect(await page.getByRole('img', { name: 'Tijdpad' }).textContent()).toContain('Eerste proeven');
    await page.locator('#roadmap summary').click();
    const row = page.locator('#roadmap tbody tr').filter({ hasText: 'Eerste proeven' });
    await says(row, /Track ‘personal leadership’ 2 Fase: Eerste proeven 2020–2021 alle/);
  });

  test('[003-14][003-26] programmes chose differently within a measure, and instruments are deliverables', async () => {
    const page = await utrecht.as('lezer');
    await open(page, plan);
    const small = await textOf(listOf(page, 'kleinschalig'));
    for (const choice of ['Keuze GNK/SUMMA', 'Keuze BMW', 'Keuze BMS', 'Keuze KGW']) {
      expect(small).toContain(choice);
    }
    await says(listOf(page, 'tijd'), /Product 2019 Trajecten voor BKO en SKO/);
    await says(listOf(page, 'leergangen'), /Product 2019 Beschrijvingen van EPA’s .* deelkwalificaties/);
  });

  test('[003-2] one plan for several programmes, found by any of them', async () => {
    const page = await utrecht.as('lezer');
    await open(page, plan);
    await says(page.getByRole('main'), 'Plan voor GNK/SUMMA, KGW, BMW, BMS');
    await open(page, `${scheme}/plans`);
    await page.locator('select[name=unit]').selectOption({ label: 'BMS' });
    await go(page.getByRole('button', { name: 'Toon' }), /unit=bms/);
    await says(page.getByRole('table'), 'voor GNK/SUMMA, KGW, BMW, BMS');
  });

  test('[003-6] the strategy behind it: which measures serve each of its goals, and which have none', async () => {
    const page = await utrecht.as('lezer');
    await open(page, plan);
    const goals = page.locator('#goals');
    await says(goals, /Onderwijsstrategie 2016 Elk doel heeft een maatregel/);
    await says(goals, /Docenten gewaardeerd en in ontwikkeling Tijd voor docenten/);
    await says(goals, /Passende en goede onderwijsfaciliteiten geen maatregel/);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a writer works on the next version', () => {
  test('[003-15] adds a measurable milestone, puts it in order, and sees what another saved meanwhile', async () => {
    const page = await utrecht.as('schrijver-geneeskunde');
    await open(page, plan);
    await nextVersion(page);
    await open(page, `${plan}/measures/veerkracht`);
    const steps = page.locator('#steps');
    await steps.locator('summary', { hasText: 'Stap toevoegen' }).click();
    const add = steps.locator('form').last();
    await pick(add, {
      'Wat is het': 'milestone',
      'Wat gebeurt er': 'Workshops gegeven',
      'Eerste jaar': '2020',
      Vergelijking: 'at-least',
      Getal: '12',
      Waarvan: 'workshops per jaar',
    });
    await add.getByRole('button', { name: 'Toevoegen' }).click();
    await says(steps, /Mijlpaal 2020 Workshops gegeven ten minste 12 workshops per jaar/);
    await steps.getByRole('button', { name: /^Omhoog ?: Workshops gegeven/ }).click();
    await says(steps, /Ontwikkeling en proeven .*Workshops gegeven .*Breed aanbieden/);
    expect(await accessibilityProblems(page)).toEqual([]);

    const other = await page.context().newPage();
    for (const [which, words] of [
      [other, 'Workshops gegeven en geëvalueerd'],
      [page, 'Workshops begonnen'],
    ] as const) {
      if (which === other) await open(other, `${plan}/measures/veerkracht`);
      const item = which.locator('#steps li').filter({ hasText: 'Workshops gegeven' });
      await item.locator('summary').click();
      await item.getByLabel('Wat gebeurt er').fill(words);
      await item.getByRole('button', { name: 'Opslaan' }).click();
      await says(which.locator('#steps'), which === other ? 'Opgeslagen.' : 'Dit heeft de ander intussen');
    }
    await other.close();
    const item = steps.locator('li').filter({ hasText: 'Dit heeft de ander' });
    await says(item, 'Workshops gegeven en geëvalueerd');
    expect(await item.getByLabel('Wat gebeurt er').inputValue()).toBe('Workshops begonnen');
    await open(page, plan);
    await says(listOf(page, 'veerkracht'), 'ten minste 12 workshops per jaar');
  });

  test('[003-2] changes whom the draft is for', async () => {
    const page = await utrecht.as('schrijver-geneeskunde');
    await open(page, `${plan}/coverage`);
    await page.getByLabel('KGW').uncheck();
    expect(await accessibilityProblems(page)).toEqual([]);
    await go(page.getByRole('button', { name: 'Opslaan' }), /plan-geneeskunde$/);
    await says(page.getByRole('main'), 'Plan voor GNK/SUMMA, BMW, BMS');
  });

  test('[003-12] improvement only: what would exist anyway may not be paid, and the writer says why it is met', async () => {
    const page = await utrecht.as('schrijver-geneeskunde');
    await open(page, `${plan}/measures/coaches`);
    await page.getByLabel('bestaand', { exact: true }).check();
    await go(page.getByRole('button', { name: 'Opslaan' }).first(), /#measure-coaches$/);
    await open(page, `${plan}/submit`);
    await page.locator('.gaps-rest summary').click();
    await says(page.getByRole('main'), /Dedicated coaches\/psychologen zou er ook zonder dit geld zijn/);
    await open(page, `${plan}/measures/coaches`);
    await page.getByLabel('nieuw', { exact: true }).check();
    await go(page.getByRole('button', { name: 'Opslaan' }).first(), /#measure-coaches$/);
    await open(page, `${plan}/requirements`);
    await says(page.getByRole('main'), /oordeel nodig Het geld gaat naar verbetering/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('voldaan', { exact: true }).check();
    await page
      .getByLabel('Reden')
      .fill('Elke maatregel vernieuwt of vult aan; niets vervangt bestaande uren.');
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();
    await says(page.getByRole('main'), /1 van 1 eis vervuld/);
    await says(page.getByRole('main'), /Voldaan, volgens Planschrijver Geneeskunde op/);
  });
});

/** The rules of a new allocation, filled in on its own form by the names of the fields. */
async function startRules(page: Page, at: string, { title, code }: { title: string; code: string }) {
  await open(page, `${at}/allocation/new`);
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Code').fill(code);
  await page.locator('input[name=basis][value=own]').check();
  await go(page.getByRole('button', { name: 'Beginnen' }), /rules$/);
  await open(page, `${at}/allocation/${code}/rules`);
  const remove = page.getByRole('button', { name: /^Verwijderen: / });
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click();
    await expect.poll(() => remove.count()).toBe(left - 1);
  }
  return {
    async add(kind: string, place: number): Promise<void> {
      await page.locator('#add').selectOption(kind);
      await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
      await page.locator(`[id="rules.${place}"]`).waitFor();
    },
    async set(name: string, value: string): Promise<void> {
      const field = page.locator(`[name="${name}"]`);
      const tag = await field.evaluate((element) => element.tagName);
      if (tag === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    },
  };
}

/** The amounts at the start of cells, in euros. */
const euros = (cells: string[]) =>
  cells.map((cell) =>
    Number((/^[\d.]+(,\d\d)?/.exec(cell)?.[0] ?? '').replaceAll('.', '').replace(',', '.')),
  );

describe('a division inside the faculty', () => {
  test('[003-19] theme 1 over the programmes by share, KGW 40,000 off the top, and the reasons', async () => {
    const page = await utrecht.as('beleid');
    const form = await startRules(page, scheme, { title: 'Thema 1 over de opleidingen', code: 'thema-1' });
    await form.add('fixed', 0);
    await form.set('rules.0.amounts.0.unit', 'kgw');
    await form.set('rules.0.amounts.0.node', 'U1');
    await form.set('rules.0.amounts.0.cents', '40.000,00');
    await form.add('weights', 1);
    // shares fitted to the printed budget: the student numbers themselves were not published
    const shares = { 'gnk-summa': 5882, kgw: 514, bmw: 1771, bms: 1833 };
    for (const [place, [unit, share]] of Object.entries(shares).entries()) {
      if ((await page.locator(`[name="rules.1.weights.${place}.unit"]`).count()) === 0) {
        await page.getByRole('button', { name: 'Bereken' }).last().click();
        await page.locator(`[name="rules.1.weights.${place}.unit"]`).waitFor();
      }
      await form.set(`rules.1.weights.${place}.unit`, unit);
      await form.set(`rules.1.weights.${place}.node`, 'U1');
      await form.set(`rules.1.weights.${place}.weight`, String(share));
    }
    const totals = [446_608.5, 446_608.5, 455_606.5, 568_523, 600_442, 677_721.5];
    for (const [i, total] of totals.entries()) {
      await form.set(`totals.${2019 + i}`, total.toFixed(2).replace('.', ','));
    }
    await go(page.getByRole('button', { name: 'Opslaan' }), /allocation\/thema-1$/);
    const kgw = euros((await rowOf(page, /^KGW/)).slice(0, 6));
    const fte = kgw.map((amount) => Math.round(amount / 842.778) / 100);
    expect(fte, 'as printed').toEqual([0.72, 0.72, 0.73, 0.8, 0.82, 0.86]);
    await page.getByRole('row').filter({ hasText: 'KGW' }).getByRole('link').first().click();
    const reasons = page.getByRole('complementary', { name: 'Stappen achter het bedrag' });
    await says(reasons, /40\.000/);
  });

  test('[003-19] by enrolled students, with a fixed amount for one programme that the others pay', async () => {
    const admin = await voorbeeld.as('beheer');
    await open(admin, '/admin/head-counts');
    await admin.locator('summary', { hasText: 'Aantallen vastleggen' }).click();
    const record = admin.locator('form').filter({ has: admin.locator('[name="count.b-rechten"]') });
    await record.locator('[name=referenceDate]').fill('2021-10-01');
    await record.locator('[name=source]').fill('Telling per opleiding');
    const heads = { 'b-rechten': '600', 'b-notarieel': '300', 'm-rechten': '100' };
    for (const [unit, count] of Object.entries(heads))
      await record.locator(`[name="count.${unit}"]`).fill(count);
    await record.getByRole('button').last().click();
    await says(admin.getByRole('main'), 'Bachelor Notarieel recht 300');

    const page = await voorbeeld.as('beleid');
    const form = await startRules(page, example, {
      title: 'Rechten over de opleidingen',
      code: 'recht-intern',
    });
    await form.add('heads', 0);
    await form.set('rules.0.heads.date', '2021-10-01');
    const chosen = page.locator('input[name="rules.0.to"]:checked');
    while ((await chosen.count()) > 0) await chosen.first().uncheck();
    await page.locator('[id="rules.0"] summary', { hasText: 'Andere eenheden' }).first().click();
    for (const unit of Object.keys(heads))
      await page.locator(`input[name="rules.0.to"][value="${unit}|"]`).check();
    await form.add('fixed', 1);
    await form.set('rules.1.amounts.0.unit', 'm-rechten');
    await form.set('rules.1.amounts.0.cents', '40.000,00');
    await form.set('rules.1.chargedTo', 'others');
    await form.set('totals.2022', '300.000,00');
    await go(page.getByRole('button', { name: 'Opslaan' }), /allocation\/recht-intern$/);
    const given = async (name: RegExp) => euros(await rowOf(page, name))[0];
    expect(Math.round((await given(/^Bachelor Rechtsgeleerdheid/))!)).toBe(153_333);
    expect(Math.round((await given(/^Bachelor Notarieel/))!)).toBe(76_667);
    expect(Math.round((await given(/^Master Rechtsgeleerdheid/))!)).toBe(70_000);
  });
});

describe('requirements of a scheme', () => {
  const admin = '/admin/schemes/ka-2022-2027';

  test('[004-3] the policy officer sets what a plan must show; the plan tells what is met, and by whose judgement', async () => {
    const officer = await voorbeeld.as('beleid');
    await open(officer, `${example}/plans/plan-recht`);
    const list = officer.locator('#requirements');
    await says(
      list,
      /voldaan Er is een begroting voor alle jaren van het plan. Elk jaar van het plan is begroot/,
    );
    await says(list, /Voldaan, volgens Planschrijver Recht op 27 oktober 2021/);
    await says(list, /voldaan Het plan sluit aan op het onderwijsbeleid dat er al is/);
    const beheer = await voorbeeld.as('beheer');
    await open(beheer, admin);
    const section = beheer
      .locator('section')
      .filter({ has: beheer.getByRole('heading', { name: 'Facultair plan' }) });
    await section.locator('summary', { hasText: 'Eis toevoegen' }).click();
    const form = section
      .locator('form')
      .filter({ has: beheer.getByLabel('Uit te rekenen norm') })
      .last();
    await form.getByLabel('Code').fill('meetbaar');
    await form.getByLabel('Eis', { exact: true }).fill('Elke maatregel heeft iets wat men kan meten.');
    await form.getByLabel('Eis in het Engels').fill('Every measure has something to measure.');
    await form.getByLabel('Uit te rekenen norm').selectOption('measurable-step');
    await form.getByRole('button', { name: 'Toevoegen' }).click();
    await says(section, 'elke maatregel heeft een meetbare stap');
    await open(officer, `${example}/plans/plan-recht`);
    await says(list, /niet voldaan Elke maatregel heeft iets wat men kan meten. Nog zonder meetbare stap/);
  });

  test('[004-4] a plan on a few themes may be submitted once the choice is argued', async () => {
    const page = await voorbeeld.as('beleid');
    await open(page, `${example}/plans/plan-zorg/requirements`);
    const choice = page.locator('#requirement-keuze');
    await says(choice, /voldaan .* Beantwoord: Hoe zijn de thema's gekozen .*Niet gekozen: /);
    await open(page, `${example}/plans/plan-zorg`);
    const without = (selector: string) =>
      page.locator(`aside ${selector}`).filter({ hasText: 'heeft nog geen maatregel' }).count();
    expect(await without('.gap-note'), 'a theme left out by choice is pointed out').toBeGreaterThan(0);
    expect(await without('.gap:not(.gap-note)'), 'and blocks nothing').toBe(0);
  });

  test('nobody met a fault on the way', () =>
    expect([...utrecht.problems(), ...voorbeeld.problems()]).toEqual([]));
});
