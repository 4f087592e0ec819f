import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readSheets } from '#app/ledger/table-read.ts';
import { fileBrowser } from './browser.ts';
import { go, open, people, rowOf, says, textOf } from './steps.ts';

/** The published supplement of Leiden (2021), read back from the ledger as it stood on 1 July 2021. */

const scheme = '/schemes/ka-2019-2024';
const then = 'asOf=2021-07-01';

const browser = fileBrowser();
const { as, problems } = people(browser, 'leiden');

/** The figures of a row, without the words for screen readers and the marks of notes. */
async function figures(page: Page, head: string | RegExp): Promise<string[]> {
  return (await rowOf(page, head)).map((cell) => cell.split(' ')[0]!);
}

describe('the money page of Leiden on 1 July 2021', () => {
  test('[000-66][000-67][000-68][000-69] prints B and R per year, both revenues, the open part and the result', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?${then}`);
    const columns = page.getByRole('row').nth(1).getByRole('columnheader');
    expect(await columns.allInnerTexts()).toEqual(['B', 'R', 'B', 'R', 'B', 'B', 'B', 'B']);
    expect(await figures(page, 'Intensiever en kleinschaliger onderwijs')).toEqual(
      '2.436 2.464 2.824 3.025 5.564 8.041 8.084 8.233'.split(' '),
    );
    expect(await figures(page, 'Baten, rijksbijdrage')).toEqual(
      '6.981 6.416 7.729 7.877 13.333 17.259 18.223 20.568'.split(' '),
    );
    expect(await figures(page, 'Baten, kadernota (ex ante)')).toEqual(
      '6.981 6.981 7.729 7.729 13.333 16.628 17.557 19.817'.split(' '),
    );
    expect((await figures(page, 'Nog te alloceren')).slice(5)).toEqual(['629', '975', '3.210']);
    expect(await figures(page, 'Resultaat')).toEqual('−76 −280 18 −117 −411 −160 −90 −84'.split(' '));
  });

  test('[000-71] says that money stands on the theme that the scheme leaves out', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?${then}`);
    expect((await figures(page, /^Passende en goede onderwijsfaciliteiten/))[4]).toBe('162');
    await says(
      page.getByRole('main'),
      /onderwijsfaciliteiten valt buiten de regeling: .* Er staat toch geld op/,
    );
    await open(page, scheme);
    await says(page.getByRole('region', { name: 'Wat aandacht vraagt' }), /in 2021 staat er € 162\.000 op/);
  });

  test('a figure opens to its lines, and these sum to it', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?${then}`);
    await go(
      page.getByRole('link', { name: '2022 begroot, Verdere professionalisering van docenten' }),
      /cell=/,
    );
    const origin = page.getByRole('complementary', { name: 'Herkomst' });
    await says(origin, /€ 2\.737\.000/);
    await go(origin.getByRole('link', { name: /regel/ }), /money\/lines/);
    await says(page.getByRole('row', { name: /^Totaal van/ }), '2.737.000,00');
  });

  test('[000-70] the same figures as shares of their column', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/money?${then}&print=share`);
    const shares = await figures(page, 'Intensiever en kleinschaliger onderwijs');
    expect(shares.slice(5).map((share) => share.replace(/,.*/, ''))).toEqual(['48', '47', '47']);
    await open(page, `${scheme}/tables/bijlage-1-vergelijking`);
    const compared = await figures(page, '1. Intensiever en kleinschaliger onderwijs');
    expect(compared).toEqual('41 42 42 43 40 48 47 47'.split(' '));
  });
});

describe('the published tables', () => {
  test('[000-72] appendix 1 with its footnote, and where the printed table is wrong', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/tables`);
    await go(page.getByRole('link', { name: 'Bijlage 1: Bestedingen per thema', exact: true }), /bijlage-1$/);
    const share = await figures(page, '1. Intensiever en kleinschaliger onderwijs');
    expect(share).toEqual('2.436 2.464 2.824 3.025 5.564 8.041 8.084 8.233 40 48 47 47'.split(' '));
    const main = page.getByRole('main');
    await says(main, /\* Nog te alloceren: /);
    await says(main, '7 fouten en 10 afrondingsverschillen');
    expect(await rowOf(page, '3. Meer en betere begeleiding van studenten, % 2023')).toEqual(
      expect.arrayContaining(['10', '13', 'fout']),
    );
  });

  test('[000-78][000-79] appendix 3: theme, initiative, component and subtotals, with pm as a value', async () => {
    const page = await as('lezer');
    await open(page, `${scheme}/tables/bijlage-3`);
    expect(await figures(page, 'Subtotaal TSD')).toEqual(['537', '724', '739']);
    expect(await figures(page, 'Subtotaal DO')).toEqual(['363', '349', '355']);
    expect((await figures(page, /^Wellbeing officers/))[0]).toBe('pm');
    expect((await figures(page, 'Totaal studiebegeleiding'))[0]).toBe('pm');
    await says(page.getByRole('main'), /a Bekend deel \(2022: 151\); de rest is pro memorie/);
  });

  test.each(['PDF', 'DOCX', 'XLSX', 'ODS', 'CSV'])('appendix 1 downloads as %s', async (format) => {
    const page = await as('lezer');
    await open(page, `${scheme}/tables/bijlage-1`);
    const link = page.getByRole('link', { name: new RegExp(`per thema als ${format}$`) });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
    if (format === 'PDF') expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*pdfuaid/);
    else if (format === 'DOCX') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else {
      const [sheet] = await readSheets(bytes, download.suggestedFilename());
      const row = sheet!.rows.find((cells) =>
        cells.some((cell) => /^1\. Intensiever/.test(cell.text.trim())),
      );
      expect(row?.map((cell) => cell.text.replace(/\D/g, ''))).toEqual(
        expect.arrayContaining(['2436', '8233']),
      );
    }
  });
});

describe('the agreement itself', () => {
  test('[000-1][000-3][000-7] has its source, its period, and outside decisions with what was moved or cancelled', async () => {
    const page = await as('lezer');
    await open(page, scheme);
    await says(
      page.getByRole('main'),
      '2019–2024 · Regeerakkoord 2017; Sectorakkoord wetenschappelijk onderwijs 2018',
    );
    const events = page.getByRole('complementary', { name: 'Verloop van de regeling' });
    await events.getByText(/eerdere gebeurtenissen/).click();
    const said = await textOf(events);
    expect(said).toMatch(
      /Tweede herijking vervallen: Vervalt, nu de eerste herijking een jaar later is gehouden/,
    );
    expect(said).toMatch(/NVAO/);
  });

  test('nobody met a fault on the way', () => expect(problems()).toEqual([]));
});
