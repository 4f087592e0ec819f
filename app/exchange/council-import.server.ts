import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** Within how many months councils are answered. */
export async function importReplyTerms(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'replyTerm',
    file.replyTerms.map((one) => ({ institutionId, termId: newId(), ...one })),
  );
}

/** What came of what councils said in a scheme; after its documents and consultations. */
export async function importCouncil(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const own = { institutionId, schemeId: book.id('scheme', scheme.code) };
  const decisionId = await decisionIds(tx, book);
  await importCommitments(tx, book, { scheme, own, decisionId });
  const topicId = await topicIds(tx, book, own.schemeId);
  const changeId = await changeIds(tx, book);
  await insertAll(
    tx,
    'followUp',
    scheme.followUps.map(({ decision, topic, on, version, measure, change, ...rest }) => ({
      ...own,
      followUpId: newId(),
      ...rest,
      decisionId: decision && decisionId(scheme.code, decision),
      topicId: topic && topicId(topic),
      onDate: on,
      versionId: version && versionId(book, scheme, version),
      measureId: measure && book.id('measure', scheme.code, measure.document, measure.measure),
      changeId: change && changeId(`${versionId(book, scheme, change)} ${change.change}`),
    })),
  );
  await insertAll(
    tx,
    'proposal',
    scheme.proposals.map(({ body, to, ...rest }) => ({
      ...own,
      proposalId: newId(),
      bodyId: book.id('body', body),
      toBodyId: book.id('body', to),
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'reflection',
    scheme.reflections.map(({ body, ...rest }) => ({
      ...own,
      reflectionId: newId(),
      bodyId: book.id('body', body),
      ...rest,
      textHash: sha256(rest.text),
    })),
  );
  await insertAll(
    tx,
    'glossaryWord',
    scheme.words.map((word, sort) => ({ ...own, wordId: newId(), ...word, sort })),
  );
}

type Scope = {
  scheme: SchemeEntry;
  own: { institutionId: string; schemeId: string };
  decisionId: DecisionIds;
};

async function importCommitments(tx: Tx, book: CodeBook, { scheme, own, decisionId }: Scope): Promise<void> {
  const all = scheme.commitments.map((one) => ({ ...one, commitmentId: newId() }));
  await insertAll(
    tx,
    'commitment',
    all.map(({ body, unit, role, decision, document, measure, steps: _, ...rest }) => ({
      ...own,
      ...rest,
      bodyId: book.id('body', body),
      ownerUnitId: book.id('unit', unit),
      ownerRole: role,
      decisionId: decision && decisionId(scheme.code, decision),
      documentId: book.idOrNull('document', scheme.code, document),
      measureId: measure && book.id('measure', scheme.code, measure.document, measure.measure),
    })),
  );
  await insertAll(
    tx,
    'commitmentStep',
    all.flatMap(({ commitmentId, steps }) =>
      steps.map(({ on, version, ...rest }, index) => ({
        ...{ institutionId: own.institutionId, stepId: newId(), commitmentId, onDate: on, ...rest },
        versionId: version && versionId(book, scheme, version),
        sort: index + 1,
      })),
    ),
  );
}

function versionId(book: CodeBook, scheme: SchemeEntry, of: { document: string; version: number }): string {
  return book.id('version', scheme.code, of.document, String(of.version));
}

type DecisionIds = (
  scheme: string,
  of: { document: string; version: number; body: string; kind: string },
) => string;

// Decisions carry no code in a file: they are found by their version, body and right.
export async function decisionIds(tx: Tx, book: CodeBook): Promise<DecisionIds> {
  const rows = await tx
    .selectFrom('decision')
    .select(['decisionId', 'versionId', 'bodyId', 'kind'])
    .where('institutionId', '=', book.institutionId)
    .execute();
  const ids = new Map(rows.map((one) => [`${one.versionId} ${one.bodyId} ${one.kind}`, one.decisionId]));
  return (scheme, { document, version, body, kind }) =>
    ids.get(`${book.id('version', scheme, document, String(version))} ${book.id('body', body)} ${kind}`)!;
}

// The same code stands in every version that states the change again.
async function changeIds(tx: Tx, book: CodeBook) {
  const rows = await tx
    .selectFrom('planChange')
    .select(['changeId', 'versionId', 'code'])
    .where('institutionId', '=', book.institutionId)
    .execute();
  const ids = new Map(rows.map((one) => [`${one.versionId} ${one.code}`, one.changeId]));
  return (key: string) => ids.get(key)!;
}

async function topicIds(tx: Tx, book: CodeBook, schemeId: string) {
  const { rows } = await sql<{ topicId: string; date: string; title: string; text: string }>`
    select t.topic_id, c.sort_date as date, c.title, t.text from consultation_topic t
      join consultation c on c.institution_id = t.institution_id and c.consultation_id = t.consultation_id
     where t.institution_id = ${book.institutionId} and c.scheme_id = ${schemeId}`.execute(tx);
  const ids = new Map(rows.map((one) => [JSON.stringify([one.date, one.title, one.text]), one.topicId]));
  return (of: { date: string; title: string; text: string }) =>
    ids.get(JSON.stringify([of.date, of.title, of.text]))!;
}
