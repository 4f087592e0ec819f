import { formatExact } from '#app/kernel/amount-format.ts';
import type { Params } from '#app/kernel/rejection.ts';
import { useLocale, useText } from '#app/ui/text.tsx';

type Props = {
  name: string;
  id: string;
  unit: 'eur' | 'fte';
  value: string;
  label: string;
  error?: string;
  /** both readings of what was typed, when it must be asked */
  asked: Params | null;
  onChange: (value: string) => void;
};

/** One amount in a row. What two readers would read differently is asked right here; nothing typed is lost. */
export function AmountInput({ name, id, unit, value, label, error, asked, onChange }: Props) {
  const text = useText();
  const locale = useLocale();
  const [field, index] = name.split(':');
  const readings = asked?.thousands == null ? null : asked;
  const shown = (amount: number | string | null | undefined) =>
    unit === 'eur'
      ? `€ ${formatExact(Number(amount), 2, locale)}`
      : `${formatExact(Number(amount), 3, locale)} ${text('ui.unit.fte')}`;
  return (
    <>
      <input
        name={name}
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={`input number realisation-${unit}`}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {error ? (
        <span id={`${id}-error`} className="realisation-error">
          {error}
        </span>
      ) : null}
      {readings ? (
        <fieldset className="realisation-ask">
          <legend className="visually-hidden">{text('realisation.ask')}</legend>
          {(['thousands', 'decimals'] as const).map((notation) => (
            <label key={notation}>
              <input type="radio" name={`read-${field}:${index}`} value={notation} />{' '}
              {shown(notation === 'thousands' ? readings.thousands : readings.decimal)}
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
