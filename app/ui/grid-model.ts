import type { AmountText } from '#app/kernel/amount-text.ts';
import { amend, commit, redo, undo } from './grid-history.ts';
import { notationOf, readIn } from './grid-paste.ts';

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
};
export type GridColumn = {
  year: number;
  label?: string;
  /** What may be spent in this year, in cents; null or absent when unknown. */
  limit?: number | null;
};

export type GridCell = {
  value: number | null;
  mark?: 'pm' | 'invalid' | 'ambiguous';
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
  past: readonly Step[];
  future: readonly Step[];
  /** The thousands mark that the person chose for what they type; asked once. */
  typed: '.' | ',' | null;
  /** What the last step did, for those who hear the page. */
  said: Said | null;
};
export type Said =
  | { what: 'pasted'; cells: number; wrong: number; outside: number }
  | { what: 'undone' | 'redone'; cells: number }
  | { what: 'ask'; cells: number }
  | { what: 'invalid'; raw: string };

export type GridAction =
  | { type: 'focus'; at: Place }
  | { type: 'move'; rows: number; columns: number }
  | { type: 'edge'; to: 'row-start' | 'row-end' | 'start' | 'end' }
  | { type: 'edit'; at: Place; text: string }
  | { type: 'paste'; at: Place; block: string[][] }
  | { type: 'answer'; keys: readonly CellKey[]; grouping: '.' | ',' }
  | { type: 'set'; key: CellKey; cell: GridCell }
  | { type: 'undo' }
  | { type: 'redo' };

const emptyCell: GridCell = { value: null };

export function keyOf(rowId: string, year: number): CellKey {
  return `${rowId}:${year}`;
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
  return { rows, columns, cells, focus: { row, column: 0 }, past: [], future: [], typed: null, said: null };
}

function isLine(row: GridRow): boolean {
  return row.kind !== 'group';
}

/** The one step function of the grid. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'focus':
      return { ...state, focus: action.at };
    case 'move':
      return { ...state, focus: moved(state, action) };
    case 'edge':
      return { ...state, focus: edge(state, action.to) };
    case 'edit':
      return edit(state, action.at, action.text);
    case 'paste':
      return paste(state, action.at, action.block);
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

/** The cell that a text makes. An amount with more digits than are kept is not rounded but refused. */
function toCell(raw: string, read: AmountText): GridCell {
  if (read.kind === 'value') return { value: read.value };
  if (read.kind === 'empty') return emptyCell;
  if (read.kind === 'pm') return { value: null, mark: 'pm' };
  return { value: null, mark: read.kind, raw };
}

function edit(state: GridState, at: Place, text: string): GridState {
  const row = state.rows[at.row];
  const column = state.columns[at.column];
  if (!row || !column || !isLine(row)) return state;
  const cell = toCell(text.trim(), readIn(text, decimalsOf(row.unit), state.typed ?? 'none'));
  const said: Said | null =
    cell.mark === 'ambiguous'
      ? { what: 'ask', cells: 1 }
      : cell.mark === 'invalid'
        ? { what: 'invalid', raw: text.trim() }
        : null;
  return commit(state, { [keyOf(row.id, column.year)]: cell }, said);
}

/** The cells that a block lands on: line rows only, cut off at the edges. */
function targets(state: GridState, at: Place, block: string[][]) {
  const rows = state.rows.slice(at.row).filter(isLine);
  const found: { key: CellKey; text: string; decimals: number }[] = [];
  let outside = 0;
  for (const [r, line] of block.entries()) {
    for (const [c, text] of line.entries()) {
      const row = rows[r];
      const column = state.columns[at.column + c];
      if (row && column)
        found.push({ key: keyOf(row.id, column.year), text, decimals: decimalsOf(row.unit) });
      else if (text !== '') outside += 1;
    }
  }
  return { found, outside };
}

/**
 * Pastes a block from a cell on. One text that proves the notation decides for the whole block; where
 * none does, what reads two ways is kept and asked. Text in a number cell is kept and marked; the rest
 * of the block goes in.
 */
function paste(state: GridState, at: Place, block: string[][]): GridState {
  const { found, outside } = targets(state, at, block);
  if (found.length === 0) return state;
  const notation = notationOf(block.flat());
  const next: Record<CellKey, GridCell> = {};
  for (const { key, text, decimals } of found) next[key] = toCell(text, readIn(text, decimals, notation));
  const cells = Object.values(next);
  const wrong = cells.filter((cell) => cell.mark === 'invalid').length;
  return commit(state, next, { what: 'pasted', cells: cells.length - wrong, wrong, outside });
}

/** Reads the cells that were asked about in the notation that the person chose. Part of the same step. */
function answer(state: GridState, keys: readonly CellKey[], grouping: '.' | ','): GridState {
  const next: Record<CellKey, GridCell> = {};
  for (const key of keys) {
    const cell = cellAt(state.cells, key);
    if (cell.mark !== 'ambiguous' || cell.raw === undefined) continue;
    const row = state.rows.find((each) => key.startsWith(`${each.id}:`) && isLine(each));
    next[key] = toCell(cell.raw, readIn(cell.raw, decimalsOf(row?.unit), grouping));
  }
  const answered = amend(state, next);
  return keys.length === 1 ? { ...answered, typed: grouping } : answered;
}
