import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, say } from './run.mjs';

/**
 * The pictures of the documentation, from a running Akkoord with its demo institutions:
 * `node scripts/screenshots.mjs http://127.0.0.1:4173`. Each page at 1440 and at 390 px.
 */
const address = process.argv[2] ?? 'http://127.0.0.1:4173';
const folder = join(root, 'docs', 'screenshots');

/** Name, account, page, and a link to follow from there when an address is not known beforehand. */
const pages = [
  ['overview', 'voorbeeld/beleid', '/schemes/ka-2022-2027'],
  ['money', 'leiden/lezer', '/schemes/ka-2019-2024/money?asOf=2021-07-01', 'a[href*="cell=B2022"] >> nth=3'],
  ['table', 'leiden/lezer', '/schemes/ka-2019-2024/tables/bijlage-1'],
  ['allocation', 'voorbeeld/beleid', '/schemes/ka-2022-2027/allocation/allocatie'],
  ['plan', 'voorbeeld/schrijver-beta', '/schemes/ka-2022-2027/plans/plan-beta'],
  ['grid', 'voorbeeld/schrijver-zorg', '/schemes/ka-2022-2027/plans/plan-zorg/budget'],
  ['dossier', 'voorbeeld/lid-fr-beta', '/', 'main a[href*="/decisions/"] >> nth=0'],
  ['realisation', 'voorbeeld/controller-recht', '/schemes/ka-2022-2027/realisation'],
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--lang=nl-NL'],
});
for (const [name, account, path, link] of pages) {
  const context = await browser.newContext({ baseURL: address, locale: 'nl-NL', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator(`button[name=demo][value="${account}"]`).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(path);
  if (link) await page.goto(await page.locator(link).getAttribute('href'));
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  say(`${name}: ${path}`);
  await context.close();
}
await browser.close();
