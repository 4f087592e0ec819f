import { load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/rights-page';
import './right.css';
import { isAsked } from './right.ts';
import { getRightMatrix } from './right-matrix.server.ts';
import type { MatrixLine } from './right-matrix.ts';
import { certaintyTone, useRightRules } from './right-words.tsx';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => ({
    ...(await getRightMatrix(tx, actor, args.params.scheme)),
    mayEdit: may(actor, 'admin.scheme'),
  }));
}

/** Who has which right on what, on which basis and how sure that is: for council members first. */
export default function RightsPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { columns, rows, scheme, mayEdit } = loaderData;
  const edit = mayEdit ? (
    <>
      <ButtonLink href={`/schemes/${scheme.code}/rights/sheet`} kind="quiet">
        {text('fill-in.open')}
      </ButtonLink>
      <ButtonLink href={`/admin/schemes/${scheme.code}`}>{text('rights.edit')}</ButtonLink>
    </>
  ) : null;
  return (
    <>
      <PageTitle page={text('rights.title')} />
      <PageBody>
        <div className="row">
          <h2>{text('rights.title')}</h2>
          <span className="end row">{rows.length > 0 ? edit : null}</span>
        </div>
        {rows.length === 0 ? (
          <Empty title={text('rights.none')} action={edit}>
            {text('rights.none.next')}
          </Empty>
        ) : (
          <>
            <p className="lead">{text('rights.lead')}</p>
            <div className="rights-matrix">
              <DataTable
                caption={text('rights.caption')}
                note={text('rights.note')}
                rowHead={text('rights.matter')}
                columns={columns.map((one) => ({ key: one.key, head: nameOf(one, locale), kind: 'text' }))}
                rows={rows.map((row) => ({
                  key: row.key,
                  head: nameOf(row, locale),
                  cells: Object.fromEntries(
                    columns.map(({ key }) => [key, <Cell key={key} lines={row.cells[key] ?? []} />]),
                  ),
                }))}
              />
            </div>
            <h2>{text('rights.each')}</h2>
            {rows.map((row) => (
              <section key={row.key} className="rights-matter">
                <h3>{nameOf(row, locale)}</h3>
                <ul className="ruled">
                  {columns.flatMap((column) =>
                    (row.cells[column.key] ?? []).map((line) => (
                      <Line key={line.ruleId} line={line} body={nameOf(column, locale)} />
                    )),
                  )}
                </ul>
              </section>
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}

function Cell({ lines }: { lines: readonly MatrixLine[] }) {
  const text = useText();
  if (lines.length === 0) return '–';
  return lines.map((line) => (
    <span key={line.ruleId} className={isAsked(line.kind) ? 'right-cell right-asked' : 'right-cell'}>
      {text(`right.${line.kind}`)}
      {line.certainty === 'uncertain' ? (
        <>
          {' '}
          <abbr title={text('certainty.uncertain')}>?</abbr>
        </>
      ) : null}
    </span>
  ));
}

function Line({ line, body }: { line: MatrixLine; body: string }) {
  const text = useText();
  const rules = useRightRules();
  const how = [
    line.prior ? text('rights.prior') : '',
    isAsked(line.kind) ? text('right.term', { days: line.termDays }) : '',
    ...rules(line),
  ].filter(Boolean);
  return (
    <li>
      <div className="row">
        <span>
          {body}: <b>{text(`right.${line.kind}`)}</b>
        </span>
        <span className="end">
          <Badge tone={certaintyTone(line.certainty)}>{text(`certainty.${line.certainty}`)}</Badge>
        </span>
      </div>
      <small>{line.basis}</small>
      {how.length > 0 ? <small>{how.join(' · ')}</small> : null}
    </li>
  );
}
