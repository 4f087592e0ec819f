import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './chain.css';
import type { Route } from './+types/output-page';
import { getOutput } from './output.server.ts';
import { isOpen } from './output.ts';

export const handle = { ownHead: true };

/** How often the page looks again, in milliseconds. */
const again = 1_000;

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const output = await getOutput(tx, actor, args.params);
    return { head: await getPlanHead(tx, actor, args.params), output };
  });
}

/** How far the making of a file is, whichever process is at it. */
export default function OutputPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { head, output } = loaderData;
  const { status } = output;
  const open = isOpen(status);
  const { revalidate, state } = useRevalidator();
  // the job runs in another process: nothing but looking again tells that it is done
  useEffect(() => {
    if (!open || state !== 'idle') return;
    const timer = setTimeout(revalidate, again);
    return () => clearTimeout(timer);
  }, [open, state, revalidate]);
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const report = `${base}/report?version=${output.version}`;
  return (
    <>
      <PlanFrame
        head={head}
        title={text(`output.format.${output.format}`)}
        lead={text('output.of', { title: output.title, version: String(output.version) })}
      />
      <PageBody narrow>
        {open ? (
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
        ) : null}
        <Notice
          tone={status === 'failed' ? 'error' : status === 'done' ? 'ok' : 'accent'}
          live
          title={text(`output.status.${status}`)}
        >
          {text(`output.status.${status}.means`, {
            seconds: output.seconds,
            before: output.before,
            kilobytes: Math.max(1, Math.round((output.bytes ?? 0) / 1024)),
            attempts: output.attempts,
          })}
        </Notice>
        {open ? <progress className="output-progress" aria-label={text(`output.status.${status}`)} /> : null}
        <p className="row">
          {status === 'done' ? (
            <a
              className="button button-primary"
              href={`${base}/report/files/${output.job}/${output.fileName}`}
              download
            >
              {text('output.download', { name: output.fileName })}
            </a>
          ) : null}
          <ButtonLink href={report}>{text('output.back')}</ButtonLink>
        </p>
      </PageBody>
    </>
  );
}
