import { type FreePeriod, termEnd } from '#app/organisation/free-period.ts';
import type { AskedRule } from './asked-rule.ts';
import type { AdoptingBody } from './decision.ts';
import type { DossierEvent } from './dossier-state.ts';

type DisputeRule = Pick<AskedRule, 'mediatorKind' | 'mediationDays' | 'committeeKind' | 'rulingDays'>;

/** Does a dispute come before somebody with this event: who mediates, or a committee? */
export function comesBefore(event: DossierEvent): event is 'settlement-opened' | 'committee-asked' {
  return event === 'settlement-opened' || event === 'committee-asked';
}

/** Which kind of body it comes before, as the right says, and in how many working days that body is through (0: not laid down). */
export function beforeWhom(
  event: DossierEvent,
  rule: DisputeRule | null,
): { kind: string | null; days: number } {
  if (!rule || !comesBefore(event)) return { kind: null, days: 0 };
  return event === 'settlement-opened'
    ? { kind: rule.mediatorKind ?? null, days: rule.mediationDays ?? 0 }
    : { kind: rule.committeeKind ?? null, days: rule.rulingDays ?? 0 };
}

/** The body itself: the nearest of that kind, from the unit upwards; null when the right names none or there is none. */
export function bodyBefore<B extends Pick<AdoptingBody, 'kind'>>(
  event: DossierEvent,
  rule: DisputeRule | null,
  bodies: readonly B[],
): B | null {
  const { kind } = beforeWhom(event, rule);
  return bodies.find((one) => one.kind === kind) ?? null;
}

/** The last day on which that body should be through, without recesses and free days; null when none is laid down. */
export function dayBefore(
  event: DossierEvent,
  rule: DisputeRule | null,
  { onDate, periods }: { onDate: string; periods: readonly FreePeriod[] },
): string | null {
  const { days } = beforeWhom(event, rule);
  return days > 0 ? termEnd(onDate, days, periods).dueOn : null;
}
