import type { DecisionEntry, DocumentEntry } from './document-file.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { RightEntry, SchemeEntry } from './scheme-file.ts';

/**
 * The line of the rights matrix that a decision exercises: of the document's kind, for a body of that kind
 * that stands where the line says.
 * @returns null for an adopting decision, and when the body has no such right
 */
export function rightOf(
  file: Pick<InstitutionFile, 'bodies' | 'units'>,
  scheme: SchemeEntry,
  document: DocumentEntry,
  decision: Pick<DecisionEntry, 'body' | 'kind'>,
): RightEntry | null {
  const body = file.bodies.find((one) => one.code === decision.body);
  const kind = scheme.documentKinds.find((one) => one.code === document.kind);
  if (!body || !kind) return null;
  const atRoot = file.units.find((unit) => unit.code === body.unit)?.placements.length === 0;
  return (
    kind.rights.find(
      (right) =>
        right.kind === decision.kind &&
        right.bodyKind === body.kind &&
        (right.bodyAt === 'unit' ? body.unit === document.unit : atRoot),
    ) ?? null
  );
}

/** What tells the lines of the matrix of a kind of document apart: the same right on two matters is two lines. */
export function rightKey(scheme: string, kind: string, right: RightEntry): string[] {
  return [scheme, kind, right.bodyKind, right.bodyAt, right.kind, right.matterNl];
}
