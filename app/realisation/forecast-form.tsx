import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { sum } from '#app/kernel/money.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { useFieldError } from '#app/plan/reason.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormActions, TextArea } from '#app/ui/form.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Forecast } from './forecast.server.ts';
import { type ForecastMethod, forecastMethods } from './forecast.ts';
import type { ForecastRow } from './forecast-row.ts';
import { ShareOf } from './forecast-share.tsx';

type View = Omit<Forecast, 'report'> & {
  year: number;
  funds: { code: string; name: string }[];
  /** colour key of each theme */
  series: Record<string, number>;
  mayRecord: boolean;
};
type Result = { problem: Problem; typed: Record<string, string> } | undefined;

/** Plan, actual and forecast per measure, with how each is estimated; the totals follow while one chooses. */
export function ForecastForm({ view, result }: { view: View; result: Result }) {
  const text = useText();
  const locale = useLocale();
  const busy = useNavigation().state === 'submitting';
  const errorAt = useFieldError(result?.problem ?? null);
  const writable = view.mayRecord && view.kind !== null;
  const typed = result?.typed;
  const [chosen, setChosen] = useState<ForecastMethod[]>(() =>
    view.rows.map((row, i) => (typed?.[`method:${i}`] as ForecastMethod | undefined) ?? row.method),
  );
  const [hands, setHands] = useState<string[]>(() =>
    view.rows.map(
      (row, i) =>
        typed?.[`cents:${i}`] ??
        (row.method === 'hand' && row.saved !== null ? formatAmount(row.saved, 'eur2', locale) : ''),
    ),
  );
  const amountOf = (row: ForecastRow, i: number): number | null => {
    if (!writable) return row.saved;
    if (chosen[i] === 'pace') return row.pace;
    if (chosen[i] === 'budget') return row.rest;
    const read = readAmount(hands[i] ?? '', 2, locale === 'nl' ? '.' : ',');
    return read.kind === 'value' ? read.value : null;
  };
  const change = <T,>(list: T[], index: number, value: T) =>
    list.map((one, i) => (i === index ? value : one));
  const rows = view.rows.map((row, i): TableRow => {
    const value = amountOf(row, i);
    const label = nameOf(row, view);
    return {
      key: row.key,
      ...(row.node && view.series[row.node] && { series: view.series[row.node] }),
      head: (
        <span className="realisation-name">
          {row.name}
          {view.funds.length > 1 ? (
            <small>{view.funds.find((fund) => fund.code === row.fund)?.name}</small>
          ) : null}
        </span>
      ),
      cells: {
        ...figures(row, value),
        how: writable ? (
          <span className="intake-how">
            <input type="hidden" name={`place:${i}`} value={row.key} />
            <select
              id={`method-${i}`}
              name={`method:${i}`}
              className="input"
              aria-label={text('forecast.method.of', { name: label })}
              value={chosen[i]}
              onChange={(event) => setChosen((all) => change(all, i, event.target.value as ForecastMethod))}
            >
              {forecastMethods.map((method) => (
                <option key={method} value={method}>
                  {text(`forecast.method.${method}`)}
                </option>
              ))}
            </select>
            {chosen[i] === 'hand' ? (
              <>
                <input
                  id={`cents-${i}`}
                  name={`cents:${i}`}
                  inputMode="decimal"
                  autoComplete="off"
                  className="input number"
                  aria-label={text('forecast.hand.of', { name: label })}
                  value={hands[i]}
                  onChange={(event) => setHands((all) => change(all, i, event.target.value))}
                />
                <input
                  id={`reason-${i}`}
                  name={`reason:${i}`}
                  className="input"
                  placeholder={text('forecast.reason')}
                  aria-label={text('forecast.reason.of', { name: label })}
                  defaultValue={typed?.[`reason:${i}`] ?? row.reason}
                  maxLength={1000}
                />
              </>
            ) : null}
            {(['method', 'cents', 'reason'] as const).map((field) => {
              const error = errorAt(`${field}:${i}`);
              return error ? (
                <small key={field} className="realisation-error">
                  {error}
                </small>
              ) : null;
            })}
          </span>
        ) : (
          [text(`forecast.method.${row.method}`), row.reason].filter(Boolean).join(': ')
        ),
      },
    };
  });
  const total = (values: (number | null)[]) => (values.every((one) => one === null) ? null : sum(values));
  const totals = {
    budget: total(view.rows.map((row) => row.budget)),
    realised: total(view.rows.map((row) => row.realised)),
  };
  const expected = view.rows.map(amountOf);
  const table = (
    <DataTable
      caption={text('forecast.caption', { year: String(view.year) })}
      note={text('forecast.note', { months: view.months })}
      rowHead={text('realisation.form.measure')}
      columns={[
        { key: 'budget', head: text('realisation.budget') },
        { key: 'realised', head: text('realisation.realised'), actual: true },
        { key: 'forecast', head: text('forecast.forecast') },
        { key: 'difference', head: text('forecast.difference') },
        { key: 'share', head: text('forecast.share') },
        { key: 'how', head: text('forecast.how'), kind: 'text' },
      ]}
      rows={[
        ...rows,
        {
          key: 'total',
          kind: 'total',
          head: text('realisation.form.total'),
          cells: figures(totals, total(expected)),
        },
      ]}
    />
  );
  if (!writable) return table;
  return (
    <Form method="post" className="realisation-form">
      <input type="hidden" name="rows" value={view.rows.length} />
      <input type="hidden" name="months" value={view.months} />
      <input type="hidden" name="seen" value={view.newest} />
      {table}
      <TextArea label={text('forecast.remark')} name="note" optional rows={2} maxLength={2000} />
      <FormActions>
        <Button kind="primary" busy={busy}>
          {text('forecast.save', { number: view.newest + 1 })}
        </Button>
      </FormActions>
    </Form>
  );
}

function nameOf(row: ForecastRow, view: View): string {
  const fund = view.funds.length > 1 ? view.funds.find((one) => one.code === row.fund)?.name : undefined;
  return [row.name, fund].filter(Boolean).join(', ');
}

/** Plan, actual, forecast, and what the forecast differs from the plan. */
function figures(
  { budget, realised }: { budget: number | null; realised: number | null },
  value: number | null,
) {
  const known = budget !== null && value !== null;
  return {
    budget: <Money value={budget} unit="eur" />,
    realised: <Money value={realised} unit="eur" />,
    forecast: <Money value={value} unit="eur" />,
    difference: <Money value={known ? value - budget : null} unit="eur" sign />,
    share: <ShareOf part={value} whole={budget} />,
  };
}
