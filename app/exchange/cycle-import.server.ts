import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import { importMoments } from './moment-import.server.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** The consultations of a scheme, the steps of its cycle and its moments; after its documents. */
export async function importCycle(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  await importConsultations(tx, book, scheme);
  await importMoments(tx, book, scheme);
}

async function importConsultations(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  await insertAll(
    tx,
    'consultationMethod',
    scheme.consultationMethods.map((method, sort) => ({
      institutionId,
      methodId: book.set(newId(), 'method', scheme.code, method.code),
      schemeId,
      ...method,
      sort,
    })),
  );
  await insertAll(
    tx,
    'involvement',
    scheme.involvements.map(({ unit, body, since, ...rest }, sort) => ({
      institutionId,
      involvementId: book.set(newId(), 'involvement', scheme.code, rest.code),
      schemeId,
      unitId: book.id('unit', unit),
      bodyId: book.idOrNull('body', body),
      sinceText: since,
      ...rest,
      sort,
    })),
  );
  const all = scheme.consultations.map((one) => ({
    ...one,
    own: {
      institutionId,
      consultationId: book.set(newId(), 'consultation', scheme.code, one.date, one.title),
    },
  }));
  await insertAll(
    tx,
    'consultation',
    all.map(({ own, ...one }) => ({
      ...own,
      schemeId,
      methodId: book.id('method', scheme.code, one.method),
      unitId: book.id('unit', one.unit),
      bodyId: book.idOrNull('body', one.body),
      documentId: book.idOrNull('document', scheme.code, one.document),
      involvementId: book.idOrNull('involvement', scheme.code, one.involvement),
      sortDate: one.date,
      onText: one.on || one.date,
      ...{ title: one.title, withWhom: one.withWhom, aim: one.aim, sittings: one.sittings, round: one.round },
      ...{ invited: one.invited, present: one.present, answered: one.answered },
      ...{ caveat: one.caveat, outcome: one.outcome, source: one.source },
    })),
  );
  await insertAll(
    tx,
    'consultationNode',
    all.flatMap(({ own, nodes }) =>
      nodes.map(({ framework, node }) => ({ ...own, nodeId: book.id('node', framework, node) })),
    ),
  );
  await insertAll(
    tx,
    'consultationDiscussion',
    all.flatMap(({ own, discussions }) =>
      discussions.map(({ body, withWhom, on, note }, sort) => ({
        ...own,
        discussionId: newId(),
        bodyId: book.idOrNull('body', body),
        ...{ withWhom, onText: on, note, sort },
      })),
    ),
  );
  await insertAll(
    tx,
    'consultationPart',
    all.flatMap(({ own, parts }) => parts.map((part, sort) => ({ ...own, partId: newId(), ...part, sort }))),
  );
  const topics = all.flatMap(({ own, topics: list }) =>
    list.map((topic, sort) => ({ ...topic, own, sort, topicId: newId() })),
  );
  await insertAll(
    tx,
    'consultationTopic',
    topics.map(({ own, topicId, text, against, sort }) => ({ ...own, topicId, text, against, sort })),
  );
  await insertAll(
    tx,
    'consultationQuote',
    topics.flatMap(({ topicId, quotes }) =>
      quotes.map((quote, sort) => ({ institutionId, quoteId: newId(), topicId, ...quote, sort })),
    ),
  );
  await insertAll(
    tx,
    'consultationTopicNode',
    topics.flatMap(({ topicId, nodes }) =>
      nodes.map(({ framework, node }) => ({
        institutionId,
        topicId,
        nodeId: book.id('node', framework, node),
      })),
    ),
  );
  await insertAll(
    tx,
    'consultationTopicMeasure',
    topics.flatMap(({ topicId, measures }) =>
      measures.map(({ document, measure }) => ({
        institutionId,
        topicId,
        measureId: book.id('measure', scheme.code, document, measure),
      })),
    ),
  );
}
