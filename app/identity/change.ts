import type { Json } from '#app/kernel/hash.ts';

export type Change = {
  path: string;
  before: string | null;
  after: string | null;
  /** of a long list: how many of its parts differ, which are then not told one by one */
  count?: number;
};

/** A list of which more parts than this differ is told as a count: the page of the subject shows the parts. */
const most = 6;

/** Every leaf of a JSON value by its path, such as `counts.2.heads`. */
function leaves(value: Json | undefined, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') return into.set(path, String(value));
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, one] of entries) leaves(one, path === '' ? String(key) : `${path}.${key}`, into);
  return into;
}

/** What differs, in the order in which it stands there: leaf by leaf, but a long list as a count. */
export function changes(before: Json, after: Json): Change[] {
  const all = everyChange(before, after);
  const parts = new Map<string, Set<string>>();
  for (const { path } of all) {
    const { list, part } = outermostList(path);
    if (list !== null) parts.set(list, (parts.get(list) ?? new Set()).add(part));
  }
  const told = new Set<string>();
  return all.flatMap((change): Change[] => {
    const { list } = outermostList(change.path);
    const count = list === null ? 0 : (parts.get(list)?.size ?? 0);
    if (list === null || count <= most) return [change];
    if (told.has(list)) return [];
    told.add(list);
    return [{ path: list, before: null, after: null, count }];
  });
}

/** `lines` and `12` of `lines.12.cents`; no list when the path stands in none. */
function outermostList(path: string): { list: string | null; part: string } {
  const found = /^(.*?)\.(\d+)(\.|$)/.exec(path);
  return found ? { list: found[1]!, part: found[2]! } : { list: null, part: '' };
}

function everyChange(before: Json, after: Json): Change[] {
  const from = leaves(before, '', new Map());
  const to = leaves(after, '', new Map());
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((path) => from.get(path) !== to.get(path))
    .map((path) => ({ path, before: from.get(path) ?? null, after: to.get(path) ?? null }));
}
