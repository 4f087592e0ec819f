import type { Locale } from '#app/kernel/actor.ts';
import { differences } from './published.ts';
import type { TableAnswer } from './table.server.ts';
import type { LayoutColumn, TableLayout } from './table-layout.ts';
import { tableRate } from './table-rate.ts';
import { comparable } from './table-report.ts';
import type { Value } from './table-value.ts';
import { printedRows, rowLabel } from './table-view.ts';

/** A table for machines: exact figures, what was printed of each, and where the two differ. */
export function tableAnswer(answer: TableAnswer, locale: Locale) {
  const table = answer.tables[0]!;
  const { layout } = table;
  const compare = comparable(answer);
  return {
    code: table.code,
    title: locale === 'en' ? table.titleEn : table.titleNl,
    asOf: answer.asOf,
    unit: layout.unit,
    source: layout.source ?? null,
    columns: layout.columns.map((column) => ({
      key: column.key,
      label: column.label[locale],
      groups: (column.groups ?? []).map((group) => group[locale]),
    })),
    rows: printedRows(table).map((row) => ({
      key: row.key,
      kind: row.kind,
      label: rowLabel(row, locale),
      ...(row.lines?.some(({ filter }) => filter.memo) && { memo: true }),
      cells: layout.columns.map((column, c) => {
        const printed = compare ? layout.published[row.key]?.[c] : undefined;
        const value = table.values.get(row.key)![c]!;
        return {
          column: column.key,
          state: value.state,
          ...('provisional' in value && { provisional: true }),
          ...amountOf(value, column, layout),
          ...(printed !== undefined && { printed }),
        };
      }),
    })),
    footnotes: layout.footnotes.map(({ mark, text }) => ({ mark, text: text[locale] })),
    impliedRate: compare ? tableRate(table, answer.others) : null,
    differences: compare ? differences(table, answer.others).map(({ decimals: _, ...one }) => one) : [],
  };
}

function amountOf(value: Value, column: LayoutColumn, { unit }: TableLayout) {
  const amount = value.state === 'known' ? value.amount : value.state === 'pm' ? value.known : null;
  if (amount === null) return {};
  if (column.kind === 'share' || column.kind === 'given') return { basisPoints: amount };
  return unit.startsWith('fte') ? { fteMilli: amount } : { cents: amount };
}
