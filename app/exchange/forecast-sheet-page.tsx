import { edgeContext, load } from '#app/identity/page.server.ts';
import { TextArea } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/forecast-sheet-page';
import { FillInHead, FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';
import { rowKey } from './fill-in-read.ts';
import { readForecastSheet, saveForecastSheet } from './forecast-sheet.server.ts';
import { forecastKey } from './forecast-sheet.ts';
import { forecastSheetAt } from './forecast-sheet-address.ts';

export const handle = { ownHead: true };

function homeOf({ scheme, unit, year }: Route.LoaderArgs['params']) {
  return `/schemes/${scheme}/realisation/${unit}/${year}/forecast`;
}

export async function loader(args: Route.LoaderArgs) {
  const at = forecastSheetAt(args, args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { forecast } = await readForecastSheet(tx, actor, at);
    const { unit, year, funds } = forecast.report;
    return {
      home: homeOf(args.params),
      query: at.months === null ? '' : `?months=${at.months}`,
      ...{ unit: { nameNl: unit.nameNl, nameEn: unit.nameEn }, year },
      rows: forecast.rows.map((row) => ({ key: rowKey(forecastKey(forecast, row)), name: row.name })),
      funds: funds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = forecastSheetAt(args, args.context.get(edgeContext).clock());
  let version: number | null = null;
  const outcome = await postSheet(args, {
    sheet: async (tx, actor) => (await readForecastSheet(tx, actor, at)).sheet,
    save: async (tx, actor, changes, typed) => {
      const note = (typed.note ?? '').trim().slice(0, 2000);
      const saved = await saveForecastSheet(tx, actor, { ...at, changes, note });
      version = saved.version;
      return saved;
    },
  });
  return onceSaved(outcome, `${homeOf(args.params)}${version === null ? '' : `?saved=${version}`}`);
}

export default function ForecastSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { home, query, unit, year, rows, funds } = loaderData;
  const nameOf = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  const rowName = (key: readonly string[]) => {
    const row = rows.find((one) => one.key === rowKey(key));
    const fund = funds.find((one) => one.code === key.at(-1));
    return [row?.name ?? key.slice(0, -1).filter(Boolean).join(', '), fund ? nameOf(fund) : '']
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <>
      <FillInHead
        breadcrumb={[
          {
            href: home + query,
            label: text('forecast.title', { unit: nameOf(unit), year: String(year) }),
          },
        ]}
      />
      <PageBody>
        <FillInPage
          outcome={actionData}
          done={(count) => text('fill-in.saved', { count })}
          here={`${home}/sheet`}
          query={query}
          rowName={rowName}
          fieldName={(field) => text(field === 'hand' ? 'forecast.method.hand' : 'forecast.reason')}
          decimalsOf={(_, field) => (field === 'reason' ? null : 2)}
          also={<TextArea label={text('forecast.remark')} name="note" optional rows={2} maxLength={2000} />}
        />
      </PageBody>
    </>
  );
}
