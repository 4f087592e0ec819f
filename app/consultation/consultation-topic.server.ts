import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import type { Quote } from './consultation.ts';

/** A topic as it was typed, with the ids behind its codes. */
export type FoundTopic = {
  text: string;
  against: string;
  nodeIds: string[];
  measureIds: string[];
  quotes: Quote[];
};

/**
 * Writes the topics of a consultation in place of those it had.
 * @throws Rejection `consultation.topic-answered` when a topic of which an account was given would go
 */
export async function replaceTopics(tx: Tx, actor: Actor, consultationId: string, topics: FoundTopic[]) {
  const { institutionId } = actor;
  const rows = await keepTopics(tx, actor, consultationId, topics);
  if (rows.length === 0) return;
  const nodes = rows.flatMap(({ topicId, nodeIds }) =>
    nodeIds.map((nodeId) => ({ institutionId, topicId, nodeId })),
  );
  const measures = rows.flatMap(({ topicId, measureIds }) =>
    measureIds.map((measureId) => ({ institutionId, topicId, measureId })),
  );
  const quotes = rows.flatMap(({ topicId, quotes }) =>
    quotes.map((quote, sort) => ({ institutionId, topicId, quoteId: newId(), ...quote, sort })),
  );
  if (quotes.length > 0) await tx.insertInto('consultationQuote').values(quotes).execute();
  if (nodes.length > 0) await tx.insertInto('consultationTopicNode').values(nodes).execute();
  if (measures.length > 0) await tx.insertInto('consultationTopicMeasure').values(measures).execute();
}

/**
 * Writes the topics, each with the id it had: a topic keeps it with its words, and one whose words changed by its
 * place, because an account of what was done with it hangs on it.
 */
async function keepTopics(tx: Tx, actor: Actor, consultationId: string, topics: FoundTopic[]) {
  const { institutionId } = actor;
  const had = await tx
    .selectFrom('consultationTopic as t')
    .select(['t.topicId', 't.text', 't.sort'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('followUp as f')
            .select('f.followUpId')
            .whereRef('f.institutionId', '=', 't.institutionId')
            .whereRef('f.topicId', '=', 't.topicId'),
        )
        .as('answered'),
    )
    .where('t.institutionId', '=', institutionId)
    .where('t.consultationId', '=', consultationId)
    .orderBy('t.sort')
    .execute();
  const left = new Map(had.map((one) => [one.topicId, one]));
  const take = (match: (one: (typeof had)[number]) => boolean) => {
    const found = [...left.values()].find(match);
    if (found) left.delete(found.topicId);
    return found?.topicId;
  };
  const byText = topics.map(({ text }) => take((one) => one.text === text));
  const rows = topics.map((topic, sort) => ({
    ...topic,
    sort,
    topicId: byText[sort] ?? take((one) => one.sort === sort) ?? newId(),
  }));
  const lost = [...left.values()].find((one) => one.answered);
  if (lost) throw new Rejection('consultation.topic-answered', { text: lost.text });
  const ids = had.map((one) => one.topicId);
  if (ids.length > 0) {
    for (const table of ['consultationTopicNode', 'consultationTopicMeasure', 'consultationQuote'] as const) {
      await tx
        .deleteFrom(table)
        .where('institutionId', '=', institutionId)
        .where('topicId', 'in', ids)
        .execute();
    }
  }
  if (left.size > 0) {
    await tx
      .deleteFrom('consultationTopic')
      .where('institutionId', '=', institutionId)
      .where('topicId', 'in', [...left.keys()])
      .execute();
  }
  if (rows.length > 0) {
    await tx
      .insertInto('consultationTopic')
      .values(
        rows.map(({ topicId, text, against, sort }) => ({
          ...{ institutionId, topicId, consultationId, text, against, sort },
        })),
      )
      .onConflict((on) =>
        on.columns(['institutionId', 'topicId']).doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          against: eb.ref('excluded.against'),
          sort: eb.ref('excluded.sort'),
        })),
      )
      .execute();
  }
  return rows;
}
