import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listPlaces } from './place.server.ts';

/** The units and bodies for which somebody may write, for a form of taking part. Two statements. */
export async function listInvolvementPlaces(tx: Tx, actor: Actor) {
  const { units, bodies } = await listPlaces(tx, actor);
  const own = bodies.filter(
    (one) =>
      mayForBody(actor, 'consultation.write', one.bodyId) || may(actor, 'consultation.write', one.unitId),
  );
  const at = new Set(own.map((one) => one.unitId));
  return {
    units: units.filter((one) => may(actor, 'consultation.write', one.unitId) || at.has(one.unitId)),
    bodies: own,
  };
}
