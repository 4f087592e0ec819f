import { type FieldError, InvalidInput, Missing, type Params, type Reason, Rejection } from './rejection.ts';

/** How a use case ended when it did not succeed, for a page and for the API alike. */
export type Problem = {
  status: 400 | 403 | 404 | 409;
  code: string;
  params: Params;
  blockers: Reason[];
  errors: FieldError[];
};

/**
 * The one place that maps the three endings to an HTTP status.
 * @returns null for anything else: a defect, to be logged with its request and answered with 500
 */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Missing) {
    return { status: 404, code: 'missing', params: { what: error.what }, blockers: [], errors: [] };
  }
  if (error instanceof Rejection) {
    const { status, code, params, blockers } = error;
    return { status, code, params, blockers, errors: [] };
  }
  if (error instanceof InvalidInput) {
    return {
      status: 400,
      code: 'invalid',
      params: { count: error.errors.length },
      blockers: [],
      errors: error.errors,
    };
  }
  return null;
}
