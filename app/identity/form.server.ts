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
  throw new InvalidInput(result.error.issues.map(fieldError));
}

// Issue codes of zod 4; what has words of its own in the catalogues gets them, the rest zod's message.
function fieldError(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.join('.');
  if (issue.code === 'invalid_type' && issue.input === undefined) {
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
  return { path, code: 'field.text', params: { message: issue.message } };
}

/** The id of the row that a form is about. @throws Missing when it is not an id at all */
export function rowId(form: FormData): string {
  const key = String(form.get('key'));
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) throw new Missing('row');
  return key;
}
