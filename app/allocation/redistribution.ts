import { type Cents, sum } from '#app/kernel/money.ts';
import { split } from '#app/kernel/split.ts';
import { refusal, type Task, takenAmounts } from './distribution.ts';
import type { Change, Share } from './pot.ts';
import { fallsUnder, inside, keyOf, type Receiver, type ReceiverKey, receiverOf } from './receiver.ts';
import type { Amount, Ceiling, Fixed, Floor } from './rule.ts';

/** One of the others: what may move of it (its free part) and how far down or up that may go. */
type Other = { key: ReceiverKey; free: Cents; least: Cents; most: Cents };

/**
 * Fixed amounts on top, paid by the other receivers of the same source.
 * @throws InvalidInput `allocation.others-short` when they cannot pay it; of equal parts, when one cannot.
 */
export function applyFixedCharged(task: Task<Fixed>): void {
  const { rule, pot, source, index } = task;
  const equally = rule.chargedTo === 'others-equally';
  const amounts = takenAmounts(task);
  const cents = sum(amounts.map((amount) => amount.cents));
  const others = othersOf(task, rule.amounts).filter((other) => equally || other.free > 0);
  const has = sum(others.map((other) => other.free));
  if (cents > 0 && (has < cents || others.length === 0)) {
    throw refusal(task, 'allocation.others-short', { asked: cents, available: has, short: cents - has });
  }
  const weights = new Map(others.map(({ key, free }) => [key, equally ? 1 : free]));
  const parts = cents > 0 ? split(cents, weights) : new Map<ReceiverKey, Cents>();
  const poor = others.find(({ key, free }) => (parts.get(key) ?? 0) > free);
  if (poor) {
    const part = parts.get(poor.key) ?? 0;
    const params = { ...receiverOf(poor.key), asked: part, available: poor.free, short: part - poor.free };
    throw refusal(task, 'allocation.other-short', params);
  }
  const gifts = amounts.map((amount): Change => {
    const to = inside(source, amount.to);
    const said = { firm: true, provisional: amount.mark === 'provisional' };
    return { to, delta: amount.cents, kind: 'fixed-on-top', params: { cents: amount.cents }, ...said };
  });
  // who pays for a provisional amount, or in proportion to one, has a provisional amount left
  const given = gifts.some((gift) => gift.provisional);
  const provisional = given || (!equally && anyUnsure(task, others));
  const kind = equally ? 'fixed-charged-equally' : 'fixed-charged';
  const charges = others.map(({ key, free }): Change => {
    const params = { cents, weight: equally ? 1 : free, whole: equally ? others.length : has };
    return { to: receiverOf(key), delta: -(parts.get(key) ?? 0), kind, params, provisional };
  });
  pot.apply(index, source, [...gifts, ...charges].filter(moves));
}

/**
 * Raises who is below its floor; the others pay in proportion to what they have, none below its own floor.
 * @throws InvalidInput `allocation.floor-short` when there is not enough to reach every floor.
 */
export function applyFloor(task: Task<Floor>): void {
  const { rule, pot, source, index } = task;
  const raises = rule.amounts.flatMap(({ to, cents }): Change[] => {
    const receiver = inside(source, to);
    const short = cents - centsOf(task, receiver);
    return short > 0 ? [{ to: receiver, delta: short, kind: 'floor', params: { cents } }] : [];
  });
  const shortage = sum(raises.map((change) => change.delta));
  if (shortage === 0) return;
  const raised = new Set(raises.map((change) => keyOf(change.to)));
  const others = othersOf(task, []).filter((other) => !raised.has(other.key) && other.free > 0);
  const has = sum(others.map((other) => other.free - other.least));
  if (has < shortage) {
    throw refusal(task, 'allocation.floor-short', { asked: shortage, available: has, short: shortage - has });
  }
  const parts = adjust(others, -shortage);
  // how much short somebody is follows from what they have, and what the others pay from both
  const provisional = anyUnsure(task, [...raises.map(({ to }) => ({ key: keyOf(to) })), ...others]);
  const charges = others.map(({ key, free }): Change => {
    const params = { cents: shortage, weight: free, whole: sum(others.map((other) => other.free)) };
    return { to: receiverOf(key), delta: parts.get(key) ?? 0, kind: 'floor-charged', params, provisional };
  });
  pot.apply(index, source, [...raises, ...charges].filter(moves));
}

/** Lowers who is above its ceiling; the others share the excess. The rest of it returns to the source. */
export function applyCeiling(task: Task<Ceiling>): void {
  const { rule, pot, source, index } = task;
  const cuts = rule.amounts.flatMap(({ to, cents }): Change[] => {
    const receiver = inside(source, to);
    const share = shareOf(task, receiver);
    const excess = Math.min(share.cents - cents, share.free);
    return excess > 0 ? [{ to: receiver, delta: -excess, kind: 'ceiling', params: { cents } }] : [];
  });
  const excess = -sum(cuts.map((change) => change.delta));
  if (excess === 0) return;
  const cut = new Set(cuts.map((change) => keyOf(change.to)));
  const others = othersOf(task, []).filter((other) => !cut.has(other.key) && other.free > 0);
  const room = sum(others.map((other) => Math.min(other.most - other.free, excess)));
  const parts = adjust(others, Math.min(excess, room));
  const provisional = anyUnsure(task, [...cuts.map(({ to }) => ({ key: keyOf(to) })), ...others]);
  const gains = others.map(({ key, free }): Change => {
    const params = { cents: excess, weight: free, whole: sum(others.map((other) => other.free)) };
    return { to: receiverOf(key), delta: parts.get(key) ?? 0, kind: 'ceiling-shared', params, provisional };
  });
  pot.apply(index, source, [...cuts, ...gains].filter(moves));
}

/**
 * Spreads a change over the others in proportion to their free money; who would pass its bound stops there
 * and the rest is spread over who is left. The caller has seen to it that the bounds leave room.
 */
function adjust(others: readonly Other[], change: Cents): Map<ReceiverKey, Cents> {
  const result = new Map<ReceiverKey, Cents>();
  let open = [...others];
  let rest = change;
  while (open.length > 0) {
    const target = sum(open.map((other) => other.free)) + rest;
    const parts = split(target, new Map(open.map((other) => [other.key, other.free])));
    const part = (other: Other) => parts.get(other.key) ?? 0;
    const stopped = open.filter((other) => part(other) < other.least || part(other) > other.most);
    const settled = stopped.length > 0 ? stopped : open;
    for (const other of settled) {
      const bounded = Math.min(Math.max(part(other), other.least), other.most);
      result.set(other.key, bounded - other.free);
      rest -= bounded - other.free;
    }
    open = open.filter((other) => !settled.includes(other));
  }
  return result;
}

function anyUnsure({ pot }: Task, places: readonly { key: ReceiverKey }[]): boolean {
  return places.some(({ key }) => pot.unsure(receiverOf(key)));
}

/** Who pays or shares: those the rule names, else every receiver of the source, but not who is `given`. */
function othersOf(task: Task<Fixed | Floor | Ceiling>, given: readonly Amount[]): Other[] {
  const { rule, pot, source } = task;
  const receiving = new Set(given.map((amount) => keyOf(inside(source, amount.to))));
  const named = rule.others?.map((other) => inside(source, other));
  const limits = new Map<ReceiverKey, Cents>(
    rule.kind === 'fixed' ? [] : rule.amounts.map(({ to, cents }) => [keyOf(inside(source, to)), cents]),
  );
  return pot
    .shares(source)
    .filter(({ key }) => !receiving.has(key))
    .filter(({ key }) => named?.some((pattern) => fallsUnder(pattern, receiverOf(key))) ?? true)
    .map((share) => {
      const limit = limits.get(share.key);
      const bound = limit === undefined ? null : limit - (share.cents - share.free);
      const clamped = bound === null ? null : Math.max(0, bound);
      const least = rule.kind === 'floor' ? Math.min(clamped ?? 0, share.free) : 0;
      const most = rule.kind === 'ceiling' ? (clamped ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
      return { key: share.key, free: share.free, least, most };
    });
}

function shareOf(task: Task, receiver: Receiver): Share {
  const key = keyOf(receiver);
  return task.pot.shares(task.source).find((share) => share.key === key) ?? { key, cents: 0, free: 0 };
}

function centsOf(task: Task, receiver: Receiver): Cents {
  return shareOf(task, receiver).cents;
}

function moves(change: Change): boolean {
  return change.delta !== 0;
}
