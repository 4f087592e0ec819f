import type { DocumentEntry, VersionEntry } from './document-file.ts';
import type { FileCodes } from './file-codes.ts';
import type { FilePath } from './file-problem.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { KindEntry, SchemeEntry } from './scheme-file.ts';
import { checkVersion } from './version-check.ts';

export type SchemeCheck = { file: InstitutionFile; codes: FileCodes; scheme: SchemeEntry; path: FilePath };
export type DocumentCheck = SchemeCheck & { document: DocumentEntry; kind: KindEntry | undefined };

/** The documents of a scheme and their versions. */
export function checkDocuments(check: SchemeCheck): void {
  const { codes, scheme } = check;
  const documents = [...check.path, 'documents'];
  codes.problems.duplicates(scheme.documents, documents, { key: 'code', value: (one) => one.code });
  for (const [d, document] of scheme.documents.entries()) {
    const path = [...documents, d];
    codes.refer([...path, 'kind'], document.kind, 'kind', scheme.code);
    codes.refer([...path, 'unit'], document.unit, 'unit');
    codes.refer([...path, 'amends'], document.amends, 'document', scheme.code);
    const kind = scheme.documentKinds.find((one) => one.code === document.kind);
    const own = { ...check, path, document, kind };
    checkYears(own);
    if (amendsItself(document, scheme)) {
      codes.problems.add([...path, 'amends'], 'document-circle', { value: document.code });
    }
    for (const [a, { body }] of document.authors.entries()) {
      codes.refer([...path, 'authors', a, 'body'], body, 'body');
    }
    for (const [e, { measure }] of document.endedMeasures.entries()) {
      codes.refer([...path, 'endedMeasures', e, 'measure'], measure, 'measure', scheme.code, document.code);
    }
    checkCourse(own);
    for (const [v, version] of document.versions.entries()) {
      checkVersion({ ...own, path: [...path, 'versions', v] }, version);
    }
  }
}

function checkYears({ codes, scheme, document, path }: DocumentCheck): void {
  for (const key of ['firstYear', 'lastYear'] as const)
    checkYear({ codes, scheme }, [...path, key], document[key]);
  if (document.lastYear < document.firstYear) {
    const { firstYear, lastYear } = document;
    codes.problems.add([...path, 'lastYear'], 'ends-before-it-begins', {
      from: firstYear,
      through: lastYear,
    });
  }
}

/** A year that the scheme does not cover. */
export function checkYear(
  { codes, scheme }: Pick<SchemeCheck, 'codes' | 'scheme'>,
  path: FilePath,
  year: number,
): void {
  const { firstYear, lastYear } = scheme;
  if (year < firstYear || year > lastYear) {
    codes.problems.add(path, 'year-outside-scheme', { year, firstYear, lastYear });
  }
}

function amendsItself(document: DocumentEntry, scheme: SchemeEntry): boolean {
  const amends = new Map(scheme.documents.map((one) => [one.code, one.amends]));
  const seen = new Set<string>();
  let at = document.amends;
  while (at !== null && at !== document.code && !seen.has(at)) {
    seen.add(at);
    at = amends.get(at) ?? null;
  }
  return at === document.code;
}

/** Versions count up from 1, at most the last is a draft, and no two are in force from the same moment. */
function checkCourse({ codes, document, path }: DocumentCheck): void {
  const { problems } = codes;
  const numbers = document.versions.map((version) => version.number).toSorted((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) {
    problems.add([...path, 'versions'], 'version-numbers', { value: numbers.join(', ') });
  }
  const last = Math.max(...numbers);
  for (const [v, version] of document.versions.entries()) {
    const at = [...path, 'versions', v];
    if (version.status === 'draft' && version.number !== last)
      problems.add([...at, 'status'], 'draft-not-last');
    if (!version.inForce) continue;
    const twin = document.versions.slice(0, v).find((one) => sameMoment(one, version));
    if (twin) problems.add([...at, 'inForce'], 'two-in-force', { one: twin.number, other: version.number });
  }
}

/** In force from the same moment, or recorded at the same moment: then it is not clear which one counts. */
function sameMoment(a: VersionEntry, b: VersionEntry): boolean {
  if (!a.inForce || !b.inForce) return false;
  const same = (x: string, y: string) => Date.parse(x) === Date.parse(y);
  return same(a.inForce.from, b.inForce.from) || same(a.inForce.recordedAt, b.inForce.recordedAt);
}
