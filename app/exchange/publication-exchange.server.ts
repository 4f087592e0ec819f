import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { getCandidate } from '#app/portal/candidate.server.ts';
import type { LeftOut } from '#app/portal/publication.ts';
import { writePublication } from '#app/portal/publication-write.server.ts';
import { checkVersion } from './council-check.ts';
import type { SchemeCheck } from './document-check.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** That what is public was adopted, and that a version is public once at a time. */
export function checkPublications(check: SchemeCheck): void {
  const { codes, scheme, path } = check;
  const open = new Set<string>();
  for (const [p, one] of scheme.publications.entries()) {
    const at = [...path, 'publications', p];
    const version = checkVersion(check, at, one);
    const value = `${one.document} ${one.version}`;
    if (version && version.status !== 'adopted') {
      codes.problems.add([...at, 'version'], 'publication-not-adopted', { value });
    }
    if (one.withdrawn === null && open.has(value)) {
      codes.problems.add([...at, 'version'], 'publication-twice', { value });
    }
    if (one.withdrawn === null) open.add(value);
  }
}

/** What was made public, made again from the versions; after all that these may print. */
export async function importPublications(tx: Tx, actor: Actor, scheme: SchemeEntry): Promise<void> {
  for (const { document, version, from, publishedAt, leftOut, withdrawn } of scheme.publications) {
    const at = { scheme: scheme.code, document };
    const now = new Date(publishedAt);
    const candidate = await getCandidate(tx, actor, { ...at, version, now });
    await writePublication(tx, actor, {
      ...{ ...at, candidate, leftOut, from, publishedAt: now },
      withdrawn: withdrawn && { at: new Date(withdrawn.at), reason: withdrawn.reason },
      background: true,
    });
  }
}

/** The publications of each scheme, by its id, in the order in which they were made. */
export async function exportPublications(tx: Tx, institutionId: string) {
  const schemes = codesOf(await tableRows(tx, institutionId, 'scheme'), 'schemeId');
  const rows = (await tableRows(tx, institutionId, 'publication')).toSorted(
    (a, b) =>
      Number(new Date(a.publishedAt)) - Number(new Date(b.publishedAt)) ||
      a.documentCode.localeCompare(b.documentCode) ||
      a.versionNumber - b.versionNumber,
  );
  return (schemeId: string) => ({
    publications: rows
      .filter((one) => one.schemeCode === schemes.get(schemeId))
      .map((one) => ({
        ...{ document: one.documentCode, version: one.versionNumber, from: one.fromOn },
        publishedAt: new Date(one.publishedAt).toISOString(),
        leftOut: one.leftOut as LeftOut[],
        withdrawn: one.withdrawnAt
          ? { at: new Date(one.withdrawnAt).toISOString(), reason: one.withdrawnReason }
          : null,
      })),
  });
}
