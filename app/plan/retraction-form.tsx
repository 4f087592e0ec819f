import type { Retraction } from '#app/document/version.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Confirmation } from '#app/ui/dialog.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import { PlanFrame } from './plan-frame.tsx';
import { ProblemSummary, useFieldError } from './reason.tsx';
import type { loadRetraction } from './retraction.server.ts';

type Props = Awaited<ReturnType<typeof loadRetraction>> & {
  action: Retraction;
  result: { problem: Problem; reason: string } | undefined;
};

/** Takes a submitted version back: says what happens to it and to what was asked about it, and asks why. */
export function RetractionForm({ action, head, version, home, result }: Props) {
  const text = useText();
  const error = useFieldError(result?.problem);
  const number = String(version?.number ?? '');
  return (
    <>
      <PlanFrame head={head} title={text(`plan.${action}`)} version={version ?? undefined} />
      <PageBody narrow>
        <ProblemSummary problem={result?.problem ?? null} />
        <Confirmation
          title={text(`${action}.title`, { number })}
          effects={[text('return.frozen', { number }), text('return.decisions'), text(`${action}.next`)]}
          act={text(`plan.${action}`)}
          kind={action === 'withdraw' ? 'danger' : 'primary'}
          cancelHref={home}
        >
          <TextArea
            id="reason"
            name="reason"
            label={text('return.reason')}
            hint={text(`${action}.reason.hint`)}
            defaultValue={result?.reason}
            error={error('reason')}
          />
        </Confirmation>
      </PageBody>
    </>
  );
}
