import { describe, expect, test } from 'vitest';
import { type TraceFacts, type TraceLine, type TraceVersion, traceLines } from './trace.ts';
import { unitAbove, unitsBefore, unitsUp } from './trace-unit.ts';

/*
 * `zwerf` went from Law to Science on 1 July 2024; on 1 September 2023 `oost` and `west` became `samen`, which became
 * `nieuw` in 2025. The trees are those of 2026.
 */
const units: Pick<TraceFacts, 'parents' | 'places' | 'before'> = {
  parents: new Map([
    ['uni', null],
    ['law', 'uni'],
    ['science', 'uni'],
    ['zwerf', 'science'],
    ['oost', 'law'],
    ['west', 'law'],
    ['samen', 'law'],
    ['nieuw', 'law'],
  ]),
  places: new Map([
    [
      'zwerf',
      [
        { parent: 'law', from: '2022-01-01', until: '2024-07-01' },
        { parent: 'science', from: '2024-07-01', until: null },
      ],
    ],
  ]),
  before: new Map([
    [
      'samen',
      [
        { unit: 'oost', on: '2023-09-01' },
        { unit: 'west', on: '2023-09-01' },
      ],
    ],
    ['nieuw', [{ unit: 'samen', on: '2025-01-01' }]],
  ]),
};

test('each year knows its own unit above, and what a unit was before it', () => {
  expect([2021, 2023, 2024, 2026].map((year) => unitAbove(units, 'zwerf', year))).toEqual([
    ...['law', 'law', 'science', 'science'],
  ]);
  expect(unitsUp(units, 'zwerf', 2023)).toEqual(['zwerf', 'law', 'uni']);
  expect(unitsBefore(units, 'nieuw', 2026)).toEqual(['samen', 'oost', 'west']);
  expect(unitsBefore(units, 'samen', 2022)).toEqual([]);
  // a circle in imported data ends
  const circle = { parents: new Map([['a', 'b' as string | null]]).set('b', 'a') };
  expect(unitsUp(circle, 'a', 2024)).toEqual(['a', 'b']);
});

const version = (versionId: string, stage: TraceVersion['stage'], unit: string): TraceVersion => ({
  ...{ versionId, documentId: versionId, document: versionId, title: versionId, kind: '', stage, unit },
  ...{ number: 1, hash: 'a', sourced: false, source: '', from: '2022-01-01', until: null, missing: 0 },
  decisions: [{ body: 'cvb', kind: 'adoption', outcome: 'given', on: '2021-12-01' }],
  measures:
    stage === 'budgeted' ? [{ measureId: 'm', code: 'm', name: 'm', firstYear: 2022, lastYear: 2027 }] : [],
});
const line = (stage: TraceLine['stage'], unit: string, year: number, more: Partial<TraceLine> = {}) => ({
  ...{ lineId: `${stage} ${unit} ${year}`, stage, fund: 'own', unit, node: 'T1', year, cents: 100 },
  ...{ versionId: stage === 'budgeted' ? `plan ${unit}` : stage, measureId: null, count: 1, counts: true },
  ...more,
});

/** The lines that pay for spending on the measure, and what of it has no chain. */
function paid(spent: TraceLine, allocated: TraceLine[], planUnit: string) {
  const facts: TraceFacts = {
    ...units,
    lines: [line('granted', 'uni', 2022), ...allocated, spent],
    versions: [
      version('granted', 'granted', 'uni'),
      version('allocated', 'allocated', 'uni'),
      version(`plan ${planUnit}`, 'budgeted', planUnit),
      version('realised', 'realised', spent.unit),
    ],
    ownFunds: new Set(['own']),
    drafted: new Set(),
  };
  const budget = { ...spent, stage: 'budgeted' as const, lineId: 'budget', versionId: `plan ${planUnit}` };
  const traced = traceLines({ ...facts, lines: [...facts.lines, budget] });
  return {
    from: traced.find((one) => one.lineId === 'budget')!.from,
    reasons: traced.find((one) => one.lineId === spent.lineId)!.reasons,
  };
}

describe('after a reorganisation', () => {
  const of = (unit: string, year: number) => line('realised', unit, year, { measureId: 'm' });

  test('a unit that moved is paid for by the faculty of each year', () => {
    const allocated = [2022, 2024].flatMap((year) => [
      line('allocated', 'law', year),
      line('allocated', 'science', year),
    ]);
    expect(paid(of('zwerf', 2022), allocated, 'law')).toEqual({ from: ['allocated law 2022'], reasons: [] });
    expect(paid(of('zwerf', 2024), allocated, 'science')).toEqual({
      ...{ from: ['allocated science 2024'], reasons: [] },
    });
    // Science got its first money after the move: what was spent under Law has its chain all the same
    const late = [line('allocated', 'law', 2022), line('allocated', 'science', 2024)];
    expect(paid(of('zwerf', 2022), late, 'law').reasons).toEqual([]);
  });

  test('what a unit got before it merged pays for what came of it', () => {
    const given = [line('allocated', 'oost', 2023), line('allocated', 'west', 2022)];
    expect(paid(of('samen', 2023), given, 'samen')).toEqual({ from: ['allocated oost 2023'], reasons: [] });
    // carried on, and through two reorganisations
    expect(paid(of('nieuw', 2026), given, 'samen')).toEqual({
      ...{ from: ['allocated oost 2023', 'allocated west 2022'], reasons: [] },
    });
    // not before the merger, and not another's
    expect(paid(of('samen', 2022), given, 'samen').reasons).toEqual(['no-allocation']);
    expect(paid(of('zwerf', 2024), given, 'zwerf').reasons).toEqual(['no-allocation']);
  });

  test('a plan that promises a theme explains spending of what its unit became', () => {
    const spent = line('realised', 'samen', 2024);
    const given = [line('allocated', 'oost', 2022)];
    const plan = {
      ...spent,
      stage: 'budgeted' as const,
      lineId: 'promise',
      versionId: 'plan oost',
      unit: 'oost',
    };
    const facts: TraceFacts = {
      ...units,
      lines: [line('granted', 'uni', 2022), ...given, plan, spent],
      versions: [version('plan oost', 'budgeted', 'oost'), version('allocated', 'allocated', 'uni')],
      ...{ ownFunds: new Set(['own']), drafted: new Set() },
    };
    expect(traceLines(facts).find((one) => one.lineId === spent.lineId)!.reasons).toEqual([]);
  });
});
