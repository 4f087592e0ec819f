import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BookedLine,
  changesOf,
  nextLines,
  placeKey,
  previewHash,
  type ReportLine,
} from './realisation.ts';
import { reportUnits } from './report-unit.ts';

const amount = fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: null });
const line: fc.Arbitrary<ReportLine> = fc.record({
  unit: fc.constant('recht'),
  fund: fc.constantFrom('a', 'b'),
  node: fc.constant('T1'),
  measureId: fc.constantFrom('m1', 'm2', 'm3', null),
  component: fc.constantFrom('', 'x'),
  costKind: fc.constant(''),
  cents: amount,
  fteMilli: amount,
  note: fc.constantFrom('', 'nota'),
});
const lines = fc.uniqueArray(line, { selector: placeKey });
const booked = (some: ReportLine[]): BookedLine[] => some.map((one) => ({ ...one, mark: null }));

describe('the next version', () => {
  test('keeps every place that was ever booked, each once', () => {
    fc.assert(
      fc.property(lines, lines, (before, given) => {
        const next = nextLines(booked(before), given).map(placeKey);
        expect(new Set(next)).toEqual(new Set([...before, ...given].map(placeKey)));
        expect(next).toHaveLength(new Set(next).size);
      }),
    );
  });

  test('adds up to what was given: what is left out counts for 0', () => {
    const total = (some: readonly ReportLine[]) => some.reduce((sum, one) => sum + (one.cents ?? 0), 0);
    fc.assert(
      fc.property(lines, lines, (before, given) => {
        expect(total(nextLines(booked(before), given))).toBe(total(given));
      }),
    );
  });

  test('booking the same again changes nothing, in whatever order it is given', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const next = nextLines([], given);
        expect(changesOf(booked(next), given.toReversed()).every(({ state }) => state === 'unchanged')).toBe(
          true,
        );
        const about = { unit: 'recht', year: 2022, seen: 0 };
        const again = nextLines(booked(next), given.toReversed());
        expect(previewHash({ ...about, lines: again })).toBe(previewHash({ ...about, lines: next }));
      }),
    );
  });

  test('the side of a line that is left out becomes 0, it does not vanish', () => {
    const base = { unit: 'u', fund: 'f', node: null, measureId: 'm', component: '', costKind: '', note: '' };
    const [only] = nextLines(booked([{ ...base, cents: 500, fteMilli: 400 }]), [
      { ...base, cents: null, fteMilli: 400 },
    ]);
    expect(only).toMatchObject({ cents: 0, fteMilli: 400 });
  });
});

test('a unit reports itself and what below it writes no report; plans above it are related', () => {
  const unit = (unitId: string, kind: string, parentId: string | null) => ({
    ...{ unitId, kind, parentId, code: unitId },
    ...{ nameNl: unitId, nameEn: unitId, open: true },
  });
  const tree = [
    unit('uni', 'institution', null),
    unit('recht', 'faculty', 'uni'),
    unit('rechten', 'programme', 'recht'),
    unit('dienst', 'service', 'uni'),
  ];
  const kinds = ['institution', 'faculty'];
  expect([...reportUnits(tree, 'recht', kinds).own]).toEqual(['recht', 'rechten']);
  expect([...reportUnits(tree, 'uni', kinds).own]).toEqual(['uni', 'dienst']);
  expect([...reportUnits(tree, 'recht', kinds).related]).toEqual(['recht', 'uni', 'rechten']);
});
