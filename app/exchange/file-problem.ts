import type { FieldError, Params } from '#app/kernel/rejection.ts';

/** Where something stands in the file as it was given: keys and list positions. */
export type FilePath = (string | number)[];

/** Gathers everything that is wrong with a file. */
export class FileProblems {
  readonly found: { path: FilePath; code: string; params: Params }[] = [];

  add(path: FilePath, code: string, params: Params = {}): void {
    this.found.push({ path, code: `file.${code}`, params });
  }

  /** Each value but its first use; `null` values do not count. */
  duplicates<T>(
    list: readonly T[],
    path: FilePath,
    { key, value }: { key: string; value(entry: T): string },
  ): void {
    const seen = new Set<string>();
    for (const [index, entry] of list.entries()) {
      const own = value(entry);
      if (seen.has(own)) this.add([...path, index, key], 'duplicate', { value: own });
      seen.add(own);
    }
  }
}

/** `schemes[ka].documents[plan].versions[2].lines[14].year`: entries by their code where they have one. */
export function printPath(path: FilePath, data: unknown): string {
  let text = '';
  let at = data;
  for (const step of path) {
    at = (at as Record<string | number, unknown> | undefined)?.[step];
    if (typeof step === 'string') text += text ? `.${step}` : step;
    else text += `[${nameOf(at) ?? step}]`;
  }
  return text;
}

function nameOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { code, login, number } = entry as Record<string, unknown>;
  for (const name of [code, login, number]) {
    if (typeof name === 'string' && name !== '') return name;
    if (typeof name === 'number') return String(name);
  }
  return null;
}

/** One error per place and kind, in the order of the file. */
export function fieldErrors(problems: FileProblems['found'], data: unknown): FieldError[] {
  return problems.map(({ path, code, params }) => ({ path: printPath(path, data), code, params }));
}
