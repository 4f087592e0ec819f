import { expect, test } from 'vitest';
import { accessible } from './accessible.ts';
import { fileBrowser, newVisitor } from './browser.ts';
import { address } from './file-server.ts';
import { go, open, people, says } from './steps.ts';

/** What everybody may read: published by an officer, read by nobody in particular, withdrawn again. */

const browser = fileBrowser();
const example = people(browser, 'voorbeeld');
const inside = '/schemes/ka-2022-2027/publications';
const outside = '/public/voorbeeld/ka-2022-2027';

test('[000-26] a plan is published by the officer, read without signing in or script, and withdrawn with a reason', async () => {
  const officer = await example.as('beleid');
  const reader = await newVisitor(browser(), { javaScriptEnabled: false });
  expect((await reader.page.goto(`${outside}/plan-mens`))?.status()).not.toBe(200);
  await open(officer, inside);
  await go(
    officer
      .getByRole('listitem')
      .filter({ hasText: 'Facultair plan kwaliteitsafspraken Mens' })
      .getByRole('link', { name: 'Openbaar maken' }),
    /publications\/plan-mens$/,
  );
  await says(officer.getByRole('main'), /Versie 1 \(.{9}\) wordt voor iedereen leesbaar/);
  await says(officer.getByRole('main'), /\/public\/voorbeeld\/ka-2022-2027\/plan-mens/);
  await accessible(officer);
  await officer.getByRole('checkbox', { name: 'Wanneer en met wie is dit plan gemaakt?' }).check();
  await officer
    .getByLabel(/^Eigen reden waarom “Wanneer en met wie/)
    .fill('Staat in het verslag van de raad.');
  await officer.getByLabel(/Waarom iets wegblijft/).fill('Bevat afspraken met derden.');
  await go(officer.getByRole('button', { name: 'Openbaar maken' }), /publications$/);

  expect((await reader.page.goto(`${outside}/plan-mens`))?.status()).toBe(200);
  await says(reader.page.getByRole('main'), /Instemming gegeven\s*Faculteitsraad Mens en Maatschappij/);
  await says(
    reader.page.getByRole('main'),
    /niet openbaar gemaakt\. Reden: Staat in het verslag van de raad/,
  );
  await reader.page.getByRole('link', { name: 'In English' }).click();
  await says(reader.page.getByRole('main'), /Consent given/);
  expect(await reader.context.cookies()).toEqual([]);

  await open(officer, `${inside}/plan-mens/withdraw?version=1`);
  await officer.getByLabel(/De reden/).fill('Een bedrag stond bij het verkeerde thema.');
  await go(officer.getByRole('button', { name: 'Intrekken' }), /publications$/);
  // at once, also for who read it a moment ago
  expect((await reader.page.goto(`${outside}/plan-mens`))?.status()).toBe(410);
  await says(reader.page.getByRole('main'), /Een bedrag stond bij het verkeerde thema/);
  expect(await reader.page.getByRole('main').textContent()).not.toMatch(/Instemming gegeven/);
}, 60_000);

test('public pages carry no script, are asked for anew each time, and are free of barriers', async () => {
  const report = `${outside}/voortgangsverslag-2025`;
  const first = await fetch(address() + report, { headers: { 'accept-language': 'nl' } });
  const html = await first.text();
  expect(html).not.toMatch(/<script|modulepreload|\/schemes\//);
  expect(first.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(first.headers.get('content-security-policy')).not.toContain('script-src');
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const etag = first.headers.get('etag')!;
  const again = await fetch(address() + report, {
    headers: { 'accept-language': 'nl', 'if-none-match': etag, cookie: 'akkoord-locale=en' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const pdf = await fetch(`${address()}${report}/2/report.pdf?lang=nl`);
  expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
  expect((await fetch(`${address()}${report}`, { method: 'POST' })).status).toBe(405);

  const { page, problems } = await newVisitor(browser());
  for (const path of ['/public', '/public/voorbeeld', outside, report]) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await page.goto(path))?.status()).toBe(200);
      await accessible(page);
      const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(over), `${path} at ${width}`).toBe(0);
    }
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page);
  expect(problems).toEqual([]);
}, 90_000);
