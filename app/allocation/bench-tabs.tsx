import { Button } from '#app/ui/button.tsx';
import { Options } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { BenchView } from './bench.server.ts';
import { type BenchState, letterOf, patterns } from './bench-form.ts';

/** The allocations on the bench; pressing one opens its rules. */
export function BenchTabs({ state }: { state: BenchState }) {
  const text = useText();
  return (
    <div className="bench-tabs">
      <span className="sub">{text('allocation.bench.open')}</span>
      {state.columns.map((column, i) => (
        <Button
          key={column.from}
          small
          kind={i === state.open ? 'primary' : 'secondary'}
          name="intent"
          value={`open.${i}`}
          aria-current={i === state.open ? 'true' : undefined}
          aria-label={text('allocation.bench.open-one', { letter: letterOf(i), name: column.name })}
        >
          {letterOf(i)}
        </Button>
      ))}
    </div>
  );
}

/** What can be set beside the others: what exists, or a way to divide to begin with. */
export function BenchPut({ view, state }: { view: BenchView; state: BenchState }) {
  const text = useText();
  const here = new Set(state.columns.map((one) => one.from));
  const options = [
    ...patterns.map((pattern) => ({
      value: `begin:${pattern}`,
      label: text(`allocation.bench.pattern.${pattern}`),
      group: text('allocation.bench.put.new'),
    })),
    ...view.offered
      .filter((one) => !here.has(one.from))
      .map(({ from, title, number, status }) => ({
        value: `from:${from}`,
        label: `${title}${number === null ? '' : ` ${number}`} (${text(`allocation.status.${status}`)})`,
        group: text('allocation.bench.put.known'),
      })),
  ];
  return (
    <div className="rule-add">
      <label htmlFor="put">{text('allocation.bench.put')}</label>
      <select id="put" name="put" className="input">
        <Options options={options} />
      </select>
      <Button name="intent" value="put">
        {text('allocation.bench.put.do')}
      </Button>
    </div>
  );
}
