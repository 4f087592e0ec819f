import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { shortHash } from '#app/plan/plan.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/year-page';
import { MeasureFields } from './measure-fields.tsx';
import { MeasureTold } from './measure-told.tsx';
import './progress.css';
import { correctionInput, seenProgress } from './progress.input.ts';
import { getProgress } from './progress.server.ts';
import { readProgress } from './progress-form.server.ts';
import { yearHref } from './progress-words.tsx';
import { saveProgress } from './progress-write.server.ts';
import { correctProgress, submitProgress } from './submission.server.ts';
import { YearSummary } from './year-summary.tsx';

export const handle = { ownHead: true };

const yearIn = (text: string) => {
  if (!/^\d{4}$/.test(text)) throw new Missing('year');
  return Number(text);
};

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = new URL(args.request.url).searchParams.get('number');
  const number = asked && /^\d{1,4}$/.test(asked) ? Number(asked) : null;
  return load(args, async (tx, actor) => {
    const { scheme, unit } = args.params;
    const year = yearIn(args.params.year);
    const progress = await getProgress(tx, actor, { scheme, unit, year, now, number, drafts: true });
    return { frame: progress.scheme, told: progress.units[0]!, asked: number };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, unit } = args.params;
  const now = args.context.get(edgeContext).clock();
  const at = () => ({ scheme, unit, year: yearIn(args.params.year), now });
  return formAction(args, {
    save: (tx, actor, form) => saveProgress(tx, actor, at(), readProgress(form)),
    submit: (tx, actor, form) => submitProgress(tx, actor, at(), readForm(seenProgress, form)),
    correct: (tx, actor, form) => correctProgress(tx, actor, at(), readForm(correctionInput, form)),
  });
}

/** The year of a unit on one screen: every measure of its plan, to fill in or to read. */
export default function YearPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { frame, told, asked } = loaderData;
  const { unit, year, report, measures, mayWrite } = told;
  const name = nameOf(unit, locale);
  const writing = mayWrite && asked === null && (report === null || report.submittedAt === null);
  const newest = told.submitted[0] ?? null;
  const title = text('progress.year.title', { unit: name, year: String(year) });
  return (
    <>
      <PageTitle page={title} />
      <PageHead
        breadcrumb={[
          { href: `/schemes/${frame.code}/progress?year=${year}`, label: text('progress.nav.progress') },
        ]}
        title={title}
        badge={
          report === null ? null : (
            <Badge tone={report.submittedAt ? 'ok' : 'accent'}>
              {report.submittedAt
                ? text('progress.submitted-on', { date: formatDate(report.submittedAt, locale) })
                : text('progress.draft')}
            </Badge>
          )
        }
      />
      <PageBody>
        <YearLinks frame={frame} unit={unit.code} year={year} />
        {report?.reason ? (
          <Notice
            tone="accent"
            title={text('progress.corrects', { number: String(report.number - 1), reason: report.reason })}
          />
        ) : null}
        {measures.length === 0 ? (
          <Empty title={text('progress.no-plan')}>{text('progress.no-plan.next')}</Empty>
        ) : frame.statuses.length === 0 ? (
          <Empty title={text('progress.no-statuses')}>{text('progress.no-statuses.next')}</Empty>
        ) : (
          <>
            <YearSummary told={told} frame={frame} />
            {writing ? (
              <div className="progress-form">
                <ActionForm
                  intent="save"
                  result={actionData}
                  hidden={{ revision: String(report?.revision ?? 0) }}
                  submit={text('progress.save')}
                >
                  {(wire) => (
                    <>
                      <div className="progress-line">
                        <TextArea
                          {...wire('summary', report?.summary ?? '')}
                          label={text('progress.summary')}
                          hint={text('progress.summary.hint')}
                          rows={3}
                          optional
                        />
                        {told.lastSummary ? (
                          <blockquote className="progress-last">
                            <b>{year - 1}</b> {told.lastSummary}
                          </blockquote>
                        ) : null}
                      </div>
                      {measures.map((measure) => (
                        <MeasureFields
                          key={`${measure.document}/${measure.code}`}
                          {...{ wire, measure, frame, year }}
                        />
                      ))}
                    </>
                  )}
                </ActionForm>
                {report ? (
                  <section className="progress-submit">
                    <h2>{text('progress.submit')}</h2>
                    <p className="sub">{text('progress.submit.hint')}</p>
                    <ActionForm
                      intent="submit"
                      result={actionData}
                      hidden={{ revision: String(report.revision) }}
                      submit={text('progress.submit')}
                    />
                  </section>
                ) : null}
              </div>
            ) : (
              <>
                {report?.summary ? <p className="said progress-summary">{report.summary}</p> : null}
                {report === null ? <p className="sub">{text('progress.nothing-yet')}</p> : null}
                {measures.map((measure) => (
                  <MeasureTold key={`${measure.document}/${measure.code}`} {...{ measure, frame, year }} />
                ))}
                {report?.contentHash ? (
                  <p className="sub">
                    {text('progress.hash', { by: report.submittedBy, hash: shortHash(report.contentHash) })}
                  </p>
                ) : null}
              </>
            )}
          </>
        )}
        {told.submitted.length > 1 || (told.submitted.length === 1 && writing) ? (
          <section>
            <h2>{text('progress.earlier')}</h2>
            <ul className="ruled">
              {told.submitted.map((one) => (
                <li key={one.number}>
                  <Link href={`${yearHref(frame.code, unit.code, year)}?number=${one.number}`}>
                    {text('progress.number', { number: String(one.number) })}
                  </Link>{' '}
                  <small>
                    {one.submittedAt ? formatDate(one.submittedAt, locale) : ''} {one.reason}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {mayWrite && !writing && newest && report?.number === newest.number ? (
          <Disclosure summary={text('progress.correct')} open={actionData?.intent === 'correct'}>
            <p className="sub">{text('progress.correct.hint')}</p>
            <ActionForm
              intent="correct"
              result={actionData}
              submit={text('progress.correct')}
              kind="secondary"
            >
              {(wire) => <TextArea {...wire('reason')} label={text('progress.correct.reason')} rows={2} />}
            </ActionForm>
          </Disclosure>
        ) : null}
        {asked !== null ? (
          <p>
            <ButtonLink href={yearHref(frame.code, unit.code, year)}>{text('progress.newest')}</ButtonLink>
          </p>
        ) : null}
      </PageBody>
    </>
  );
}

type LinksProps = {
  frame: { code: string; firstYear: number; lastYear: number };
  unit: string;
  year: number;
};

function YearLinks({ frame, unit, year }: LinksProps) {
  const text = useText();
  return (
    <nav className="link-row" aria-label={text('progress.years')}>
      {[year - 1, year + 1]
        .filter((one) => one >= frame.firstYear && one <= frame.lastYear)
        .map((one) => (
          <Link key={one} href={yearHref(frame.code, unit, one)}>
            {one < year ? `← ${one}` : `${one} →`}
          </Link>
        ))}
    </nav>
  );
}
