import { describe, expect, test } from 'vitest';
import { type TraceFacts, type TraceLine, type TraceVersion, traceLines } from './trace.ts';

const decided = [{ body: 'cvb', kind: 'adoption', outcome: 'given', on: '2021-12-01' }];
const version = (versionId: string, stage: TraceVersion['stage'], more: Partial<TraceVersion> = {}) => ({
  ...{ versionId, documentId: versionId, document: versionId, title: versionId, kind: '', stage },
  ...{ unit: 'beta', number: 1, hash: 'a', sourced: false, source: '', from: '2021-01-01', until: null },
  ...{ missing: 0, decisions: decided, measures: [] },
  ...more,
});
const line = (stage: TraceLine['stage'], versionId: string, more: Partial<TraceLine>): TraceLine => ({
  ...{ lineId: `${stage} ${versionId} ${more.year}`, stage, versionId, fund: 'own', unit: 'beta' },
  ...{ node: 'T1', measureId: null, year: 2022, cents: 100, count: 1, counts: true },
  ...more,
});
const facts = (lines: TraceLine[]): TraceFacts => ({
  lines,
  versions: [
    version('grant', 'granted'),
    version('division', 'allocated'),
    version('moved', 'allocated'),
    version('plan', 'budgeted', {
      measures: [{ measureId: 'm', code: 'm', name: 'm', firstYear: 2021, lastYear: 2024 }],
    }),
    version('report', 'realised'),
  ],
  ownFunds: new Set(['own']),
  parents: new Map([['beta', null]]),
  drafted: new Set(),
});

const granted = line('granted', 'grant', { year: 2022 });
const allocated = line('allocated', 'division', { year: 2022 });
const moved = (cents: number, year: number, carries = true) =>
  line('allocated', 'moved', { year, cents, carries });
const spent = (year: number) => line('realised', 'report', { year, measureId: 'm' });
const classes = (lines: TraceLine[]) =>
  Object.fromEntries(traceLines(facts(lines)).map((one) => [one.lineId, one.class]));

describe('money that moved between years keeps its chain', () => {
  test('what was left over is spent a year later', () => {
    const all = classes([granted, allocated, moved(-40, 2022), moved(40, 2023), spent(2023)]);
    expect(new Set(Object.values(all))).toEqual(new Set(['traceable']));
  });

  test('a pre-investment leads to the grant of the later year that pays for it', () => {
    const lines = [granted, allocated, moved(40, 2021), moved(-40, 2022), spent(2021)];
    expect(new Set(Object.values(classes(lines)))).toEqual(new Set(['traceable']));
  });

  test('without the carry-over, what was spent before the grant has no chain', () => {
    expect(classes([granted, allocated, spent(2021)])['realised report 2021']).toBe('untraceable');
    const ordinary = [granted, allocated, moved(40, 2021, false), spent(2021)];
    expect(classes(ordinary)['realised report 2021']).toBe('untraceable');
  });
});
