import { formatAmount } from '#app/kernel/amount-format.ts';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { SpendingCheck } from './spending-check.ts';

const amounts = new Set(['spent', 'budget', 'over']);

/** What in the spending asks for an explanation, in sentences. */
export function CheckList({ checks }: { checks: readonly SpendingCheck[] }) {
  const text = useText();
  const locale = useLocale();
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby="checks">
      <h3 id="checks">{text('realisation.checks')}</h3>
      <ul className="realisation-checks">
        {checks.map(({ code, params }) => {
          const words = Object.entries(params).map(([key, value]) => [
            key,
            amounts.has(key) ? `€\u00a0${formatAmount(Number(value), 'eur2', locale)}` : value,
          ]);
          const line = text(`realisation.check.${code}`, Object.fromEntries(words));
          return <li key={line}>{line}</li>;
        })}
      </ul>
    </section>
  );
}
