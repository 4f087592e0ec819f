import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { canWritePlan } from './plan.ts';
import type { Named } from './plan-part.server.ts';

type StartableKind = Named & {
  hasMeasures: boolean;
  questions: number;
  /** the units for which the reader may write one */
  units: Named[];
};
type Existing = { code: string; title: string; kind: string };
type Startable = { kinds: StartableKind[]; documents: Existing[] };

/**
 * The kinds of document that the reader may start one of, for which units, and what exists already.
 * Two statements.
 * @throws Rejection `forbidden` when there is none
 */
export async function getStartable(tx: Tx, actor: Actor, { scheme }: { scheme: string }): Promise<Startable> {
  const { rows } = await sql<Omit<StartableKind, 'units'> & { units: (Named & { unitId: string })[] }>`
    select k.code, k.name_nl, k.name_en, k.has_measures,
           (select count(*)::int from question q where q.institution_id = k.institution_id
               and q.kind_id = k.kind_id) as questions,
           coalesce((select json_agg(json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en,
               'unitId', u.unit_id) order by u.sort, u.code)
              from unit u where u.institution_id = k.institution_id and u.kind = any(k.unit_kinds)
               and u.valid @> current_date), '[]') as units
      from document_kind k
      join scheme s on s.institution_id = k.institution_id and s.scheme_id = k.scheme_id
     where k.institution_id = ${actor.institutionId} and s.code = ${scheme}
       and (k.has_measures or k.stage is null)
     order by k.sort, k.code`.execute(tx);
  const kinds = rows
    .map((kind) => ({ ...kind, units: kind.units.filter((unit) => canWritePlan(actor, unit)) }))
    .filter((kind) => kind.units.length > 0)
    .map((kind) => ({ ...kind, units: kind.units.map(({ unitId: _, ...unit }) => unit) }));
  if (kinds.length === 0) throw forbidden('plan.write');
  const { rows: documents } = await sql<Existing>`
    select d.code, d.title, k.code as kind
      from document d
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
     where d.institution_id = ${actor.institutionId} and s.code = ${scheme} order by d.title`.execute(tx);
  return { kinds, documents };
}

/** A code that no document has yet: `herijking-2026`, then `herijking-2026-2`. Pure. */
export function freeCode(stem: string, taken: readonly { code: string }[]): string {
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.some((one) => one.code === code)) return code;
  }
}
