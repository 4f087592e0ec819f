import { redirect } from 'react-router';
import { z } from 'zod';
import { act, load } from '#app/identity/page.server.ts';
import { type Problem, problemOf } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits } from '#app/ledger/table-read.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/budget-sheet-page';
import { compareBudgetSheet, getBudgetDraft } from './budget-sheet.server.ts';
import { budgetCells, budgetDecimals, budgetKey } from './budget-sheet.ts';
import { FillInResult, FillInSteps, type ShownDifference } from './fill-in-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { head, measures } = await getBudgetDraft(tx, actor, args.params);
    return { head, measures: Object.fromEntries(measures.map(({ code, name }) => [code, name])) };
  });
}

type Outcome = { shown: ShownDifference | null; moved: boolean; problem: Problem | null };

export async function action(args: Route.ActionArgs): Promise<Outcome | Response> {
  const bytes = Number(args.request.headers.get('content-length') ?? 0);
  // told from the header, so that what is refused anyway is not read into memory first
  if (bytes > readLimits.fileBytes + 1024 ** 2) return tooLarge();
  const form = await args.request.formData();
  return form.get('intent') === 'save' ? save(args, form) : read(args, form);
}

function tooLarge(): Outcome {
  const params = { file: '', megabytes: readLimits.fileBytes / 1024 ** 2 };
  return refused(new InvalidInput([{ path: 'file', code: 'table.too-large', params }]));
}

function refused(error: InvalidInput): Outcome {
  return { shown: null, moved: false, problem: problemOf(error) };
}

async function read(args: Route.ActionArgs, form: FormData): Promise<Outcome> {
  const sent = form.get('file');
  if (!(sent instanceof File) || sent.name === '') {
    return refused(new InvalidInput([{ path: 'file', code: 'fill-in.no-file', params: {} }]));
  }
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const outcome = await act(args, (tx, actor) =>
    compareBudgetSheet(tx, actor, { ...args.params, file: sent.name, bytes }),
  );
  if ('problem' in outcome) {
    // whatever is wrong with the file is said at the field that it came in by
    const errors = outcome.problem.errors.map((error) => ({ ...error, path: 'file' }));
    return { shown: null, moved: false, problem: { ...outcome.problem, errors } };
  }
  const { difference, filled } = outcome.done;
  const { ignored } = filled;
  return {
    shown: { ...difference, file: sent.name, ignored, blind: filled.kept === null },
    moved: false,
    problem: null,
  };
}

const value = z.union([z.int(), z.literal('pm'), z.null()]);
const changes = z
  .array(
    z.object({
      row: z.int(),
      key: z.array(z.string().max(400)).length(6),
      field: z.string().regex(/^\d{4}$/),
      before: value,
      after: value,
      was: z.union([value, z.string()]).optional(),
    }),
  )
  .max(20_000);

async function save(args: Route.ActionArgs, form: FormData): Promise<Outcome | Response> {
  const read = (name: string) => changes.parse(JSON.parse(String(form.get(name) ?? '[]')));
  const chosen = read('conflicts').filter((_, i) => form.get(`choice.${i}`) === 'mine');
  const { scheme, document } = args.params;
  const cells = budgetCells([...read('changes'), ...chosen]);
  const outcome = await act(args, (tx, actor) => saveBudget(tx, actor, { scheme, document, cells }));
  if ('problem' in outcome) return { shown: null, moved: false, problem: outcome.problem };
  const { saved, conflicts } = outcome.done;
  if (conflicts.length === 0) return redirect(`${planHref({ scheme, document })}/budget?saved=${saved}`);
  return {
    shown: {
      ...{ changes: [], refused: [], same: 0, kept: 0, absent: 0, ignored: [], blind: false },
      file: '',
      conflicts: conflicts.map((one) => ({
        row: 0,
        key: budgetKey(one),
        field: String(one.year),
        before: one.theirs,
        after: one.value,
        was: one.seen,
      })),
    },
    moved: true,
    problem: null,
  };
}

export default function BudgetSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, measures } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const here = `${base}/budget/sheet`;
  const problem = actionData?.problem ?? null;
  const fileError = useFieldError(problem)('file');
  const rowName = ([measure = '', ...rest]: readonly string[]) =>
    [measures[measure] ?? measure, ...rest.filter((part) => part !== '' && part !== head.unit.code)].join(
      ' · ',
    );
  return (
    <>
      <PlanFrame head={head} title={text('fill-in.title')} lead={text('fill-in.page.lead')} />
      <PageBody>
        <p>
          <Link href={`${base}/budget`}>{text('plan.budget.edit')}</Link>
        </p>
        <ProblemSummary problem={problem} />
        {actionData?.moved ? <Notice tone="warn" live title={text('fill-in.moved')} /> : null}
        {actionData?.shown ? (
          <FillInResult shown={actionData.shown} here={here} rowName={rowName} decimalsOf={budgetDecimals} />
        ) : (
          <FillInSteps here={here} error={fileError} />
        )}
      </PageBody>
    </>
  );
}
