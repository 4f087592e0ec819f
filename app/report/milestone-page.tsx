import { yearName } from '#app/cycle/cycle-words.ts';
import { YearControls } from '#app/cycle/year-controls.tsx';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { yearOf } from '#app/kernel/period.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notes } from '#app/ui/money.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/milestone-page';
import { getMilestones } from './milestone.server.ts';
import { levelName, milestoneTable } from './milestone-table.ts';
import { MonthBars } from './month-bars.tsx';
import './process.css';
import './report.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const year = yearOf(new URL(args.request.url).searchParams);
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const { milestones, bars, ...rest } = await getMilestones(tx, actor, { scheme, year, now });
    const { locale } = actor;
    const words = wordsOf(locale);
    const name = yearName(rest.year, rest.academic);
    const table = milestoneTable(milestones, { words, locale, year: name });
    return {
      ...{ scheme, ...rest, name },
      table: layOut(table, { texts: renderTextsOf(locale), language: locale }),
      bars: bars.map((bar) => ({ ...bar, name: levelName([bar.level], words) })),
      places: milestones.map(({ step }) => step.milestone!),
      names: Object.fromEntries(milestones.map(({ step }) => [step.milestone!, nameOf(step, locale)])),
    };
  });
}

/** The milestones of a cycle as its plan prints them, and the months in which each level works on them. */
export default function MilestonePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, table, bars, names, places, year, years, academic, name } = loaderData;
  const here = `/schemes/${scheme}/cycle`;
  return (
    <PageBody>
      <PageTitle page={text('milestone.title')} />
      <p>
        <Link href={`${here}?year=${year}`}>{text('milestone.back')}</Link> ·{' '}
        <Link href={`/schemes/${scheme}/sanctions`}>{text('sanction.link')}</Link>
      </p>
      {table.rows.length === 0 ? (
        <Empty title={text('milestone.none')}>{text('milestone.none.next')}</Empty>
      ) : (
        <>
          {years.length > 1 ? <YearControls years={years} year={year} academic={academic} /> : null}
          <div className="milestones">
            <DataTable
              caption={table.caption}
              rowHead={table.labelHead}
              columns={table.columns.map(({ column }) => ({
                key: column.key,
                head: column.label,
                kind: 'text' as const,
              }))}
              rows={table.rows.map((row, at) => ({
                key: String(at),
                head: (
                  <>
                    <span className="milestone-place">{places[at]}</span> {row.label}
                    {row.marks.map((mark) => (
                      <sup key={mark}>
                        <a href={`#note-${mark}`}>{mark}</a>
                      </sup>
                    ))}
                  </>
                ),
                cells: Object.fromEntries(
                  table.columns.map(({ column }, c) => [column.key, row.cells[c]!.text]),
                ),
              }))}
            />
            <Notes
              notes={table.footnotes.map((note) => ({
                mark: note.mark,
                text: note.inlines.map((inline) => inline.text).join(''),
              }))}
            />
          </div>
          <TableExports href={`${here}/milestones`} title={table.caption} query={`?year=${year}`} />
          <MonthBars title={text('milestone.bars', { year: name })} bars={bars} names={names} />
        </>
      )}
    </PageBody>
  );
}
