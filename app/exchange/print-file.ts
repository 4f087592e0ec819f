import type { Json } from '#app/kernel/hash.ts';
import { canonicalFile } from './canonical-file.ts';
import type { InstitutionFile } from './institution-file.ts';

const columns = 110;

/**
 * A file as text: canonical, without what a reader would fill in anyway, and with a value on one line where
 * that fits, so that a list of lines or head counts reads as a table.
 */
export function printFile(file: InstitutionFile): string {
  return `${print(spare(canonicalFile(file) as unknown as Json), '')}\n`;
}

/** Leaves out null, empty text and empty lists: their absence means the same. Opaque parts stay whole. */
function spare(value: Json, key = ''): Json {
  if (key === 'layout' || key === 'allocation' || key === 'body' || key === 'printed') return value;
  if (Array.isArray(value)) return value.map((entry) => spare(entry));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([name, field]) => !isSpare(field ?? null) && !(usual.has(name) && isUsual(field ?? null)),
  );
  return Object.fromEntries(kept.map(([name, field]) => [name, spare(field ?? null, name)]));
}

const isSpare = (field: Json) =>
  field === null || field === '' || (Array.isArray(field) && field.length === 0);

/** What nearly no line and no scheme has: not there, it is false or empty. */
const usual = new Set(['memo', 'finance']);

function isUsual(field: Json): boolean {
  if (field === false) return true;
  return (
    typeof field === 'object' && field !== null && Object.values(field).every((one) => isSpare(one ?? null))
  );
}

function print(value: Json, indent: string): string {
  const flat = inline(value);
  if (indent.length + flat.length <= columns || value === null || typeof value !== 'object') return flat;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((entry) => print(entry, inner))
    : Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${print(field ?? null, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}: ${inline(field ?? null)}`,
  );
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}
