import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeOn } from './accessible.ts';
import { fileBrowser } from './browser.ts';
import { people } from './steps.ts';

/** Opens an address, and follows the first link of each further step. */
async function reach(page: Page, path: string): Promise<void> {
  const [start, ...links] = path.split(' > ').flatMap((part, i) => (i > 0 ? [part] : part));
  expect((await page.goto(start!))?.status(), path).toBe(200);
  for (const link of links) {
    const href = await page.locator(link).first().getAttribute('href');
    expect((await page.goto(href!))?.status(), `${path}: ${href}`).toBe(200);
  }
}

/** Rules whose outcome can differ on a phone, where parts hide, fold and scroll. */
const phoneRules = [
  'target-size',
  'scrollable-region-focusable',
  'link-name',
  'button-name',
  'aria-hidden-focus',
];

/** What axe finds: all at 1440 px; on a phone what depends on the layout; in the dark the contrast. */
async function barriers(page: Page, what: 'all' | 'layout' | 'contrast'): Promise<string[]> {
  const axe = axeOn(page);
  if (what === 'contrast') axe.withRules(['color-contrast']);
  else if (what === 'layout') axe.withRules(phoneRules);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html} (${nodes[0]?.failureSummary})`,
  );
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The scheme that a page is about: its main heading, or the step above what has a heading of its own. */
async function schemeOf(page: Page): Promise<string> {
  const above = page.locator('.crumbs li').nth(1);
  return (await ((await above.count()) > 0 ? above : page.locator('h1')).textContent())!;
}

/** Who opens which page; a page that needs an id is reached from another by a link, as `from > selector`. */
type Visits = [account: string, ...paths: string[]][];

/** Every page of these, for everyone: no barrier that axe finds, no sideways scroll on a phone, no fault. */
export function visitEach(visits: Visits): void {
  const browser = fileBrowser();

  describe.each(visits)('as %s', (account, ...paths) => {
    const { as, problems } = people(browser, 'voorbeeld');

    test.each(paths)('%s', async (path) => {
      const page = await as(account);
      await page.setViewportSize({ width: 1440, height: 900 });
      await reach(page, path);
      expect(await page.title()).toMatch(/\S.* · Akkoord$/);
      if (path.startsWith('/schemes/'))
        expect.soft(await page.title()).toContain(`${await schemeOf(page)} · Akkoord`);
      expect.soft(await page.locator('h1').count(), 'one main heading').toBe(1);
      expect.soft(await barriers(page, 'all'), 'at 1440 px').toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => sideways(page), { message: 'px too wide at 390 px', timeout: 2_000 }).toBe(0);
      expect.soft(await barriers(page, 'layout'), 'at 390 px').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await barriers(page, 'contrast'), 'in the dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    });

    test('no script error, refused resource or server fault', () => expect(problems()).toEqual([]));
  });
}
