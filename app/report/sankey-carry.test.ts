import { describe, expect, test } from 'vitest';
import type { TracedLine } from '#app/participation/trace.ts';
import { flowOf, linesOfFlow } from './sankey.ts';

const line = (stage: TracedLine['stage'], cents: number, more: Partial<TracedLine> = {}): TracedLine => ({
  ...{ lineId: `${stage} ${cents}`, stage, versionId: stage, fund: 'own', unit: 'beta', node: 'T1', cents },
  ...{
    measureId: null,
    year: 2022,
    count: 1,
    counts: true,
    class: 'traceable',
    reasons: [],
    plans: [],
    from: [],
  },
  ...more,
});
const names = { unitOf: (one: { unit: string }) => one.unit, themeOf: (node: string | null) => node ?? '' };
const moved = line('allocated', -30, { carries: true });
const year = [line('granted', 120), line('allocated', 100), moved, line('budgeted', 70)];
const linkTo = (target: string, lines: readonly TracedLine[]) =>
  flowOf(lines, names).links.find((link) => link.target === target)?.cents;

describe('money that moved to another year, in the picture of a year', () => {
  test('leaves apart from what was never allocated', () => {
    expect([linkTo('undivided:', year), linkTo('carried:', year), linkTo('unit:beta', year)]).toEqual([
      20, 30, 70,
    ]);
    expect(linesOfFlow(year, names, 'fund:own~carried:')).toEqual([moved]);
    expect(linesOfFlow(year, names, 'carried:')).toEqual([moved]);
  });

  test('in the year that receives it, and over all years together, nothing leaves', () => {
    const later = [line('granted', 120), line('allocated', 100), line('allocated', 30, { carries: true })];
    expect([linkTo('carried:', later), linkTo('undivided:', later)]).toEqual([undefined, 20]);
    expect(linkTo('unit:beta', later)).toBe(130);
    expect(linkTo('carried:', [...year, ...later])).toBeUndefined();
  });
});
