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
  const all = scheme.consultations.map((one) => ({
    ...one,
    own: { institutionId, consultationId: newId() },
  }));
  await insertAll(
    tx,
    'consultation',
    all.map(({ own, method, unit, body, document, date, on, parts: _, topics: __, ...rest }) => ({
      ...own,
      schemeId,
      methodId: book.id('method', scheme.code, method),
      unitId: book.id('unit', unit),
      bodyId: book.idOrNull('body', body),
      documentId: book.idOrNull('document', scheme.code, document),
      sortDate: date,
      onText: on || date,
      ...rest,
    })),
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
    topics.map(({ own, topicId, text, sort }) => ({ ...own, topicId, text, sort })),
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
