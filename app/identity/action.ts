import type { Problem } from '#app/kernel/problem.ts';

/** How a form of a page ended: what was done, or the problem and what had been typed. */
export type ActionResult = { intent: string; key: string; stamp: string } & (
  | { done: unknown }
  | { problem: Problem; typed: Record<string, string> }
);
