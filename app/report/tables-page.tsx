import { load } from '#app/identity/page.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './report.css';
import type { Route } from './+types/tables-page';
import { listTables } from './table.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => ({
    scheme,
    tables: (await listTables(tx, actor, scheme)).map(({ layout, ...head }) => ({
      ...head,
      about: layout.about ?? null,
      source: layout.source ?? null,
    })),
  }));
}

export default function TablesPage({ loaderData: { scheme, tables } }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const here = `/schemes/${scheme}/tables`;
  return (
    <PageBody>
      <PageTitle page={text('tables.title')} />
      <p className="lead">{text('tables.lead')}</p>
      <p>
        <Link href={`/schemes/${scheme}/checks`}>{text('checks.link')}</Link> ·{' '}
        <Link href={`/schemes/${scheme}/sanctions`}>{text('sanction.link')}</Link>
      </p>
      {tables.length === 0 ? (
        <Empty title={text('tables.empty')}>{text('tables.empty.next')}</Empty>
      ) : (
        <ul className="table-list">
          {tables.map((table) => {
            const title = locale === 'en' ? table.titleEn : table.titleNl;
            return (
              <li key={table.code} className="table-entry">
                <h2>
                  <Link href={`${here}/${table.code}`}>{title}</Link>
                </h2>
                {table.about ? <p>{table.about[locale === 'en' ? 'en' : 'nl']}</p> : null}
                {table.source ? (
                  <p className="table-source">
                    {text('tables.source')} {table.source}
                  </p>
                ) : null}
                <TableExports href={`${here}/${table.code}`} title={title} />
              </li>
            );
          })}
        </ul>
      )}
    </PageBody>
  );
}
