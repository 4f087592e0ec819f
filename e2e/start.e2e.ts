import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { fileBrowser, newVisitor } from './browser.ts';
import { address } from './file-server.ts';

const browser = fileBrowser();

describe('after npm start', () => {
  test('/healthz answers', async () => {
    expect((await fetch(`${address()}/healthz`)).status).toBe(200);
  });

  test.each([
    ['nl', 1440],
    ['en', 390],
  ] as const)(
    'a newcomer meets the sign-in page (%s, %d px), without a fault or a barrier',
    async (locale, width) => {
      const { page, context, problems } = await newVisitor(browser(), { locale, width });
      await page.goto('/');
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await page.locator('h1').count()).toBe(1);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, 'scrolls sideways').toBe(false);
      const axe = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
      ).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    },
  );
});
