import { dayAfter } from '#app/kernel/period.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import type { AskedRule } from './asked-rule.ts';
import { comesBefore } from './dispute.ts';
import { accountEvents, type DossierEvent, isOpen, type Standing } from './dossier-state.ts';

/** What people may leave out: how a paper or a count speaks for itself. */
export const speaksForItself: readonly DossierEvent[] = ['excluded', 'waived', 'papers', 'extended'];
/** What may have happened before the question was put: consultation is offered first (WHW 9.35). */
const mayPrecede: readonly DossierEvent[] = ['papers', 'consulted', 'excluded'];

export type StatedEvent = {
  event: DossierEvent;
  onDate: string;
  text: string;
  untilDate?: string;
  paper?: unknown;
};

/** Every mistake in an event that its order allows, each at its field. Pure. */
export function eventErrors(
  stated: StatedEvent,
  asked: { askedOn: string; dueOn: string | null; rule: AskedRule; standing: Standing; today: string },
): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  const { event, onDate } = stated;
  const { standing, rule } = asked;
  if (onDate > asked.today) wrong('onDate', 'decision.date-future');
  if (onDate < asked.askedOn && !mayPrecede.includes(event)) {
    wrong('onDate', 'event.before-asking', { date: asked.askedOn });
  } else if (!isOpen(standing.state) && standing.since !== null && onDate < standing.since) {
    wrong('onDate', 'event.date-order', { date: standing.since });
  }
  if (stated.text === '' && !speaksForItself.includes(event)) {
    const account = (accountEvents as readonly string[]).includes(event);
    wrong('text', account ? 'event.account-text' : 'field.required');
  }
  if (event === 'papers' && stated.text === '' && !stated.paper) wrong('text', 'event.paper-missing');
  if (event === 'extended') {
    if (!stated.untilDate) wrong('untilDate', 'field.required');
    else if (asked.dueOn !== null && stated.untilDate <= asked.dueOn) {
      wrong('untilDate', 'event.extend-later', { date: asked.dueOn });
    }
  }
  if (comesBefore(event) && stated.untilDate && stated.untilDate < onDate) {
    wrong('untilDate', 'event.until-early', { date: onDate });
  }
  if (event === 'appealed' && standing.since !== null && rule.appealMonths > 0) {
    const last = monthsAfter(standing.since, rule.appealMonths);
    if (onDate > last) wrong('onDate', 'event.appeal-late', { date: last });
  }
  return errors;
}

/** The last day on which carrying out waits after a dispute of that day. */
export function suspensionEnd(onDate: string, { suspensionDays }: Pick<AskedRule, 'suspensionDays'>): string {
  return dayAfter(onDate, suspensionDays);
}

/** The same day some months later; the last of the month when there is no such day. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const first = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate())));
  return first.toISOString().slice(0, 10);
}
