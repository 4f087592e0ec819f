import { act, load, requireActor } from '#app/identity/page.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { nameOf } from '#app/plan/plan-words.ts';
import { ProblemSummary, reasonText, useFieldError } from '#app/plan/reason.tsx';
import { writeCsv } from '#app/render/csv.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { TextField } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/indicator-sheet-page';
import type { CellRefusal } from './fill-in-difference.ts';
import { chosenChanges, type FillInOutcome, oversize, readHandedIn } from './fill-in-post.server.ts';
import { FillInResult, FillInSteps } from './fill-in-view.tsx';
import {
  compareIndicatorSheet,
  getSheetRows,
  indicatorSheetAddress,
  saveIndicatorSheet,
} from './indicator-sheet.server.ts';

export const handle = { ownHead: true };

function addressOf(params: Route.LoaderArgs['params']) {
  const read = indicatorSheetAddress.safeParse(params);
  if (!read.success) throw new Missing('year');
  return read.data;
}

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const head = await getSchemeHead(tx, actor.institutionId, args.params.scheme);
    const at = addressOf(args.params);
    const rows = await getSheetRows(tx, actor, at);
    const names = rows.map(({ unit, indicator, split, definition }) => ({
      key: [unit.code, indicator, split].join('/'),
      unit: { nameNl: unit.nameNl, nameEn: unit.nameEn },
      indicator: { nameNl: definition.nameNl, nameEn: definition.nameEn },
      split: definition.splits.find((one) => one.code === split) ?? null,
      whole: definition.kind === 'count',
    }));
    return { head, year: at.year, names };
  });
}

export async function action(
  args: Route.ActionArgs,
): Promise<FillInOutcome & { saved?: number; reason?: string }> {
  requireActor(args.context, args.request);
  const at = addressOf(args.params);
  const tooLarge = oversize(args);
  if (tooLarge) return tooLarge;
  const form = await args.request.formData();
  if (form.get('intent') !== 'save') {
    return readHandedIn(args, form, (tx, actor, sent) =>
      compareIndicatorSheet(tx, actor, { ...at, ...sent }),
    );
  }
  const changes = chosenChanges(form);
  const reason = String(form.get('reason') ?? '').trim();
  const outcome = await act(args, (tx, actor) => saveIndicatorSheet(tx, actor, { ...at, changes, reason }));
  if ('done' in outcome) return { shown: null, moved: false, problem: null, saved: outcome.done.saved };
  // what was read stays in sight, with what is wrong beside it
  const shown = {
    ...{ changes, conflicts: [], refused: [], same: 0, kept: 0, absent: 0, ignored: [], blind: false },
    file: String(form.get('name') ?? ''),
  };
  return { shown, moved: false, problem: outcome.problem, reason };
}

/** A year of indicators goes out as a spreadsheet and comes back: shown cell by cell before anything is recorded. */
export default function IndicatorSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, year } = loaderData;
  const problem = actionData?.problem ?? null;
  const error = useFieldError(problem);
  const base = `/schemes/${head.code}/indicators`;
  const here = `${base}/sheet/${year}`;
  const title = text('fill-in.indicators.title', { year: String(year) });
  const names = new Map(loaderData.names.map((one) => [one.key, one]));
  const rowName = (key: readonly string[]) => {
    const row = names.get(key.join('/'));
    if (!row) return key.join(', ');
    const split = row.split ? nameOf(row.split, locale) : '';
    return [nameOf(row.unit, locale), nameOf(row.indicator, locale), split].filter(Boolean).join(', ');
  };
  const shown = actionData?.shown ?? null;
  return (
    <>
      <title>{text('app.title', { page: title })}</title>
      <PageHead
        breadcrumb={[
          { href: `/schemes/${head.code}`, label: nameOf(head, locale) },
          { href: base, label: text('indicator.title') },
        ]}
        title={title}
        lead={text('fill-in.page.lead')}
      />
      <PageBody>
        {actionData?.saved === undefined ? null : (
          <Notice tone="ok" live title={text('fill-in.indicators.saved', { count: actionData.saved })} />
        )}
        <ProblemSummary problem={problem} />
        {shown && shown.refused.length > 0 ? (
          <Refused refused={shown.refused} rowName={rowName} year={year} />
        ) : null}
        {shown ? (
          <FillInResult
            shown={shown}
            here={here}
            rowName={rowName}
            fieldName={(field) => text(`indicator.fill.${field}`)}
            decimalsOf={(key, field) => (field === 'respondents' || names.get(key.join('/'))?.whole ? 0 : 3)}
            also={
              <TextField
                id="reason"
                name="reason"
                label={text('indicator.fill.reason')}
                hint={text('indicator.fill.reason.hint')}
                defaultValue={actionData?.reason ?? ''}
                error={error('reason')}
                optional
              />
            }
          />
        ) : (
          <FillInSteps here={here} error={error('file')} />
        )}
      </PageBody>
    </>
  );
}

type RefusedProps = {
  refused: readonly CellRefusal[];
  rowName: (key: readonly string[]) => string;
  year: number;
};

/** The rows that cannot be recorded, to take along and put right; the others can be recorded without them. */
function Refused({ refused, rowName, year }: RefusedProps) {
  const text = useText();
  const locale = useLocale();
  const csv = writeCsv([
    [text('fill-in.row'), text('fill-in.indicators.name'), text('fill-in.field'), text('fill-in.reason')],
    ...refused.map((one) => [
      String(one.row),
      rowName(one.key),
      one.field ? text(`indicator.fill.${one.field}`) : '',
      reasonText(text, locale, one),
    ]),
  ]);
  return (
    <Notice tone="warn" title={text('fill-in.indicators.refused', { count: refused.length })}>
      <a
        href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csv)}`}
        download={`indicatoren-${year}-fout.csv`}
      >
        {text('fill-in.indicators.refused.file')}
      </a>
    </Notice>
  );
}
