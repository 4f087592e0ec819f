import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TableLayoutInput, tableLayout } from './table-layout.ts';
import { expandRows, type TablePlace } from './table-row.ts';
import { tableValues } from './table-value.ts';

const words = (text: string) => ({ nl: text, en: text });

const right: TableLayoutInput = {
  unit: 'eur',
  columns: [
    { kind: 'figure', key: 'B', label: words('B'), stage: 'budgeted', year: 2022 },
    { kind: 'share', key: 'P', label: words('%'), stage: 'budgeted', year: 2022, of: 'total' },
  ],
  rows: [
    { key: 'a', kind: 'line', value: { figures: { node: 'a' } } },
    { key: 'b', kind: 'line', value: { figures: { node: 'b' } } },
    { key: 'total', kind: 'total', label: words('Total'), value: { sum: ['a', 'b'] } },
  ],
};

const refused = (layout: unknown) =>
  tableLayout.safeParse(layout).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);

describe('a layout', () => {
  test('that holds together is taken', () => {
    expect(refused(right)).toBeUndefined();
  });

  test('is refused with every reference that does not hold', () => {
    const wrong = {
      ...right,
      rows: [...right.rows, { key: 'x', kind: 'plain', value: { sum: ['nowhere'] }, notes: ['*'] }],
      published: { a: [1], z: [1, 2] },
      cellNotes: [{ row: 'a', column: 'Q', mark: '†' }],
    };
    expect(refused(wrong)).toEqual([
      'rows.3.value: unknown: nowhere',
      'rows.3.notes: unknown: *',
      'cellNotes.0.column: unknown: Q',
      'cellNotes.0.mark: unknown: †',
      'published.a: 2 values wanted',
      'published.z: unknown: z',
    ]);
  });

  test('prints memo rows of their own, and is refused when a sum mixes them with what counts', () => {
    const memo = { key: 'm', kind: 'plain', value: { figures: { memo: true } } };
    expect(refused({ ...right, rows: [...right.rows, memo] })).toBeUndefined();
    const mixed = { key: 'x', kind: 'subtotal', value: { sum: ['a', 'm'] } };
    expect(refused({ ...right, rows: [...right.rows, memo, mixed] })).toEqual([
      'rows.4.value: a memo is in no sum with what counts',
    ]);
    expect(refused({ ...right, rows: [...right.rows, { ...memo, kind: 'line' }] })).toEqual([
      'rows.3.kind: a memo row is plain',
    ]);
  });

  test('is refused when a row is computed from itself, or two share a key', () => {
    const circle = {
      ...right,
      rows: [
        { key: 'a', kind: 'total', value: { sum: ['total'] } },
        { key: 'total', kind: 'total', value: { sum: ['a'] } },
      ],
    };
    expect(refused(circle)).toEqual(['rows: computed from itself: a']);
    expect(refused({ ...right, rows: [...right.rows, right.rows[0]] })).toEqual([
      'rows: two rows with the same key',
    ]);
  });
});

type Amount = { cents: number | null; unknown: number } | null;

function place(a: Amount, b: Amount): TablePlace {
  const figure = (node: string, amount: Amount) =>
    amount === null
      ? []
      : [
          {
            stage: 'budgeted' as const,
            year: 2022,
            fund: 'f',
            node,
            fteMilli: null,
            masked: 0,
            provisional: 0,
            asOf: '2022-01-01',
            ...amount,
          },
        ];
  return {
    nodes: ['a', 'b'].map((code) => ({ code, name: code, parent: null })),
    units: [],
    measures: [],
    ownFunds: ['f'],
    figures: [...figure('a', a), ...figure('b', b)],
    asOf: '2022-01-01',
  };
}

function computed(a: Amount, b: Amount) {
  const layout = tableLayout.parse(right);
  const where = place(a, b);
  return tableValues(layout, where, expandRows(layout, where));
}

describe('a computed table', () => {
  test('keeps pm, unknown and absent apart', () => {
    const total = (a: Amount, b: Amount) => computed(a, b).get('total')![0];
    expect(total({ cents: 5, unknown: 0 }, { cents: null, unknown: 1 })).toEqual({ state: 'pm', known: 5 });
    expect(total({ cents: 5, unknown: 0 }, { cents: null, unknown: 0 })).toEqual({ state: 'unknown' });
    expect(total({ cents: 5, unknown: 0 }, null)).toEqual({ state: 'known', amount: 5 });
    expect(total(null, null)).toEqual({ state: 'absent' });
    expect(total({ cents: 0, unknown: 0 }, null)).toEqual({ state: 'known', amount: 0 });
  });

  test('has shares that print as the exact quotient does', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [, share] = computed({ cents: a, unknown: 0 }, { cents: b, unknown: 0 }).get('a')!;
        const printed = share?.state === 'known' ? Math.round(share.amount / 100) : null;
        expect(printed).toBe(a + b === 0 ? null : Math.round((a * 100) / (a + b)));
      }),
    );
  });
});
