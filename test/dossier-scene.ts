import type { Db } from '#app/kernel/db.server.ts';
import { adoptVersion } from '#app/participation/adoption.server.ts';
import { askDecision } from '#app/participation/decision.server.ts';
import { getDossier } from '#app/participation/dossier.server.ts';
import type { DossierEvent } from '#app/participation/dossier-state.ts';
import { recordEvent } from '#app/participation/event.server.ts';
import { recordOutcome } from '#app/participation/outcome.server.ts';
import { submitPlan } from '#app/plan/submission.server.ts';
import { address, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';

export type DossierScene = PlanScene & { hash: string; decisionId: string };

/** Noon of a day. */
export const day = (date: string) => new Date(`${date}T12:00:00Z`);

let made = 0;

/** The law faculty's plan, put before its council on 7 June 2021 under a rule that the test may change. */
export async function askedDossier(db: Db, rule: Record<string, unknown> = {}): Promise<DossierScene> {
  const scene = await planScene(db, `dossier-${++made}`);
  await scene.run(async (tx) => {
    await completeLawPlan(tx, scene);
    await tx
      .updateTable('rightRule')
      .set({ termDays: 20, ...rule })
      .where('ruleId', '=', scene.ruleId)
      .execute();
  });
  const { hash } = await scene.run((tx) => submitPlan(tx, scene.writer, address));
  const question = { ...address, rule: scene.ruleId, question: 'Wat vindt u?', now: day('2021-06-07') };
  const { decisionId } = await scene.run((tx) => askDecision(tx, scene.admin, question));
  return { ...scene, hash, decisionId };
}

/** The council's outcome, on 20 June unless the test says otherwise. */
export const outcome = (s: DossierScene, over: object = {}, actor = s.secretary) =>
  s.run((tx) =>
    recordOutcome(tx, actor, {
      decision: s.decisionId,
      outcome: 'given',
      decidedOn: '2021-06-20',
      ...{ reasons: '', conditions: '', minorityView: '' },
      now: day('2021-08-01'),
      ...over,
    }),
  );

/** A step in the dossier, on 25 June unless the test says otherwise. */
export const step = (s: DossierScene, event: DossierEvent, over: object = {}, actor = s.admin) =>
  s.run((tx) =>
    recordEvent(tx, actor, {
      decision: s.decisionId,
      event,
      onDate: '2021-06-25',
      text: 'Zo is het gegaan.',
      now: day('2021-08-01'),
      ...over,
    }),
  );

export const adopt = (s: DossierScene, on = '2021-08-01') =>
  s.run((tx) =>
    adoptVersion(tx, s.board, { ...address, version: 1, hash: s.hash, reasons: '', now: day(on) }),
  );

export const dossier = (s: DossierScene, today = '2021-08-01', actor = s.admin) =>
  s.run((tx) => getDossier(tx, actor, { scheme: 'ka', decision: s.decisionId, today }));
