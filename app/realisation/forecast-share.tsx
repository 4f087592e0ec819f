import { shareOf } from '#app/kernel/money.ts';
import { Money } from '#app/ui/money.tsx';

/** A part of a whole in whole per cents; a dash where there is no whole. */
export function ShareOf({ part, whole }: { part: number | null; whole: number | null }) {
  const share = part === null || whole === null || whole === 0 ? null : shareOf(part, whole);
  return <Money value={share} unit="percent" />;
}
