import { parseInput } from '#app/identity/form.server.ts';
import { ruleInput } from '#app/realisation/intake.input.ts';
import { type IntakeAddress, openIntake } from '#app/realisation/intake-file.server.ts';
import { readRules, saveRule } from '#app/realisation/intake-rule.server.ts';
import type { IntakeRule } from '#app/realisation/intake-settle.ts';
import type { Report } from '#app/realisation/report.server.ts';
import type { ListRound } from './list-sheet.server.ts';
import { type Choice, type ListField, refOf } from './list-sheet.ts';
import { bothOf, choicesOf, textIn, wordChoices } from './list-value.server.ts';

/** The rules by which a unit's books are mapped: cost centre and account to a measure, or out with a reason. */
export function intakeRuleList(at: IntakeAddress): ListRound {
  return {
    read: async (tx, actor) => {
      const { report, scope } = await openIntake(tx, actor, at);
      const rules = await readRules(tx, actor, scope);
      return {
        name: 'intake-rules',
        title: (words, locale) =>
          `${words('intake.step.rules')}: ${locale === 'en' ? report.unit.nameEn : report.unit.nameNl}`,
        ...{ lead: 'fill-in.intake-rules.lead', open: true, begin: () => null },
        // rules are of a unit, whatever the year
        stamp: `intake-rules/${report.scheme.code}/${report.unit.code}`,
        keys: [{ head: 'fill-in.list.ref', width: 16 }],
        labels: [{ head: 'fill-in.intake-rules.number', width: 8 }],
        fields: fieldsOf(report),
        rows: rules.map((rule) => ({
          ...{
            id: rule.ruleId,
            revision: rule.revision,
            key: [refOf(rule.ruleId)],
            labels: [String(rule.number)],
          },
          name: `${rule.number}. ${[rule.costCentre, rule.account, rule.contains].filter(Boolean).join(' / ')}`,
          values: valuesOf(rule),
        })),
      };
    },
    save: (tx, actor, { stands, values }) => {
      const { fromMonth, throughMonth, outcome, ...texts } = values;
      const input = parseInput(ruleInput, {
        ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, textIn(value)])),
        ...{ fromMonth, throughMonth, outcome },
        ...(stands && { revision: stands.revision }),
      });
      return saveRule(tx, actor, { ...at, input, ruleId: stands?.id ?? null });
    },
  };
}

function fieldsOf(report: Report): ListField[] {
  const field = (key: string, width: number, more: Partial<ListField> = {}): ListField => {
    return { key, head: `intake.rule.field.${key}`, width, kind: 'text', most: 120, ...more };
  };
  const choice = (key: string, width: number, choices: readonly Choice[], more = {}): ListField =>
    field(key, width, { kind: 'choice', choices, ...more });
  return [
    field('costCentre', 18),
    field('account', 18),
    field('contains', 26, { most: 200 }),
    field('fromMonth', 14, { kind: 'month' }),
    field('throughMonth', 16, { kind: 'month' }),
    choice('outcome', 26, wordChoices('intake.rule.outcome', ['book', 'exclude']), {
      ...{ head: 'fill-in.intake-rules.outcome', needed: true },
    }),
    choice('target', 44, targetsOf(report)),
    choice('fund', 26, choicesOf(report.funds)),
    field('component', 24),
    field('costKind', 20),
    choice('unit', 24, choicesOf(report.units.filter((unit) => unit.own))),
    field('reason', 44, { most: 1000 }),
  ];
}

/** Measures by code and name; two plans may use one code, and then each says which plan. */
function targetsOf({ measures, nodes }: Report): Choice[] {
  const shared = (code: string) => measures.filter((one) => one.code === code).length > 1;
  return [
    ...measures.map(({ measureId, code, name, plan }) => ({
      value: `measure:${measureId}`,
      name: `${shared(code) ? `${plan} ` : ''}${code} · ${name}`,
    })),
    ...nodes
      .filter((node) => node.excludedReason === null)
      .map((node) => ({ value: `theme:${node.code}`, name: bothOf(node) })),
  ];
}

function valuesOf(rule: IntakeRule) {
  const { outcome, fromMonth, throughMonth, measureId, node, fund, unit } = rule;
  const target = measureId === null ? node && `theme:${node}` : `measure:${measureId}`;
  const text = (key: 'costCentre' | 'account' | 'contains' | 'component' | 'costKind' | 'reason') =>
    rule[key] || null;
  return {
    ...{ costCentre: text('costCentre'), account: text('account'), contains: text('contains') },
    ...{ component: text('component'), costKind: text('costKind'), reason: text('reason') },
    ...{ outcome, fromMonth, throughMonth, fund, unit, target: outcome === 'book' ? target : null },
  };
}
