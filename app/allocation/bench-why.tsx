import { Money } from '#app/ui/money.tsx';
import { useText } from '#app/ui/text.tsx';
import { type BenchState, letterOf } from './bench-form.ts';
import type { LiveRun } from './live-run.ts';
import type { Names } from './names.tsx';
import type { Receiver } from './receiver.ts';
import { useStepWords } from './steps.tsx';

type Props = {
  receiver: Receiver;
  state: BenchState;
  runs: readonly LiveRun[];
  names: Names;
  years: readonly number[];
};

/** How each allocation comes to the amount of one receiver: every step in words with what it adds or takes. */
export function BenchWhy({ receiver, state, runs, names, years }: Props) {
  const text = useText();
  return (
    <div className="bench-reasons">
      {state.columns.map((column, i) => (
        <section key={column.from} aria-label={text('allocation.bench.why-in', { name: column.name })}>
          <h3>
            <span className="bench-letter">{letterOf(i)}</span> {column.name}
          </h3>
          <Reasons run={runs[i]!} receiver={receiver} names={names} years={years} />
        </section>
      ))}
    </div>
  );
}

type ReasonsProps = { run: LiveRun; receiver: Receiver; names: Names; years: readonly number[] };

function Reasons({ run, receiver, names, years }: ReasonsProps) {
  const text = useText();
  const say = useStepWords(names);
  if (!run.result) return <p className="sub">{text('allocation.bench.not-carried-out')}</p>;
  if (run.result.reasons.length === 0) return <p className="sub">{text('allocation.rules.unknown')}</p>;
  const own = run.result.reasons.filter(
    ({ unit, node, year }) =>
      years.includes(year) &&
      (receiver.unit === null ? unit === null && node === receiver.node : unit === receiver.unit),
  );
  if (own.length === 0) return <p className="sub">{text('allocation.bench.nothing')}</p>;
  return (
    <dl>
      {own.map((one) => (
        <div key={`${one.year} ${one.node ?? ''}`}>
          <dt>
            {one.year}
            {receiver.unit !== null && one.node !== null ? ` · ${names.node(one.node)}` : ''}
            <Money value={one.steps.at(-1)?.after ?? 0} unit="eur2" />
          </dt>
          <dd>
            <ol>
              {one.steps.map((step, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
                <li key={k}>
                  <span>
                    {step.rule === null ? '' : `${text('allocation.bench.rule', { number: step.rule + 1 })} `}
                    {say(step)}
                  </span>{' '}
                  {own.length > 0 && one.steps.length > 1 ? (
                    <Money value={step.delta} unit="eur2" sign />
                  ) : null}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  );
}
