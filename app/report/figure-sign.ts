/** What a sum says of itself besides its number: pure. A part without a number, or a provisional one, never vanishes. */
import { type Cell, empty, fte, money, type Sign } from '#app/render/report.ts';

/** How many lines of a sum have no figure (of which masked), and how many a provisional one. */
export type SignCounts = { unknown: number; masked: number; provisional: number };

export const noSigns: SignCounts = { unknown: 0, masked: 0, provisional: 0 };

/** The counts of several sums together. */
export function countSigns(parts: readonly SignCounts[]): SignCounts {
  const all = (pick: (part: SignCounts) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  return {
    unknown: all((part) => part.unknown),
    masked: all((part) => part.masked),
    provisional: all((part) => part.provisional),
  };
}

/** What a sum with these parts says of itself, in printing order. */
export function signsOfSum({ unknown, masked, provisional }: SignCounts): Sign[] {
  return [
    ...(provisional > 0 ? (['provisional'] as const) : []),
    ...(unknown > masked ? (['pm'] as const) : []),
    ...(masked > 0 ? (['masked'] as const) : []),
  ];
}

/**
 * The cell of a sum: the number with its signs, or the sign alone where no part has a number.
 * @param value cents or thousandths of FTE; null when no part has one
 */
export function sumCell(
  value: number | null,
  parts: SignCounts,
  { unit, ...extras }: { unit: 'money' | 'fte'; href?: string },
): Cell {
  const signs = signsOfSum(parts);
  const without = value === null || (value === 0 && parts.unknown > 0);
  if (without && parts.masked > 0 && parts.masked === parts.unknown) {
    return { kind: 'masked', below: maskedBelow, ...extras };
  }
  if (without) return parts.unknown > 0 ? { kind: 'pm', ...extras } : empty;
  const said = { ...extras, ...(signs.length > 0 && { signs }) };
  return unit === 'fte' ? fte(value, said) : money(value, said);
}

/** Groups smaller than this are not shown. */
const maskedBelow = 5;
