import { Form, redirect, useSearchParams } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentFields, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import './realisation.css';
import './intake.css';
import type { Route } from './+types/forecast-page';
import { getForecast } from './forecast.server.ts';
import { forecastMethods } from './forecast.ts';
import { ForecastForm } from './forecast-form.tsx';
import { type ForecastEntry, saveForecast } from './forecast-save.server.ts';
import { intakeAddress } from './intake-edge.ts';

const monthsOf = (text: string | null) =>
  text !== null && /^([0-9]|1[0-2])$/.test(text) ? Number(text) : null;

export async function loader(args: Route.LoaderArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const query = new URL(args.request.url).searchParams;
  const months = monthsOf(query.get('months'));
  const asked = readMoment(query, isoDate(address.now));
  return load(args, async (tx, actor) => {
    const { report, ...forecast } = await getForecast(tx, actor, {
      ...{ ...address, months, moment: versionMoment(asked) },
    });
    const name = (one: { nameNl: string; nameEn: string }) =>
      report.locale === 'en' ? one.nameEn : one.nameNl;
    return {
      ...forecast,
      asked,
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

export default function ForecastPage({ loaderData: view, actionData: result }: Route.ComponentProps) {
  const text = useText();
  const [search] = useSearchParams();
  const report = `/schemes/${view.scheme}/realisation/${view.unit.code}/${view.year}`;
  const title = text('forecast.title', { unit: view.unit.name, year: String(view.year) });
  const saved = Number(search.get('saved')) === view.version?.number && view.version !== null;
  return (
    <PageBody>
      <PageTitle page={title} />
      <BackLink href={keepMoment(report, momentSearch(view.asked))}>{text('intake.back')}</BackLink>
      <div className="realisation-head">
        <h2>{title}</h2>
        {view.version ? (
          <Badge tone="accent">{text('forecast.version', { number: view.version.number })}</Badge>
        ) : (
          <Badge>{text('forecast.proposal')}</Badge>
        )}
      </div>
      <MomentNotice moment={view.asked} now="?" />
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
      <Form method="get" className="intake-line intake-months">
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
        <MomentFields moment={view.asked} />
        <Button>{text('forecast.months.go')}</Button>
      </Form>
      {view.mayRecord && view.kind !== null ? (
        <p>
          <Link href={`${report}/forecast/sheet?months=${view.months}`}>{text('fill-in.open')}</Link>
        </p>
      ) : null}
      <ForecastForm
        key={`${view.months} ${view.newest} ${view.asked.asOf} ${view.asked.knownOn}`}
        view={view}
        result={result}
      />
    </PageBody>
  );
}
