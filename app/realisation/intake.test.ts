import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastOf, proposedMethod } from './forecast.ts';
import { type GridView, unitOf } from './intake-grid.ts';
import { matchesPattern, printPattern, readPattern, specificity } from './intake-pattern.ts';
import { isOver, monthsOf, provenOrder, readDay, readPeriod, withinMonths } from './intake-period.ts';
import { type FileRank, linesThatCount } from './intake-position.ts';
import { type Cell, type RulePatterns, ruleMatcher, ruleWeight } from './intake-rule.ts';

const code = fc.stringMatching(/^[0-9]{3,6}$/);
const pattern = fc.oneof(
  fc.constant(''),
  code,
  code.map((one) => `${one}*`),
  fc.tuple(code, fc.nat(9)).map(([one, last]) => `${one.slice(0, -1)}0-${one.slice(0, -1)}${last}`),
);
const month = fc.integer({ min: 1, max: 12 }).map((n) => `2025-${String(n).padStart(2, '0')}`);
const rule: fc.Arbitrary<RulePatterns> = fc.record({
  costCentre: pattern,
  account: pattern,
  contains: fc.constantFrom('', '', 'reis', 'Docent'),
  fromMonth: fc.option(month),
  throughMonth: fc.option(month),
});
const cell: fc.Arbitrary<Cell> = fc.record({
  period: fc.oneof(month, fc.constantFrom('2025-Q1', '2025-Q4')),
  costCentre: code,
  account: code,
  description: fc.constantFrom('', 'Reiskosten', 'salaris docent mei', 'inhuur'),
});

describe('patterns', () => {
  test('are kept in one notation that reads back to the same', () => {
    fc.assert(
      fc.property(pattern, code, (text, value) => {
        const read = readPattern(text)!;
        expect(readPattern(printPattern(read))).toEqual(read);
        expect(matchesPattern(readPattern(printPattern(read))!, value)).toBe(matchesPattern(read, value));
      }),
    );
  });

  test.each([
    ['4711', '4711', true],
    ['4711', '47110', false],
    ['4711*', '47110', true],
    ['40000–40999', '40500', true],
    ['40000 - 40999', '41000', false],
    ['40000-40999', '405', false],
    ['', 'anything', true],
  ])('%s against %s', (text, value, expected) => {
    expect(matchesPattern(readPattern(text)!, value)).toBe(expected);
  });

  test.each(['*4711', '4711-47', '5-3', 'a b; drop', '=1+1'])('%s is no pattern', (text) => {
    expect(readPattern(text)).toBeNull();
  });

  test('say more when they fix more', () => {
    const weights = ['', '4*', '40000-40999', '400*', '40000'].map((text) => specificity(readPattern(text)!));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(new Set(weights).size).toBe(weights.length);
  });
});

describe('rules', () => {
  const rules = fc.array(rule, { maxLength: 8 });

  test('the winner matches, and no other rule that matches says more', () => {
    fc.assert(
      fc.property(rules, cell, (list, one) => {
        const won = ruleMatcher(list)(one);
        const matching = list.filter((candidate) => ruleMatcher([candidate])(one) !== null);
        expect(won === null).toBe(matching.length === 0);
        if (!won) return;
        expect(matching).toContain(won);
        expect(Math.max(...matching.map(ruleWeight))).toBe(ruleWeight(won));
        // of equals the first in order
        expect(matching.find((candidate) => ruleWeight(candidate) === ruleWeight(won))).toBe(won);
      }),
    );
  });

  test('order only matters between equals', () => {
    fc.assert(
      fc.property(rules, cell, (list, one) => {
        const distinct = [...new Map(list.map((each) => [ruleWeight(each), each])).values()];
        expect(ruleMatcher(distinct.toReversed())(one)).toEqual(ruleMatcher(distinct)(one));
      }),
    );
  });

  test('a rule that cannot match changes nothing', () => {
    fc.assert(
      fc.property(rules, cell, rule, (list, one, added) => {
        if (ruleMatcher([added])(one) !== null) return;
        expect(ruleMatcher([...list, added])(one)).toEqual(ruleMatcher(list)(one));
      }),
    );
  });
});

describe('periods and days', () => {
  test.each([
    ['2025-03', '2025-03'],
    ['202503', '2025-03'],
    ['2025003', '2025-03'],
    ['03-2025', '2025-03'],
    ['3/2025', '2025-03'],
    ['3', '2025-03'],
    ['P03', '2025-03'],
    ['mrt 2025', '2025-03'],
    ['Maart', '2025-03'],
    ['May-2025', '2025-05'],
    ['Q1', '2025-Q1'],
    ['2024-Q4', '2024-Q4'],
    ['2024Q4', '2024-Q4'],
    ['kwartaal 2', '2025-Q2'],
    ['2e kwartaal 2025', '2025-Q2'],
    ['13', '2025-13'],
  ])('%s', (text, expected) => {
    expect(readPeriod(text, 2025)).toBe(expected);
  });

  test.each(['', '0', '17', '2025-00', 'voorjaar', 'Q5', '2025-03-31'])('%s is no period', (text) => {
    expect(readPeriod(text, 2025)).toBeNull();
  });

  test('a period lies within months as a whole', () => {
    expect(withinMonths('2025-Q1', '2025-01', '2025-03')).toBe(true);
    expect(withinMonths('2025-Q1', '2025-02', null)).toBe(false);
    expect(withinMonths('2025-13', '2025-12', '2025-12')).toBe(true);
    expect(monthsOf('2025-Q4')).toEqual({ first: 10, last: 12 });
    const over = ['2025-09', '2025-Q3', '2025-10', '2025-Q4', '2024-Q4', '2026-01'];
    expect(over.filter((one) => isOver(one, '2025-10'))).toEqual(['2025-09', '2025-Q3', '2024-Q4']);
  });

  test('days in both orders; what is no day is not rolled on', () => {
    expect(readDay('31-03-2025', 'dmy')).toBe('2025-03-31');
    expect(readDay('3/31/2025', 'mdy')).toBe('2025-03-31');
    expect(readDay('20250331', 'dmy')).toBe('2025-03-31');
    expect(readDay('2025-03-31T00:00:00', 'dmy')).toBe('2025-03-31');
    expect(readDay('30-02-2025', 'dmy')).toBeNull();
    expect(readDay('31-03-25', 'dmy')).toBeNull();
    expect(provenOrder(['01-02-2025', '3/31/2025'])).toBe('mdy');
    expect(provenOrder(['01-02-2025'])).toBe('dmy');
  });
});

const lines = fc.array(
  fc.record({
    period: fc.constantFrom('2025-01', '2025-02'),
    costCentre: fc.constantFrom('4711', '4712'),
    account: fc.constantFrom('40000', '40100'),
    reference: fc.constantFrom('', 'a', 'b'),
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  }),
  { maxLength: 6 },
);
type File = FileRank & { lines: Parameters<typeof linesThatCount>[0][number]['lines'] };
const files: fc.Arbitrary<File[]> = fc
  .array(
    fc.record({
      lines,
      asOf: fc.constantFrom('2025-02-01', '2025-03-01', '2025-04-01'),
      complete: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((file, i) => ({ ...file, fileId: `f${i}`, sha256: `${(i * 7) % 5}`.repeat(64) })));

describe('overlapping files', () => {
  test('the order of uploading makes no difference', () => {
    const all = files.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(all, ([list, shuffled]) => {
        expect(linesThatCount(shuffled)).toEqual(linesThatCount(list));
      }),
    );
  });

  test('every line counts or is replaced; nothing of one key counts from two files', () => {
    fc.assert(
      fc.property(files, (list) => {
        const { counting, replaced } = linesThatCount(list);
        const total = (of: readonly { cents: number }[]) => of.reduce((sum, line) => sum + line.cents, 0);
        expect(total(counting) + total(replaced)).toBe(total(list.flatMap((file) => [...file.lines])));
        const from = new Map<string, string>();
        for (const { period, costCentre, account, reference, fileId } of counting) {
          const key = JSON.stringify([period, costCentre, account, reference]);
          expect(from.get(key) ?? fileId).toBe(fileId);
          from.set(key, fileId);
        }
      }),
    );
  });

  test('the same content twice counts once', () => {
    fc.assert(
      fc.property(lines, (one) => {
        const file = { lines: one, complete: true, asOf: '2025-02-01' };
        const twice = [
          { ...file, fileId: 'a', sha256: 'a' },
          { ...file, fileId: 'b', sha256: 'b', asOf: '2025-03-01' },
        ];
        expect(linesThatCount(twice).counting.map(({ fileId: _, ...line }) => line)).toEqual(one);
      }),
    );
  });
});

describe('forecast', () => {
  const basis = fc.record({
    realised: fc.option(fc.integer({ min: -1e9, max: 1e11 })),
    budget: fc.option(fc.integer({ min: 0, max: 1e11 })),
    months: fc.integer({ min: 0, max: 12 }),
  });

  test('a whole year is what was realised; the rest of the budget never undoes spending', () => {
    fc.assert(
      fc.property(basis, (one) => {
        if (one.months === 12) expect(forecastOf('pace', one)).toBe(one.realised);
        const rest = forecastOf('budget', one);
        if (rest !== null && one.realised !== null) expect(rest).toBeGreaterThanOrEqual(one.realised);
        if (one.budget !== null || one.realised !== null) {
          // what is proposed is there, but for spending of which no month is known or none was booked all year
          if (one.months > 0 && (one.months < 12 || one.realised !== null))
            expect(forecastOf(proposedMethod(one), one)).not.toBeNull();
        }
      }),
    );
  });

  test('the pace so far, rounded half away from zero', () => {
    expect(forecastOf('pace', { realised: 250_00, budget: null, months: 3 })).toBe(1000_00);
    expect(forecastOf('pace', { realised: 100, budget: null, months: 7 })).toBe(171);
    expect(forecastOf('pace', { realised: 100, budget: null, months: 0 })).toBeNull();
  });
});

test('a change of cents shows cents, also outside closed periods: was and becomes never look alike', () => {
  const rows = (was: number | null, becomes: number) =>
    ({
      rows: [{ cells: { '2025-02': { key: 'a', period: '2025-02', was, becomes } } }],
    }) as unknown as GridView;
  expect(unitOf(rows(13_803_205, 13_803_245))).toBe('eur2');
  expect(unitOf(rows(13_803_205, 13_903_205))).toBe('eur');
});
