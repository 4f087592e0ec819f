import { formatAmount } from '#app/kernel/amount-format.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { sum } from '#app/kernel/money.ts';
import { Money } from '#app/ui/money.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { shownOf } from './budget.ts';
import { otherSide } from './budget-rate.ts';
import type { Plan } from './plan.server.ts';

type Line = Plan['lines'][number];

type Props = {
  lines: readonly Line[];
  rates: readonly Rate[];
  /** what these lines print beside the totals, instead of what counts */
  memo?: boolean;
};

/**
 * Euros, with the FTE under them where both were entered. The side that nobody entered stands below in quiet
 * type, as the rate of the year makes it.
 */
export function Amounts({ lines: all, rates, memo = false }: Props) {
  const text = useText();
  const locale = useLocale();
  const lines = all.flatMap((line) => ((line.memo != null) === memo ? [{ ...line, ...shownOf(line) }] : []));
  const total = (of: (line: Line) => number | null) => {
    const values = lines.map(of);
    return values.some((value) => value !== null) ? sum(values) : null;
  };
  const cents = total((line) => line.cents);
  const fte = total((line) => line.fteMilli);
  const marked = (mark: Line['mark']) => lines.some((line) => line.mark === mark);
  const signs = (['provisional', 'pm', 'masked'] as const).filter(marked);
  const inFte = (milli: number) => `${formatAmount(milli, 'fte2', locale)} ${text('ui.unit.fte')}`;
  const other = otherSide(lines, rates);
  const quiet = other ? (
    <small className="cell-fte cell-converted">
      {text('plan.budget.about', {
        amount: other.side === 'eur' ? formatAmount(other.cents, 'eur', locale) : inFte(other.fteMilli),
      })}
    </small>
  ) : null;
  if (cents === null && fte !== null) {
    return (
      <>
        {inFte(fte)}
        {marked('provisional') ? <abbr title={text('ui.amount.provisional')}>*</abbr> : null}
        {marked('pm') ? ' + pm' : null}
        {quiet}
      </>
    );
  }
  return (
    <>
      <Money value={cents} unit="eur" signs={signs} />
      {fte === null ? null : <small className="cell-fte">{inFte(fte)}</small>}
      {quiet}
    </>
  );
}
