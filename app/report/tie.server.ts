import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { requireCode } from '#app/scheme/scheme-part.server.ts';
import { openScheme } from '#app/scheme/scheme-setting.server.ts';
import type { TieInput } from './check.input.ts';
import type { TieSide } from './tie.ts';

type At = { scheme: string; tie: string };

/**
 * Declares a tie of a scheme, or changes it.
 * @throws Missing; InvalidInput `tie.unknown` for a scheme, fund or unit that does not exist; Rejection
 *   `forbidden`, `conflict`
 */
export async function putTie(
  tx: Tx,
  actor: Actor,
  at: At,
  { revision, left, right, ...rest }: TieInput,
): Promise<{ revision: number }> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const code = requireCode(at.tie);
  const errors = [
    ...(await unknownIn(tx, actor, 'left', left)),
    ...(await unknownIn(tx, actor, 'right', right)),
  ];
  if (errors.length > 0) throw new InvalidInput(errors);
  const { institutionId } = actor;
  const own = { institutionId, schemeId: scheme.schemeId, code };
  const before = await tx
    .selectFrom('tie')
    .select(['nameNl', 'nameEn', 'leftSide', 'rightSide', 'note'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  const after = { ...rest, leftSide: JSON.stringify(left), rightSide: JSON.stringify(right) };
  await tx
    .insertInto('tie')
    .values({ ...own, tieId: newId(), ...after })
    .onConflict((conflict) => conflict.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(after))
    .execute();
  await record(tx, actor, 'tie.put', scheme.subject, {
    before: before ?? null,
    after: { code, ...rest, left, right },
  });
  return { revision: scheme.revision };
}

/** Stops watching a tie. @throws Missing; Rejection `forbidden`, `conflict` */
export async function removeTie(
  tx: Tx,
  actor: Actor,
  at: At,
  input: { revision: number },
): Promise<{ revision: number }> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('tie')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('code', '=', at.tie)
    .returning(['code', 'nameNl', 'nameEn'])
    .executeTakeFirst();
  if (!gone) throw new Missing('tie');
  await record(tx, actor, 'tie.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}

/** A code that does not exist would ask for nothing, and nothing would look like no money. */
async function unknownIn(tx: Tx, actor: Actor, hand: 'left' | 'right', side: TieSide): Promise<FieldError[]> {
  const { institutionId } = actor;
  const { rows } = await sql<{ field: string; what: string }>`
    with s as (select scheme_id, theme_framework_id from scheme
                where institution_id = ${institutionId} and code = ${side.scheme})
    select 'Scheme' as field, ${side.scheme}::text as what where not exists (select from s)
    union all select 'Funds', asked from unnest(${side.funds}::text[]) asked
     where not exists (select from fund f join s using (scheme_id) where f.institution_id = ${institutionId} and f.code = asked)
    union all select 'Unit', ${side.unit}::text where ${side.unit}::text is not null
      and not exists (select from unit where institution_id = ${institutionId} and code = ${side.unit})
    union all select 'Node', ${side.node}::text where ${side.node}::text is not null
      and not exists (select from node n join s on s.theme_framework_id = n.framework_id
                       where n.institution_id = ${institutionId} and n.code = ${side.node})
    union all select 'Measure', ${side.measure}::text where ${side.measure}::text is not null
      and not exists (select from measure m join document d using (institution_id, document_id) join s using (scheme_id)
                       where m.institution_id = ${institutionId} and m.code = ${side.measure})`.execute(tx);
  return rows.map(({ field, what }) => ({ path: `${hand}${field}`, code: 'tie.unknown', params: { what } }));
}
