import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interimSpending, interimYear } from './interim.ts';

const twelfths = { parts: 4, of: 12 };
const item = fc.record({
  node: fc.constantFrom('T1', 'T2', null),
  cents: fc.option(fc.integer({ min: 0, max: 1e12 })),
  unknown: fc.integer({ min: 0, max: 2 }),
});

test('no item may take more than its share, and unknown items add nothing and are told', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const { rows, mostCents, incomplete } = interimSpending(twelfths, items);
      for (const row of rows) {
        if (row.cents === null) expect(row.mostCents).toBeNull();
        else {
          expect(row.mostCents! * 12).toBeLessThanOrEqual(row.cents * 4);
          expect((row.mostCents! + 1) * 12).toBeGreaterThan(row.cents * 4);
        }
      }
      expect(mostCents).toBe(rows.reduce((sum, row) => sum + (row.mostCents ?? 0), 0));
      expect(incomplete).toBe(items.some((one) => one.cents === null || one.unknown > 0));
    }),
  );
});

test('spending would begin on the first new year after the asking, within the years of the document', () => {
  expect(interimYear({ firstYear: 2027, lastYear: 2027 }, '2026-11-02')).toBe(2027);
  expect(interimYear({ firstYear: 2022, lastYear: 2027 }, '2026-11-02')).toBe(2027);
  expect(interimYear({ firstYear: 2029, lastYear: 2030 }, '2026-11-02')).toBe(2029);
  expect(interimYear({ firstYear: 2025, lastYear: 2026 }, '2026-11-02')).toBeNull();
});
