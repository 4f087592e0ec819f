import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import { rightOf } from './right-match.ts';

/** The decisions on a frozen version, each on its hash. */
export async function importDecisions(
  { tx, book, file, scheme, document }: DocumentImport,
  version: VersionEntry,
  { versionId, hash }: { versionId: string; hash: string },
): Promise<void> {
  await insertAll(
    tx,
    'decision',
    version.decisions.map((decision) => {
      const { body, tally, ...rest } = decision;
      const right = rightOf(file, scheme, document, decision);
      return {
        institutionId: book.institutionId,
        decisionId: newId(),
        versionId,
        versionHash: hash,
        bodyId: book.id('body', body),
        ruleId: right
          ? book.id('right', scheme.code, document.kind, right.bodyKind, right.bodyAt, right.kind)
          : null,
        ...rest,
        present: tally?.present ?? null,
        votesFor: tally?.for ?? null,
        votesAgainst: tally?.against ?? null,
        abstained: tally?.abstained ?? null,
      };
    }),
  );
}
