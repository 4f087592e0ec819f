import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** The consultations of a scheme, the steps of its cycle and its moments; after its documents. */
export async function importCycle(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  await importConsultations(tx, book, scheme);
  await importSteps(tx, book, scheme);
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
    own: { institutionId, consultationId: newId() },
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

async function importSteps(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'cycleStep',
    scheme.cycleSteps.map(({ kind, body, right, role, rule, starts, meets, ...rest }, sort) => ({
      institutionId,
      stepId: book.set(newId(), 'step', scheme.code, rest.code),
      schemeId: book.id('scheme', scheme.code),
      ...rest,
      kindId: book.idOrNull('kind', scheme.code, kind),
      bodyKind: body?.kind ?? null,
      bodyAt: body?.at ?? null,
      rightKind: right,
      roleCode: role,
      rule: JSON.stringify(rule),
      startRule: starts && JSON.stringify(starts),
      meetingRule: meets && JSON.stringify(meets),
      sort,
    })),
  );
}

async function importMoments(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const all = scheme.moments.map((one) => ({ ...one, momentId: newId() }));
  await insertAll(
    tx,
    'moment',
    all.map(({ papers: _, step, unit, firstDueOn, ...rest }) => ({
      institutionId,
      schemeId: book.id('scheme', scheme.code),
      stepId: book.id('step', scheme.code, step),
      unitId: book.id('unit', unit),
      ...rest,
      firstDueOn: firstDueOn ?? rest.dueOn,
    })),
  );
  await insertAll(
    tx,
    'momentPaper',
    all.flatMap(({ momentId, papers }) =>
      papers.map(({ document, version, title, sent, source }) => ({
        ...{ institutionId, paperId: newId(), momentId, title, source },
        versionId: document === null ? null : book.id('version', scheme.code, document, String(version)),
        sentText: sent,
        sortDate: firstDay(sent),
      })),
    ),
  );
}

/** The first day of a day, a month or a year. */
function firstDay(text: string): string {
  const [year, month = '01', day = '01'] = text.split('-');
  return `${year}-${month}-${day}`;
}
