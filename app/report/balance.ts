import type { Locale } from '#app/kernel/actor.ts';
import { type ComputedTable, TableReader } from './table-reader.ts';
import { columnName } from './table-view.ts';

/** A balance of a table, and the columns in which our own figures do not keep it. Pure, to the cent. */
export type Balance = { about: string; open: string[] };

/** A column of which either row is not known is not open: nothing says that it does not balance. */
export function balancesOf(table: ComputedTable, locale: Locale): Balance[] {
  const reader = new TableReader(table);
  return table.layout.balances.map(({ row, against, about }) => ({
    about: about[locale],
    open: table.layout.columns.flatMap((column, c) => {
      const [one, other] = [reader.ours(row, c), reader.ours(against, c)];
      if (one?.kind !== 'known' || other?.kind !== 'known') return [];
      return one.value === other.value ? [] : [columnName(column, locale)];
    }),
  }));
}
