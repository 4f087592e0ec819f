import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { listConsultations } from './consultation.server.ts';
import { panelMatrix } from './panel.ts';

type Names = { code: string; nameNl: string; nameEn: string };
type PanelQuery = { scheme: string; year: number | null; method: string | null };

/**
 * The panel talks of a scheme by unit and theme: every unit that made a plan with measures or held a panel,
 * against the themes of its money. Four statements. @throws Missing
 */
export async function getPanels(tx: Tx, actor: Actor, { scheme, year, method }: PanelQuery) {
  const every = await listConsultations(tx, actor, { scheme, kind: 'panel' });
  const panels = every.filter(
    (one) =>
      (year === null || Number(one.date.slice(0, 4)) === year) && (method === null || one.method === method),
  );
  const { rows: themes } = await sql<Names & { framework: string }>`
    select n.code, n.name_nl, n.name_en, f.code as framework
      from scheme s
      join framework f on f.institution_id = s.institution_id and f.framework_id = s.theme_framework_id
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id and n.parent_id is null
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}
     order by n.sort`.execute(tx);
  const { rows: units } = await sql<Names>`
    select u.code, u.name_nl, u.name_en from unit u
     where u.institution_id = ${actor.institutionId} and (u.code = any(${panels.map((one) => one.unit)}::text[])
        or exists (select from document d
             join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id and k.has_measures
             join scheme s on s.institution_id = d.institution_id and s.scheme_id = d.scheme_id
            where d.institution_id = u.institution_id and d.unit_id = u.unit_id and s.code = ${scheme}))
     order by u.sort, u.code`.execute(tx);
  return {
    themes,
    rows: panelMatrix(units, themes, panels),
    panels,
    total: every.length,
    years: [...new Set(every.map((one) => Number(one.date.slice(0, 4))))],
    methods: [...new Map(every.map((one) => [one.method, one])).values()].map((one) => ({
      ...{ code: one.method, nameNl: one.methodNl, nameEn: one.methodEn },
    })),
  };
}
