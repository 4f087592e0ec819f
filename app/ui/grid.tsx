import {
  type Dispatch,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useReducer,
  useRef,
  useState,
} from 'react';
import { groupingOf } from '#app/kernel/amount-format.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { GridInput } from './grid-cell.tsx';
import { type GridConflict, GridConflictChoice } from './grid-conflict.tsx';
import { GridFoot, TotalText } from './grid-foot.tsx';
import { GridProblems, GridQuestion, GridTools, useSaid } from './grid-help.tsx';
import {
  type Cells,
  cellAt,
  type GridAction,
  type GridColumn,
  type GridRow,
  type GridState,
  type GridUnit,
  keyOf,
  reduceGrid,
  startGrid,
} from './grid-model.ts';
import { useOtherInFocus, useOtherSide } from './grid-other.tsx';
import { copyOf, inRange, type Range, rangeOf } from './grid-range.ts';
import { rowTotal } from './grid-totals.ts';
import { Notice } from './notice.tsx';
import { SeriesKey } from './series.tsx';
import { ScrollRegion } from './table.tsx';
import { type Text, useLocale, useText } from './text.tsx';

export type BudgetGridProps = {
  caption: ReactNode;
  rowHead: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  /** As stored, or as sent when the form comes back with errors. */
  cells: Cells;
  /** Name of the limit: `Toegekend aan de faculteit`. */
  limitLabel?: string;
  /** What one FTE costs, from a year on: the FTE count in what is left of the limit. */
  rates?: readonly Rate[];
  /** What is wrong with a cell according to the server, by `<rowId>:<year>`, in words. */
  errors?: Readonly<Record<string, string>>;
  /** Cells that someone else changed meanwhile; `cells` holds mine. */
  conflicts?: readonly GridConflict[];
};

/**
 * The budget grid: a real table with inputs that any form can send (`readGridForm` reads it), made into an
 * ARIA grid by script: arrow keys, paste of a block, undo, live totals and remainder.
 */
export function BudgetGrid(props: BudgetGridProps) {
  const text = useText();
  const locale = useLocale();
  const captionId = useId();
  const table = useRef<HTMLTableElement>(null);
  const [state, dispatch] = useReducer(reduceGrid, undefined, () =>
    startGrid(props.rows, props.columns, props.cells),
  );
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  useFocus(table, state);
  // A cell asks for the block only when it is copied: the latest state, without drawing every cell anew.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const copy = useCallback(() => copyOf(latest.current, locale), [locale]);
  const range = rangeOf(state);
  const said = useSaid(state);
  const inFocus = useOtherInFocus(state, props.rates ?? []);
  const places = placesIn(props.columns, text);
  return (
    <div className="grid">
      <input type="hidden" name="grid-grouping" value={groupingOf(locale)} />
      {props.conflicts?.length ? (
        <Notice tone="warn" title={text('ui.grid.conflict', { count: props.conflicts.length })} />
      ) : null}
      <GridQuestion state={state} dispatch={dispatch} />
      <ScrollRegion labelledBy={captionId}>
        <table
          ref={table}
          className="table grid-table"
          spellCheck={false}
          {...(live ? { role: 'grid', 'aria-multiselectable': true } : {})}
          aria-labelledby={captionId}
        >
          <caption id={captionId}>
            {props.caption}
            <small>
              {text('ui.grid.notation', { example: locale === 'nl' ? '12.345,67' : '12,345.67' })}
            </small>
          </caption>
          <thead>
            <tr className="head">
              <th scope="col" className="stub">
                {props.rowHead}
              </th>
              {props.columns.map((column) => (
                <th key={column.year} scope="col" className="number">
                  {column.label ?? column.year}
                </th>
              ))}
              <th scope="col" className="number">
                {text('ui.grid.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, index) => (
              <GridLine
                key={row.id}
                {...props}
                {...{ row, index, places, state, range, copy, dispatch, live }}
              />
            ))}
          </tbody>
          <GridFoot
            rows={props.rows}
            columns={props.columns}
            cells={state.cells}
            limitLabel={props.limitLabel}
            rates={props.rates}
          />
        </table>
      </ScrollRegion>
      {live && inFocus !== null ? <p className="grid-about">{inFocus}</p> : null}
      <GridProblems state={state} />
      {live ? <GridTools state={state} dispatch={dispatch} /> : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

type LineProps = BudgetGridProps & {
  row: GridRow;
  index: number;
  places: ReturnType<typeof placesIn>;
  state: GridState;
  range: Range | null;
  copy: () => ReturnType<typeof copyOf>;
  dispatch: Dispatch<GridAction>;
  live: boolean;
};

function GridLine(props: LineProps) {
  const { row, index, places, state, range, copy, dispatch, live, columns, errors, conflicts } = props;
  const text = useText();
  const other = useOtherSide(state.cells, props.rates ?? []);
  if (row.kind === 'group') {
    return (
      <tr className="row-group">
        <th scope="rowgroup" className="stub">
          {row.series ? <SeriesKey series={row.series} /> : null}
          {row.label}
        </th>
        <td colSpan={columns.length + 1} />
      </tr>
    );
  }
  const unit = row.unit ?? 'eur';
  return (
    <tr className="row-line">
      <th scope="row" className="stub">
        {row.series ? <SeriesKey series={row.series} /> : null}
        {row.label}
        {unit === 'fte' ? <span className="grid-unit"> {text('ui.unit.fte')}</span> : null}
        {row.memo ? <span className="grid-unit"> {text('ui.grid.memo')}</span> : null}
      </th>
      {columns.map((column, place) => {
        const tail = keyOf(row.id, column.year);
        const cell = cellAt(state.cells, tail);
        const conflict = conflicts?.find((each) => each.rowId === row.id && each.year === column.year);
        const selected = inRange(range, { row: index, column: place });
        const look = conflict || selected ? lookOf(conflict !== undefined, selected) : undefined;
        return (
          <td
            key={column.year}
            className={look}
            {...(live ? { role: 'gridcell', 'aria-selected': selected } : {})}
          >
            <GridInput
              {...{ tail, cell, unit, live, selected, copy, dispatch }}
              place={{ row: index, column: place }}
              active={state.focus.row === index && state.focus.column === place}
              label={`${row.label}, ${places[unit][place]}`}
              error={errors?.[tail]}
              other={unit === 'fte' ? other(row, column.year, row.euroRow) : null}
            />
            {conflict ? (
              <GridConflictChoice {...{ conflict, cell, dispatch, unit }} label={row.label} />
            ) : null}
          </td>
        );
      })}
      <td className="number grid-sum">
        <TotalText total={rowTotal(state.cells, row, columns)} unit={unit} />
      </td>
    </tr>
  );
}

function lookOf(conflict: boolean, selected: boolean): string {
  return [conflict && 'grid-conflict', selected && 'grid-selected'].filter(Boolean).join(' ');
}

/** What the names of all cells in a column have in common, by unit: written once per column, not with each cell. */
function placesIn(columns: readonly GridColumn[], text: Text): Record<GridUnit, string[]> {
  const of = (unit: GridUnit) => {
    const word = text(`ui.grid.unit-${unit}`);
    return columns.map(({ year }) => text('ui.grid.place', { year: String(year), unit: word }));
  };
  return { eur: of('eur'), fte: of('fte') };
}

/** Moves the browser's focus after the model's, but only while the focus is in the table. */
function useFocus(table: React.RefObject<HTMLTableElement | null>, { focus }: GridState) {
  useEffect(() => {
    const active = document.activeElement;
    if (!table.current || !active || !table.current.contains(active)) return;
    if (!active.matches('td > input')) return;
    // the first cell of a row is its head
    const cell = table.current.tBodies[0]?.rows[focus.row]?.cells[focus.column + 1];
    const input = cell?.querySelector('input');
    if (input !== active) input?.focus();
  }, [table, focus]);
}
