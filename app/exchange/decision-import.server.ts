import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import { keptRule, rightKey, rightOf } from './right-match.ts';

/** The decisions on a frozen version, each on its hash. */
export async function importDecisions(
  { tx, book, file, scheme, document }: DocumentImport,
  version: VersionEntry,
  { versionId, hash }: { versionId: string; hash: string },
): Promise<void> {
  await insertAll(
    tx,
    'decision',
    version.decisions.map((decision, index) => {
      const { body, tally, events: _, right: __, rule, sections, ...rest } = decision;
      const right = rightOf(file, scheme, document, decision);
      const kept = keptRule(right, rule);
      return {
        institutionId: book.institutionId,
        decisionId: book.set(
          newId(),
          ...(['decision', scheme.code, document.code, String(version.number), String(index)] as const),
        ),
        versionId,
        versionHash: hash,
        bodyId: book.id('body', body),
        ruleId: right ? book.id('right', ...rightKey(scheme.code, document.kind, right)) : null,
        ...rest,
        rule: kept && JSON.stringify(kept),
        sections: sections.length > 0 ? JSON.stringify(sections) : null,
        present: tally?.present ?? null,
        votesFor: tally?.for ?? null,
        votesAgainst: tally?.against ?? null,
        abstained: tally?.abstained ?? null,
      };
    }),
  );
}
