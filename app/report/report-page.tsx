import { Form, redirect } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { FILE_FORMATS } from '#app/render/file-format.ts';
import { flow } from '#app/render/flow.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './chain.css';
import './report.css';
import type { Route } from './+types/report-page';
import { getReport } from './chain.server.ts';
import { ReportContents, ReportView } from './chain-view.tsx';
import { requestOutput } from './output.server.ts';
import { makeOutputs } from './output-work.server.ts';

export const handle = { ownHead: true };

function versionIn(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get('version');
  return asked && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
}

/** A document as one report, as every file of it is made. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const now = args.context.get(edgeContext).clock();
  const version = versionIn(args.request);
  const { plan, report, standing } = await load(args, (tx, actor) =>
    getReport(tx, actor, { ...args.params, version, locale, now }),
  );
  const { blocks, notice } = flow(report, renderTextsOf(locale));
  return { head: plan.head, version: plan.version, standing, notice: notice ?? null, blocks };
}

/** Asks for a file of it and goes to where its making is told. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const locale = localeOf(args.request, args.context);
  const { db, clock, afterwards } = args.context.get(edgeContext);
  let institutionId = '';
  const outcome = await act(args, (tx, actor) => {
    institutionId = actor.institutionId;
    const format = FILE_FORMATS.find((one) => one === form.get('format'));
    if (!format) throw new InvalidInput([{ path: 'format', code: 'output.format', params: {} }]);
    const version = Number(form.get('version')) || null;
    return requestOutput(tx, actor, { ...args.params, version, format, locale, now: clock() });
  });
  if ('problem' in outcome) return outcome;
  // not waited for: the page of the job tells how far it is, and another process takes it over when this one dies
  afterwards(() => makeOutputs(db, institutionId));
  return redirect(`${planHref(args.params)}/report/files/${outcome.done.job}`);
}

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, version, standing, blocks } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  return (
    <>
      <PlanFrame
        head={head}
        title={text('chain.report')}
        version={version}
        actions={
          <ButtonLink href={`${base}?version=${version.number}`}>{text('chain.to-document')}</ButtonLink>
        }
      />
      <PageBody
        asideLabel={text('chain.contents')}
        aside={
          <nav aria-labelledby="contents">
            <h2 id="contents">{text('chain.contents')}</h2>
            <ReportContents flow={{ blocks }} />
          </nav>
        }
      >
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Notice tone={standing === 'not-kept' ? 'warn' : 'accent'} title={text(`chain.standing.${standing}`)}>
          {text(`chain.standing.${standing}.means`, {
            date: version.submittedAt ? formatDate(version.submittedAt, locale) : '',
          })}
        </Notice>
        <Form method="post" className="report-files" aria-label={text('output.make')}>
          <input type="hidden" name="version" value={version.number} />
          <span className="sub">{text('output.make')}</span>
          {FILE_FORMATS.map((format) => (
            <Button key={format} name="format" value={format} small>
              {text(`output.format.${format}`)}
            </Button>
          ))}
        </Form>
        {blocks.length === 0 ? (
          <Empty title={text('chain.empty')}>{text('chain.empty.next')}</Empty>
        ) : (
          <ReportView flow={{ blocks }} />
        )}
      </PageBody>
    </>
  );
}
