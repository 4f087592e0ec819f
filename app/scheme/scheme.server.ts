import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';

/** The id of a scheme by its code. @throws Missing */
export async function schemeIdOf(tx: Tx, institutionId: string, code: string): Promise<string> {
  const row = await tx
    .selectFrom('scheme')
    .select('schemeId')
    .where('institutionId', '=', institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new Missing('scheme');
  return row.schemeId;
}
