import { Form } from 'react-router';
import type { ActionResult } from '#app/identity/action.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import { usePeriod } from './intake-head.tsx';
import type { HubView } from './intake-hub.ts';
import { isOver } from './intake-period.ts';

/** Which periods are final, since when and by whom; and closing one. */
export function IntakePeriods({
  view,
  over,
  result,
}: {
  view: HubView;
  /** the month of today: what is not over before it stays open */
  over: string;
  result: ActionResult | undefined;
}) {
  const text = useText();
  const period = usePeriod();
  const problem = result?.intent === 'close' && 'problem' in result ? result.problem : null;
  const closed = new Set(view.closed.map((one) => one.period));
  const parts = [
    ...Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')),
    ...['Q1', 'Q2', 'Q3', 'Q4'],
  ];
  const open = parts
    .map((part) => `${view.year}-${part}`)
    .filter((one) => !closed.has(one) && isOver(one, over));
  return (
    <section aria-labelledby="periods" className="intake-section">
      <h3 id="periods">{text('intake.periods')}</h3>
      <p>{text('intake.periods.lead')}</p>
      <ProblemSummary problem={problem} />
      {view.closed.length === 0 ? (
        <p className="realisation-quiet">{text('intake.periods.none')}</p>
      ) : (
        <ul className="intake-closed">
          {view.closed.map((one) => (
            <li key={one.period}>
              <b>{period(one.period)}</b> {text('intake.periods.by', { name: one.closedBy })}{' '}
              <DateText iso={one.closedAt} form="moment" />
              {one.note ? `: ${one.note}` : null}
            </li>
          ))}
        </ul>
      )}
      {view.mayClose && open.length === 0 ? (
        <p className="realisation-quiet">{text('intake.periods.all')}</p>
      ) : view.mayClose ? (
        <Form method="post" preventScrollReset className="intake-line intake-close">
          <Select
            label={text('intake.periods.which')}
            name="key"
            options={open.map((value) => ({ value, label: period(value) }))}
          />
          <TextField label={text('intake.periods.note')} name="note" optional maxLength={1000} />
          <Button name="intent" value="close">
            {text('intake.periods.close')}
          </Button>
        </Form>
      ) : (
        <p className="realisation-quiet">{text('intake.periods.who')}</p>
      )}
    </section>
  );
}
