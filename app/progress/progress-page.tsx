import { formAction } from '#app/identity/action.server.ts';
import { codeOptions, yearOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf, years } from '#app/kernel/period.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/progress-page';
import { countByStatus, filterOf, isAsked, stageOf, statementOf, untold } from './overview.ts';
import './progress.css';
import { seenProgress, statusInput } from './progress.input.ts';
import { getProgress, type UnitProgress } from './progress.server.ts';
import { MeasureRows, StatementLine } from './progress-list.tsx';
import { ProgressNav, yearHref } from './progress-words.tsx';
import { putStatus, removeStatus } from './status.server.ts';
import { StatusSection } from './status-section.tsx';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const { searchParams } = new URL(args.request.url);
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const year = yearOf(searchParams);
    const progress = await getProgress(tx, actor, { scheme, year, now, drafts: true });
    return { ...progress, filter: filterOf(searchParams), mayManage: may(actor, 'admin.scheme') };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  return formAction(args, {
    status: (tx, actor, form) => putStatus(tx, actor, scheme, readForm(statusInput, form)),
    'status.remove': (tx, actor, form) =>
      removeStatus(tx, actor, { scheme, code: String(form.get('key')) }, readForm(seenProgress, form)),
  });
}

/** How all measures stand: units × statuses, and the measures behind each count. */
export default function ProgressPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, units, year, filter, mayManage } = loaderData;
  const { status: _, unit: __, ...bounds } = filter;
  const shown = units.filter((one) => filter.unit === null || one.unit.code === filter.unit);
  const listed =
    filter.status !== null || filter.unit !== null || filter.theme !== null || filter.fund !== null;
  const here = `/schemes/${scheme.code}/progress`;
  return (
    <PageBody>
      <PageTitle page={text('progress.title', { year: String(year) })} />
      <ProgressNav scheme={scheme.code} current="progress" />
      <p className="lead">{text('progress.lead')}</p>
      <Filter frame={scheme} filter={filter} year={year} />
      {units.length === 0 ? (
        <Empty title={text('progress.none')}>{text('progress.none.next')}</Empty>
      ) : (
        <>
          <StatementLine statement={statementOf(units, filter)} filter={filter} frame={scheme} year={year} />
          <DataTable
            caption={text('progress.matrix', { year: String(year) })}
            note={text('progress.matrix.note')}
            rowHead={text('progress.unit')}
            columns={[
              ...scheme.statuses.map((one) => ({ key: one.code, head: nameOf(one, locale) })),
              { key: untold, head: text('progress.untold') },
              { key: 'stage', head: text('progress.stage'), kind: 'text' as const },
            ]}
            rows={units.map((one) => {
              const counts = countByStatus(
                one.measures.filter((m) => isAsked(m, { ...bounds, status: null })),
              );
              const cell = (status: string) => {
                const count = counts.get(status) ?? 0;
                const to = new URLSearchParams({ year: String(year), unit: one.unit.code, status });
                if (filter.theme) to.set('theme', filter.theme);
                if (filter.fund) to.set('fund', filter.fund);
                return count === 0 ? '–' : <Link href={`${here}?${to}#measures`}>{count}</Link>;
              };
              return {
                key: one.unit.code,
                head: (
                  <Link href={yearHref(scheme.code, one.unit.code, year)}>{nameOf(one.unit, locale)}</Link>
                ),
                cells: {
                  ...Object.fromEntries(
                    [...scheme.statuses.map((s) => s.code), untold].map((s) => [s, cell(s)]),
                  ),
                  stage: <Stage progress={one} />,
                },
              };
            })}
          />
          <nav className="link-row" aria-label={text('progress.exports')}>
            {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
              <a key={format} href={`${here}/export/${format}?year=${year}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </nav>
          {listed ? <MeasureRows frame={scheme} units={shown} filter={filter} /> : null}
        </>
      )}
      {mayManage ? <StatusSection statuses={scheme.statuses} result={actionData} /> : null}
    </PageBody>
  );
}

function Stage({ progress }: { progress: UnitProgress }) {
  const text = useText();
  const locale = useLocale();
  const stage = stageOf(progress);
  const { report } = progress;
  if (stage === 'submitted' && report?.submittedAt) {
    return text('progress.submitted-on', { date: formatDate(report.submittedAt, locale, 'short') });
  }
  return stage === 'draft' ? (
    <Badge tone="accent">{text('progress.draft')}</Badge>
  ) : (
    text('progress.not-begun')
  );
}

type FilterProps = {
  frame: Route.ComponentProps['loaderData']['scheme'];
  filter: Route.ComponentProps['loaderData']['filter'];
  year: number;
};

function Filter({ frame, filter, year }: FilterProps) {
  const text = useText();
  const locale = useLocale();
  const named = (list: Parameters<typeof codeOptions>[1]) => codeOptions(locale, list);
  const choices = {
    theme: named(frame.themes),
    status: [...named(frame.statuses), { value: untold, label: text('progress.untold') }],
    fund: named(frame.funds),
  };
  return (
    <Controls show={text('progress.show')}>
      <ChoiceControl
        label={text('progress.year')}
        name="year"
        value={String(year)}
        options={yearOptions(years(frame.firstYear, frame.lastYear))}
      />
      {(['theme', 'status', 'fund'] as const).map((name) => (
        <ChoiceControl
          key={name}
          label={text(`progress.${name}`)}
          name={name}
          value={filter[name]}
          all={text('progress.all')}
          options={choices[name]}
        />
      ))}
    </Controls>
  );
}
