import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockUnit } from './booking.server.ts';
import type { RuleInput } from './intake.input.ts';
import { printPattern, readPattern } from './intake-pattern.ts';
import type { IntakeRule } from './intake-settle.ts';
import { canRecord } from './realisation.ts';
import { getReport, type Report, type ReportAddress } from './report.server.ts';

/** The rules of a unit in a scheme, in their order. */
export async function readRules(
  tx: Tx,
  actor: Actor,
  { schemeId, unitId }: { schemeId: string; unitId: string },
): Promise<IntakeRule[]> {
  const { rows } = await sql<IntakeRule>`
    select r.rule_id, row_number() over (order by r.sort, r.rule_id)::int as number, r.cost_centre, r.account,
           r.contains, r.from_month, r.through_month, r.outcome, r.measure_id, n.code as node, f.code as fund,
           u.code as unit, r.component, r.cost_kind, r.reason, r.revision
      from intake_rule r
      left join node n on n.institution_id = r.institution_id and n.node_id = r.node_id
      left join fund f on f.institution_id = r.institution_id and f.fund_id = r.fund_id
      left join unit u on u.institution_id = r.institution_id and u.unit_id = r.target_unit_id
     where r.institution_id = ${actor.institutionId} and r.scheme_id = ${schemeId} and r.unit_id = ${unitId}
     order by r.sort, r.rule_id`.execute(tx);
  return rows;
}

type Change = ReportAddress & { now: Date };

async function open(tx: Tx, actor: Actor, { now, ...address }: Change): Promise<Report> {
  await lockUnit(tx, actor, address.unit);
  const report = await getReport(tx, actor, address, now);
  if (!canRecord(actor, report.unit)) throw forbidden('realisation.write');
  return report;
}

/**
 * Adds a rule at the end, or changes the one named, whose revision then has to be that which was seen.
 * @throws Missing; Rejection `forbidden`, `conflict`; InvalidInput with every field that is wrong
 */
export async function saveRule(
  tx: Tx,
  actor: Actor,
  { input, ruleId, ...change }: Change & { input: RuleInput; ruleId: string | null },
): Promise<{ ruleId: string }> {
  const report = await open(tx, actor, change);
  const rules = await readRules(tx, actor, scopeOf(report));
  const before = ruleId === null ? null : rules.find((rule) => rule.ruleId === ruleId);
  if (before === undefined) throw new Missing('rule');
  if (before) refuseChanged(before, input.revision);
  const values = valuesOf(report, input);
  const id = before?.ruleId ?? newId();
  if (before) {
    await tx
      .updateTable('intakeRule')
      .set((eb) => ({ ...values, revision: eb('revision', '+', 1) }))
      .where('institutionId', '=', actor.institutionId)
      .where('ruleId', '=', id)
      .execute();
  } else {
    await tx
      .insertInto('intakeRule')
      .values((eb) => ({
        institutionId: actor.institutionId,
        ruleId: id,
        ...scopeOf(report),
        sort: eb
          .selectFrom('intakeRule')
          .select(sql<number>`coalesce(max(sort), 0) + 1`.as('next'))
          .where('institutionId', '=', actor.institutionId)
          .where('schemeId', '=', report.scheme.schemeId)
          .where('unitId', '=', report.unit.unitId),
        ...values,
      }))
      .execute();
  }
  const { revision: _, ...after } = input;
  await record(
    tx,
    actor,
    'intake.rule',
    { kind: 'intake_rule', id },
    { before: before && { ...before }, after },
  );
  return { ruleId: id };
}

const scopeOf = ({ scheme, unit }: Report) => ({ schemeId: scheme.schemeId, unitId: unit.unitId });

/** @throws Rejection `intake.rule-changed` */
function refuseChanged({ revision, number }: IntakeRule, seen: number | undefined): void {
  if (seen !== revision) throw new Rejection('intake.rule-changed', { number });
}

/** Takes a rule away; what it caught is unmapped again. @throws Missing; Rejection `forbidden`, `intake.rule-changed` */
export async function removeRule(
  tx: Tx,
  actor: Actor,
  { ruleId, revision, ...change }: Change & { ruleId: string; revision: number },
): Promise<void> {
  const report = await open(tx, actor, change);
  const before = (await readRules(tx, actor, scopeOf(report))).find((rule) => rule.ruleId === ruleId);
  if (!before) throw new Missing('rule');
  refuseChanged(before, revision);
  await tx
    .deleteFrom('intakeRule')
    .where('institutionId', '=', actor.institutionId)
    .where('ruleId', '=', ruleId)
    .execute();
  await record(
    tx,
    actor,
    'intake.rule-remove',
    { kind: 'intake_rule', id: ruleId },
    { before: { ...before } },
  );
}

/** Moves a rule one place up or down; order only matters between rules that say equally much. */
export async function moveRule(
  tx: Tx,
  actor: Actor,
  { ruleId, by, ...change }: Change & { ruleId: string; by: -1 | 1 },
): Promise<void> {
  const report = await open(tx, actor, change);
  const rules = await readRules(tx, actor, scopeOf(report));
  const from = rules.findIndex((rule) => rule.ruleId === ruleId);
  if (from < 0) throw new Missing('rule');
  const to = from + by;
  if (to < 0 || to >= rules.length) return;
  const order = rules.map((rule) => rule.ruleId);
  order.splice(to, 0, ...order.splice(from, 1));
  await sql`
    update intake_rule r set sort = o.sort::int
      from unnest(${order}::uuid[]) with ordinality as o(rule_id, sort)
     where r.institution_id = ${actor.institutionId} and r.rule_id = o.rule_id`.execute(tx);
  await record(
    tx,
    actor,
    'intake.rule-move',
    { kind: 'intake_rule', id: ruleId },
    { before: { number: from + 1 }, after: { number: to + 1 } },
  );
}

function valuesOf(report: Report, input: RuleInput) {
  const errors: FieldError[] = [];
  const wrong = (path: string, code: string, params: FieldError['params'] = {}) => {
    errors.push({ path, code, params });
  };
  const pattern = (path: 'costCentre' | 'account'): string => {
    const read = readPattern(input[path]);
    if (!read) wrong(path, 'intake.pattern', { value: input[path] });
    return read ? printPattern(read) : '';
  };
  const costCentre = pattern('costCentre');
  const account = pattern('account');
  if (errors.length === 0 && costCentre === '' && account === '' && input.contains === '') {
    wrong('costCentre', 'intake.rule-for-all');
  }
  const { fromMonth, throughMonth } = input;
  if (fromMonth && throughMonth && fromMonth > throughMonth) wrong('throughMonth', 'intake.months');
  const common = { costCentre, account, contains: input.contains, fromMonth, throughMonth };
  if (input.outcome === 'exclude') {
    if (input.reason === '') wrong('reason', 'intake.reason-needed');
    if (errors.length > 0) throw new InvalidInput(errors);
    const nowhere = { measureId: null, nodeId: null, fundId: null, targetUnitId: null };
    return {
      ...common,
      ...nowhere,
      outcome: 'exclude' as const,
      component: '',
      costKind: '',
      reason: input.reason,
    };
  }
  const target = targetOf(report, input, wrong);
  if (errors.length > 0) throw new InvalidInput(errors);
  return { ...common, ...target, outcome: 'book' as const, reason: '' };
}

function targetOf(report: Report, input: RuleInput, wrong: (path: string, code: string) => void) {
  const [kind = '', value = ''] = input.target.split(/:(.*)/s);
  // by id, or by code as machines name it
  const measure =
    kind === 'measure'
      ? report.measures.find((one) => one.measureId === value || (one.own && one.code === value))
      : undefined;
  const node = kind === 'theme' ? report.nodes.find((one) => one.code === value) : undefined;
  const fund = report.funds.find((one) => one.code === input.fund);
  const unit = report.units.find((one) => one.code === input.unit);
  if (!measure && !node) wrong('target', 'intake.target-needed');
  if (!fund) wrong('fund', 'intake.fund-needed');
  if (input.unit !== '' && !unit?.own) wrong('unit', 'intake.unit-other');
  return {
    measureId: measure?.measureId ?? null,
    nodeId: measure ? null : (node?.nodeId ?? null),
    fundId: fund?.fundId ?? null,
    targetUnitId: input.unit === '' ? null : (unit?.unitId ?? null),
    component: input.component,
    costKind: input.costKind,
  };
}
