import { formatAmount, formatExact } from '#app/kernel/amount-format.ts';
import { centsToFte, euroWindow, fteToCents, type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { type Cells, cellAt, type GridColumn, type GridRow, keyOf, type Place } from './grid-model.ts';
import { useLocale, useText } from './text.tsx';

/** An amount on its other side, short for its cell and in full: the dated rate, and what rounding leaves open. */
export type OtherSide = { short: string; full: string };

/**
 * What an amount is on its other side, in words: what nobody entered, at the dated rate of its year with the
 * euros that the rounded FTE stands for; or of what both were entered, the price that they imply.
 * @param pair the row that holds the same amounts on the other side, if there is one
 * @returns a function of a row and a year; null where there is nothing to say
 */
export function useOtherSide(cells: Cells, rates: readonly Rate[]) {
  const text = useText();
  const locale = useLocale();
  return (row: GridRow, year: number, pair: string | undefined): OtherSide | null => {
    const rate = rateIn(year, rates);
    const inFte = row.unit === 'fte';
    const own = cellAt(cells, keyOf(row.id, year)).value;
    if (rate === null || own === null || own === 0) return null;
    const beside = pair === undefined ? null : cellAt(cells, keyOf(pair, year)).value;
    const [cents, milli] = inFte ? [beside, own] : [own, beside];
    const euros = (value: number) => formatAmount(value, 'eur', locale);
    const dated = { rate: euros(rate.fteCents), year: String(rate.fromYear) };
    if (cents !== null && milli !== null) {
      if (milli === 0) return null;
      const price = euros(Math.round((cents * 1000) / milli));
      return { short: '', full: text('ui.grid.implied', { ...dated, price }) };
    }
    const fte = milli ?? centsToFte(cents!, rate);
    const { least, most } = euroWindow(fte, rate);
    const words = {
      side: inFte ? 'eur' : 'fte',
      euros: euros(fteToCents(fte, rate)),
      fte: formatExact(fte, 3, locale),
    };
    return {
      short: text('ui.grid.other', words),
      full: text('ui.grid.other-full', { ...words, ...dated, least: euros(least), most: euros(most) }),
    };
  };
}

type Focused = { rows: readonly GridRow[]; columns: readonly GridColumn[]; cells: Cells; focus: Place };

/** What the amount in focus is on its other side, in full; null where there is nothing to say. */
export function useOtherInFocus(
  { rows, columns, cells, focus }: Focused,
  rates: readonly Rate[],
): string | null {
  const other = useOtherSide(cells, rates);
  const row = rows[focus.row];
  const column = columns[focus.column];
  if (!row || !column || row.kind === 'group') return null;
  const pair = row.unit === 'fte' ? row.euroRow : rows.find((one) => one.euroRow === row.id)?.id;
  return other(row, column.year, pair)?.full ?? null;
}
