import { redirect, useSearchParams } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { SegmentLinks } from '#app/ui/frame.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './realisation.css';
import './intake.css';
import type { Route } from './+types/report-page';
import { CheckList } from './check-list.tsx';
import { readTraced } from './intake-rows.server.ts';
import { canRecord } from './realisation.ts';
import { getReport } from './report.server.ts';
import { ReportForm } from './report-form.tsx';
import { ReportHistory } from './report-history.tsx';
import { ReportOrigin } from './report-origin.tsx';
import { answerPost } from './report-post.server.ts';
import { ReportPreview } from './report-preview.tsx';
import { ReportUpload } from './report-upload.tsx';
import { type ReportView, viewOf } from './report-view.ts';
import { budgetEuros, rowEuros } from './row-sum.ts';

function addressOf({ scheme, unit, year }: Route.LoaderArgs['params']) {
  return { scheme, unit, year: /^\d{4}$/.test(year) ? Number(year) : 0 };
}

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  const moment = versionMoment(asked);
  return load(args, async (tx, actor) => {
    const report = await getReport(tx, actor, { ...addressOf(args.params), moment }, now);
    // rows of the books are for those who book
    const documentId = canRecord(actor, report.unit) ? (report.document?.documentId ?? null) : null;
    return { ...viewOf(report), asked, traced: await readTraced(tx, actor, { documentId, moment, now }) };
  });
}

export async function action(args: Route.ActionArgs) {
  const address = addressOf(args.params);
  const outcome = await answerPost(args, address);
  if (outcome.view !== 'booked') return outcome;
  const { scheme, unit, year } = address;
  throw redirect(`/schemes/${scheme}/realisation/${unit}/${year}?booked=${outcome.booked.version}`);
}

export default function ReportPage({
  loaderData: report,
  actionData: outcome,
  params,
}: Route.ComponentProps) {
  const text = useText();
  const here = `/schemes/${params.scheme}/realisation`;
  const title = text('realisation.report', { unit: report.unit.name, year: String(report.year) });
  const previewing = outcome?.view === 'preview';
  return (
    <PageBody>
      <PageTitle page={`${title} · ${text('realisation.title')}`} />
      <BackLink href={keepMoment(here, momentSearch(report.asked))}>{text('realisation.back')}</BackLink>
      <div className="realisation-head">
        <h2>{title}</h2>
        <StateBadge report={report} />
      </div>
      <MomentNotice moment={report.asked} now="?" />
      <MomentForm moment={report.asked} />
      <SegmentLinks
        label={text('realisation.years')}
        options={report.scheme.years.map((year) => ({
          key: String(year),
          href: keepMoment(`${here}/${report.unit.code}/${year}`, momentSearch(report.asked)),
          label: String(year),
          current: year === report.year,
        }))}
      />
      {outcome ? null : <Done report={report} />}
      {previewing ? (
        <ReportPreview report={report} outcome={outcome} />
      ) : (
        <>
          <Summary report={report} />
          {outcome ? null : <CheckList checks={report.checks} />}
          {isNow(report.asked) ? <Waiting report={report} /> : null}
          <p className="intake-links">
            {report.mayRecord ? (
              <Link href={`${here}/${report.unit.code}/${report.year}/intake`}>{text('intake.link')}</Link>
            ) : null}
            <Link href={`${here}/${report.unit.code}/${report.year}/forecast`}>{text('forecast.link')}</Link>
          </p>
          {report.mayRecord || !isNow(report.asked) ? null : (
            <Notice>
              <p>{text('realisation.read-only')}</p>
            </Notice>
          )}
          {outcome?.view === 'edit' ? (
            <ProblemSummary problem={outcome.problem} field={(path) => path.replace(':', '-')} />
          ) : null}
          {report.mayRecord ? <ReportUpload report={report} outcome={outcome ?? null} /> : null}
          <ReportForm
            key={outcome?.view === 'edit' ? JSON.stringify(outcome.rows) : String(report.year)}
            report={report}
            outcome={outcome?.view === 'edit' ? outcome : null}
          />
          <ReportOrigin report={report} traced={report.traced} asked={report.asked} />
          <ReportHistory report={report} files={`${here}/${report.unit.code}/${report.year}/files`} />
        </>
      )}
    </PageBody>
  );
}

function StateBadge({ report }: { report: ReportView }) {
  const text = useText();
  const inForce = report.versions.find((version) => version.inForce && version.cents !== null);
  if (!inForce) return <Badge>{text('realisation.open')}</Badge>;
  return inForce.provisional ? (
    <Badge tone="warn">{text('realisation.state.provisional')}</Badge>
  ) : (
    <Badge tone="ok">{text('realisation.state.final')}</Badge>
  );
}

/** After a booking: which version it became. The address says so, so that a reload keeps it. */
function Done({ report }: { report: ReportView }) {
  const text = useText();
  const [newest] = report.versions;
  const asked = useBooked();
  if (!newest || asked !== newest.number) return null;
  return (
    <Notice
      tone="ok"
      live
      title={text(newest.inForce ? 'realisation.done' : 'realisation.done.submitted', {
        number: newest.number,
      })}
    />
  );
}

function Waiting({ report }: { report: ReportView }) {
  const text = useText();
  const [newest] = report.versions;
  if (newest?.status !== 'submitted') return null;
  return (
    <Notice tone="warn" title={text('realisation.waiting-version', { number: newest.number })}>
      <Link href={`/schemes/${report.scheme.code}/decisions`}>{text('realisation.waiting-decisions')}</Link>
    </Notice>
  );
}

const signOrder = ['provisional', 'pm', 'masked'] as const;

function Summary({ report }: { report: ReportView }) {
  const text = useText();
  const budget = budgetEuros(report.rows, report);
  const spent = rowEuros(
    report.rows.flatMap((row) => (row.booked ? [row.booked] : [])),
    report,
  );
  const unknown = budget === null || spent === null;
  const signs = (of: 'budget' | 'booked') =>
    signOrder.filter((sign) => report.rows.some((row) => row[of]?.mark === sign && !row.booked?.memo));
  const [budgetSigns, spentSigns] = [signs('budget'), signs('booked')];
  return (
    <dl className="realisation-summary">
      <div>
        <dt>{text('realisation.budget')}</dt>
        <dd>
          € <Money value={budget} unit="eur" signs={budgetSigns} />
        </dd>
      </div>
      <div>
        <dt>{text('realisation.realised')}</dt>
        <dd>
          € <Money value={spent} unit="eur" signs={spentSigns} />
        </dd>
      </div>
      <div>
        <dt>
          {text('realisation.difference')} <small>{text('realisation.difference.lead')}</small>
        </dt>
        <dd>
          €{' '}
          <Money
            value={unknown ? null : spent - budget}
            unit="eur"
            sign
            signs={signOrder.filter((sign) => budgetSigns.includes(sign) || spentSigns.includes(sign))}
          />
        </dd>
      </div>
    </dl>
  );
}

function useBooked(): number | null {
  const [search] = useSearchParams();
  const booked = search.get('booked');
  return booked === null ? null : Number(booked);
}
