import { inEuros, type Memo, type Rate } from '#app/kernel/fte-rate.ts';
import { type Cents, exact } from '#app/kernel/money.ts';
import type { Mark } from '#app/ledger/ledger.ts';

/**
 * Budget: amounts of a plan by measure, component, unit, fund, cost kind and year, each in euros, in FTE or
 * in both. Either side may be entered; the scheme's dated rate converts for totals and remainders only.
 */

/** Where an amount stands in a budget. All but the year are codes or texts; an empty text is none. */
export type CellPlace = {
  measure: string;
  component: string;
  unit: string;
  fund: string;
  costKind: string;
  year: number;
};

export type Side = 'eur' | 'fte';
/** One side of a cell: whole cents or thousandths of FTE, `pm`, or nothing. */
export type CellValue = number | 'pm' | null;

/** Of a memo line `cents` and `fteMilli` are null: what is printed beside the totals stands apart. */
export type Quantity = {
  cents: number | null;
  fteMilli: number | null;
  mark: Mark | null;
  memo?: Memo | null;
};
export type BudgetLine = CellPlace & Quantity & { note: string };

const separator = '\u001f';

/** One text per place, for maps. */
export function placeKey(place: CellPlace): string {
  return `${rowKey(place)}${separator}${place.year}`;
}

/** One text for all years of a place. */
export function rowKey({ measure, component, unit, fund, costKind }: Omit<CellPlace, 'year'>): string {
  return `${measure}${separator}${component}${separator}${unit}${separator}${fund}${separator}${costKind}`;
}

/** What a side of a cell shows. A `pm` line shows on the side that has no number. */
export function sideOf(quantity: Quantity | undefined, side: Side): CellValue {
  if (!quantity) return null;
  const { cents, fteMilli } = shownOf(quantity);
  const own = side === 'eur' ? cents : fteMilli;
  if (own !== null) return own;
  const other = side === 'eur' ? fteMilli : cents;
  return quantity.mark === 'pm' && (side === 'eur' || other !== null) ? 'pm' : null;
}

/** The amounts that a line prints, whether they count or not. */
export function shownOf({ cents, fteMilli, memo }: Quantity): Memo {
  return memo ?? { cents, fteMilli };
}

/** A quantity as the ledger keeps it. */
export function columnsOf({ cents, fteMilli, mark, memo }: Quantity) {
  const aside = { memoCents: memo?.cents ?? null, memoFteMilli: memo?.fteMilli ?? null };
  return { cents, fteMilli, mark, memo: memo != null, ...aside };
}

/** The same line beside the totals, or among them again. */
export function asMemo(quantity: Quantity, memo: boolean): Quantity {
  const shown = shownOf(quantity);
  const { mark } = quantity;
  return memo ? { cents: null, fteMilli: null, mark, memo: shown } : { ...shown, mark, memo: null };
}

/**
 * A cell after one side was typed into; null when nothing is left of it. The other side stays.
 * 0 is an amount and stays (law 5); only emptying removes.
 */
export function withSide(
  quantity: Quantity | undefined,
  { side, value, provisional }: Pick<Typed, 'side' | 'value' | 'provisional'>,
): Quantity | null {
  const before = quantity ?? { cents: null, fteMilli: null, mark: null };
  const number = typeof value === 'number' ? value : null;
  const shown = shownOf(before);
  const cents = side === 'eur' ? number : shown.cents;
  const fteMilli = side === 'fte' ? number : shown.fteMilli;
  const kept = before.mark === 'pm' ? null : before.mark;
  const said = provisional === undefined ? kept : provisional ? ('provisional' as const) : null;
  const mark = value === 'pm' ? 'pm' : said;
  if (cents === null && fteMilli === null && mark !== 'pm') return null;
  return asMemo({ cents, fteMilli, mark, memo: null }, before.memo != null);
}

/**
 * Whether a line would say pm on one side and a number on the other. Its one mark cannot tell which of them is open,
 * so that the open one would vanish in a sum: they stand on two lines.
 * @param said what each side is to show
 */
export function pmBeside({ eur, fte }: Record<Side, CellValue>): boolean {
  return (eur === 'pm' && typeof fte === 'number') || (fte === 'pm' && typeof eur === 'number');
}

/** One side of a cell as it is typed. */
export type Typed = {
  side: Side;
  value: CellValue;
  /** whether the amount is provisional; left out, it stays as it was */
  provisional?: boolean;
};

/** What was allocated to the unit and what of it this plan budgets, for one fund and year. */
export type Remainder = {
  fund: string;
  year: number;
  /** null: nothing has been allocated from this fund for this year to anybody, so nothing is known */
  allocated: Cents | null;
  budgeted: Cents;
  convertedCents: Cents;
  withoutRateMilli: number;
  unknown: number;
  /** lines of this plan whose amount is provisional */
  provisional: number;
  /** what is allocated is provisional, as the grant is that it comes from; so is what is left of it */
  allocatedProvisional: boolean;
  /** allocated less budgeted; null while the allocation is unknown */
  left: Cents | null;
};

export type AllocatedLine = Quantity & { fund: string; year: number; ours: boolean };

/**
 * The remainder of each fund and year of a plan.
 * @param budget the plan's own lines
 * @param allocated what is allocated now; `ours` marks what went to this unit or one below it
 */
export function remainders(
  { funds, years, rates }: { funds: readonly string[]; years: readonly number[]; rates: readonly Rate[] },
  budget: readonly (Quantity & { fund: string; year: number })[],
  allocated: readonly AllocatedLine[],
): Remainder[] {
  return funds.flatMap((fund) =>
    years.map((year) => {
      const here = (line: { fund: string; year: number }) => line.fund === fund && line.year === year;
      const spent = inEuros(budget.filter(here), rates);
      const given = allocated.filter(here);
      const ours = inEuros(
        given.filter((line) => line.ours),
        rates,
      );
      const known = given.length > 0 && ours.unknown === 0 && ours.withoutRateMilli === 0;
      return {
        fund,
        year,
        allocated: known ? ours.cents : null,
        budgeted: spent.cents,
        convertedCents: spent.convertedCents,
        withoutRateMilli: spent.withoutRateMilli,
        unknown: spent.unknown,
        provisional: spent.provisional,
        allocatedProvisional: known && ours.provisional > 0,
        left: known ? exact(ours.cents - spent.cents) : null,
      };
    }),
  );
}
