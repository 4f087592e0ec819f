import type { FindingClass } from '#app/ledger/check.ts';
import { useText } from '#app/ui/text.tsx';

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
