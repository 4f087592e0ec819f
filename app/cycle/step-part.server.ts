import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import type { StepInput } from './cycle.input.ts';
import type { StepTopic } from './cycle.server.ts';

/** Lays down in which steps a step is used. */
export async function putFeeds(tx: Tx, actor: Actor, stepId: string, into: readonly string[]): Promise<void> {
  const { institutionId } = actor;
  await tx
    .deleteFrom('stepFeed')
    .where('institutionId', '=', institutionId)
    .where('stepId', '=', stepId)
    .execute();
  if (into.length === 0) return;
  await tx
    .insertInto('stepFeed')
    .values([...new Set(into)].map((intoId) => ({ institutionId, stepId, intoId })))
    .execute();
}

type Topics = {
  stepId: string;
  before: readonly StepTopic[];
  topics: StepInput['topics'];
  ids: ReadonlyMap<string, string>;
};

/**
 * Lays down the topics that return on the agenda of a step's meetings. A topic keeps its id by its Dutch name, so
 * that it stays on the agendas that have it; one that is dropped stays on them as a title of its own.
 */
export async function putTopics(
  tx: Tx,
  actor: Actor,
  { stepId, before, topics, ids }: Topics,
): Promise<void> {
  const { institutionId } = actor;
  for (const one of before.filter((old) => !topics.some((topic) => topic.nameNl === old.nameNl))) {
    await tx
      .updateTable('agendaItem')
      .set({ topicId: null, title: one.nameNl })
      .where('institutionId', '=', institutionId)
      .where('topicId', '=', one.topicId)
      .execute();
    await tx
      .deleteFrom('stepTopic')
      .where('institutionId', '=', institutionId)
      .where('topicId', '=', one.topicId)
      .execute();
  }
  for (const [sort, { about, ...topic }] of topics.entries()) {
    const topicId = before.find((old) => old.nameNl === topic.nameNl)?.topicId ?? newId();
    const values = { ...topic, aboutId: about === null ? null : ids.get(about)!, sort };
    await tx
      .insertInto('stepTopic')
      .values({ institutionId, topicId, stepId, ...values })
      .onConflict((on) => on.columns(['institutionId', 'topicId']).doUpdateSet(values))
      .execute();
  }
}
