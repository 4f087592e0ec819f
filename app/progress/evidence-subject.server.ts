import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { SubjectInput } from './progress.input.ts';

export type StoredSubject = {
  /** whose it is */
  unitId: string;
  columns: {
    measureId: string | null;
    atVersionId: string | null;
    year: number | null;
    step: string | null;
    versionId: string | null;
    decisionId: string | null;
    consultationId: string | null;
  };
  /** by its codes, as the audit trail tells it */
  said: Record<string, string | number>;
};

const none: StoredSubject['columns'] = {
  ...{ measureId: null, atVersionId: null, year: null, step: null },
  ...{ versionId: null, decisionId: null, consultationId: null },
};

/** @throws InvalidInput `plan.unknown` */
export async function unitOf(tx: Tx, actor: Actor, code: string): Promise<string> {
  const unit = await tx
    .selectFrom('unit')
    .select('unitId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!unit) throw new InvalidInput([{ path: 'unit', code: 'plan.unknown', params: { what: code } }]);
  return unit.unitId;
}

/**
 * The one thing of a scheme that an input names: a measure as its newest adopted version has it, a submitted version, a
 * decision or a consultation.
 * @throws InvalidInput `evidence.subject` when it names nothing that exists
 */
export async function resolveSubject(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  input: Partial<SubjectInput>,
  path = 'subject',
): Promise<StoredSubject> {
  const found = await find(tx, actor, schemeId, input);
  if (!found) throw new InvalidInput([{ path, code: 'evidence.subject', params: {} }]);
  const said = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return { ...found, said: Object.fromEntries(said) as StoredSubject['said'] };
}

async function find(tx: Tx, actor: Actor, schemeId: string, input: Partial<SubjectInput>) {
  const { document, measure, version, decision, consultation } = input;
  const { institutionId } = actor;
  if (document && measure) return findMeasure(tx, actor, schemeId, { ...input, document, measure });
  if (document && version) {
    const { rows } = await sql<{ unitId: string; versionId: string }>`
      select d.unit_id, v.version_id from version v
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where v.institution_id = ${institutionId} and d.scheme_id = ${schemeId} and d.code = ${document}
         and v.number = ${version} and v.content_hash is not null`.execute(tx);
    return rows[0] && { unitId: rows[0].unitId, columns: { ...none, versionId: rows[0].versionId } };
  }
  if (decision && isId(decision)) {
    const { rows } = await sql<{ unitId: string }>`
      select d.unit_id from decision x
        join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where x.institution_id = ${institutionId} and d.scheme_id = ${schemeId} and x.decision_id = ${decision}`.execute(
      tx,
    );
    return rows[0] && { unitId: rows[0].unitId, columns: { ...none, decisionId: decision } };
  }
  if (consultation && isId(consultation)) {
    const { rows } = await sql<{ unitId: string }>`
      select unit_id from consultation where institution_id = ${institutionId} and scheme_id = ${schemeId}
         and consultation_id = ${consultation}`.execute(tx);
    return rows[0] && { unitId: rows[0].unitId, columns: { ...none, consultationId: consultation } };
  }
  return null;
}

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

async function findMeasure(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  { document, measure, year, step }: Partial<SubjectInput> & { document: string; measure: string },
) {
  const { rows } = await sql<{ unitId: string; measureId: string; atVersionId: string; known: boolean }>`
    select d.unit_id, m.measure_id, v.version_id as at_version_id,
           (${year ?? null}::int is null or ${year ?? null}::int between s.first_year and s.last_year)
           and (${step ?? null}::text is null or exists (select from measure_step st
                 where st.institution_id = v.institution_id and st.version_id = v.version_id
                   and st.measure_id = m.measure_id and st.code = ${step ?? null})) as known
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
      join measure_text t on t.institution_id = m.institution_id and t.measure_id = m.measure_id
      join version v on v.institution_id = t.institution_id and v.version_id = t.version_id and v.status = 'adopted'
     where m.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId} and d.code = ${document}
       and m.code = ${measure}
     order by v.number desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row?.known) return null;
  const { unitId, measureId, atVersionId } = row;
  return { unitId, columns: { ...none, measureId, atVersionId, year: year ?? null, step: step ?? null } };
}
