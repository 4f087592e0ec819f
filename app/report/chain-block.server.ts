import { sql } from 'kysely';
import type { IndicatorTable } from '#app/indicator/figures.ts';
import { getIndicatorTable } from '#app/indicator/table.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { years } from '#app/kernel/period.ts';
import { getMoney, type MoneyRow } from '#app/ledger/money.server.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import type { AskedPlace } from '#app/plan/place.ts';
import type { Plan } from '#app/plan/plan.server.ts';
import { getProgress, type Progress } from '#app/progress/progress.server.ts';
import type { Words as PrintWords } from '#app/render/layout.ts';
import type { Block } from '#app/render/report.ts';
import type { BlockSpec } from '#app/scheme/block.input.ts';
import { type Slice, sliceChart, sliceTable } from './chain-money.ts';
import { indicatorBlocks, progressBlocks } from './chain-observed.ts';
import type { Template } from './chain-template.server.ts';
import { getTable, type TableAnswer } from './table.server.ts';
import { shownTables } from './table-report.ts';

/** What the blocks of a report print from, read once for both languages. */
export type BlockData = {
  money: MoneyRow[];
  /** lines by measure, where a block asks for these */
  byMeasure: MoneyRow[];
  /** what these measures are called */
  measures: { code: string; name: string }[];
  schemeYears: number[];
  tables: Map<string, TableAnswer>;
  progress: Progress | null;
  indicators: IndicatorTable | null;
};

type Asked = { plan: Plan; template: Template; now: Date };

/**
 * Reads what the blocks of a template need: the money of the document's unit in one statement, two more by measure,
 * and what each table of the scheme asks for.
 */
export async function readBlockData(
  tx: Tx,
  actor: Actor,
  { plan, template, now }: Asked,
): Promise<BlockData> {
  const specs = template.questions.flatMap((one) => one.blocks);
  const { head } = plan;
  const sliced = specs.filter((one) => one.kind === 'money' || one.kind === 'chart');
  const within = { schemeId: head.schemeId, unit: head.unit.code };
  const some = sliced.some((one) => one.rows !== 'measure');
  const measured = sliced.some((one) => one.rows === 'measure');
  const unitLevel = template.unitLevel + 1;
  const money = some
    ? await getMoney(tx, { ...within, groupBy: ['stage', 'year', 'unit', 'node', 'fund'], unitLevel })
    : [];
  const byMeasure = measured
    ? await getMoney(tx, { ...within, groupBy: ['stage', 'year', 'measure', 'node'] })
    : [];
  const measures = measured ? await readMeasureNames(tx, actor, head) : [];
  const tables = new Map<string, TableAnswer>();
  for (const spec of specs) {
    if (spec.kind !== 'table' || tables.has(spec.code)) continue;
    const asked = { scheme: head.scheme.code, table: spec.code, asOf: null };
    tables.set(spec.code, await getTable(tx, actor, asked, now));
  }
  const all = [...money, ...byMeasure].map((line) => line.year!);
  const span = all.length > 0 ? years(Math.min(...all), Math.max(...all)) : [];
  const has = (kind: BlockSpec['kind']) => specs.some((one) => one.kind === kind);
  const progress = has('progress') ? await readProgress(tx, actor, { plan, template, now }) : null;
  const indicators = has('indicators') ? await readIndicators(tx, actor, plan) : null;
  return { money, byMeasure, measures, schemeYears: span, tables, progress, indicators };
}

/**
 * What the newest adopted plans call the measures of a scheme, in the order of their codes; of several by one code the
 * one on which this unit has money. One statement.
 */
async function readMeasureNames(
  tx: Tx,
  { institutionId }: Actor,
  head: Plan['head'],
): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    with own as (
      select distinct x.measure_id from ledger_line x join unit u using (institution_id, unit_id)
       where x.institution_id = ${institutionId} and u.code = ${head.unit.code} and x.measure_id is not null)
    select distinct on (m.code) m.code, t.name
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join measure_text t on t.institution_id = m.institution_id and t.measure_id = m.measure_id
      join version v on v.institution_id = t.institution_id and v.version_id = t.version_id and v.status = 'adopted'
     where m.institution_id = ${institutionId} and d.scheme_id = ${head.schemeId}
     order by m.code, m.measure_id in (select measure_id from own) desc, v.adopted_at desc`.execute(tx);
  return rows;
}

/** What was told of the measures of the report's unit, or of all units in a report on the whole institution. */
function readProgress(tx: Tx, actor: Actor, { plan, template, now }: Asked): Promise<Progress> {
  const { head } = plan;
  const unit = template.unitLevel === 0 ? null : head.unit.code;
  return getProgress(tx, actor, { scheme: head.scheme.code, year: head.lastYear, unit, now });
}

/** Indicators of the report's unit and those directly below it. */
export function readIndicators(tx: Tx, actor: Actor, { head, units }: Plan): Promise<IndicatorTable> {
  const codes = units.filter((one) => one.depth <= 1).map((one) => one.code);
  return getIndicatorTable(tx, actor, { scheme: head.scheme.code, units: codes });
}

/** Prints the figures of a template's blocks, in one language. */
export function blockPrinter(
  plan: Plan,
  data: BlockData,
  locale: Locale,
): (spec: BlockSpec, place: AskedPlace) => Block[] {
  const words = wordsOf(locale);
  const print: PrintWords = { texts: renderTextsOf(locale), language: locale };
  return (spec, place) => {
    if (spec.kind === 'table') {
      const answer = data.tables.get(spec.code);
      if (!answer) return [];
      return shownTables(answer, locale, false)
        .slice(0, 1)
        .map(({ table }) => ({ kind: 'table', table }));
    }
    if (spec.kind === 'progress') return progressBlocks(data.progress, { words, locale });
    if (spec.kind === 'indicators') {
      const { head } = plan;
      const level = place.name === null ? 2 : place.depth > 1 ? 4 : 3;
      const span = years(head.firstYear, head.lastYear);
      const shown = { codes: spec.codes, unit: head.unit.code, years: span, level } as const;
      return indicatorBlocks(data.indicators, shown, { words, locale });
    }
    if (spec.kind !== 'money' && spec.kind !== 'chart') return [];
    const slice = sliceOf(spec, place, { plan, data, locale });
    const lines = spec.rows === 'measure' ? data.byMeasure : data.money;
    if (spec.kind === 'money') {
      const table = sliceTable(lines, slice, { words, print });
      return table ? [{ kind: 'table', table }] : [nothing(words('chain.no-money', { title: slice.title }))];
    }
    const chart = sliceChart(lines, slice, { words, print });
    return chart ? [chart] : [];
  };
}

const nothing = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text, italic: true }] });

type Slicing = { plan: Plan; data: BlockData; locale: Locale };

function sliceOf(
  spec: Extract<BlockSpec, { kind: 'money' | 'chart' }>,
  place: AskedPlace,
  { plan, data, locale }: Slicing,
): Slice {
  const { head } = plan;
  const root = new Map(plan.nodes.filter((node) => node.theme).map((node) => [node.code, node.root]));
  const themeOf = (node: string | null | undefined) => (node ? (root.get(node) ?? node) : null);
  const within = (line: MoneyRow) =>
    (place.node === null || themeOf(line.node) === place.node) &&
    (place.unit === null || line.unit === place.unit);
  const key = (line: MoneyRow): string | null => {
    if (!within(line)) return null;
    switch (spec.rows) {
      case 'theme':
        return themeOf(line.node);
      case 'unit':
        return line.unit ?? null;
      case 'fund':
        return line.fund ?? null;
      case 'measure':
        return line.measure ?? null;
    }
  };
  const named = {
    theme: plan.themes.map((one) => ({ code: one.code, name: nameOf(one, locale) })),
    unit: plan.units.map((one) => ({ code: one.code, name: nameOf(one, locale) })),
    fund: plan.funds.map((one) => ({ code: one.code, name: nameOf(one, locale) })),
    measure: data.measures,
  }[spec.rows];
  const lines = spec.rows === 'measure' ? data.byMeasure : data.money;
  const known = new Set(named.map((one) => one.code));
  // a unit that is gone: told by its code where no name is at hand
  const rest = [...new Set(lines.map(key))].filter(
    (code): code is string => code !== null && !known.has(code),
  );
  const words = wordsOf(locale);
  const own = years(head.firstYear, head.lastYear);
  const span = spec.years === 'all' ? data.schemeYears : own;
  const title = words('chain.slice', {
    rows: spec.rows,
    years: span.length > 1 ? `${span[0]}-${span.at(-1)}` : String(span[0] ?? ''),
    place: place.name ? nameOf(place.name, locale) : nameOf(head.unit, locale),
  });
  return {
    title,
    rows: [...named, ...rest.map((code) => ({ code, name: code }))],
    stages: spec.stages,
    years: span,
    rowOf: key,
  };
}
