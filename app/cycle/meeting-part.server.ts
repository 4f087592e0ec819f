import type { z } from 'zod';
import { parseInput } from '#app/identity/form.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listUnits } from '#app/organisation/unit.server.ts';
import { heldInput } from './meeting.input.ts';
import { type AboutChoice, getMeeting, listAboutChoices, type Meeting } from './meeting.server.ts';
import type { Moment } from './moment-list.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };

/** A meeting with what its forms choose from; nothing to choose for whoever only reads. */
export type MeetingView = Meeting & {
  choices: { abouts: AboutChoice[]; units: Names[]; roles: Names[] } | null;
};

/** The meeting of a moment, and for whoever keeps it what an item can be about and of whom an action is asked. */
export async function getMeetingPart(
  tx: Tx,
  actor: Actor,
  { moment, today, mayKeep }: { moment: Moment; today: string; mayKeep: boolean },
): Promise<MeetingView> {
  const meeting = await getMeeting(tx, actor, moment, today);
  if (!mayKeep || moment.status === 'cancelled') return { ...meeting, choices: null };
  const units = await listUnits(tx, actor.institutionId, today);
  const roles = await tx
    .selectFrom('role')
    .select(['code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', actor.institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  return {
    ...meeting,
    choices: {
      abouts: await listAboutChoices(tx, actor, moment.scheme),
      units: units.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
      roles,
    },
  };
}

/** Who came, as the form sends it: a field per member, `came.` and their id. @throws InvalidInput */
export function readHeld(form: FormData): z.output<typeof heldInput> {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const attendance = [...form.keys()]
    .filter((name) => name.startsWith('came.'))
    .map((name) => ({ member: name.slice(5), came: said(name) || null }));
  const present = said('present');
  return parseInput(heldInput, {
    ...{ place: said('place'), guests: said('guests'), revision: said('revision'), attendance },
    present: present === '' ? null : present,
  });
}
