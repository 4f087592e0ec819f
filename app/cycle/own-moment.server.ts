import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { dayAfter } from '#app/kernel/period.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { isOwed } from './moment.ts';
import { listMoments, type Moment } from './moment-list.server.ts';

/** How far ahead one's own work looks, in days. */
const ahead = 60;

/**
 * The moments that are due from the actor (by the role that the step names, for that unit) or from a body
 * that the actor sits on or is secretary of: what is late, and what comes in two months. At most two statements.
 */
export async function listOwnMoments(tx: Tx, actor: Actor, now: Date): Promise<Moment[]> {
  const today = isoDate(now);
  const bodies = new Set(await memberOf(tx, actor));
  const roles = actor.mandates.map((mandate) => mandate.role);
  if (roles.length + bodies.size === 0) return [];
  const from = { roles, bodyIds: [...bodies] };
  const all = await listMoments(tx, actor, { dueThrough: dayAfter(today, ahead), from }, today);
  return all.filter((moment) => {
    if (['done', 'late', 'cancelled', 'gone'].includes(moment.standing)) return false;
    return isOwnMoment(actor, moment, bodies);
  });
}

/** Is a moment due from the actor (as a member, or by a role for its unit), or from a body of theirs? */
export function isOwnMoment(
  actor: Actor,
  moment: Pick<Moment, 'role' | 'unitId' | 'bodyId' | 'member' | 'memberAccountId'>,
  bodies: ReadonlySet<string>,
): boolean {
  if (moment.role !== null || moment.member !== null) return isOwed(actor, moment);
  return moment.bodyId !== null && bodies.has(moment.bodyId);
}
