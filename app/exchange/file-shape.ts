import type { z } from 'zod';
import type { FilePath, FileProblems } from './file-problem.ts';
import { type InstitutionFile, institutionSchema } from './institution-file.ts';

/**
 * What can be read of a file whose shape is partly wrong, so that the rest is checked all the same. Entries
 * that cannot be read are left out: `broken` holds what they were called, which is then not called unknown.
 */
export type Shape = {
  /** null when nothing useful is left */
  file: InstitutionFile | null;
  broken: Set<string>;
  /** a path in `file` as a path in the data that was given */
  original(path: FilePath): FilePath;
};

/** Notes every value of a wrong shape in `problems`. */
export function readShape(data: unknown, problems: FileProblems): Shape {
  const pruned = structuredClone(data);
  const removed: FilePath[] = [];
  const broken = new Set<string>();
  for (let round = 0; ; round += 1) {
    const read = institutionSchema.safeParse(pruned);
    const original = (path: FilePath) => originalPath(path, removed);
    if (read.success) return { file: read.data, broken, original };
    const issues = read.error.issues;
    // Taking out what is wrong may only uncover what was already told.
    if (round === 0) for (const issue of issues) addIssue(issue, problems);
    const mended = mend(pruned, issues);
    const entries = entriesOf(issues, pruned);
    if ((entries.length === 0 && !mended) || round > 9) return { file: null, broken, original };
    const places = entries.map((entry) => originalPath(entry, removed));
    for (const entry of entries.toReversed()) takeOut(pruned, entry, broken);
    removed.push(...places);
  }
}

/** Stands in for what a file must say outside its lists, so that the lists can be checked. */
const standIn: Record<string, unknown> = {
  format: 'akkoord-institution/1',
  institution: { code: 'unreadable', nameNl: '-', nameEn: '-' },
};

/** Drops unknown fields, and replaces what is wrong outside the lists. */
function mend(data: unknown, issues: z.core.$ZodIssue[]): boolean {
  let mended = false;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const owner = valueAt(data, issue.path as FilePath) as Record<string, unknown>;
      for (const key of issue.keys) delete owner[key];
      mended = true;
    }
    const [top] = issue.path;
    if (typeof top === 'string' && top in standIn && issue.code !== 'unrecognized_keys') {
      (data as Record<string, unknown>)[top] = standIn[top];
      mended = true;
    }
  }
  return mended;
}

/** The innermost list entry around each issue, each once, in the order of the file. */
function entriesOf(issues: z.core.$ZodIssue[], data: unknown): FilePath[] {
  const entries = new Map<string, FilePath>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue;
    const path = issue.path as FilePath;
    const last = path.findLastIndex((step) => typeof step === 'number');
    if (last === -1) continue;
    const entry = path.slice(0, last + 1);
    if (!inside(entry, entries, data)) entries.set(JSON.stringify(entry), entry);
  }
  return [...entries.values()].toSorted(comparePaths);
}

function inside(entry: FilePath, entries: Map<string, FilePath>, data: unknown): boolean {
  if (entries.has(JSON.stringify(entry))) return true;
  return valueAt(data, entry) === undefined;
}

function comparePaths(a: FilePath, b: FilePath): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}

function valueAt(data: unknown, path: FilePath): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    data,
  );
}

function takeOut(data: unknown, entry: FilePath, broken: Set<string>): void {
  const list = valueAt(data, entry.slice(0, -1));
  if (!Array.isArray(list)) return;
  const [gone] = list.splice(entry.at(-1) as number, 1);
  if (typeof gone === 'object' && gone !== null) {
    for (const name of ['code', 'login'] as const) {
      const value = (gone as Record<string, unknown>)[name];
      if (typeof value === 'string') broken.add(value);
    }
  }
}

/** Puts back what was taken out before each position of a path. */
function originalPath(path: FilePath, removed: FilePath[]): FilePath {
  const result: FilePath = [];
  for (const step of path) {
    if (typeof step !== 'number') {
      result.push(step);
      continue;
    }
    const list = JSON.stringify(result);
    const gone = removed
      .filter((entry) => entry.length === result.length + 1 && JSON.stringify(entry.slice(0, -1)) === list)
      .map((entry) => entry.at(-1) as number)
      .toSorted((a, b) => a - b);
    let index = step;
    for (const position of gone) if (position <= index) index += 1;
    result.push(index);
  }
  return result;
}

function addIssue(issue: z.core.$ZodIssue, problems: FileProblems): void {
  const path = issue.path as FilePath;
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) problems.add([...path, key], 'unknown-field', { field: key });
      break;
    case 'invalid_type':
      if (issue.input === undefined && issue.message.endsWith('undefined')) problems.add(path, 'missing');
      else problems.add(path, 'wrong-type', { expected: issue.expected });
      break;
    case 'invalid_value':
      problems.add(path, 'not-allowed', { allowed: issue.values.join(', ') });
      break;
    case 'too_small':
      problems.add(path, 'too-small', { minimum: Number(issue.minimum) });
      break;
    case 'too_big':
      problems.add(path, 'too-big', { maximum: Number(issue.maximum) });
      break;
    case 'invalid_format':
      problems.add(path, 'wrong-format', { format: issue.format });
      break;
    default:
      problems.add(path, 'wrong-value');
  }
}
