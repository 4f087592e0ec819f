import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fileBrowser } from './browser.ts';
import { people } from './steps.ts';

/** Every page, for everyone: no barrier that axe finds, no sideways scroll on a phone, no fault. */

const scheme = '/schemes/ka-2022-2027';

/** Who opens which page; a page that needs an id is reached from another by a link, as `from > selector`. */
const pages: [account: string, ...paths: string[]][] = [
  [
    'lezer',
    '/',
    '/schemes',
    scheme,
    `${scheme}/money`,
    `${scheme}/money?cell=B2026:T1`,
    `${scheme}/money?slice=unit&print=fte`,
    `${scheme}/money/lines?cell=B2026:T1`,
    `${scheme}/funding`,
    `${scheme}/allocation`,
    `${scheme}/allocation/allocatie`,
    `${scheme}/allocation/compare?a=allocatie~1&b=allocatie~1`,
    `${scheme}/plans`,
    `${scheme}/plans/plan-recht`,
    `${scheme}/plans/plan-mens?version=2`,
    `${scheme}/decisions`,
    `${scheme}/decisions > main a[href*="/decisions/"]`,
    `${scheme}/realisation`,
    `${scheme}/realisation/recht/2025`,
    `${scheme}/progress?theme=T1`,
    `${scheme}/progress/recht/2025`,
    `${scheme}/progress/measures/plan-recht/mentoraat`,
    `${scheme}/evidence`,
    `${scheme}/tables`,
    `${scheme}/tables > main a[href*="/tables/"]`,
    `${scheme}/trace`,
    `${scheme}/checks`,
    `${scheme}/allocation/carry-over`,
    `${scheme}/allocation/carry-over > main a[href*="/carry-over/"]`,
    `${scheme}/allocation/scenarios/gelijk-tarief`,
    `${scheme}/plans/plan-mens/compare`,
    `${scheme}/burden`,
    `${scheme}/plans/voortgangsverslag-2025`,
    `${scheme}/plans/voortgangsverslag-2025/report`,
    `${scheme}/cycle`,
    `${scheme}/cycle > main a[href*="/cycle/"]:not([href*="support"])`,
    `${scheme}/cycle/support`,
    `${scheme}/consultations`,
    `${scheme}/consultations > main .consultations a`,
    `${scheme}/indicators`,
    `${scheme}/indicators/werkvormen`,
    `${scheme}/realisation/recht/2026/forecast`,
    '/account',
  ],
  [
    'controller-recht',
    `${scheme}/realisation/recht/2026`,
    `${scheme}/realisation/recht/2026/intake`,
    `${scheme}/realisation/recht/2026/intake/rules`,
    `${scheme}/realisation/recht/2026/intake/preview`,
    `${scheme}/realisation/recht/2026/forecast`,
  ],
  [
    'beleid',
    '/',
    `${scheme}/progress`,
    `${scheme}/progress/recht/2026`,
    `${scheme}/progress/measures/plan-recht/docenttijd`,
    `${scheme}/funding/letter`,
    `${scheme}/funding/letter?document=rijksbijdrage`,
    `${scheme}/allocation/new`,
    `${scheme}/plans/plan-zorg/submit`,
    `${scheme}/plans/plan-zorg/new-measure`,
    `${scheme}/plans/plan-beta/return`,
    `${scheme}/plans/plan-beta/ask`,
    `${scheme}/plans/plan-zorg/coverage`,
    `${scheme}/plans/plan-zorg/requirements`,
    `${scheme}/indicators/new`,
    `${scheme}/indicators/studenten-per-docent/edit`,
    `${scheme}/consultations/new`,
    `${scheme}/cycle/steps`,
    `${scheme}/checks/ties`,
    `${scheme}/consultations > main .consultations a > a[href$="/edit"]`,
  ],
  [
    'schrijver-zorg',
    `${scheme}/plans/plan-zorg`,
    `${scheme}/plans/plan-zorg/sections/prioritering`,
    `${scheme}/plans/plan-zorg > a[href*="/measures/"]`,
    `${scheme}/plans/plan-zorg/budget`,
    `${scheme}/plans/plan-zorg/budget/sheet`,
    `${scheme}/plans/plan-zorg/coverage`,
  ],
  [
    'schrijver-beta',
    `${scheme}/plans/plan-beta/withdraw`,
    `${scheme}/indicators/fill/beta/2025`,
    `${scheme}/indicators/sheet/2025`,
  ],
  ['cvb', `${scheme}/plans/plan-beta/adopt`],
  ['griffier-beta', '/', '/ > main a[href*="/decisions/"] > a[href$="/outcome"]'],
  [
    'beheer',
    '/admin/units',
    '/admin/units > main a[href*="/admin/units/"]',
    '/admin/bodies',
    '/admin/bodies > main a[href*="/admin/bodies/"]',
    '/admin/head-counts',
    '/admin/head-counts/sheet',
    '/admin/frameworks',
    '/admin/frameworks > main a[href*="/admin/frameworks/"]',
    '/admin/schemes',
    '/admin/schemes > main a[href*="/admin/schemes/"]',
    '/admin/accounts',
    '/admin/tokens',
    '/admin/audit',
  ],
];

const browser = fileBrowser();

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
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
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

describe.each(pages)('as %s', (account, ...paths) => {
  const { as, problems } = people(browser, 'voorbeeld');

  test.each(paths)('%s', async (path) => {
    const page = await as(account);
    await page.setViewportSize({ width: 1440, height: 900 });
    await reach(page, path);
    expect(await page.title()).toMatch(/\S.* · Akkoord$/);
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
