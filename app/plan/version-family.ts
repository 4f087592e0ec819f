import type { VersionHead } from './plan.ts';

/** Versions that may be compared: of a document, of what it amends and of what amends it. Pure. */

/** A version that may stand on either side: of the document itself, of what it amends or of what amends it. */
export type Side = Omit<VersionHead, 'versionId' | 'note' | 'covers'> & {
  document: string;
  title: string;
  /** how an address names it: the number, after another document's code and a tilde */
  ref: string;
};

export type FamilyVersion = Omit<Side, 'ref'> & {
  versionId: string;
  kindId: string;
  unitId: string;
  /** whose document it is: the one asked for, the one that this amends, or one that amends this */
  relation: 'own' | 'amended' | 'amending';
};

/** How an address on a page of this document names a version. */
export function refOf(version: Pick<FamilyVersion, 'document' | 'number'>, document: string): string {
  return version.document === document ? String(version.number) : `${version.document}~${version.number}`;
}

/** What a side is called: the document's title only where it is another document. */
export function sideName(
  side: Pick<Side, 'document' | 'title' | 'number'>,
  document: string,
  words: (key: string, params: Record<string, string>) => string,
): string {
  const number = words('plan.version', { number: String(side.number) });
  return side.document === document ? number : `${side.title}, ${number}`;
}

/** A version as screens and the API get it: without ids. */
export function sideOf(version: FamilyVersion, document: string): Side {
  const { versionId: _v, kindId: _k, unitId: _u, relation: _r, ...side } = version;
  return { ...side, ref: refOf(version, document) };
}

/** The versions that one may state its changes from: what came before it and is written no more. */
export function basesOf(family: readonly FamilyVersion[], version: FamilyVersion): FamilyVersion[] {
  return family.filter(
    (one) =>
      one.status !== 'draft' &&
      (one.document === version.document ? one.number < version.number : one.relation === 'amended'),
  );
}

/**
 * The version that one states its changes from when nobody said which: the last adopted one before it, else what its
 * document amends. What was returned or withdrawn never held, so nothing changed from it.
 */
export function defaultBase(
  family: readonly FamilyVersion[],
  version: FamilyVersion,
): FamilyVersion | undefined {
  const bases = basesOf(family, version);
  const own = bases.filter((one) => one.document === version.document && one.status === 'adopted');
  const amended = bases.filter((one) => one.document !== version.document);
  return own.at(-1) ?? amended.find((one) => one.inForce) ?? amended.at(-1);
}
