/**
 * A start that cannot go on for a reason the operator can mend. The message is one line that says what is
 * wrong and what to do; `main.ts` and the CLI print it alone, without a stack.
 */
export class StartRefused extends Error {}
