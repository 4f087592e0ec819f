import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';

/** The id of a scheme by its code. @throws Missing */
export async function schemeIdOf(tx: Tx, institutionId: string, code: string): Promise<string> {
  // as text: built anew by the query builder for every request, it cost more than its answer
  const { rows } = await sql<{ schemeId: string }>`
    select scheme_id from scheme where institution_id = ${institutionId} and code = ${code}`.execute(tx);
  if (!rows[0]) throw new Missing('scheme');
  return rows[0].schemeId;
}

/** The revision of a scheme, which every change of a part of it names. @throws Missing */
export async function schemeRevision(tx: Tx, institutionId: string, code: string): Promise<number> {
  const row = await tx
    .selectFrom('scheme')
    .select('revision')
    .where('institutionId', '=', institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new Missing('scheme');
  return row.revision;
}

/** What the head of every page about a scheme shows. @throws Missing */
export async function getSchemeHead(tx: Tx, institutionId: string, code: string) {
  const row = await tx
    .selectFrom('scheme')
    .select(['schemeId', 'code', 'nameNl', 'nameEn', 'legalSource', 'firstYear', 'lastYear'])
    .where('institutionId', '=', institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new Missing('scheme');
  return row;
}

/** The schemes of the institution, the running ones first. */
export async function listSchemes(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('scheme')
    .select(['schemeId', 'code', 'nameNl', 'nameEn', 'legalSource', 'firstYear', 'lastYear'])
    .where('institutionId', '=', institutionId)
    .orderBy('lastYear', 'desc')
    .orderBy('nameNl')
    .execute();
}
