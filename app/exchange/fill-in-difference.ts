/** What a filled-in table would change: pure. */
import type { Params } from '#app/kernel/rejection.ts';
import { type Filled, type FilledValue, rowKey } from './fill-in-read.ts';

/** What stands here now, by row key and field. */
export type Current = Map<string, Map<string, FilledValue>>;

export type CellChange = {
  row: number;
  key: string[];
  field: string;
  before: FilledValue;
  after: FilledValue;
  /** when the same cell changed here since the file was made: what stood there then */
  was?: FilledValue;
};

export type CellRefusal = { row: number; key: string[]; field: string | null; code: string; params: Params };

export type FillInDifference = {
  changes: CellChange[];
  /** changed in the file and, since it was made, here as well: a person chooses */
  conflicts: CellChange[];
  refused: CellRefusal[];
  /** cells of the file that say what stands here */
  same: number;
  /** cells that the person left as they were, while they changed here: they keep what stands here */
  kept: number;
  /** rows that stand here and not in the file: they keep what stands here */
  absent: number;
};

/**
 * Compares a filled-in table with what stands here. A cell that the person did not touch changes nothing,
 * whatever happened here since; one that both changed is a conflict; a file without its hidden sheet is
 * taken at its word.
 * @param refuse why a row may not be filled in, or null
 */
export function fillInDifference(
  filled: Filled,
  current: Current,
  refuse: (key: string[]) => { code: string; params: Params } | null,
): FillInDifference {
  const found: FillInDifference = { changes: [], conflicts: [], refused: [], same: 0, kept: 0, absent: 0 };
  const seen = new Set<string>();
  for (const { row, key, cells } of filled.rows) {
    const id = rowKey(key);
    const at = { row, key };
    const here = current.get(id);
    const no = seen.has(id) ? { code: 'fill-in.twice', params: {} } : refuse(key);
    seen.add(id);
    const nothing = [...cells.values()].every((cell) => cell.state === 'read' && cell.value === null);
    if (no) {
      if (here || !nothing) found.refused.push({ ...at, field: null, ...no });
      continue;
    }
    for (const [field, cell] of cells) {
      if (cell.state === 'wrong') {
        found.refused.push({ ...at, field, code: cell.code, params: cell.params });
        continue;
      }
      const before = here?.get(field) ?? null;
      const original = filled.kept?.get(id)?.get(field);
      const change = { ...at, field, before, after: cell.value };
      if (written(cell.value) === written(before)) found.same += 1;
      else if (original === undefined || original === written(before)) found.changes.push(change);
      else if (written(cell.value) === original) found.kept += 1;
      else
        found.conflicts.push({ ...change, was: typeof before === 'number' ? numberOf(original) : original });
    }
  }
  found.absent = [...current.keys()].filter((id) => !seen.has(id)).length;
  return found;
}

/** Without the changes that may not be, each said at its cell. */
export function withRefused(
  found: FillInDifference,
  judge: (change: CellChange) => { code: string; params: Params } | null,
): FillInDifference {
  const refused = [...found.refused];
  const fine = (change: CellChange) => {
    const why = judge(change);
    const { row, key, field } = change;
    if (why) refused.push({ row, key, field, ...why });
    return why === null;
  };
  const changes = found.changes.filter(fine);
  const conflicts = found.conflicts.filter(fine);
  return { ...found, changes, conflicts, refused };
}

/** Without the changes of rows that a trial refused. */
export function withoutRows(found: FillInDifference, refused: readonly CellRefusal[]): FillInDifference {
  const bad = new Set(refused.map(({ key }) => rowKey(key)));
  return {
    ...found,
    changes: found.changes.filter(({ key }) => !bad.has(rowKey(key))),
    refused: [...found.refused, ...refused].toSorted((a, b) => a.row - b.row),
  };
}

function written(value: FilledValue): string {
  return value === null ? '' : String(value);
}

function numberOf(text: string): FilledValue {
  return text === '' ? null : /^-?\d+$/.test(text) ? Number(text) : text;
}
