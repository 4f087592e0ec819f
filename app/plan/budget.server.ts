import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import {
  type BudgetLine,
  type CellValue,
  columnsOf,
  placeKey,
  type Quantity,
  type Side,
  sideOf,
  withSide,
} from './budget.ts';
import { refuseBeside } from './budget-check.ts';
import { type BudgetTotals, getBudgetTotals } from './budget-read.server.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import type { BudgetCellInput } from './plan.input.ts';

/** A cell that somebody else changed since the writer saw it: it keeps theirs, and shows both. */
export type BudgetConflict = BudgetCellInput & { theirs: CellValue };

type Stored = BudgetLine & { lineId: string };

/**
 * Saves cells of the budget grid. Optimistic locking is per side of a cell, by the value that the writer
 * saw: cells that nobody else touched are saved, a cell that somebody did comes back with both values and
 * keeps theirs. So one conflict in a pasted block costs nobody the rest of the block. A cell that already
 * holds the value sent is no conflict. Input that cannot be taken refuses the whole, with every error.
 * @throws InvalidInput `plan.unknown`, `budget.year-outside`, `budget.twice`; Rejection `forbidden`,
 *   `plan.no-draft`
 */
export async function saveBudget(tx: Tx, actor: Actor, input: BudgetInput): Promise<Saved> {
  const { version: _, ...saved } = await saveCells(tx, actor, input);
  return saved;
}

/** Saves cells as saveBudget does, and tells the sums that they count in, up to the institution. */
export async function saveBudgetWithTotals(
  tx: Tx,
  actor: Actor,
  input: BudgetInput,
): Promise<Saved & { totals: BudgetTotals }> {
  const { version, ...saved } = await saveCells(tx, actor, input);
  const of = (key: 'measure' | 'fund') => [...new Set(input.cells.map((cell) => cell[key]))];
  const touched = { measures: of('measure'), funds: of('fund') };
  return { ...saved, totals: await getBudgetTotals(tx, actor, version, touched) };
}

type BudgetInput = PlanAddress & { cells: readonly BudgetCellInput[] };
type Saved = { saved: number; conflicts: BudgetConflict[] };

async function saveCells(
  tx: Tx,
  actor: Actor,
  { cells, ...plan }: BudgetInput,
): Promise<Saved & { version: LockedVersion }> {
  const version = await lockDraft(tx, actor, plan);
  const { names, stored } = await readNamed(tx, actor, version, cells);
  checkCells(cells, version, names);
  const work = new Map(
    [...stored].map(([key, { cents, fteMilli, mark, memo }]) => [key, { cents, fteMilli, mark, memo }]),
  ) as Map<string, Quantity>;
  const memos = new Set(
    [...stored.values()].filter((line) => line.memo).map((line) => placeKey({ ...line, year: 0 })),
  );
  const conflicts: BudgetConflict[] = [];
  const touched = new Map<string, BudgetCellInput>();
  const asked = new Map<string, Record<Side, CellValue>>();
  for (const cell of cells) {
    const key = placeKey(cell);
    const now = sideOf(work.get(key), cell.side);
    const marked = (work.get(key)?.mark ?? null) === 'provisional';
    const restated = cell.provisional !== undefined && cell.provisional !== marked;
    if (now === cell.value && !restated) continue;
    if (now !== cell.value && sideOf(stored.get(key), cell.side) !== cell.seen) {
      conflicts.push({ ...cell, theirs: sideOf(stored.get(key), cell.side) });
      continue;
    }
    // a year that a memo row did not have yet stands beside the totals as the rest of it does
    const before = work.get(key) ?? (memos.has(placeKey({ ...cell, year: 0 })) ? emptyMemo : undefined);
    const next = withSide(before, cell);
    if (next) work.set(key, next);
    else work.delete(key);
    touched.set(key, cell);
    const line = stored.get(key);
    const sides = asked.get(key) ?? { eur: sideOf(line, 'eur'), fte: sideOf(line, 'fte') };
    asked.set(key, { ...sides, [cell.side]: cell.value });
  }
  refuseBeside(cells, asked, names.measure);
  if (touched.size > 0) await writeLines(tx, actor, { version, names, stored, work, touched });
  return { saved: touched.size, conflicts, version };
}

const emptyMemo: Quantity = {
  ...{ cents: null, fteMilli: null, mark: null },
  memo: { cents: null, fteMilli: null },
};

type Name = { code: string; name: string; id: string; nodeId: string | null };
type Names = Record<'measure' | 'fund' | 'unit', Map<string, Name>> & { stage: string };

/**
 * What the cells name, as far as they may (measures of the draft, funds of the scheme, the plan's unit and those
 * below), and all that stands in those measures. In one statement: a round trip costs more than either.
 */
async function readNamed(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  cells: readonly BudgetCellInput[],
): Promise<{ names: Names; stored: Map<string, Stored> }> {
  const codes = (kind: 'measure' | 'fund' | 'unit') => [...new Set(cells.map((cell) => cell[kind]))];
  const { institutionId } = actor;
  const { rows } = await sql<{ names: (Name & { kind: string })[]; lines: Stored[] }>`
    with recursive below(unit_id) as (
      select ${version.unitId}::uuid
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${institutionId} and p.valid @> current_date),
    named as (
      select 'measure' as kind, m.code, t.name, m.measure_id as id, t.node_id as "nodeId"
        from measure_text t join measure m using (institution_id, measure_id)
       where t.institution_id = ${institutionId} and t.version_id = ${version.versionId}
         and m.code = any(${codes('measure')})
      union all select 'fund', code, code, fund_id, null from fund
       where institution_id = ${institutionId} and scheme_id = ${version.schemeId} and code = any(${codes('fund')})
      union all select 'unit', code, code, unit_id, null from unit join below using (unit_id)
       where institution_id = ${institutionId} and code = any(${codes('unit')})
      union all select 'stage', coalesce(stage, 'budgeted'), '', kind_id, null from document_kind
       where institution_id = ${institutionId} and kind_id = ${version.kindId})
    select (select json_agg(n) from named n) as names,
           (select coalesce(json_agg(json_build_object('lineId', l.line_id, 'measure', m.code, 'component', l.component,
                     'unit', u.code, 'fund', f.code, 'costKind', l.cost_kind, 'year', l.year, 'cents', l.cents,
                     'fteMilli', l.fte_milli, 'mark', l.mark, 'note', l.note,
                     'memo', case when l.memo then json_build_object('cents', l.memo_cents, 'fteMilli', l.memo_fte_milli) end)
                     order by l.sort, l.line_id), '[]')
              from ledger_line l join fund f using (institution_id, fund_id)
              join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
              join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
             where l.institution_id = ${institutionId} and l.version_id = ${version.versionId}
               and m.code = any(${codes('measure')})) as lines`.execute(tx);
  const { names, lines } = rows[0]!;
  const of = (kind: string) =>
    new Map(names.filter((name) => name.kind === kind).map((name) => [name.code, name]));
  return {
    names: { measure: of('measure'), fund: of('fund'), unit: of('unit'), stage: [...of('stage').keys()][0]! },
    stored: new Map(lines.map((line) => [placeKey(line), line])),
  };
}

function checkCells(cells: readonly BudgetCellInput[], version: LockedVersion, names: Names): void {
  const errors: InvalidInput['errors'] = [];
  const seen = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const wrong = (field: string, code: string, params = {}) =>
      errors.push({ path: `cells.${index}.${field}`, code, params });
    for (const kind of ['measure', 'fund', 'unit'] as const) {
      if (!names[kind].has(cell[kind])) wrong(kind, 'plan.unknown', { what: cell[kind] });
    }
    if (cell.year < version.firstYear || cell.year > version.lastYear) {
      const { firstYear, lastYear } = version;
      wrong('year', 'budget.year-outside', {
        year: String(cell.year),
        first: String(firstYear),
        last: String(lastYear),
      });
    }
    const key = `${placeKey(cell)} ${cell.side}`;
    const measure = names.measure.get(cell.measure)?.name ?? cell.measure;
    if (seen.has(key)) wrong('value', 'budget.twice', { measure, year: String(cell.year) });
    seen.add(key);
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}

type Work = {
  version: LockedVersion;
  names: Names;
  stored: Map<string, Stored>;
  work: Map<string, Quantity>;
  touched: Map<string, BudgetCellInput>;
};

async function writeLines(
  tx: Tx,
  actor: Actor,
  { version, names, stored, work, touched }: Work,
): Promise<void> {
  const gone: string[] = [];
  const kept: { lineId: string; key: string; cell: BudgetCellInput; quantity: Quantity }[] = [];
  for (const [key, cell] of touched) {
    const quantity = work.get(key);
    const old = stored.get(key);
    if (quantity) kept.push({ lineId: old?.lineId ?? newId(), key, cell, quantity });
    else if (old) gone.push(old.lineId);
  }
  if (gone.length > 0) {
    await tx
      .deleteFrom('ledgerLine')
      .where('institutionId', '=', actor.institutionId)
      .where('lineId', 'in', gone)
      .execute();
  }
  for (let i = 0; i < kept.length; i += 1000) {
    const values = kept.slice(i, i + 1000).map(({ lineId, cell, quantity }) => ({
      institutionId: actor.institutionId,
      lineId,
      versionId: version.versionId,
      stage: names.stage as 'budgeted',
      schemeId: version.schemeId,
      fundId: names.fund.get(cell.fund)!.id,
      unitId: names.unit.get(cell.unit)!.id,
      nodeId: names.measure.get(cell.measure)!.nodeId,
      measureId: names.measure.get(cell.measure)!.id,
      component: cell.component,
      costKind: cell.costKind,
      year: cell.year,
      ...columnsOf(quantity),
    }));
    await tx
      .insertInto('ledgerLine')
      .values(values)
      .onConflict((on) =>
        on.columns(['institutionId', 'lineId']).doUpdateSet((eb) => ({
          cents: eb.ref('excluded.cents'),
          fteMilli: eb.ref('excluded.fteMilli'),
          mark: eb.ref('excluded.mark'),
          memo: eb.ref('excluded.memo'),
          memoCents: eb.ref('excluded.memoCents'),
          memoFteMilli: eb.ref('excluded.memoFteMilli'),
        })),
      )
      .execute();
  }
  const change = (of: (key: string) => Quantity | undefined) =>
    [...touched.keys()].map((key) => {
      const { cents, fteMilli, mark, memo } = of(key) ?? { cents: null, fteMilli: null, mark: null };
      return { place: key.split('\u001f'), cents, fteMilli, mark, ...(memo && { memo }) };
    });
  await record(
    tx,
    actor,
    'budget.save',
    { kind: 'version', id: version.versionId },
    { before: change((key) => stored.get(key)), after: change((key) => work.get(key)) },
  );
}
