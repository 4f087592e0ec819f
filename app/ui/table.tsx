import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { SeriesKey } from './series.tsx';

/** What a row is: totals differ by weight and rule, `plain` rows stand below them, `group` heads a block. */
export type RowKind = 'line' | 'subtotal' | 'total' | 'plain' | 'result' | 'group';

export type TableColumn = {
  key: string;
  head: ReactNode;
  /** Neighbouring columns with the same group share one head above them (a year over B and R). */
  group?: string;
  /** `number` is right-aligned with tabular figures (default); `text` is left-aligned and wraps. */
  kind?: 'number' | 'text';
  /** Printed in lighter ink: actuals beside budgets. */
  actual?: boolean;
  /** Left out when no row has anything in it. */
  optional?: boolean;
};

export type TableRow = {
  key: string;
  kind?: RowKind;
  head: ReactNode;
  /** Colour key 1-6 of the theme; its name stands beside it. */
  series?: number;
  /** Depth below the first level, 0-3. */
  indent?: number;
  cells: Readonly<Record<string, ReactNode>>;
};

type TableProps = {
  caption: ReactNode;
  /** Under the caption: units and abbreviations. */
  note?: ReactNode;
  /** Head of the first column; empty when the rows speak for themselves. */
  rowHead?: ReactNode;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** On a phone each row stands by itself, with the heads, which are texts, before its cells. */
  stack?: boolean;
};

/**
 * A table of figures: real headers, sticky head and first column. Where it is wider than its place it
 * scrolls within a labelled region that the keyboard reaches.
 */
export function DataTable({ caption, note, rowHead, columns: all, rows, stack = false }: TableProps) {
  const captionId = useId();
  const columns = all.filter(
    ({ key, optional }) => !optional || rows.some((row) => !isEmpty(row.cells[key])),
  );
  const grouped = columns.some((column) => column.group !== undefined);
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className={stack ? 'table table-stack' : 'table'}>
        <caption id={captionId}>
          {caption}
          {note ? <small>{note}</small> : null}
        </caption>
        <thead>
          {grouped ? <GroupHeads columns={columns} rowHead={rowHead} /> : null}
          <tr className={grouped ? 'head-under' : 'head'}>
            {grouped ? null : <RowHeadHead>{rowHead}</RowHeadHead>}
            {columns.map((column) =>
              grouped && column.group === undefined ? null : (
                <th key={column.key} scope="col" className={cellClass(column)}>
                  {column.head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} columns={columns} stack={stack} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function isEmpty(cell: ReactNode): boolean {
  return cell == null || cell === '' || cell === false;
}

function RowHeadHead(props: { children: ReactNode; rowSpan?: number }) {
  return props.children ? (
    <th scope="col" className="stub" rowSpan={props.rowSpan}>
      {props.children}
    </th>
  ) : (
    <td className="stub" rowSpan={props.rowSpan} />
  );
}

function GroupHeads({ columns, rowHead }: Pick<TableProps, 'columns' | 'rowHead'>) {
  const runs: { column: TableColumn; span: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && column.group !== undefined && last.column.group === column.group) last.span += 1;
    else runs.push({ column, span: 1 });
  }
  return (
    <tr className="head-group">
      <RowHeadHead rowSpan={2}>{rowHead}</RowHeadHead>
      {runs.map(({ column, span }) =>
        column.group === undefined ? (
          <th key={column.key} scope="col" rowSpan={2} className={`${cellClass(column)} head-alone`}>
            {column.head}
          </th>
        ) : (
          <th key={column.key} scope="colgroup" colSpan={span} className="number">
            {column.group}
          </th>
        ),
      )}
    </tr>
  );
}

function Row(props: { row: TableRow; columns: readonly TableColumn[]; stack: boolean }) {
  const { row, columns, stack } = props;
  const indent = row.indent ? ` indent-${Math.min(row.indent, 3)}` : '';
  if (row.kind === 'group') {
    return (
      <tr className="row-group">
        <th scope="rowgroup" className={`stub${indent}`}>
          {row.head}
        </th>
        <td colSpan={columns.length} />
      </tr>
    );
  }
  return (
    <tr className={`row-${row.kind ?? 'line'}`}>
      <th scope="row" className={`stub${indent}`}>
        {row.series ? <SeriesKey series={row.series} /> : null}
        {row.head}
      </th>
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column)} data-label={stack ? column.head : undefined}>
          {row.cells[column.key]}
        </td>
      ))}
    </tr>
  );
}

function cellClass(column: TableColumn): string {
  return `${column.kind ?? 'number'}${column.actual ? ' actual' : ''}`;
}

/**
 * A part of the page that scrolls sideways when its content is too wide. Once measured to fit it stops
 * being a scroller, so that the table's head can stick to the top of the window.
 */
export function ScrollRegion(props: { labelledBy: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const measure = () => {
      const content = element.firstElementChild;
      setFits(content instanceof HTMLElement && content.scrollWidth <= element.clientWidth + 1);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={region}
      className={fits ? 'scroll fits' : 'scroll'}
      aria-labelledby={props.labelledBy}
      tabIndex={fits ? undefined : 0}
    >
      {props.children}
    </section>
  );
}
