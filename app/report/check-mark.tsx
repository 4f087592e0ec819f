import { useId } from 'react';
import type { FindingClass } from '#app/ledger/check.ts';
import { Link } from '#app/ui/link.tsx';
import { useText } from '#app/ui/text.tsx';
import { CheckFacts } from './check-facts.tsx';
import type { Check } from './open-check.ts';
import './check.css';

const shapes: Record<FindingClass, string> = { error: '≠', rounding: '≈', note: '!' };

/** The sign of a kind of difference: a shape and a word, so that colour is never alone. */
export function CheckSign({ kind }: { kind: FindingClass }) {
  const text = useText();
  return (
    <span className={`check-sign check-sign-${kind}`}>
      <span aria-hidden="true">{shapes[kind]}</span> {text(`checks.class.${kind}`)}
    </span>
  );
}

const gravity: FindingClass[] = ['error', 'rounding', 'note'];

/**
 * The mark at a figure that misses a rule. It opens the explanation: what is stated, what follows, the
 * difference and the rule. A popover of the browser itself, so that it works without script.
 */
export function CheckMark({
  checks,
  label,
  scheme,
}: {
  checks: readonly Check[];
  label: string;
  scheme: string;
}) {
  const text = useText();
  const id = useId();
  const kind = gravity.find((one) => checks.some((check) => check.class === one))!;
  return (
    <>
      {' '}
      <button
        type="button"
        popoverTarget={id}
        className={`check-mark check-mark-${kind}`}
        aria-label={`${text(`checks.class.${kind}`)}: ${text('checks.mark', { label })}`}
      >
        {shapes[kind]}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={text('checks.mark', { label })}
        className="check-popover"
      >
        {checks.map((check) => (
          <div key={`${check.code} ${check.whereKey}`}>
            <p>
              <CheckSign kind={check.class} /> {text(`checks.code.${check.code}`)}
            </p>
            <p>{check.place.join(' · ')}</p>
            <CheckFacts check={check} />
            <p>{text(`checks.rule.${check.code}`, check.params)}</p>
          </div>
        ))}
        <p className="check-popover-end">
          <Link href={`/schemes/${scheme}/checks?class=${kind}`}>{text('checks.mark.all')}</Link>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            className="button button-secondary button-small"
          >
            {text('checks.mark.close')}
          </button>
        </p>
      </div>
    </>
  );
}
