import type { LaidOutCell, LaidOutTable } from '#app/render/layout.ts';
import { Link } from '#app/ui/link.tsx';
import { Notes } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import type { CellChecks } from './cell-check.ts';
import { CheckMark } from './check-mark.tsx';
import type { Check } from './open-check.ts';

type Props = {
  table: LaidOutTable;
  /** the theme's number in the colour series, by row; rows without one get no key */
  series?: (row: number) => number | undefined;
  /** the address of the figure whose origin is shown */
  selected?: string | null;
  /** sets the notes of this table apart where a page has several */
  notePrefix?: string;
  /** what misses a rule, by cell, and the scheme whose checks explain it */
  checks?: { scheme: string; cells: CellChecks };
};

/** A laid-out report table on a page: the same rows, notes and marks that every export writes. */
export function ReportTable({ table, series, selected, notePrefix, checks }: Props) {
  const anchor = notePrefix ? `${notePrefix}-` : '';
  const columns = table.columns.map(({ column }) => ({
    key: column.key,
    head: column.description ? <abbr title={column.description}>{column.label}</abbr> : column.label,
    group: column.groups?.join(' '),
    actual: column.tone === 'quiet',
  }));
  // where one figure of a column has a mark, the others keep its room free: digits stay under each other
  const marked = new Set(Object.keys(checks?.cells ?? {}).map((place) => Number(place.split(' ')[1])));
  const rows = table.rows.map((row, r) => ({
    key: String(r),
    kind: row.kind,
    indent: row.indent,
    series: series?.(r),
    head: (
      <>
        {row.href ? <Link href={row.href}>{row.label}</Link> : row.label}
        <Marks marks={row.marks} anchor={anchor} linked />
      </>
    ),
    cells: Object.fromEntries(
      table.columns.map(({ column }, c) => [
        column.key,
        <FigureCell
          key={column.key}
          cell={row.cells[c]!}
          selected={selected}
          anchor={anchor}
          label={columnName(column, row.label)}
          checks={checks?.cells[`${r} ${c}`]}
          scheme={checks?.scheme ?? ''}
          roomFree={marked.has(c)}
        />,
      ]),
    ),
  }));
  return (
    <>
      <DataTable
        caption={table.caption}
        note={table.unitNote}
        rowHead={table.labelHead}
        columns={columns}
        rows={rows}
      />
      <Notes
        anchor={anchor}
        notes={[
          ...table.footnotes.map((note) => ({
            mark: note.mark,
            text: note.inlines.map((inline) => inline.text).join(''),
          })),
          ...table.legend.map((text) => ({ text })),
        ]}
      />
    </>
  );
}

/** What a figure is, for those who hear the page: its column in full, then its row. */
function columnName(column: LaidOutTable['columns'][number]['column'], row: string): string {
  const { groups = [], label, description } = column;
  // a letter such as B only stands for its description; a longer head (B 2019) says more than that
  const heads = description && label.length === 1 ? [description] : [label, description];
  return `${[...groups, ...heads].filter(Boolean).join(' ')}, ${row}`;
}

type FigureProps = {
  cell: LaidOutCell;
  label: string;
  anchor: string;
  selected?: string | null;
  checks?: readonly Check[];
  scheme: string;
  roomFree: boolean;
};

function FigureCell(props: FigureProps) {
  const { cell, label } = props;
  if (cell.text === '') {
    return props.checks ? <CheckMark checks={props.checks} label={label} scheme={props.scheme} /> : null;
  }
  const isSelected = cell.href !== undefined && cell.href === props.selected;
  const figure = cell.href ? (
    <Link href={cell.href} className="money-link" aria-current={isSelected ? 'true' : undefined}>
      {cell.text}
      <span className="visually-hidden"> {label}</span>
    </Link>
  ) : (
    cell.text
  );
  return (
    <span className={isSelected ? 'money money-selected' : 'money'}>
      {figure}
      <Marks marks={cell.marks} anchor={props.anchor} linked={cell.href === undefined} />
      {props.checks ? (
        <CheckMark checks={props.checks} label={label} scheme={props.scheme} />
      ) : props.roomFree ? (
        <span className="check-room" />
      ) : null}
    </span>
  );
}

/** Marks of notes; they lead to the note unless the figure itself leads somewhere, whose target they would crowd. */
function Marks({ marks, anchor, linked }: { marks: string[]; anchor: string; linked: boolean }) {
  if (marks.length === 0) return null;
  return (
    <sup className="check">
      {marks.map((mark) =>
        linked ? (
          <a key={mark} href={`#note-${anchor}${mark}`}>
            {mark}
          </a>
        ) : (
          <span key={mark}>{mark}</span>
        ),
      )}
    </sup>
  );
}
