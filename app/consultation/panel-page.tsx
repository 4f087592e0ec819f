import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf } from '#app/kernel/period.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/panel-page';
import { canManageMethods } from './consultation.ts';
import { ConsultationFilters } from './consultation-filters.tsx';
import { ConsultationNav } from './consultation-nav.tsx';
import { useConsultationDate } from './consultation-words.tsx';
import { DiscussionWords } from './discussion-words.tsx';
import { getPanels } from './panel.server.ts';
import type { PanelCell } from './panel.ts';
import './consultation.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams;
  const year = yearOf(asked);
  const method = asked.get('method') || null;
  return load(args, async (tx, actor) => ({
    ...(await getPanels(tx, actor, { scheme, year, method })),
    ...{ scheme, year, method, mayManage: canManageMethods(actor) },
  }));
}

type Panel = Route.ComponentProps['loaderData']['panels'][number];

/** Panel talks: faculty by theme, and who discussed what came out. */
export default function PanelPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, themes, rows, panels, total, year, method } = loaderData;
  const loose = rows.some((row) => row.none.sittings > 0);
  return (
    <PageBody>
      <PageTitle page={text('consultation.nav.panels')} />
      <ConsultationNav scheme={scheme} current="panels" mayManage={loaderData.mayManage} />
      <p className="said">{text('panel.lead')}</p>
      {total === 0 ? <Empty title={text('panel.none')}>{text('panel.none.next')}</Empty> : null}
      {total > 0 ? (
        <>
          <ConsultationFilters
            chosen={{ year: year === null ? '' : String(year), method: method ?? '' }}
            years={loaderData.years}
            methods={loaderData.methods}
          />
          <DataTable
            caption={text('panel.caption')}
            rowHead={text('field.unit')}
            columns={[
              ...themes.map((theme) => ({
                ...{ key: theme.code, head: nameOf(theme, locale), kind: 'text' as const },
              })),
              ...(loose ? [{ key: '', head: text('panel.no-theme'), kind: 'text' as const }] : []),
            ]}
            rows={rows.map((row) => ({
              key: row.unit.code,
              head: nameOf(row.unit, locale),
              cells: Object.fromEntries([
                ...row.cells.map((cell, i) => [
                  themes[i]!.code,
                  <Talks key={themes[i]!.code} cell={cell} scheme={scheme} />,
                ]),
                ['', <Talks key="" cell={row.none} scheme={scheme} />],
              ]),
            }))}
          />
          <TableExports
            href={`/schemes/${scheme}/consultations/panels`}
            title={text('panel.caption')}
            query={`?${new URLSearchParams({ ...(year !== null && { year: String(year) }), ...(method && { method }) })}`}
          />
          <h2>{text('panel.discussed')}</h2>
          {panels.length === 0 ? <p>{text('consultation.none.filter')}</p> : null}
          <ul className="ruled">
            {panels.map((panel) => (
              <li key={panel.consultationId}>
                <Link href={`/schemes/${scheme}/consultations/${panel.consultationId}`}>{panel.title}</Link>
                <small>
                  {nameOf({ nameNl: panel.unitNl, nameEn: panel.unitEn }, locale)} ·{' '}
                  <PanelDate panel={panel} />
                </small>
                {panel.discussions.length === 0 ? <small>{text('panel.not-discussed')}</small> : null}
                {panel.discussions.map((one) => (
                  <small key={`${one.body} ${one.withWhom} ${one.on}`}>
                    <DiscussionWords discussion={one} />
                  </small>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PageBody>
  );
}

function PanelDate({ panel }: { panel: Pick<Panel, 'on' | 'date'> }) {
  return useConsultationDate()(panel);
}

/** How many talks, each with its date as the way to it; an empty cell says that there was none. */
function Talks({ cell, scheme }: { cell: PanelCell<Panel>; scheme: string }) {
  const text = useText();
  if (cell.panels.length === 0)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text('panel.cell.none')}</span>
      </>
    );
  return (
    <>
      {text('panel.cell', { count: cell.sittings })}
      {cell.panels.map((panel) => (
        <small key={panel.consultationId} className="panel-talk">
          <Link href={`/schemes/${scheme}/consultations/${panel.consultationId}`}>
            <PanelDate panel={panel} />
          </Link>
        </small>
      ))}
    </>
  );
}
