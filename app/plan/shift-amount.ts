import { type EuroQuantity, fteToCents, type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { exact } from '#app/kernel/money.ts';
import type { ShiftAmount } from './shift.ts';

/** The amounts of a version by measure and theme, in euros, for the shift analysis. Pure. */

export type ShiftLine = EuroQuantity & { measure: string | null; node: string | null };

/**
 * Lines in euros per measure and theme. The amounts of a theme sum to what every other page prints for it: its FTE of
 * a year are converted as one sum, and what that rounds stays with the measure that has most of them.
 * @param root the topmost theme of a node
 */
export function shiftAmounts(
  lines: readonly ShiftLine[],
  rates: readonly Rate[],
  root: (node: string) => string,
): ShiftAmount[] {
  const amounts = new Map<string, ShiftAmount>();
  const add = (measure: string | null, theme: string | null, cents: number) => {
    const key = JSON.stringify([theme, measure]);
    const stood = amounts.get(key)?.cents ?? 0;
    amounts.set(key, { measure, theme, cents: exact(stood + cents) });
  };
  const themeOf = (line: ShiftLine) => (line.node === null ? null : root(line.node));
  for (const line of lines) add(line.measure, themeOf(line), line.cents ?? 0);
  const fte = lines.filter((line) => line.cents === null && line.fteMilli !== null);
  for (const group of Map.groupBy(fte, (line) => JSON.stringify([themeOf(line), line.year])).values()) {
    const rate = rateIn(group[0]!.year, rates);
    if (!rate) continue;
    const own = [...Map.groupBy(group, (line) => line.measure)].map(([measure, of]) => ({
      measure,
      milli: of.reduce((total, line) => total + line.fteMilli!, 0),
    }));
    const whole = fteToCents(
      own.reduce((total, one) => total + one.milli, 0),
      rate,
    );
    const parts = own.map((one) => ({ ...one, cents: fteToCents(one.milli, rate) }));
    const rest = whole - parts.reduce((total, one) => total + one.cents, 0);
    const most = parts.toSorted(
      (a, b) => Math.abs(b.milli) - Math.abs(a.milli) || ((a.measure ?? '') < (b.measure ?? '') ? -1 : 1),
    )[0]!;
    for (const one of parts) add(one.measure, themeOf(group[0]!), one.cents + (one === most ? rest : 0));
  }
  return [...amounts.values()];
}

/** How many lines of each theme have no figure yet: what is compared leaves them out, and says so. */
export function unknownByTheme(
  lines: readonly ShiftLine[],
  root: (node: string) => string,
): Map<string | null, number> {
  const unknown = lines.filter((line) => line.mark === 'pm' || line.mark === 'masked');
  const grouped = Map.groupBy(unknown, (line) => (line.node === null ? null : root(line.node)));
  return new Map([...grouped].map(([theme, of]) => [theme, of.length]));
}
