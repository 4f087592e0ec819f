import {
  type CellKey,
  type Cells,
  cellAt,
  type GridCell,
  type GridState,
  type Said,
  type Step,
} from './grid-model.ts';

/** Changes cells within the step that put them there, so that one undo takes back the paste and its answer. */
export function amend(state: GridState, next: Readonly<Record<CellKey, GridCell>>): GridState {
  const last = state.past.at(-1) ?? [];
  const names = new Set(last.map((change) => change.key));
  if (!Object.keys(next).every((key) => names.has(key as CellKey))) return commit(state, next, null);
  const step = last.map((change) => ({ ...change, after: next[change.key] ?? change.after }));
  const cells = apply(state.cells, step, 'after');
  return { ...state, cells, past: [...state.past.slice(0, -1), step], said: null };
}

/** Puts cells into the grid as one step that undo takes back; cells that stay the same are no part of it. */
export function commit(
  state: GridState,
  next: Readonly<Record<CellKey, GridCell>>,
  said: Said | null,
): GridState {
  const step: Step = [];
  for (const [name, after] of Object.entries(next)) {
    const key = name as CellKey;
    const before = cellAt(state.cells, key);
    if (!sameCell(before, after)) step.push({ key, before, after });
  }
  if (step.length === 0) return { ...state, said };
  return {
    ...state,
    cells: apply(state.cells, step, 'after'),
    past: [...state.past, step],
    future: [],
    said,
  };
}

function sameCell(a: GridCell, b: GridCell): boolean {
  return a.value === b.value && a.mark === b.mark && a.raw === b.raw;
}

function apply(cells: Cells, step: Step, side: 'before' | 'after'): Cells {
  const next: Record<CellKey, GridCell> = { ...cells };
  for (const change of step) next[change.key] = change[side];
  return next;
}

/** Takes back the last step. */
export function undo(state: GridState): GridState {
  const step = state.past.at(-1);
  if (!step) return state;
  return {
    ...state,
    cells: apply(state.cells, step, 'before'),
    past: state.past.slice(0, -1),
    future: [step, ...state.future],
    said: { what: 'undone', cells: step.length },
  };
}

/** Does again what undo took back. */
export function redo(state: GridState): GridState {
  const [step, ...future] = state.future;
  if (!step) return state;
  return {
    ...state,
    cells: apply(state.cells, step, 'after'),
    past: [...state.past, step],
    future,
    said: { what: 'redone', cells: step.length },
  };
}
