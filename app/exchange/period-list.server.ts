import { parseInput } from '#app/identity/form.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { canEditCalendar, listFreePeriods, putFreePeriod } from '#app/organisation/free-period.server.ts';
import { freePeriodInput } from '#app/organisation/organisation.input.ts';
import type { ListRound } from './list-sheet.server.ts';
import { refOf } from './list-sheet.ts';
import { bothOf, wordChoices } from './list-value.server.ts';

/** The recess periods and free days of the institution. */
export const periodList: ListRound = {
  read: async (tx, actor) => {
    if (!canEditCalendar(actor)) throw forbidden('admin.organisation');
    const periods = await listFreePeriods(tx, actor.institutionId);
    return {
      ...{ name: 'free-periods', title: (words) => words('admin.calendar') },
      ...{ lead: 'fill-in.periods.lead', stamp: 'free-periods', open: true, begin: () => null },
      keys: [{ head: 'fill-in.list.ref', width: 16 }],
      labels: [],
      fields: [
        { key: 'nameNl', head: 'field.nameNl', width: 34, kind: 'text', most: 400, needed: true },
        { key: 'nameEn', head: 'field.nameEn', width: 34, kind: 'text', most: 400, needed: true },
        {
          ...{ key: 'kind', head: 'field.periodKind', width: 16, kind: 'choice', needed: true },
          choices: wordChoices('calendar', ['recess', 'free-day']),
        },
        { key: 'from', head: 'field.from', width: 14, kind: 'day', needed: true },
        { key: 'through', head: 'field.through', width: 14, kind: 'day' },
      ],
      rows: periods.map(({ periodId, revision, ...period }) => ({
        ...{
          id: periodId,
          revision,
          key: [refOf(periodId)],
          labels: [],
          name: bothOf(period),
          values: period,
        },
      })),
    };
  },
  save: (tx, actor, { stands, values: { through, ...rest } }) => {
    const period = parseInput(freePeriodInput, { ...rest, ...(through && { through }) });
    const at = stands && { periodId: stands.id, revision: stands.revision ?? 0 };
    return putFreePeriod(tx, actor, at, period);
  },
};
