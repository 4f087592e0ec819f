import type { z } from 'zod';
import { type FieldError, InvalidInput, Missing } from '#app/kernel/rejection.ts';

/**
 * What a form sent, as its schema reads it. Empty fields count as not given; `name[]` gives a list.
 * @throws InvalidInput with every field that does not fit
 */
export function readForm<S extends z.ZodType>(schema: S, form: FormData): z.output<S> {
  const given: Record<string, unknown> = {};
  for (const [key, value] of form.entries()) {
    if (key.endsWith('[]')) {
      const name = key.slice(0, -2);
      given[name] = [...((given[name] as unknown[] | undefined) ?? []), value];
    } else if (typeof value !== 'string' || value.trim() !== '') {
      given[key] = typeof value === 'string' ? value.trim() : value;
    }
  }
  return parseInput(schema, given);
}

/** The same for any value. @throws InvalidInput */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map((issue) => fieldError(issue, value)));
}

// Issue codes of zod 4; what has words of its own in the catalogues gets them, the rest zod's message.
function fieldError(issue: z.core.$ZodIssue, sent: unknown): FieldError {
  const path = issue.path.join('.');
  // a number that is no number was given all the same: an issue does not tell what stood there
  const given = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], sent);
  const misread = issue.code === 'invalid_type' && /^(number|int)$/.test(issue.expected) && given != null;
  if (issue.code === 'invalid_type' && issue.input === undefined && !misread) {
    return { path, code: 'field.required', params: {} };
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return { path, code: 'field.date', params: {} };
  }
  if (issue.code === 'invalid_format' && issue.format === 'regex') {
    return { path, code: 'field.code', params: {} };
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return { path, code: 'field.required', params: {} };
  }
  return { path, code: 'field.text', params: { ...limitOf(issue), message: issue.message } };
}

// What the words of `field.text` tell apart: zod's own message is English, and for what has no words only.
function limitOf(issue: z.core.$ZodIssue): { kind: string; limit: string } {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { kind: 'long', limit: `${issue.maximum}` };
  if (issue.code === 'too_big' && issue.origin !== 'array')
    return { kind: 'most', limit: `${issue.maximum}` };
  if (issue.code === 'too_small' && issue.origin !== 'array') {
    return { kind: 'least', limit: `${issue.minimum}` };
  }
  return { kind: issue.code === 'invalid_type' ? 'number' : 'other', limit: '' };
}

/** The id of the row that a form is about. @throws Missing when it is not an id at all */
export function rowId(form: FormData): string {
  const key = String(form.get('key'));
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) throw new Missing('row');
  return key;
}
