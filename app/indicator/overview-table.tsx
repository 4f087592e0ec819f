import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { Notes } from '#app/ui/money.tsx';
import { NoteMark } from '#app/ui/note-mark.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { type Locale, type Text, useLocale, useText } from '#app/ui/text.tsx';
import { noteList } from './figure-note.ts';
import { figureText, rangeText, splitName, targetText } from './figure-words.ts';
import { breakYears, type IndicatorTable } from './figures.ts';
import type { Purpose } from './indicator.ts';
import { Sparkline } from './indicator-chart.tsx';
import type { OverviewRow } from './overview.ts';

type Props = {
  base: string;
  purpose: Purpose;
  rows: readonly OverviewRow[];
  table: IndicatorTable;
  years: readonly number[];
};

/** Indicators that tell the same sort of thing, by years, with a line as small as a word and what to mind. */
export function OverviewTable({ base, purpose, rows, table, years }: Props) {
  const text = useText();
  const locale = useLocale();
  const { notes, markOf } = noteList();
  const told = rows.flatMap((row) => rowsOf(row, { base, purpose, table, years, text, locale, markOf }));
  return (
    <section className="indicator-group">
      <DataTable
        caption={text(`indicator.purpose.${purpose}`)}
        note={text(`indicator.purpose.${purpose}.note`)}
        rowHead={text('indicator.one')}
        columns={[
          ...years.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'line', head: text('indicator.development'), kind: 'text' as const },
          { key: 'target', head: text('indicator.target') },
        ]}
        rows={told}
      />
      <Notes notes={notes} anchor={`${purpose}-`} />
    </section>
  );
}

function rowsOf(
  { of, unit }: OverviewRow,
  {
    base,
    purpose,
    table,
    years,
    text,
    locale,
    markOf,
  }: Omit<Props, 'rows'> & { text: Text; locale: Locale; markOf: (said: string) => string },
): TableRow[] {
  const { definition } = of;
  const how = { locale, maskedBelow: table.maskedBelow };
  const at = (year: number) => table.years.indexOf(year);
  const head = (
    <>
      <Link href={`${base}/${of.code}`}>{nameOf(definition, locale)}</Link>
      <small className="indicator-said">
        {unit === null &&
        of.units.some((one) => one.rows.some((row) => row.points.some((p) => p.printed !== null)))
          ? text('indicator.range', { count: of.units.length })
          : null}
        {unit && unit.kind !== 'institution' ? nameOf(unit, locale) : null}
      </small>
    </>
  );
  const target =
    definition.targetMilli === null
      ? text('indicator.target.none')
      : `${definition.targetAtLeast ? '≥' : '≤'} ${targetText(definition, locale)}`;
  const known = { target, line: unit ? <Line of={of} unit={unit} /> : null };
  if (unit === null) {
    const splits = [...new Set(of.units.flatMap((one) => one.rows.map((row) => row.split)))];
    const cells = (split: string) =>
      Object.fromEntries(
        years.map((year) => [
          String(year),
          rangeText(
            of.units.flatMap((one) => one.rows.filter((row) => row.split === split)),
            at(year),
            { decimals: definition.decimals, locale },
          ),
        ]),
      );
    if (splits.length <= 1) {
      return [{ key: of.code, head, cells: { ...cells(splits[0] ?? ''), ...known } }];
    }
    return [
      { key: of.code, head, cells: known },
      ...splits.map((split) => ({
        ...{ key: `${of.code} ${split}`, indent: 1, head: splitName(definition, split, locale) },
        cells: cells(split),
      })),
    ];
  }
  const cells = (points: (typeof unit.rows)[number]['points']) =>
    Object.fromEntries(
      years.map((year) => {
        const point = points[at(year)];
        return [
          String(year),
          point ? (
            <span key={year} className={point.draft ? 'money indicator-draft' : 'money'}>
              {figureText(point, definition, how)}
              {point.caveat ? <NoteMark mark={markOf(point.caveat)} anchor={`${purpose}-`} /> : null}
            </span>
          ) : null,
        ];
      }),
    );
  const [first, ...others] = unit.rows;
  if (first && others.length === 0) {
    return [{ key: of.code, head, cells: { ...cells(first.points), ...known } }];
  }
  return [
    { key: of.code, head, cells: known },
    ...unit.rows.map((row) => ({
      ...{ key: `${of.code} ${row.split}`, indent: 1 },
      head: splitName(definition, row.split, locale) || text('indicator.whole'),
      cells: cells(row.points),
    })),
  ];
}

function Line({ of, unit }: { of: OverviewRow['of']; unit: NonNullable<OverviewRow['unit']> }) {
  const text = useText();
  const broken = breakYears(of, unit.code);
  return (
    <span className="indicator-line">
      <Sparkline of={of} unit={unit} />
      {broken.length > 0 ? <small>{text('indicator.broken', { years: broken.join(', ') })}</small> : null}
    </span>
  );
}
