import { load, requireActor } from '#app/identity/page.server.ts';
import { IndicatorHead } from '#app/indicator/indicator-head.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { useFieldError } from '#app/plan/reason.tsx';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { TextField } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/indicator-sheet-page';
import { FillInPage } from './fill-in-page.tsx';
import { postSheet } from './fill-in-post.server.ts';
import { getSheetRows, indicatorSheetAddress, saveIndicatorSheet } from './indicator-sheet.server.ts';
import { indicatorRound } from './indicator-sheet.ts';

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

export async function action(args: Route.ActionArgs) {
  requireActor(args.context, args.request);
  const at = addressOf(args.params);
  return postSheet(args, {
    sheet: async (tx, actor) => indicatorRound(await getSheetRows(tx, actor, at), at.year),
    save: (tx, actor, changes, { reason = '' }) =>
      saveIndicatorSheet(tx, actor, { ...at, changes, reason: reason.trim() }),
  });
}

/** A year of indicators goes out as a spreadsheet and comes back: shown cell by cell before anything is recorded. */
export default function IndicatorSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, year } = loaderData;
  const error = useFieldError(actionData?.problem);
  const base = `/schemes/${head.code}/indicators`;
  const here = `${base}/sheet/${year}`;
  const title = text('fill-in.indicators.title', { year: String(year) });
  const names = new Map(loaderData.names.map((one) => [one.key, one]));
  // a reflection is of all parts of an indicator
  const whole = new Map(loaderData.names.map((one) => [one.key.slice(0, one.key.lastIndexOf('/')), one]));
  const rowName = (key: readonly string[]) => {
    const row = names.get(key.join('/')) ?? whole.get(key.join('/'));
    if (!row) return key.join(', ');
    const split = row.split && key.length > 2 ? nameOf(row.split, locale) : '';
    return [nameOf(row.unit, locale), nameOf(row.indicator, locale), split].filter(Boolean).join(', ');
  };
  return (
    <>
      <IndicatorHead scheme={head} title={title} lead={text('fill-in.page.lead')} />
      <PageBody>
        <FillInPage
          outcome={actionData}
          done={(count) => text('fill-in.indicators.saved', { count })}
          here={here}
          rowName={rowName}
          fieldName={(field) => text(`indicator.fill.${field}`, { name: 'none' })}
          decimalsOf={(key, field) =>
            field === 'reflection' || field === 'caveat'
              ? null
              : field === 'respondents' || names.get(key.join('/'))?.whole
                ? 0
                : 3
          }
          also={
            <TextField
              id="reason"
              name="reason"
              label={text('indicator.fill.reason')}
              hint={text('indicator.fill.reason.hint')}
              defaultValue={actionData?.typed.reason ?? ''}
              error={error('reason')}
              optional
            />
          }
        />
      </PageBody>
    </>
  );
}
