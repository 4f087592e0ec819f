import { sql } from 'kysely';
import { firstBrokenEntry } from '#app/audit/audit.server.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash, type Json } from '#app/kernel/hash.ts';
import { wrongPlaceTotals } from './place-total.server.ts';

/** A stored fact that does not follow from what it was made of. */
export type Finding = {
  code: 'audit-chain' | 'total' | 'place-total' | 'content-hash' | 'lines' | 'in-force' | 'decision';
  /** a version, or the number of an audit entry */
  subject: string;
  detail: string;
};

/**
 * Recomputes every invariant of one institution: the audit chain, each frozen version's totals from its
 * lines and its hash from its content, the lines in that content against the ledger, that only adopted
 * versions are in force, and that decisions name the hash of their version. Empty when all is well.
 */
export async function verifyInstitution(tx: Tx, institutionId: string): Promise<Finding[]> {
  const broken = await firstBrokenEntry(tx, institutionId);
  return [
    ...(broken === null
      ? []
      : [
          {
            code: 'audit-chain' as const,
            subject: String(broken),
            detail: 'entry does not follow from those before it',
          },
        ]),
    ...(await wrongTotals(tx, institutionId)),
    ...(await wrongPlaceTotals(tx, institutionId)).map((subject) => ({
      code: 'place-total' as const,
      subject,
      detail: 'sums by place differ from the lines',
    })),
    ...(await wrongHashes(tx, institutionId)),
    ...(await wrongForce(tx, institutionId)),
  ];
}

async function wrongTotals(tx: Tx, institutionId: string): Promise<Finding[]> {
  const { rows } = await sql<{ versionId: string; stated: number | null; computed: number | null }>`
    with computed as (
      select l.version_id, l.stage, l.fund_id, l.unit_id, l.node_id, l.year, coalesce(sum(l.cents), 0)::bigint as cents,
             coalesce(sum(l.fte_milli), 0)::bigint as fte, count(*) filter (where l.cents is null and l.fte_milli is null)::int as unknown,
             count(l.cents)::int as with_cents, count(l.fte_milli)::int as with_fte,
             count(*) filter (where l.mark = 'provisional')::int as provisional,
             count(*) filter (where l.mark = 'masked' and l.cents is null and l.fte_milli is null)::int as masked
        from ledger_line l join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
       where l.institution_id = ${institutionId} and v.content_hash is not null and not l.memo
       group by 1, 2, 3, 4, 5, 6)
    select coalesce(t.version_id, c.version_id) as version_id, t.cents as stated, c.cents as computed
      from (select * from version_total where institution_id = ${institutionId}) t
      full join computed c on c.version_id = t.version_id and c.stage = t.stage and c.fund_id = t.fund_id
           and c.unit_id = t.unit_id and c.node_id is not distinct from t.node_id and c.year = t.year
     where (t.cents, t.fte_milli, t.unknown, t.with_cents, t.with_fte, t.provisional, t.masked)
           is distinct from (c.cents, c.fte, c.unknown, c.with_cents, c.with_fte, c.provisional, c.masked)`.execute(
    tx,
  );
  return rows.map((row) => ({
    code: 'total',
    subject: row.versionId,
    detail: `stored ${row.stated ?? 'nothing'}, lines give ${row.computed ?? 'nothing'}`,
  }));
}

async function wrongHashes(tx: Tx, institutionId: string): Promise<Finding[]> {
  const versions = await tx
    .selectFrom('version')
    .select(['versionId', 'content', 'contentHash'])
    .select((eb) =>
      eb
        .selectFrom('ledgerLine')
        .select((line) => [line.fn.countAll<number>().as('n')])
        .whereRef('ledgerLine.institutionId', '=', 'version.institutionId')
        .whereRef('ledgerLine.versionId', '=', 'version.versionId')
        .as('lines'),
    )
    .select((eb) =>
      eb
        .selectFrom('ledgerLine')
        .select((line) => [line.fn.countAll<number>().as('n')])
        .whereRef('ledgerLine.institutionId', '=', 'version.institutionId')
        .whereRef('ledgerLine.versionId', '=', 'version.versionId')
        .where('ledgerLine.memo', '=', true)
        .as('memos'),
    )
    .where('institutionId', '=', institutionId)
    .where('contentHash', 'is not', null)
    .execute();
  return versions.flatMap(({ versionId, content, contentHash: stated, lines, memos }) => {
    const computed = contentHash(content as Json);
    const keptLines = (content as { lines?: { memo?: boolean }[] }).lines ?? [];
    const kept = keptLines.length;
    const keptMemos = keptLines.filter((line) => line.memo === true).length;
    return [
      ...(computed === stated
        ? []
        : [
            {
              code: 'content-hash' as const,
              subject: versionId,
              detail: `stored ${stated}, content gives ${computed}`,
            },
          ]),
      ...(kept === lines
        ? []
        : [
            {
              code: 'lines' as const,
              subject: versionId,
              detail: `content holds ${kept} lines, the ledger ${lines}`,
            },
          ]),
      ...(keptMemos === memos
        ? []
        : [
            {
              code: 'lines' as const,
              subject: versionId,
              detail: `content holds ${keptMemos} memo lines, the ledger ${memos}`,
            },
          ]),
    ];
  });
}

async function wrongForce(tx: Tx, institutionId: string): Promise<Finding[]> {
  const { rows } = await sql<{ versionId: string; status: string }>`
    select distinct v.version_id, v.status from in_force i
      join version v on v.institution_id = i.institution_id and v.version_id = i.version_id
     where i.institution_id = ${institutionId} and v.status <> 'adopted'`.execute(tx);
  const { rows: decisions } = await sql<{ decisionId: string }>`
    select d.decision_id from decision d
      join version v on v.institution_id = d.institution_id and v.version_id = d.version_id
     where d.institution_id = ${institutionId} and d.version_hash is distinct from v.content_hash`.execute(
    tx,
  );
  return [
    ...rows.map((row) => ({
      code: 'in-force' as const,
      subject: row.versionId,
      detail: `in force while ${row.status}`,
    })),
    ...decisions.map((row) => ({
      code: 'decision' as const,
      subject: row.decisionId,
      detail: 'taken on another hash than its version has',
    })),
  ];
}
