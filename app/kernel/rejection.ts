/**
 * The three endings of a use case that are not success: Missing (404, also for "not yours"),
 * Rejection (409 for the state it meets, 403 for a right that is lacking) and InvalidInput (400, with
 * every error at once). Anything else is a defect and ends in 500. `answer.ts` maps them, once.
 */

export type Params = Record<string, string | number | null>;

/** One reason in words: `code` is a key of the message catalogue (`rejection.<code>`). */
export type Reason = { code: string; params: Params };

/** The asked thing does not exist, or is not the actor's to see: the two are not told apart. */
export class Missing extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`missing: ${what}`);
    this.what = what;
  }
}

/** A right or a state refuses; `blockers` names each reason when there is more than one. */
export class Rejection extends Error {
  readonly code: string;
  readonly params: Params;
  readonly blockers: Reason[];
  readonly status: 403 | 409;
  constructor(code: string, params: Params = {}, blockers: Reason[] = [], status: 403 | 409 = 409) {
    super(`rejected: ${code}${blockers.length ? ` (${blockers.map((b) => b.code).join(', ')})` : ''}`);
    this.code = code;
    this.params = params;
    this.blockers = blockers;
    this.status = status;
  }
}

/** The actor lacks a right. `permission` is the one that is missing. */
export function forbidden(permission: string): Rejection {
  return new Rejection('forbidden', { permission }, [], 403);
}

/** One wrong value: where it stands (a path such as `lines.3.cents`, or `row 7, column 2020`) and why. */
export type FieldError = { path: string; code: string; params: Params };

/** Input that cannot be taken, with every error at once; nothing of it was stored. */
export class InvalidInput extends Error {
  readonly errors: FieldError[];
  constructor(errors: FieldError[]) {
    super(`invalid input: ${errors.map((e) => `${e.path} ${e.code}`).join('; ')}`);
    this.errors = errors;
  }
}
