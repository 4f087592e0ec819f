import { useState } from 'react';
import { Form, redirect, useNavigation, useSearchParams } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { sum } from '#app/kernel/money.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormActions, Select, TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { DateText, useLocale, useText } from '#app/ui/text.tsx';
import './realisation.css';
import './intake.css';
import type { Route } from './+types/forecast-page';
import { getForecast } from './forecast.server.ts';
import { type ForecastMethod, forecastMethods } from './forecast.ts';
import type { ForecastRow } from './forecast-row.ts';
import { type ForecastEntry, saveForecast } from './forecast-save.server.ts';
import { ShareOf } from './forecast-share.tsx';
import { intakeAddress } from './intake-edge.ts';

const monthsOf = (text: string | null) =>
  text !== null && /^([0-9]|1[0-2])$/.test(text) ? Number(text) : null;

export async function loader(args: Route.LoaderArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const months = monthsOf(new URL(args.request.url).searchParams.get('months'));
  return load(args, async (tx, actor) => {
    const { report, ...forecast } = await getForecast(tx, actor, { ...address, months });
    const name = (one: { nameNl: string; nameEn: string }) =>
      report.locale === 'en' ? one.nameEn : one.nameNl;
    return {
      ...forecast,
      unit: { code: report.unit.code, name: name(report.unit) },
      scheme: report.scheme.code,
      year: report.year,
      funds: report.funds.map((fund) => ({ code: fund.code, name: name(fund) })),
      series: Object.fromEntries(report.nodes.map((node) => [node.code, node.series])),
      mayRecord: report.mayRecord,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const form = await args.request.formData();
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const result = await act(args, (tx, actor) =>
    saveForecast(tx, actor, {
      ...address,
      ...{ months: monthsOf(field('months')) ?? 0, seen: Number(field('seen')) || 0 },
      ...{ entries: entriesOf(form, actor.locale), note: field('note').slice(0, 2000) },
    }),
  );
  if ('problem' in result)
    return { problem: result.problem, typed: Object.fromEntries(form) as Record<string, string> };
  const { scheme, unit, year } = args.params;
  throw redirect(`/schemes/${scheme}/realisation/${unit}/${year}/forecast?saved=${result.done.version}`);
}

/** @throws InvalidInput for an amount that is none, or that two readers would read differently */
function entriesOf(form: FormData, locale: 'nl' | 'en'): ForecastEntry[] {
  const errors: FieldError[] = [];
  const count = Math.min(Number(form.get('rows')) || 0, 2000);
  const entries = Array.from({ length: count }, (_, i): ForecastEntry => {
    const text = String(form.get(`cents:${i}`) ?? '');
    const method = forecastMethods.find((one) => one === form.get(`method:${i}`)) ?? 'pace';
    // a form in the reader's language: its own mark groups
    const read = readAmount(text, 2, locale === 'nl' ? '.' : ',');
    if (method === 'hand' && read.kind !== 'value' && read.kind !== 'empty') {
      errors.push({ path: `cents:${i}`, code: 'forecast.not-a-number', params: { value: text } });
    }
    return {
      ...{ place: String(form.get(`place:${i}`) ?? ''), method },
      cents: read.kind === 'value' ? read.value : null,
      reason: String(form.get(`reason:${i}`) ?? '')
        .trim()
        .slice(0, 1000),
    };
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  return entries;
}

type View = Route.ComponentProps['loaderData'];

export default function ForecastPage({ loaderData: view, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const [search] = useSearchParams();
  const report = `/schemes/${view.scheme}/realisation/${view.unit.code}/${view.year}`;
  const title = text('forecast.title', { unit: view.unit.name, year: String(view.year) });
  const saved = Number(search.get('saved')) === view.version?.number && view.version !== null;
  return (
    <PageBody>
      <title>{text('app.title', { page: title })}</title>
      <p className="realisation-back">
        <Link href={report}>{text('intake.back')}</Link>
      </p>
      <div className="realisation-head">
        <h2>{title}</h2>
        {view.version ? (
          <Badge tone="accent">{text('forecast.version', { number: view.version.number })}</Badge>
        ) : (
          <Badge>{text('forecast.proposal')}</Badge>
        )}
      </div>
      <p className="lead">{text('forecast.lead')}</p>
      {saved && !result ? (
        <Notice tone="ok" live title={text('forecast.saved', { number: view.version!.number })} />
      ) : null}
      {view.version && !saved ? (
        <p className="realisation-quiet">
          {text('forecast.version.at', { number: view.version.number, months: view.version.months })}{' '}
          <DateText iso={view.version.at} form="moment" />
          {view.version.note ? `: ${view.version.note}` : null}
        </p>
      ) : null}
      <ProblemSummary problem={result?.problem ?? null} field={(path) => path.replace(':', '-')} />
      {view.kind === null ? <Notice tone="warn" title={text('rejection.forecast.no-kind')} /> : null}
      <Form method="get" className="intake-line">
        <Select
          label={text('forecast.months')}
          name="months"
          key={view.months}
          defaultValue={String(view.months)}
          options={Array.from({ length: 13 }, (_, i) => ({
            value: String(i),
            label: text('forecast.months.value', { months: i }),
          }))}
        />
        <Button>{text('forecast.months.go')}</Button>
      </Form>
      <ForecastForm key={`${view.months} ${view.newest}`} view={view} result={result} />
    </PageBody>
  );
}

function ForecastForm({ view, result }: { view: View; result: Route.ComponentProps['actionData'] }) {
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
