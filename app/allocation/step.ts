import type { Params } from '#app/kernel/rejection.ts';
import type { Receiver } from './receiver.ts';

/**
 * What a step says. The kinds of rules, and beside them what a rule does to others: who pays for it
 * (`…-charged`), who shares in what is left over (`ceiling-shared`), and what its source gave or got back.
 * The message of a kind is `allocation.step.<kind>`.
 */
export const stepKinds = [
  'total',
  'reserve',
  'reserve-share',
  'fixed',
  'fixed-on-top',
  'fixed-charged',
  'fixed-charged-equally',
  'tariff',
  'tariff-per-group',
  'ratio',
  'weights',
  'heads',
  'floor',
  'floor-charged',
  'ceiling',
  'ceiling-shared',
  'keep-ratio-of',
  'remainder',
  'remainder-open',
  'given',
  'returned',
] as const;

export type StepKind = (typeof stepKinds)[number];

/**
 * One reason in the making of an amount. `rule` is the index of the rule, null for the total of the year.
 * Params hold numbers (amounts in cents) and codes for the message. The deltas of a receiver in a year sum
 * to its amount; `after` is the amount after the step (both in cents).
 */
export type Step = { rule: number | null; kind: StepKind; params: Params; delta: number; after: number };

/**
 * The steps of a receiver in a year; unit and node both null: of the pool, that is of the amount that is not
 * yet allocated.
 */
export type Reasons = Receiver & { year: number; steps: Step[] };
