import { formatAmount, formatExact } from '#app/kernel/amount-format.ts';
import { sum } from '#app/kernel/money.ts';
import { type AmountSign, Money } from '#app/ui/money.tsx';
import type { TableRow } from '#app/ui/table.tsx';
import type { TypedRow } from './realisation.input.ts';
import type { Quantity } from './realisation.ts';
import type { ReportRow } from './report-row.ts';
import type { ReportView } from './report-view.ts';
import { budgetEuros, rowEuros } from './row-sum.ts';
import { readTyped } from './typed-row.ts';

/** A row of which nothing has been typed. */
export const blank: TypedRow = {
  ...{ place: null, what: '', component: '', costKind: '', fund: '' },
  ...{ eur: '', fte: '', note: '', memo: false, readEur: null, readFte: null },
};

/** The rows of the form as they stand, and one more to fill in. */
export function startRows(report: ReportView, locale: 'nl' | 'en'): TypedRow[] {
  // where all of it is provisional the booking says so, not each amount
  const some = report.rows.some(({ booked }) => booked && booked.mark !== 'provisional');
  const print = (booked: ReportRow['booked'], of: (value: Quantity) => string) => {
    if (!booked) return '';
    const printed = of(booked.memo ?? booked);
    return printed !== '' && some && booked.mark === 'provisional' ? `${printed}*` : printed;
  };
  const rows = report.rows.map(({ place, booked }) => ({
    ...blank,
    place,
    memo: booked?.memo != null,
    // with its decimals, so that our own print is never asked about: 1.234,00 reads in one way
    eur: print(booked, ({ cents }) =>
      cents !== null ? formatAmount(cents, 'eur2', locale) : booked?.mark === 'pm' ? 'pm' : '',
    ),
    fte: print(booked, ({ fteMilli }) => (fteMilli === null ? '' : formatExact(fteMilli, 3, locale))),
    note: booked?.note ?? '',
  }));
  return [...rows, blank];
}

/** What a row as typed comes to in cents; null: nothing, `unread`: it could not be read. */
export function typedEuros(row: TypedRow, report: ReportView, locale: 'nl' | 'en'): number | null | 'unread' {
  const cents = readTyped(row.eur, { decimals: 2, notation: row.readEur, locale });
  const fte = readTyped(row.fte, { decimals: 3, notation: row.readFte, locale });
  if (row.memo) return null;
  if (cents.kind === 'value' || cents.kind === 'provisional') return cents.value;
  if (cents.kind !== 'empty' && cents.kind !== 'pm') return 'unread';
  if (fte.kind === 'empty' || fte.kind === 'pm') return null;
  return fte.kind === 'value' || fte.kind === 'provisional'
    ? rowEuros([{ cents: null, fteMilli: fte.value }], report)
    : 'unread';
}

/** What a sum of rows as they are typed holds besides numbers. */
export function signsOf(rows: readonly TypedRow[]): AmountSign[] {
  const typed = rows.filter((row) => !row.memo).map((row) => row.eur.trim());
  return [
    ...(typed.some((text) => text.endsWith('*')) ? (['provisional'] as const) : []),
    ...(typed.some((text) => /^p\.?m/i.test(text)) ? (['pm'] as const) : []),
  ];
}

/** The sum of the rows as they are typed, beside the budget. */
export function totalRow(
  report: ReportView,
  each: readonly ReturnType<typeof typedEuros>[],
  { head, signs }: { head: string; signs: readonly AmountSign[] },
): TableRow {
  const budget = budgetEuros(report.rows, report);
  const known = each.filter((value) => typeof value === 'number');
  // a sum that leaves out what could not be read would mislead
  const spent = each.includes('unread') || known.length === 0 ? null : sum(known);
  return {
    key: 'total',
    kind: 'total',
    head,
    cells: {
      budget: <Money value={budget} unit="eur" />,
      eur: <Money value={spent} unit="eur" signs={signs} />,
      difference: (
        <Money
          value={budget === null || spent === null ? null : spent - budget}
          unit="eur"
          sign
          signs={signs}
        />
      ),
    },
  };
}
