import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import { decisionIndex } from './right-match.ts';
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
  await importCommitments(tx, book, { scheme, own });
  const topicId = await topicIds(tx, book, own.schemeId);
  const changeId = await changeIds(tx, book);
  await insertAll(
    tx,
    'followUp',
    scheme.followUps.map(({ decision, topic, on, version, measure, change, ...rest }) => ({
      ...own,
      followUpId: newId(),
      ...rest,
      decisionId: decision && decisionIdOf(book, scheme, decision),
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
};

async function importCommitments(tx: Tx, book: CodeBook, { scheme, own }: Scope): Promise<void> {
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
      decisionId: decision && decisionIdOf(book, scheme, decision),
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

/** Decisions carry no code in a file: they are found by their version, body and right. */
export function decisionIdOf(
  book: CodeBook,
  scheme: SchemeEntry,
  of: NonNullable<SchemeEntry['followUps'][number]['decision']>,
): string {
  const document = scheme.documents.find((one) => one.code === of.document);
  const version = document?.versions.find((one) => one.number === of.version);
  const index = version ? decisionIndex(version, of) : -1;
  return book.id('decision', scheme.code, of.document, String(of.version), String(index));
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
