import { sql } from 'kysely';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { type IntakeAddress, openIntake } from './intake-file.server.ts';
import { readSourceRows, type SourceRow } from './intake-line.server.ts';
import { canRecord } from './realisation.ts';

/** A place of the version in force with finance rows behind it. */
export type TracedPlace = { place: string; lineId: string; rows: number; cents: number };

/** Which figures of a unit's year lead to finance rows, in the version in force at a moment. One statement. */
export async function readTraced(
  tx: Tx,
  actor: Actor,
  { documentId, moment, now }: { documentId: string | null; moment: VersionMoment; now: Date },
): Promise<TracedPlace[]> {
  const { held } = versionAt(moment, now);
  const { rows } = await sql<TracedPlace>`
    select p.place, sum(cardinality(p.row_numbers))::int as rows, sum(p.cents)::bigint as cents,
           (select l.line_id from ledger_line l
              join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
              join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
              left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
             where l.institution_id = p.institution_id and l.version_id = p.version_id
               and concat_ws(chr(31), u.code, f.code, coalesce(l.measure_id::text, 'node:' || n.code),
                             l.component, l.cost_kind) = p.place
             order by l.sort limit 1) as line_id
      from intake_part p
      join in_force i on i.institution_id = p.institution_id and i.version_id = p.version_id
           and ${held}
     where p.institution_id = ${actor.institutionId} and i.document_id = ${documentId}::uuid and p.place is not null
     group by p.institution_id, p.place, p.version_id`.execute(tx);
  return rows;
}

/**
 * Where the finance rows behind booked lines are read, by line: the pages of those that came from files and
 * whose rows the actor may see. One statement, none for who books nowhere.
 */
export async function rowsHrefs(
  tx: Tx,
  actor: Actor,
  { scheme, lineIds }: { scheme: string; lineIds: readonly string[] },
): Promise<Record<string, string>> {
  if (lineIds.length === 0 || !may(actor, 'realisation.write')) return {};
  const { rows } = await sql<{ lineId: string; unitId: string; unit: string; year: number }>`
    select l.line_id, d.unit_id, o.code as unit, l.year
      from ledger_line l
      join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join unit o on o.institution_id = d.institution_id and o.unit_id = d.unit_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
     where l.institution_id = ${actor.institutionId} and l.line_id = any(${[...lineIds]}::uuid[])
       and l.stage = 'realised'
       and exists (select from intake_part p where p.institution_id = l.institution_id
                    and p.version_id = l.version_id
                    and p.place = concat_ws(chr(31), u.code, f.code, coalesce(l.measure_id::text, 'node:' || n.code),
                                            l.component, l.cost_kind))`.execute(tx);
  return Object.fromEntries(
    rows
      .filter(({ unitId }) => canRecord(actor, { unitId }))
      .map(({ lineId, unit, year }) => [
        lineId,
        `/schemes/${scheme}/realisation/${unit}/${year}/rows/${lineId}`,
      ]),
  );
}

export type RowsView = {
  scheme: string;
  unit: { code: string; name: string };
  year: number;
  name: string;
  parts: string[];
  /** null: no version of the report was in force then */
  version: number | null;
  rows: SourceRow[];
  count: number;
  cents: number;
};

/** As many rows as a page bears; the rest is counted. */
const shownRows = 500;

/**
 * The finance rows behind a booked figure, by the ledger line that carries it: those of the line's own version, or at a
 * moment those of the same figure in the version that was in force then.
 * @throws Missing when nothing of it ever came from a file; Rejection `forbidden`
 */
export async function getIntakeRows(
  tx: Tx,
  actor: Actor,
  { line, moment = presently, ...address }: IntakeAddress & { line: string; moment?: VersionMoment },
): Promise<RowsView> {
  const { report } = await openIntake(tx, actor, { ...address, moment });
  const { held } = versionAt(moment, address.now);
  if (!/^[0-9a-f-]{36}$/.test(line)) throw new Missing('line');
  const { rows } = await sql<{
    place: string;
    versionId: string | null;
    number: number | null;
    component: string;
    costKind: string;
    measureId: string | null;
    node: string | null;
    count: number;
    cents: number;
  }>`
    with figure as (
      select l.institution_id, l.version_id, v.document_id, l.component, l.cost_kind, l.measure_id, n.code as node,
             concat_ws(chr(31), u.code, f.code, coalesce(l.measure_id::text, 'node:' || n.code),
                       l.component, l.cost_kind) as place
        from ledger_line l
        join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
             and d.unit_id = ${report.unit.unitId}
        join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
        join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
        left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
       where l.institution_id = ${actor.institutionId} and l.line_id = ${line}
    )
    select x.place, v.version_id, v.number, x.component, x.cost_kind, x.measure_id, x.node,
           coalesce(sum(cardinality(p.row_numbers)), 0)::int as count, coalesce(sum(p.cents), 0)::bigint as cents
      from figure x
      left join version v on v.institution_id = x.institution_id and v.version_id = ${
        isPresent(moment)
          ? sql`x.version_id`
          : sql`(select i.version_id from in_force i where i.institution_id = x.institution_id
                    and i.document_id = x.document_id and ${held})`
      }
      left join intake_part p on p.institution_id = v.institution_id and p.version_id = v.version_id and p.place = x.place
     -- of a figure that nobody read from a file there is no such page, at no moment
     where exists (select from intake_part e where e.institution_id = x.institution_id and e.version_id = x.version_id
                      and e.place = x.place)
     group by 1, 2, 3, 4, 5, 6, 7`.execute(tx);
  const [found] = rows;
  if (!found) throw new Missing('line');
  const measure = report.measures.find((one) => one.measureId === found.measureId);
  const theme = report.nodes.find((one) => one.code === found.node);
  const english = report.locale === 'en';
  return {
    ...{ scheme: report.scheme.code, year: report.year, version: found.number },
    unit: { code: report.unit.code, name: english ? report.unit.nameEn : report.unit.nameNl },
    name: measure?.name ?? (english ? theme?.nameEn : theme?.nameNl) ?? '',
    parts: [found.component, found.costKind].filter(Boolean),
    ...{ count: found.count, cents: found.cents },
    rows:
      found.versionId === null
        ? []
        : await readSourceRows(tx, actor, {
            ...{ versionId: found.versionId, place: found.place, limit: shownRows },
          }),
  };
}
