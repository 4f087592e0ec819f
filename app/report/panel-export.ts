import { getPanels } from '#app/consultation/panel.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf } from '#app/kernel/period.ts';
import { count, empty, type Table } from '#app/render/report.ts';
import type { Route } from './+types/panel-export';
import { getSchemeFrame } from './money.server.ts';
import { type Language, pageFile } from './page-file.ts';

/** How many talks each unit had with panels on each theme, as a file of the year and method in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { query, asked, language }) => {
    const year = yearOf(query);
    const method = query.get('method') || null;
    const panels = await getPanels(tx, actor, { scheme, year, method });
    const chosen = panels.methods.find((one) => one.code === method);
    return {
      frame: await getSchemeFrame(tx, actor, scheme, asked.today),
      title: language.words('panel.caption'),
      filters: [year?.toString(), chosen && nameOf(chosen, language.locale)],
      tables: panels.total > 0 ? [panelTable(panels, language)] : [],
    };
  });
}

type Panels = Awaited<ReturnType<typeof getPanels>>;

/** A talk on two themes counts at both; an empty cell says that there was none. */
function panelTable({ themes, rows }: Panels, { words, locale }: Language): Table {
  const loose = rows.some((row) => row.none.sittings > 0);
  return {
    caption: words('panel.caption'),
    labelHead: words('field.unit'),
    columns: [
      ...themes.map((theme) => ({ key: theme.code, label: nameOf(theme, locale) })),
      ...(loose ? [{ key: 'none', label: words('panel.no-theme') }] : []),
    ],
    rows: rows.map((row) => ({
      kind: 'plain',
      label: nameOf(row.unit, locale),
      cells: [...row.cells, ...(loose ? [row.none] : [])].map(({ sittings }) =>
        sittings === 0 ? empty : count(sittings),
      ),
    })),
  };
}
