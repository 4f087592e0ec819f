import { useLocale, useText } from '#app/ui/text.tsx';
import { checkAmount } from './check-amount.ts';
import type { Check } from './open-check.ts';

/** What is stated, what follows, and the difference; nothing where there are no figures. */
export function CheckFacts({ check }: { check: Check }) {
  const text = useText();
  const locale = useLocale();
  if (check.stated === null && check.computed === null) return null;
  const print = (value: number | null, sign = false) =>
    checkAmount(value, check, locale, sign) ?? text('checks.unknown');
  return (
    <dl className="check-facts">
      {(['stated', 'computed', 'difference'] as const).map((fact) => (
        <div key={fact}>
          <dt>{text(`checks.${fact}`)}</dt>
          <dd>{print(check[fact], fact === 'difference')}</dd>
        </div>
      ))}
    </dl>
  );
}
