import { canonical, type Json } from '#app/kernel/hash.ts';
import { type AskedRule, askedRule } from '#app/participation/asked-rule.ts';
import type { DecisionEntry, DocumentEntry, VersionEntry } from './document-file.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { RightEntry, SchemeEntry } from './scheme-file.ts';

type Places = Pick<InstitutionFile, 'bodies' | 'units'>;
type Exercised = Pick<DecisionEntry, 'body' | 'kind' | 'right'>;

/**
 * The line of the rights matrix that a decision exercises: the one it names, else the first of the document's kind
 * for a body of that kind, before all where the body stands as the line says.
 * @returns null for an adopting decision, and when the body has no such right
 */
export function rightOf(
  file: Places,
  scheme: SchemeEntry,
  document: DocumentEntry,
  { body: code, kind: exercised, right: named }: Exercised,
): RightEntry | null {
  const body = file.bodies.find((one) => one.code === code);
  const kind = scheme.documentKinds.find((one) => one.code === document.kind);
  if (!body || !kind) return null;
  const lines = kind.rights.filter((right) => right.kind === exercised);
  if (named) {
    const { bodyKind, bodyAt, matterNl } = named;
    const same = (one: RightEntry) =>
      one.bodyKind === bodyKind && one.bodyAt === bodyAt && one.matterNl === matterNl;
    return lines.find(same) ?? null;
  }
  const own = lines.filter((right) => right.bodyKind === body.kind);
  const atRoot = file.units.find((unit) => unit.code === body.unit)?.placements.length === 0;
  const stands = (right: RightEntry) => (right.bodyAt === 'unit' ? body.unit === document.unit : atRoot);
  // a unit without such a body of its own goes to the nearest above it
  return own.find(stands) ?? own.find((right) => right.bodyAt === 'unit') ?? null;
}

/** What tells the lines of the matrix of a kind of document apart: the same right on two matters is two lines. */
export function rightKey(scheme: string, kind: string, right: RightEntry): string[] {
  return [scheme, kind, right.bodyKind, right.bodyAt, right.kind, right.matterNl];
}

/** The rule that a decision keeps: its own, and where that says nothing as the matrix of the file says. */
export function keptRule(right: RightEntry | null, rule: DecisionEntry['rule']): AskedRule | null {
  if (!right && !rule) return null;
  const own = Object.entries(rule ?? {}).filter(([, value]) => value !== undefined);
  return { ...askedRule(right, null), ...Object.fromEntries(own) };
}

/**
 * Where a decision of a version stands in the file: of the same body and right, and on the same line of the matrix
 * where two are told apart by it. -1 when there is none.
 */
export function decisionIndex(version: VersionEntry, of: Exercised): number {
  const same = version.decisions.flatMap((one, index) =>
    one.body === of.body && one.kind === of.kind ? [{ index, right: one.right }] : [],
  );
  const exact = same.find((one) => equal(one.right, of.right));
  return exact?.index ?? (same.length === 1 ? same[0]!.index : -1);
}

/** Says of decisions, and wherever they are named, only what the matrix does not already say. */
export function withShortRights(file: Places, scheme: SchemeEntry): SchemeEntry {
  const shortRight = (document: DocumentEntry, of: Exercised) => {
    const { right, ...bare } = of;
    if (!right) return null;
    const said = rightOf(file, scheme, document, of);
    return said && said === rightOf(file, scheme, document, { ...bare, right: null }) ? null : right;
  };
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      key === 'decision' && each ? short(each) : named(each),
    ]);
    return Object.fromEntries(entries);
  };
  const short = (of: Exercised & { document: string; version: number }) => {
    const document = scheme.documents.find((one) => one.code === of.document);
    const version = document?.versions.find((one) => one.number === of.version);
    const found = version?.decisions[decisionIndex(version, of)];
    return document && found ? { ...of, right: shortRight(document, found) } : of;
  };
  return {
    ...scheme,
    commitments: named(scheme.commitments) as SchemeEntry['commitments'],
    followUps: named(scheme.followUps) as SchemeEntry['followUps'],
    moments: named(scheme.moments) as SchemeEntry['moments'],
    evidence: named(scheme.evidence) as SchemeEntry['evidence'],
    documents: scheme.documents.map((document) => ({
      ...document,
      versions: document.versions.map((version) => ({
        ...version,
        decisions: version.decisions.map((decision) => {
          const line = rightOf(file, scheme, document, decision);
          const rule = keptRule(line, decision.rule);
          const right = shortRight(document, decision);
          return { ...decision, right, rule: equal(rule, keptRule(line, null)) ? null : rule };
        }),
      })),
    })),
  };
}

/** Do both say the same, whatever the order of their keys? */
function equal(a: unknown, b: unknown): boolean {
  return canonical((a ?? null) as Json) === canonical((b ?? null) as Json);
}
