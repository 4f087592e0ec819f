import { answer, clear, edit, paste } from './grid-edit.ts';
import { commit, redo, undo } from './grid-history.ts';
import { linesIn, selectedOf } from './grid-range.ts';

/**
 * The budget grid without its screen: pure state and steps. Values are whole cents (`eur`) or whole
 * thousandths (`fte`). A cell that could not be read keeps its raw text and counts for nothing until
 * someone says what it is: nothing typed or pasted is ever lost or guessed.
 */
export type GridUnit = 'eur' | 'fte';
export type GridRow = {
  id: string;
  label: string;
  kind?: 'line' | 'group';
  unit?: GridUnit;
  series?: number;
  /** For FTE: the row with the same amounts in euros. Where that has an amount, the FTE add nothing to it. */
  euroRow?: string;
  /** Stands beside the totals and in none of them. */
  memo?: boolean;
};
export type GridColumn = {
  year: number;
  label?: string;
  /** What may be spent in this year, in cents; null or absent when unknown. */
  limit?: number | null;
  /** The limit rests on a provisional grant. */
  provisional?: boolean;
};

export type GridCell = {
  value: number | null;
  /** `provisional` stands with a value; the others stand for one. */
  mark?: 'pm' | 'invalid' | 'ambiguous' | 'provisional';
  /** The text as it came, for a cell that could not be read. */
  raw?: string;
};
export type CellKey = `${string}:${number}`;
export type Cells = Readonly<Record<CellKey, GridCell>>;
export type Place = { row: number; column: number };
export type Step = { key: CellKey; before: GridCell; after: GridCell }[];

export type GridState = {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cells: Cells;
  focus: Place;
  /** The other corner of the selected block; null while one cell is selected. */
  anchor: Place | null;
  past: readonly Step[];
  future: readonly Step[];
  /** The thousands mark that the person chose for what they type; asked once. */
  typed: '.' | ',' | null;
  /** What the last step did, for those who hear the page. */
  said: Said | null;
};
export type Said =
  | { what: 'copied' | 'selected' | 'emptied'; cells: number }
  | { what: 'pasted'; cells: number; wrong: number; outside: number }
  | { what: 'undone' | 'redone'; cells: number }
  | { what: 'ask'; cells: number }
  | { what: 'invalid'; raw: string };

export type GridAction =
  | { type: 'focus'; at: Place }
  | { type: 'move'; rows: number; columns: number }
  /** Selects up to a cell, or up to so many cells further. */
  | { type: 'reach'; to: Place | { rows: number; columns: number } }
  | { type: 'copied'; cells: number }
  | { type: 'clear' }
  | { type: 'edge'; to: 'row-start' | 'row-end' | 'start' | 'end' }
  | { type: 'edit'; at: Place; text: string }
  /** `notation` is known when the block was copied from a grid. */
  | { type: 'paste'; at: Place; block: string[][]; notation?: '.' | ',' }
  | { type: 'answer'; keys: readonly CellKey[]; grouping: '.' | ',' }
  | { type: 'set'; key: CellKey; cell: GridCell }
  | { type: 'undo' }
  | { type: 'redo' };

export const emptyCell: GridCell = { value: null };

const keys = new Map<string, Map<number, CellKey>>();

/** The key of a cell. The same text comes back each time: a new one is hashed anew at every look-up by it. */
export function keyOf(rowId: string, year: number): CellKey {
  const known = keys.get(rowId)?.get(year);
  return known ?? remember(rowId, year);
}

function remember(rowId: string, year: number): CellKey {
  if (keys.size > 5000) keys.clear();
  const own = keys.get(rowId) ?? new Map<number, CellKey>();
  const key = `${rowId}:${year}` as const;
  keys.set(rowId, own.set(year, key));
  return key;
}

/** Digits behind the mark that a unit keeps: cents or thousandths. */
export function decimalsOf(unit: GridUnit | undefined): 2 | 3 {
  return unit === 'fte' ? 3 : 2;
}

export function cellAt(cells: Cells, key: CellKey): GridCell {
  return cells[key] ?? emptyCell;
}

/** A grid before anything was done to it; the focus stands in the first cell that takes a value. */
export function startGrid(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  cells: Cells = {},
): GridState {
  const row = Math.max(0, rows.findIndex(isLine));
  return {
    rows,
    columns,
    cells,
    focus: { row, column: 0 },
    anchor: null,
    past: [],
    future: [],
    typed: null,
    said: null,
  };
}

/** Whether a row takes values; a heading does not. */
export function isLine(row: GridRow): boolean {
  return row.kind !== 'group';
}

/** The one step function of the grid. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'focus':
      // the browser's focus follows the model's: arriving where it stands ends no selection
      return samePlace(state.focus, action.at) ? state : { ...state, focus: action.at, anchor: null };
    case 'move':
      return { ...state, focus: moved(state, action), anchor: null };
    case 'edge':
      return { ...state, focus: edge(state, action.to), anchor: null };
    case 'reach':
      return reach(state, action.to);
    case 'copied':
      return { ...state, said: { what: 'copied', cells: action.cells } };
    case 'clear':
      return clear(state);
    case 'edit':
      return edit(state, action.at, action.text);
    case 'paste':
      return paste(state, action);
    case 'answer':
      return answer(state, action.keys, action.grouping);
    case 'set':
      return commit(state, { [action.key]: action.cell }, null);
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Stretches the selection to a cell; where selecting began stays. */
function reach(state: GridState, to: Place | { rows: number; columns: number }): GridState {
  const focus = 'row' in to ? to : moved(state, to);
  const anchor = state.anchor ?? state.focus;
  if (samePlace(anchor, focus)) return { ...state, focus, anchor: null, said: null };
  const range = selectedOf({ ...state, anchor, focus });
  const cells = linesIn(state, range).length * (range.right - range.left + 1);
  return { ...state, focus, anchor, said: { what: 'selected', cells } };
}

function moved({ rows, columns, focus }: GridState, by: { rows: number; columns: number }): Place {
  const column = clamp(focus.column + by.columns, columns.length - 1);
  let row = focus.row;
  const direction = Math.sign(by.rows);
  for (let left = Math.abs(by.rows), next = row + direction; left > 0; next += direction) {
    const candidate = rows[next];
    if (!candidate) break;
    if (!isLine(candidate)) continue;
    row = next;
    left -= 1;
  }
  return { row, column };
}

function edge({ rows, columns, focus }: GridState, to: 'row-start' | 'row-end' | 'start' | 'end'): Place {
  const lastColumn = Math.max(0, columns.length - 1);
  if (to === 'row-start') return { row: focus.row, column: 0 };
  if (to === 'row-end') return { row: focus.row, column: lastColumn };
  if (to === 'start') return { row: Math.max(0, rows.findIndex(isLine)), column: 0 };
  return { row: Math.max(0, rows.findLastIndex(isLine)), column: lastColumn };
}

function clamp(value: number, last: number): number {
  return Math.min(Math.max(value, 0), Math.max(last, 0));
}
