import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, says, textOf } from './steps.ts';

/** What a controller does with money that a year left over, and what everybody then sees of it. */

const scheme = '/schemes/ka-2022-2027';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

describe('carry-over of underspend', () => {
  test('what is left stands per unit and year, and what the scheme allows, in words', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/allocation`);
    await go(page.getByRole('link', { name: 'Overheveling', exact: true }), /carry-over$/);
    await says(page.locator('.said').first(), /ten hoogste 20% van wat een eenheid in het jaar kreeg/);
    const health = page.getByRole('row', { name: /Faculteit Gezondheid/ });
    expect(await textOf(health)).toMatch(/onbekend/);
    await accessible(page);
  });

  test('a proposal begins with all that may move; an amount beyond what is left is refused at its field', async () => {
    const page = await as('controller');
    await page.getByLabel('Van jaar').selectOption('2023');
    await page.getByLabel('Naar jaar').selectOption('2024');
    await page.getByLabel('Titel').fill('Overheveling 2023 naar 2024');
    await page.getByLabel('Code').fill('overheveling-2023');
    await go(page.getByRole('button', { name: 'Overheveling voorstellen' }), /overheveling-2023$/);
    const first = page.getByLabel(/^Overhevelen, Universiteit Voorbeeld/);
    await first.fill('9.999.999');
    await page.getByLabel('Reden', { exact: false }).first().fill('Werk dat in 2024 wordt afgemaakt.');
    await page.getByRole('button', { name: 'Opslaan en indienen' }).click();
    await says(page.getByRole('alert').or(page.locator('.grid-note')).first(), /is meer dan dat/);
    expect(await first.inputValue()).toBe('9.999.999');
    await accessible(page);
  });

  test('saved, submitted, and then it waits for the council; its page says so to everybody', async () => {
    const page = await as('controller');
    await page.getByLabel(/^Overhevelen, Universiteit Voorbeeld/).fill('100.000,00');
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.getByText('Opgeslagen.').waitFor();
    await go(page.getByRole('button', { name: 'Opslaan en indienen' }), /version=1/);
    const reader = await as('lezer');
    await open(reader, `${scheme}/allocation/overheveling-2023`);
    expect(reader.url()).toContain('/carry-over/overheveling-2023');
    await says(reader.locator('main'), /100[.,]000[.,]00/);
    expect(await reader.getByRole('button', { name: /Opslaan|Save/ }).count()).toBe(0);
  });

  test('what was decided stands on the money page between the grant and the result', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/money`);
    const row = page.getByRole('row', { name: /Overgeheveld van of naar andere jaren/ });
    expect(await textOf(row)).toMatch(/−2\.397.*2\.397/);
  });
});

describe('euros and FTE', () => {
  test('a plan shows the side that nobody entered, and what rate its amounts imply', async () => {
    const page = await as('controller');
    await open(page, `${scheme}/plans/plan-beta?version=1`);
    await says(page.locator('main'), /≈/);
    await says(page.locator('main'), /uit \d+ bedrag(en)? in euro én fte volgt/);
  });
});

test('no screen of this story met a fault', () => {
  expect(problems()).toEqual([]);
});
