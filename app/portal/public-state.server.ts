import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';

/** What a public address is about; without a code everything below it. */
export type PublicPlace = { institution?: string; scheme?: string; document?: string };

/**
 * Names what the pages of a place say now: which publications stand, which were withdrawn, which files are made. A page
 * that was made for the same name is the same page; null where nothing is or was public. One statement, as the public
 * reader.
 */
export async function publicState(
  tx: Tx,
  { institution, scheme, document }: PublicPlace,
): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`
    select md5(string_agg(concat_ws(' ', p.publication_id, p.withdrawn_at, made.files), ','
                          order by p.publication_id)) as state
      from publication p
      left join lateral (select string_agg(concat_ws(' ', f.locale, f.format, f.sha256), ' '
                                           order by f.locale, f.format) as files
                           from public_files(p.institution_id, p.publication_id) f
                          where ${document ?? null}::text is not null) made on true
     where (${institution ?? null}::text is null or p.institution_code = ${institution ?? null})
       and (${scheme ?? null}::text is null or p.scheme_code = ${scheme ?? null})
       and (${document ?? null}::text is null or p.document_code = ${document ?? null})`.execute(tx);
  return rows[0]!.state;
}
