import { actInput } from '#app/cycle/cycle.input.ts';
import { getCycle } from '#app/cycle/cycle.server.ts';
import { actOnMoment, changeMoment, readMoment } from '#app/cycle/moment.server.ts';
import { canManageCycle } from '#app/cycle/moment.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import type { ListRound } from './list-sheet.server.ts';
import { type ChangedRow, type ListField, refOf } from './list-sheet.ts';
import { textIn, wordChoices } from './list-value.server.ts';

const fields: ListField[] = [
  { key: 'dueOn', head: 'moment.due-on', width: 14, kind: 'day', needed: true },
  { key: 'meetsOn', head: 'field.meetsOn', width: 16, kind: 'day' },
  { key: 'doneOn', head: 'field.doneOn', width: 14, kind: 'day' },
  { key: 'reason', head: 'field.reason', width: 44, kind: 'text', most: 500 },
  { key: 'notes', head: 'field.notes', width: 60, kind: 'text' },
];

type At = { scheme: string; year: number; now: Date };

/** The dated moments of a year: when each is due, treated and done. */
export function momentList({ scheme, year, now }: At): ListRound {
  return {
    read: async (tx, actor) => {
      if (!canManageCycle(actor)) throw forbidden('cycle.manage');
      const { moments, started } = await getCycle(tx, actor, { scheme, year, now });
      if (!started.includes(year)) throw new Missing('year');
      const standing = new Map(
        wordChoices('moment.standing', [...new Set(moments.map((one) => one.standing))]).map((one) => [
          one.value,
          one.name,
        ]),
      );
      return {
        name: `moments-${year}`,
        title: (words) => `${words('cycle.title')} ${year}`,
        ...{ lead: 'fill-in.moments.lead', stamp: `moments/${scheme}/${year}` },
        keys: [{ head: 'fill-in.list.ref', width: 16 }],
        labels: [
          { head: 'fill-in.steps.step', width: 44 },
          { head: 'fill-in.rules.unit', width: 34 },
          { head: 'moment.stands', width: 18 },
        ],
        fields,
        rows: moments
          .filter((one) => canManageCycle(actor, one.unitId))
          .map((one) => {
            const step = { nl: one.stepNl, en: one.stepEn || one.stepNl };
            const unit = { nl: one.unitNl, en: one.unitEn };
            const { dueOn, meetsOn, doneOn, reason, notes } = one;
            return {
              ...{ id: one.momentId, key: [refOf(one.momentId)] },
              name: { nl: `${step.nl} · ${unit.nl}`, en: `${step.en} · ${unit.en}` },
              labels: [step, unit, standing.get(one.standing) ?? ''],
              values: { dueOn, meetsOn, doneOn, reason: reason || null, notes: notes || null },
            };
          }),
      };
    },
    save: (tx, actor, row) => saveMoment({ tx, actor, at: { scheme, year, now } }, row),
  };
}

type Edge = {
  tx: Parameters<ListRound['save']>[0];
  actor: Parameters<ListRound['save']>[1];
  at: At;
};

/** Each thing that changed of a moment, by its own act; a reason alone has nothing to be the reason of. */
async function saveMoment({ tx, actor, at }: Edge, { stands, values, changed }: ChangedRow): Promise<void> {
  if (!stands) throw new Missing('moment');
  const { scheme, now } = at;
  const place = { scheme, moment: stands.id, now };
  let { revision } = await readMoment(tx, actor, place, isoDate(now));
  // a reason that stood there was of an earlier act
  const reason = changed.has('reason') ? textIn(values.reason) : '';
  const act = async (input: object) => {
    ({ revision } = await actOnMoment(
      tx,
      actor,
      place,
      parseInput(actInput, { ...input, reason, revision }),
    ));
  };
  if (changed.has('dueOn')) await act({ act: 'move', dueOn: values.dueOn });
  if (changed.has('doneOn')) {
    await act(values.doneOn === null ? { act: 'reopen' } : { act: 'finish', doneOn: values.doneOn });
  } else if (changed.has('reason') && !changed.has('dueOn')) {
    throw new InvalidInput([{ path: 'reason', code: 'fill-in.moments.reason', params: {} }]);
  }
  const meetsOn = values.meetsOn == null ? null : String(values.meetsOn);
  if (changed.has('meetsOn')) {
    ({ revision } = await changeMoment(tx, actor, place, { part: 'meeting', meetsOn, revision }));
  }
  if (changed.has('notes')) {
    await changeMoment(tx, actor, place, { part: 'notes', notes: textIn(values.notes), revision });
  }
}
