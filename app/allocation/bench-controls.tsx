import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { Button } from '#app/ui/button.tsx';
import { Options } from '#app/ui/form.tsx';
import { Control } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { BenchView } from './bench.server.ts';
import { type BenchState, letterOf } from './bench-form.ts';
import type { Names } from './names.tsx';
import { TotalsFields } from './totals-fields.tsx';

type Props = {
  view: BenchView;
  state: BenchState;
  names: Names;
  errors: readonly FieldError[];
  words: ErrorWords;
};

/** Which money is divided, which years are shown, against what, and in what. */
export function BenchControls({ view, state, names, errors, words }: Props) {
  const text = useText();
  const columns = state.columns.map((one, i) => ({ value: String(i), label: `${letterOf(i)} ${one.name}` }));
  const years = [
    { value: '', label: text('allocation.bench.all-years') },
    ...view.years.map((year) => ({ value: String(year), label: String(year) })),
  ];
  const shows = (['amount', 'head'] as const).map((value) => ({
    value,
    label: text(`allocation.bench.show.${value}`),
  }));
  const select = (name: string, value: string, options: { value: string; label: string }[]) => (
    <Control label={text(`allocation.bench.${name}`)}>
      <select name={name} defaultValue={value}>
        <Options options={options} />
      </select>
    </Control>
  );
  const saved = state.columns.filter((one) => !one.from.startsWith('new:'));
  const address = new URLSearchParams(saved.map((one) => ['c', one.from]));
  address.set('base', String(state.base));
  if (state.year) address.set('year', String(state.year));
  if (state.show === 'head') address.set('show', 'head');
  return (
    <div className="bench-top">
      <TotalsFields
        basis={state.basis}
        years={view.years}
        texts={state.own}
        fund={names.fund(state.fund)}
        errors={errors}
        words={words}
      />
      <div className="controls">
        {select('year', state.year === null ? '' : String(state.year), years)}
        {columns.length > 1 ? select('base', String(state.base), columns) : null}
        {select('show', state.show, shows)}
        <Button small name="intent" value="run">
          {text('allocation.form.run')}
        </Button>
        <span className="controls-end">
          <a href={`/schemes/${view.scheme}/allocation/compare?${address}`}>
            {text('allocation.bench.address')}
          </a>
        </span>
      </div>
    </div>
  );
}
