import { sql } from 'kysely';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { ChangeContent } from './change-read.server.ts';

type Found = { what: string; code: string; id: string };

/**
 * The rows that a change names by code: measures as each version holds them, themes and causes of the scheme, a unit
 * at or below the plan's own, a body.
 * @throws InvalidInput `plan.unknown` with every code that names nothing
 */
export async function resolveCodes(
  tx: Tx,
  actor: Actor,
  { version, baseId }: { version: LockedVersion; baseId: string },
  content: ChangeContent,
) {
  const { rows } = await sql<Found>`
    with recursive below(unit_id) as (
      select ${version.unitId}::uuid
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date)
    select case t.version_id when ${baseId} then 'before' else 'after' end as what, m.code, m.measure_id as id
      from measure_text t join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
     where t.institution_id = ${actor.institutionId} and t.version_id in (${baseId}, ${version.versionId})
    union all
    select case n.framework_id when s.theme_framework_id then 'theme' else 'cause' end, n.code, n.node_id
      from scheme s join node n on n.institution_id = s.institution_id
           and n.framework_id in (s.theme_framework_id, s.cause_framework_id)
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${version.schemeId}
       and n.code in (${content.from}, ${content.to}, ${content.cause})
    union all
    select 'unit', u.code, u.unit_id from unit u
     where u.institution_id = ${actor.institutionId} and u.code = ${content.unit}
       and (u.unit_id in (select unit_id from below) or exists (select from version_unit c
             where c.institution_id = u.institution_id and c.version_id = ${version.versionId}
               and c.unit_id = u.unit_id))
    union all
    select 'body', b.code, b.body_id from body b
     where b.institution_id = ${actor.institutionId} and b.code = ${content.body}`.execute(tx);
  const errors: InvalidInput['errors'] = [];
  const find = (path: string, what: string, code: string | null): string | null => {
    if (code === null) return null;
    const found = rows.find((row) => row.what === what && row.code === code);
    if (!found) errors.push({ path, code: 'plan.unknown', params: { what: code } });
    return found?.id ?? null;
  };
  const all = (side: 'before' | 'after') => content[side].flatMap((code) => find(side, side, code) ?? []);
  const ids = {
    before: all('before'),
    after: all('after'),
    unitId: find('unit', 'unit', content.unit),
    fromNodeId: find('from', 'theme', content.from),
    toNodeId: find('to', 'theme', content.to),
    causeId: find('cause', 'cause', content.cause),
    bodyId: find('body', 'body', content.body),
  };
  if (errors.length > 0) throw new InvalidInput(errors);
  return ids;
}
