import { formatAmount } from '#app/kernel/amount-format.ts';
import { TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Untraceable } from './trace-total.ts';

/** Asks why, when an act would make euros untraceable: how much, and which links are missing. */
export function RiseQuestion({ rise, typed }: { rise: Untraceable; typed?: string }) {
  const text = useText();
  const locale = useLocale();
  if (rise.cents === 0) return null;
  const amount = `€ ${formatAmount(rise.cents, 'eur', locale)}`;
  return (
    <>
      <Notice tone="warn" title={text('trace.act.title', { amount })}>
        <p>{text('trace.act.lead')}</p>
        <ul>
          {rise.reasons.map((reason) => (
            <li key={reason}>
              {text(`trace.reason.${reason}`)} {text(`trace.todo.${reason}`)}
            </li>
          ))}
        </ul>
      </Notice>
      <TextArea
        label={text('trace.act.reason')}
        name="untraceable"
        required
        rows={2}
        maxLength={2000}
        defaultValue={typed}
      />
    </>
  );
}
