import { type Cents, exact, sum } from '#app/kernel/money.ts';
import type { Params } from '#app/kernel/rejection.ts';
import { type Aside, keyOf, type Line, type Receiver, type ReceiverKey, receiverOf } from './receiver.ts';
import type { Reasons, Step, StepKind } from './step.ts';

/** Where a rule takes money from: the pool of the year (null) or what a receiver holds. */
export type Source = Receiver | null;

/**
 * A receiver gets (or loses) cents. `firm` money is set apart: later rules do not charge it. What is `provisional`
 * makes provisional whoever has it, and what is left where it came from.
 */
export type Change = { to: Receiver; delta: Cents; kind: StepKind; params: Params } & Said;
type Said = { firm?: boolean; provisional?: boolean };

/** What a receiver has from one source, in cents; `free` may be charged to the benefit of others. */
export type Share = { key: ReceiverKey; cents: Cents; free: Cents };

const POOL = keyOf({ unit: null, node: null });

/** The money of one year while the rules divide it. Pool and receivers together always hold the total. */
export class Pot {
  readonly year: number;
  readonly #held: Map<ReceiverKey, Cents>;
  readonly #income: Map<ReceiverKey, Cents>;
  readonly #given = new Map<ReceiverKey, Map<ReceiverKey, { cents: Cents; firm: Cents }>>();
  readonly #steps = new Map<ReceiverKey, Step[]>();
  readonly #unsure = new Set<ReceiverKey>();
  readonly #asides: Aside[] = [];

  constructor(year: number, total: Cents) {
    this.year = year;
    this.#held = new Map([[POOL, total]]);
    this.#income = new Map([[POOL, total]]);
    this.#note(POOL, { rule: null, kind: 'total', params: { year }, delta: total, after: total });
  }

  /** Whether a receiver got anything at all, be it 0. */
  holds(source: Source): boolean {
    return this.#held.has(sourceKey(source));
  }

  /** What a source still has. */
  left(source: Source): Cents {
    return this.#held.get(sourceKey(source)) ?? 0;
  }

  /** All that a source ever had, before it passed anything on. */
  total(source: Source): Cents {
    return this.#income.get(sourceKey(source)) ?? 0;
  }

  /** Whether what is left of a source, or what a receiver has, is provisional. */
  unsure(source: Source): boolean {
    return this.#unsure.has(sourceKey(source));
  }

  /** Keeps what is printed and takes nothing. */
  setAside(aside: Omit<Aside, 'year'>): void {
    this.#asides.push({ ...aside, year: this.year });
  }

  asides(): Aside[] {
    return this.#asides;
  }

  /** What each receiver has from a source. Money it has passed on is not free. */
  shares(source: Source): Share[] {
    return [...(this.#given.get(sourceKey(source)) ?? [])].map(([key, { cents, firm }]) => ({
      key,
      cents,
      free: Math.max(0, Math.min(cents - firm, this.#held.get(key) ?? 0)),
    }));
  }

  /** Applies the changes of one rule; what they take or bring together, the source loses or gets. */
  apply(rule: number, source: Source, changes: readonly Change[]): void {
    for (const change of changes) this.#change(rule, source, change);
    const net = sum(changes.map((change) => change.delta));
    if (net === 0) return;
    const key = sourceKey(source);
    if (changes.some((change) => change.provisional)) this.#unsure.add(key);
    const after = this.#add(this.#held, key, -net);
    const kind = net > 0 ? 'given' : 'returned';
    const params = { cents: Math.abs(net), receivers: changes.length };
    this.#note(key, { rule, kind, params, delta: -net, after });
  }

  /** Says something of a source that does not change its amount. */
  remark(rule: number, source: Source, kind: StepKind): void {
    const after = this.left(source);
    this.#note(sourceKey(source), { rule, kind, params: { cents: after }, delta: 0, after });
  }

  /** A receiver that passed everything on has no line; one that got 0 has a line of 0. */
  lines(): Line[] {
    return [...this.#held]
      .filter(([key, cents]) => key !== POOL && !(cents === 0 && this.#given.has(key)))
      .map(([key, cents]) => ({
        year: this.year,
        ...receiverOf(key),
        cents,
        ...(this.#unsure.has(key) && { provisional: true as const }),
      }));
  }

  reasons(): Reasons[] {
    return [...this.#steps].map(([key, steps]) => ({ year: this.year, ...receiverOf(key), steps }));
  }

  #change(rule: number, source: Source, change: Change): void {
    const { delta, kind, params, firm } = change;
    const key = keyOf(change.to);
    if (change.provisional) this.#unsure.add(key);
    const after = this.#add(this.#held, key, delta);
    this.#add(this.#income, key, delta);
    const given = this.#given.get(sourceKey(source)) ?? new Map<string, { cents: Cents; firm: Cents }>();
    const before = given.get(key) ?? { cents: 0, firm: 0 };
    given.set(key, { cents: before.cents + delta, firm: before.firm + (firm ? delta : 0) });
    this.#given.set(sourceKey(source), given);
    this.#note(key, { rule, kind, params, delta, after });
  }

  #add(amounts: Map<ReceiverKey, Cents>, key: ReceiverKey, delta: Cents): Cents {
    const after = exact((amounts.get(key) ?? 0) + delta);
    amounts.set(key, after);
    return after;
  }

  #note(key: ReceiverKey, step: Step): void {
    this.#steps.set(key, [...(this.#steps.get(key) ?? []), step]);
  }
}

function sourceKey(source: Source): ReceiverKey {
  return source === null ? POOL : keyOf(source);
}
