import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { Options } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import { type TotalsBasis, totalsBases } from './run.ts';

type Props = {
  basis: TotalsBasis;
  years: readonly number[];
  /** by year, as typed */
  texts: Readonly<Record<string, string>>;
  fund: string;
  errors: readonly FieldError[];
  words: ErrorWords;
};

/** Which money is divided: what the scheme knows, or amounts given by hand for a scenario. */
export function TotalsFields({ basis, years, texts, fund, errors, words }: Props) {
  const text = useText();
  return (
    <div className="rule-totals">
      <span className="rule-field">
        <label htmlFor="basis">{text('allocation.form.money', { fund })}</label>
        <select id="basis" name="basis" className="input" defaultValue={basis}>
          <Options
            options={totalsBases.map((value) => ({ value, label: text(`allocation.basis.${value}`) }))}
          />
        </select>
      </span>
      <div className="rule-own">
        <p className="sub">{text('allocation.form.own')}</p>
        <div className="rule-row">
          {years.map((year) => {
            const path = `totals.${year}`;
            const error = errors.find((one) => one.path === path);
            return (
              <span key={year} className="rule-field">
                <label htmlFor={path}>{year}</label>
                <input
                  id={path}
                  name={path}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  className="input input-amount"
                  aria-invalid={error ? true : undefined}
                  defaultValue={texts[year] ?? ''}
                />
                {error ? <span className="grid-note">{words(error)}</span> : null}
              </span>
            );
          })}
        </div>
      </div>
    </div>
  );
}
