import type { AmountText } from '#app/kernel/amount-text.ts';
import { amend, commit } from './grid-history.ts';
import {
  type CellKey,
  cellAt,
  decimalsOf,
  emptyCell,
  type GridAction,
  type GridCell,
  type GridState,
  isLine,
  keyOf,
  type Place,
  type Said,
} from './grid-model.ts';
import { type Notation, notationOf, readIn } from './grid-paste.ts';
import { linesIn, rangeOf, selectedOf } from './grid-range.ts';

/** The cell that a text makes. An amount with more digits than are kept is not rounded but refused. */
function toCell(raw: string, read: AmountText): GridCell {
  if (read.kind === 'value') return { value: read.value };
  if (read.kind === 'provisional') return { value: read.value, mark: 'provisional' };
  if (read.kind === 'empty') return emptyCell;
  if (read.kind === 'pm') return { value: null, mark: 'pm' };
  return { value: null, mark: read.kind, raw };
}

/** Reads what was typed into a cell. */
export function edit(state: GridState, at: Place, text: string): GridState {
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
 * Pastes a block from a cell on, or from the corner of the selected block; one value fills that block. One
 * text that proves the notation decides for the whole block; where none does, what reads two ways is kept and
 * asked. Text in a number cell is kept and marked; the rest of the block goes in.
 */
export function paste(
  state: GridState,
  { at, block, notation }: Extract<GridAction, { type: 'paste' }>,
): GridState {
  const range = rangeOf(state);
  const only = block.length === 1 && block[0]?.length === 1 ? block[0] : null;
  const from = range ? { row: range.top, column: range.left } : at;
  const width = range ? range.right - range.left + 1 : 1;
  const filled =
    range && only ? linesIn(state, range).map(() => Array<string>(width).fill(only[0] ?? '')) : block;
  const { found, outside } = targets(state, from, filled);
  if (found.length === 0) return state;
  const proven: Notation = notation ?? notationOf(filled.flat());
  const next: Record<CellKey, GridCell> = {};
  for (const { key, text, decimals } of found) next[key] = toCell(text, readIn(text, decimals, proven));
  const cells = Object.values(next);
  const wrong = cells.filter((cell) => cell.mark === 'invalid').length;
  return commit(state, next, { what: 'pasted', cells: cells.length - wrong, wrong, outside });
}

/** Reads the cells that were asked about in the notation that the person chose. Part of the same step. */
export function answer(state: GridState, keys: readonly CellKey[], grouping: '.' | ','): GridState {
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

/** Empties the selected cells as one step. */
export function clear(state: GridState): GridState {
  const range = selectedOf(state);
  const years = state.columns.slice(range.left, range.right + 1).map((column) => column.year);
  const keys = linesIn(state, range).flatMap((row) => years.map((year) => keyOf(row.id, year)));
  const next = Object.fromEntries(keys.map((key) => [key, emptyCell]));
  return commit(state, next, { what: 'emptied', cells: keys.length });
}
