import type { z } from 'zod';
import { parseInput } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { correctHeadCountInput, recordHeadCountsInput } from './organisation.input.ts';

type Value = { heads: number | null; mark: 'unknown' | 'masked' | null };

/**
 * A count as people type it: a whole number (`1.234` or `1,234` are thousands here, heads have no
 * decimals), `?` for unknown, `<5` for a group that is too small to tell.
 * @returns null when it is none of these
 */
export function readCount(typed: string): Value | null {
  const text = typed.trim();
  if (text === '?') return { heads: null, mark: 'unknown' };
  if (/^<\s*\d+$/.test(text)) return { heads: null, mark: 'masked' };
  const read = readAmount(text, 0);
  if (read.kind === 'value') return { heads: read.value, mark: null };
  return read.kind === 'ambiguous' ? { heads: read.asThousands, mark: null } : null;
}

/** The form with one field per unit: fields left empty are not counted. @throws InvalidInput */
export function readCounts(form: FormData): z.output<typeof recordHeadCountsInput> {
  const errors: FieldError[] = [];
  const counts: (Value & { unit: string })[] = [];
  for (const [name, typed] of form.entries()) {
    if (!name.startsWith('count.') || typeof typed !== 'string' || typed.trim() === '') continue;
    const unit = name.slice('count.'.length);
    const value = readCount(typed);
    if (value) counts.push({ unit, ...value });
    else errors.push({ path: name, code: 'head-count.text', params: { unit, text: typed } });
  }
  if (counts.length === 0) errors.push({ path: 'definition', code: 'head-count.none', params: {} });
  if (errors.length > 0) throw new InvalidInput(errors);
  const field = (name: string) => String(form.get(name) ?? '').trim() || undefined;
  return parseInput(recordHeadCountsInput, {
    definition: field('definition'),
    referenceDate: field('referenceDate'),
    source: field('source'),
    counts,
  });
}

/** The correction of one count. @throws InvalidInput */
export function readCorrection(form: FormData): z.output<typeof correctHeadCountInput> {
  const typed = String(form.get('heads') ?? '');
  const value = readCount(typed);
  if (!value) {
    throw new InvalidInput([{ path: 'heads', code: 'head-count.text', params: { unit: '', text: typed } }]);
  }
  const seen = String(form.get('seen') ?? '');
  return parseInput(correctHeadCountInput, {
    seen: seen === '' ? null : Number(seen),
    ...value,
    source: String(form.get('source') ?? ''),
  });
}
