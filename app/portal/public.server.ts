import { sql } from 'kysely';
import type { Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { FILE_FORMATS } from '#app/render/file-format.ts';
import type { Report } from '#app/render/report.ts';
import type { Amounts } from './amounts.ts';
import type { PublicDecision } from './candidate.server.ts';
import type { LeftOut } from './publication.ts';

/**
 * What everybody may read. Every function takes a transaction of the public reader (`asPublic`): it sees two tables, of
 * which row-level security shows what is public today, and asks two functions for files.
 */

type Named = { code: string; nameNl: string; nameEn: string };

export type PublicHead = {
  title: string;
  firstYear: number;
  lastYear: number;
  stage: string | null;
  scheme: Named;
  kind: Named;
  unit: Named;
  institution: { nameNl: string; nameEn: string; noticeNl: string; noticeEn: string };
};

export type PublicEntry = {
  institutionId: string;
  publicationId: string;
  institution: string;
  scheme: string;
  document: string;
  version: number;
  hash: string;
  /** ISO day */
  from: string;
  withdrawnAt: string | null;
  withdrawnReason: string;
  head: PublicHead;
  leftOut: LeftOut[];
};

const entry = sql`p.institution_id, p.publication_id, p.institution_code as institution, p.scheme_code as scheme,
  p.document_code as document, p.version_number as version, p.version_hash as hash, p.from_on as from,
  p.withdrawn_at, p.withdrawn_reason, p.head, p.left_out`;

/** Of each document the publication that its address shows: the newest that stands, else the last withdrawn. */
const shownFirst = sql`p.withdrawn_at is not null, p.version_number desc, p.published_at desc`;

export type PublicInstitution = { code: string; names: PublicHead['institution']; documents: number };

/** The institutions with something public. One statement. */
export async function listPublicInstitutions(tx: Tx): Promise<PublicInstitution[]> {
  const { rows } = await sql<PublicInstitution>`
    select p.institution_code as code, count(distinct (p.scheme_code, p.document_code))::int as documents,
           (array_agg(p.head -> 'institution' order by p.published_at desc))[1] as names
      from publication p where p.withdrawn_at is null
     group by p.institution_id, p.institution_code order by p.institution_code`.execute(tx);
  return rows;
}

/** What an institution has public, or had: one entry per document, the newest first. One statement. @throws Missing */
export async function listPublic(
  tx: Tx,
  { institution, scheme = null }: { institution: string; scheme?: string | null },
): Promise<PublicEntry[]> {
  const { rows } = await sql<PublicEntry>`
    select * from (
      select distinct on (p.scheme_code, p.document_code) ${entry} from publication p
       where p.institution_code = ${institution} and (${scheme}::text is null or p.scheme_code = ${scheme})
       order by p.scheme_code, p.document_code, ${shownFirst}) shown
     order by (head ->> 'lastYear')::int desc, "from" desc, document`.execute(tx);
  if (rows.length === 0) throw new Missing('public');
  return rows;
}

/** What the documents of a scheme say of money received and divided. One statement. */
export async function listPublicAmounts(
  tx: Tx,
  { institution, scheme }: { institution: string; scheme: string },
): Promise<{ document: string; version: number; amounts: Amounts }[]> {
  const { rows } = await sql<{ document: string; version: number; amounts: Amounts }>`
    select p.document_code as document, p.version_number as version, c.facts -> 'amounts' as amounts
      from publication p
      join publication_page c on c.institution_id = p.institution_id and c.publication_id = p.publication_id
       and c.locale = 'nl'
     where p.institution_code = ${institution} and p.scheme_code = ${scheme} and p.withdrawn_at is null
       and p.head ->> 'stage' in ('granted', 'allocated')
     order by p.document_code, p.version_number`.execute(tx);
  return rows;
}

export type PublicAddress = { institution: string; scheme: string; document: string };

export type PublicDocument = {
  shown: PublicEntry;
  /** all that was published of it, the newest first */
  entries: PublicEntry[];
  /** null when it was withdrawn */
  page: {
    report: Report;
    facts: {
      submittedAt: string | null;
      adoptedAt: string | null;
      decisions: PublicDecision[];
      amounts: Amounts | null;
    };
  } | null;
};

/**
 * A document as its address shows it. Two statements.
 * @param at.version the number; the newest that stands when left out
 * @throws Missing
 */
export async function getPublic(
  tx: Tx,
  { version = null, locale, ...at }: PublicAddress & { version?: number | null; locale: Locale },
): Promise<PublicDocument> {
  const { rows: entries } = await sql<PublicEntry>`
    select ${entry} from publication p
     where p.institution_code = ${at.institution} and p.scheme_code = ${at.scheme} and p.document_code = ${at.document}
     order by ${shownFirst}`.execute(tx);
  const shown = entries.find((one) => version === null || one.version === version);
  if (!shown) throw new Missing('public');
  const { rows } = await sql<NonNullable<PublicDocument['page']>>`
    select c.report, c.facts from publication_page c
     where c.institution_id = ${shown.institutionId} and c.publication_id = ${shown.publicationId}
       and c.locale = ${locale}`.execute(tx);
  return { shown, entries, page: rows[0] ?? null };
}

export type PublicFile = { format: string; size: number };

/** The files of a publication that are made, in a language. One statement. */
export async function listPublicFiles(tx: Tx, { institutionId, publicationId }: PublicEntry, locale: Locale) {
  const { rows } = await sql<PublicFile>`
    select format, size from public_files(${institutionId}, ${publicationId}) where locale = ${locale}
     order by array_position(${[...FILE_FORMATS]}::text[], format)`.execute(tx);
  return rows;
}

/** One of them. @throws Missing, also while it is being made */
export async function getPublicFile(
  tx: Tx,
  { institutionId, publicationId }: PublicEntry,
  { locale, format }: { locale: Locale; format: string },
): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
  const { rows } = await sql<{ fileName: string; mediaType: string; bytes: Buffer }>`
    select * from public_file(${institutionId}, ${publicationId}, ${locale}, ${format})`.execute(tx);
  if (!rows[0]) throw new Missing('public');
  return rows[0];
}
