import type { ReactNode } from 'react';
import type { Problem } from '#app/kernel/problem.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import { RefusedRows } from './fill-in-refused.tsx';
import { FillInResult, FillInSteps, type ShownDifference } from './fill-in-view.tsx';

type Outcome = {
  shown: ShownDifference | null;
  moved: boolean;
  problem: Problem | null;
  saved: number | null;
  /** what was refused in the file of which the rest was saved */
  left: ShownDifference['refused'];
};

type Props = Omit<Parameters<typeof FillInResult>[0], 'shown'> & {
  /** of the address, with its question mark */
  query?: string;
  outcome: Outcome | undefined;
  /** what was saved, in words */
  done?: (count: number) => string;
};

/** The head of a page of a round trip that has no frame of its own, under where its table stands. */
export function FillInHead({ breadcrumb }: Pick<Parameters<typeof PageHead>[0], 'breadcrumb'>): ReactNode {
  const text = useText();
  const title = text('fill-in.title');
  const of = breadcrumb?.at(-1)?.label;
  return (
    <>
      <PageTitle page={[of, title].filter(Boolean).join(' · ')} />
      <PageHead breadcrumb={breadcrumb} title={title} lead={text('fill-in.page.lead')} />
    </>
  );
}

/** The body of every page of a round trip: fetching and handing in, or what a file would change. */
export function FillInPage({ outcome, here, query = '', done, ...view }: Props): ReactNode {
  const text = useText();
  const error = useFieldError(outcome?.problem);
  const { shown = null, moved = false, problem = null, saved = null, left = [] } = outcome ?? {};
  return (
    <>
      {saved !== null && !moved && done ? <Notice tone="ok" live title={done(saved)} /> : null}
      <ProblemSummary problem={problem} />
      {moved ? (
        <Notice tone="warn" live title={text(saved === null ? 'fill-in.moved.nothing' : 'fill-in.moved')} />
      ) : null}
      <RefusedRows
        refused={left}
        rowName={view.rowName}
        fieldName={view.fieldName}
        lead={text('fill-in.refused.left')}
      />
      {shown ? (
        <FillInResult shown={shown} here={here + query} {...view} />
      ) : (
        <FillInSteps here={here} query={query} error={error('file')} />
      )}
    </>
  );
}
