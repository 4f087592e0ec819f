import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says, tabTo } from './steps.ts';

/** A faculty controller takes the period files of the finance system in, to the forecast at the end. */

const report = '/schemes/ka-2022-2027/realisation/recht/2026';

const browser = fileBrowser();
const { as, problems } = people(browser, 'voorbeeld');

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Bestand uit het financiële systeem').setInputFiles({
    ...{ name, buffer },
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
  });
  await go(page.getByRole('button', { name: 'Inlezen' }), /intake\/files\/\d+$/);
}

describe('finance intake', () => {
  test('a known layout is recognised; a row without a rule holds the booking', async () => {
    const page = await as('controller-recht');
    await open(page, report);
    await go(page.getByRole('link', { name: 'Inlezen uit het financiële systeem' }), /\/intake$/);
    const file = new URL('../demo/voorbeeld/finance/recht-2026-03.csv', import.meta.url);
    await upload(page, 'recht-2026-03.csv', await readFile(file));
    await says(page.locator('main'), /Deze indeling is bekend/);
    await accessible(page, 'all');
    await go(page.getByRole('button', { name: 'Lees de rijen' }), /\/intake\?read=\d+$/);
    await says(page.locator('main'), /Eén rij van € 1\.875,40 valt onder geen regel/);
    await accessible(page, 'all');
    await open(page, `${report}/intake/preview`);
    await says(page.locator('main'), /Er wordt niets geboekt: één rij van samen € 1\.875,40/);
    expect(await page.getByRole('button', { name: 'Boek precies dit' }).count()).toBe(0);
  });

  test('left out with a reason by keyboard; the same file again has no effect', async () => {
    const page = await as('controller-recht');
    await open(page, `${report}/intake`);
    const fold = page.getByText('Buiten laten…');
    await tabTo(page, fold);
    await page.keyboard.press('Enter');
    await page.getByLabel('Waarom is dit geen besteding').fill('Voorlichting valt buiten de afspraken');
    await page.keyboard.press('Enter');
    await says(page.locator('main'), /Elke rij is verklaard/);
    const file = new URL('../demo/voorbeeld/finance/recht-2026-03.csv', import.meta.url);
    await page.getByLabel('Bestand uit het financiële systeem').setInputFiles({
      ...{ name: 'nog-eens.csv', mimeType: 'text/csv', buffer: await readFile(file) },
    });
    await page.getByRole('button', { name: 'Inlezen' }).click();
    await says(page.locator('main'), /al ingelezen als nummer 2/);
    await open(page, `${report}/intake/rules`);
    await accessible(page, 'all');
  });

  test('cell by cell, with a correction of closed January; what is booked opens its rows', async () => {
    const page = await as('controller-recht');
    await open(page, `${report}/intake/preview`);
    expect((await rowOf(page, /Werkgroepen van twintig.*Docenten/))[0]).toBe(
      '81.170,00 was 82.410,55, −1.240,55',
    );
    await accessible(page, 'all');
    await page.getByLabel('Waarom veranderen deze bedragen?').fill('Loonkosten stonden dubbel');
    await go(page.getByRole('button', { name: 'Boek precies dit' }), /booked=2/);
    const origin = page.getByRole('table', { name: /Herkomst uit het financiële systeem/ });
    await go(origin.getByRole('link').first(), /\/rows\//);
    await says(page.locator('main'), /recht-2026-03\.csv, rij 2/);
    await accessible(page, 'all');
  });

  test('a file that was a mistake is taken out before its columns are read, with why', async () => {
    const page = await as('controller');
    const mens = '/schemes/ka-2022-2027/realisation/mens/2026/intake';
    await open(page, mens);
    await upload(page, 'verkeerd.csv', Buffer.from('Periode;Kostenplaats;Rekening;Bedrag\n2026-13x;;;x'));
    await page.getByRole('button', { name: 'Lees de rijen' }).click();
    await says(page.locator('main'), /‘2026-13x’ is geen periode/);
    await open(page, mens);
    const row = page.getByRole('row', { name: /verkeerd\.csv/ });
    await row.getByText('Terugtrekken…').click();
    await row.getByLabel('Waarom telt dit bestand').fill('Proefbestand');
    await row.getByRole('button', { name: 'Trek het bestand terug' }).click();
    await says(row, /Proefbestand.*teruggetrokken/s);
  });

  test('an XLSX of another layout: its columns are asked once', async () => {
    const page = await as('controller');
    const beta = '/schemes/ka-2022-2027/realisation/beta/2026/intake';
    await open(page, beta);
    const example = await page.context().request.get(`${beta}/example/xlsx`);
    await upload(page, 'voorbeeld.xlsx', await example.body());
    await go(page.getByRole('button', { name: 'Lees de rijen' }), /\/intake\?read=\d+$/);
    const bucket = page.getByRole('region', { name: 'Onverklaarde rijen' });
    const first = bucket.getByRole('row').nth(1);
    await first.getByRole('combobox').selectOption({ index: 1 });
    await first.getByRole('button', { name: /Maak regel/ }).click();
    await open(page, `${beta}/rules`);
    await says(page.locator('main'), /1\. kostenplaats/);
  });

  test('a forecast of its own, by hand with a reason', async () => {
    const page = await as('controller-recht');
    await open(page, `${report}/forecast`);
    await page.getByLabel(/Hoe Werkgroepen van twintig/).selectOption({ label: 'Met de hand' });
    await page.getByLabel(/Prognose in euro voor Werkgroepen/).fill('1.200.000,00');
    await page.getByLabel(/Reden voor Werkgroepen/).fill('Twee vacatures');
    await go(page.getByRole('button', { name: 'Leg versie 2 vast' }), /saved=2/);
    await says(page.locator('main'), /Versie 2 van de prognose is vastgelegd/);
    await accessible(page, 'all');
  });

  test('nothing went wrong on any screen', () => {
    expect(problems()).toEqual([]);
  });
});
