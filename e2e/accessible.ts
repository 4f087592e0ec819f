import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Axe on the page as it stands. It tells violations alone: what holds it need not describe, which is most of its work. */
export const axeOn = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** No barrier that axe finds on the page as it stands: against WCAG 2.2 AA, or by every rule that it has. */
export async function accessible(page: Page, rules: 'wcag' | 'all' = 'wcag'): Promise<void> {
  const axe = axeOn(page);
  if (rules === 'wcag') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
