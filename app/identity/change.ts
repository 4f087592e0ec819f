import type { Json } from '#app/kernel/hash.ts';

export type Change = { path: string; before: string | null; after: string | null };

/** Every leaf of a JSON value by its path, such as `counts.2.heads`. */
function leaves(value: Json | undefined, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') return into.set(path, String(value));
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, one] of entries) leaves(one, path === '' ? String(key) : `${path}.${key}`, into);
  return into;
}

/** What differs between before and after, leaf by leaf, in the order in which it stands there. */
export function changes(before: Json, after: Json): Change[] {
  const from = leaves(before, '', new Map());
  const to = leaves(after, '', new Map());
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((path) => from.get(path) !== to.get(path))
    .map((path) => ({ path, before: from.get(path) ?? null, after: to.get(path) ?? null }));
}
