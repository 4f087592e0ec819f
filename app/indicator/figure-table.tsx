import { nameOf } from '#app/kernel/name.ts';
import { Notes } from '#app/ui/money.tsx';
import { NoteMark } from '#app/ui/note-mark.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { breakNotes, legendOf, noteList, sourcesOf } from './figure-note.ts';
import { figureText, partsText, splitName } from './figure-words.ts';
import { breakYears, type IndicatorFigures, type Point, rulesIn } from './figures.ts';
import { yearLabel } from './indicator.ts';

type Props = { of: IndicatorFigures; years: readonly number[]; maskedBelow: number };

/** All figures of an indicator: units and splits by years, with what they were made of; remarks stand beneath. */
export function FigureTable({ of, years, maskedBelow }: Props) {
  const text = useText();
  const locale = useLocale();
  const { definition } = of;
  const { notes, markOf } = noteList();
  const points = of.units.flatMap((unit) => unit.rows.flatMap((row) => row.points));
  const broken = (year: number) => of.units.some((unit) => breakYears(of, unit.code).includes(year));
  const rows = of.units.flatMap((unit) =>
    unit.rows.map((row, r) => {
      const name = nameOf(unit, locale);
      const split = splitName(definition, row.split, locale);
      const own = unit.sum ? text('indicator.sum', { unit: name }) : name;
      return {
        key: `${unit.code} ${row.split}`,
        kind: unit.sum ? ('subtotal' as const) : ('line' as const),
        head: split === '' ? own : r === 0 ? `${own}, ${split}` : split,
        indent: r > 0 && split !== '' ? 1 : 0,
        cells: Object.fromEntries(
          row.points.map((point) => [
            String(point.year),
            <Cell
              key={point.year}
              point={point}
              of={of}
              maskedBelow={maskedBelow}
              mark={point.caveat && markOf(point.caveat)}
            />,
          ]),
        ),
      };
    }),
  );
  const sources = sourcesOf(of);
  return (
    <div className="indicator-figures">
      <DataTable
        caption={text('indicator.figures')}
        note={locale === 'en' ? definition.unitEn : definition.unitNl}
        rowHead={text('indicator.unit')}
        columns={years.map((year) => ({
          key: String(year),
          head: (
            <>
              {broken(year) ? <span title={text('indicator.break')}>‖ </span> : null}
              {yearLabel(year, rulesIn(of, year).academic)}
            </>
          ),
        }))}
        rows={rows}
      />
      <Notes
        notes={[
          ...notes,
          ...[
            ...breakNotes(of, years, { words: text, locale }).map((said) => `‖ ${said}`),
            ...legendOf(points, maskedBelow, text),
            ...(sources ? [text('indicator.source', { sources })] : []),
          ].map((said) => ({ text: said })),
        ]}
      />
    </div>
  );
}

type CellProps = { point: Point; of: IndicatorFigures; maskedBelow: number; mark: string };

function Cell({ point, of, maskedBelow, mark }: CellProps) {
  const text = useText();
  const locale = useLocale();
  const parts = partsText(point, locale);
  const n = point.respondents === null ? '' : text('indicator.n', { count: point.respondents });
  return (
    <span className={point.draft ? 'indicator-cell indicator-draft' : 'indicator-cell'}>
      <span className="money">
        {figureText(point, of.definition, { locale, maskedBelow })}
        {mark ? <NoteMark mark={mark} /> : null}
      </span>
      {[parts, n].filter(Boolean).map((said) => (
        <small key={said}>{said}</small>
      ))}
    </span>
  );
}
