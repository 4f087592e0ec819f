import { shapeProblems } from '#app/plan/change.ts';
import type { DocumentCheck } from './document-check.ts';
import type { VersionEntry } from './document-file.ts';

/** What a version changes: the earlier version, the codes, and what each kind links. */
export function checkChanges(check: DocumentCheck, { changes, number, measures }: VersionEntry): void {
  if (!changes) return;
  const { codes, scheme, document, path } = check;
  const { problems } = codes;
  const { from } = changes;
  const base = scheme.documents.find((one) => one.code === from.document);
  const earlier = from.document === document.code ? from.version < number : from.document === document.amends;
  const known = base?.versions.find((one) => one.number === from.version);
  if (!known || !earlier) {
    problems.add([...path, 'changes', 'from'], 'change-base', { value: `${from.document} ${from.version}` });
  }
  const stated = [...path, 'changes', 'stated'];
  problems.duplicates(changes.stated, stated, { key: 'code', value: (one) => one.code });
  for (const [c, change] of changes.stated.entries()) {
    const at = [...stated, c];
    const missing = (side: 'before' | 'after', of: VersionEntry['measures']) => {
      for (const [m, measure] of change[side].entries()) {
        if (of.some((one) => one.code === measure)) continue;
        problems.add([...at, side, m], 'unknown-measure', { value: measure });
      }
    };
    missing('before', known?.measures ?? []);
    missing('after', measures);
    codes.refer([...at, 'unit'], change.unit, 'unit');
    codes.refer([...at, 'from'], change.from, 'node', scheme.themes);
    codes.refer([...at, 'to'], change.to, 'node', scheme.themes);
    codes.refer([...at, 'body'], change.body, 'body');
    if (scheme.causes !== null) codes.refer([...at, 'cause'], change.cause, 'node', scheme.causes);
    else if (change.cause !== null) problems.add([...at, 'cause'], 'unknown-node', { value: change.cause });
    for (const { path: field } of shapeProblems(change))
      problems.add([...at, field], 'change-shape', { kind: change.kind });
  }
}
