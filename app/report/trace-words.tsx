import { useStepWords } from '#app/allocation/steps.tsx';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Chain, ChainStop } from './trace-chain.server.ts';

type Coded = { code: string; name: string };
type Named = { units: Coded[]; themes: Coded[] };

/** When a version held, by which hash, and who decided on it. */
export function StopWords({ stop }: { stop: ChainStop }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      <span>
        {text('trace.step.in-force', { kind: stop.kind, date: formatDate(stop.from, locale) })}
        {stop.hash ? (
          <>
            {' '}
            <code>{`${stop.hash.slice(0, 4)} ${stop.hash.slice(4, 8)}`}</code>
          </>
        ) : null}
      </span>
      {stop.source ? (
        <span className="sub"> {text('trace.step.source', { source: stop.source })}</span>
      ) : null}
      <ul className="trace-decisions">
        {stop.decisions.map((decision) => (
          <li key={`${decision.kind} ${decision.body}`}>
            {text('money.origin.decision', {
              ...{ kind: decision.kind, body: decision.body, outcome: decision.outcome ?? 'none' },
              on: decision.on ? formatDate(decision.on, locale) : 'none',
            })}
          </li>
        ))}
        {stop.decisions.length === 0 ? <li>{text('money.origin.no-decision')}</li> : null}
      </ul>
    </>
  );
}

/** The rules by which a unit got its amount, step by step. */
export function RuleWords({ chain, frame }: { chain: Chain; frame: Named }) {
  const locale = useLocale();
  const name = (list: Coded[], code: string) => list.find((one) => one.code === code)?.name ?? code;
  const names = {
    unit: (code: string) => name(frame.units, code),
    node: (code: string) => name(frame.themes, code),
    fund: (code: string) => code,
    definition: (code: string) => code,
    receiver: ({ unit, node }: { unit: string | null; node: string | null }) =>
      [unit && name(frame.units, unit), node && name(frame.themes, node)].filter(Boolean).join(' · '),
    receivers: () => '',
  };
  const say = useStepWords(names);
  return (
    <ol className="trace-rules">
      {chain.rules!.steps.map((step, i) => (
        <li key={`${step.kind} ${String(i)}`}>
          <span>
            {say(step)}
            {step.rule !== null && chain.rules!.rules[step.rule]?.note ? (
              <span className="sub"> {chain.rules!.rules[step.rule]?.note}</span>
            ) : null}
          </span>
          <span className="money">{formatAmount(step.delta, 'eur', locale)}</span>
        </li>
      ))}
    </ol>
  );
}
