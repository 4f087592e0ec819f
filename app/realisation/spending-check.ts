import { inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import { sum } from '#app/kernel/money.ts';
import type { Params } from '#app/kernel/rejection.ts';
import { placeKey, type Quantity, type ReportLine } from './realisation.ts';

/** One thing to explain: words under `realisation.check.<code>`; amounts in cents. */
export type SpendingCheck = { code: 'over-budget' | 'excluded' | 'without-budget'; params: Params };

export type CheckFrame = {
  year: number;
  rates: readonly Rate[];
  measures: readonly { measureId: string; name: string }[];
  nodes: readonly { code: string; name: string; excludedReason: string | null }[];
};

/**
 * What in a year's spending asks for an explanation. It refuses nothing: money that was spent was spent.
 * FTE without a euro figure is compared at the scheme's rate of that year.
 */
export function spendingChecks(
  lines: readonly ReportLine[],
  budget: readonly (ReportLine & { mark: 'pm' | 'masked' | 'provisional' | null })[],
  frame: CheckFrame,
): SpendingCheck[] {
  return [
    ...overBudget(lines, budget, frame),
    ...excluded(lines, frame),
    ...withoutBudget(lines, budget, frame),
  ];
}

function euros(lines: readonly Quantity[], { year, rates }: CheckFrame): number {
  return inEuros(
    lines.map(({ cents, fteMilli }) => ({ cents, fteMilli, mark: null, year })),
    rates,
  ).cents;
}

function overBudget(
  lines: readonly ReportLine[],
  budget: Parameters<typeof spendingChecks>[1],
  frame: CheckFrame,
): SpendingCheck[] {
  return frame.measures.flatMap(({ measureId, name }) => {
    const planned = budget.filter((line) => line.measureId === measureId);
    // an amount that is still open (pm) cannot be passed
    if (planned.length === 0 || planned.some((line) => line.mark === 'pm' || line.mark === 'masked'))
      return [];
    const given = euros(planned, frame);
    const spent = euros(
      lines.filter((line) => line.measureId === measureId),
      frame,
    );
    return spent > given
      ? [
          {
            code: 'over-budget' as const,
            params: { measure: name, budget: given, spent, over: spent - given },
          },
        ]
      : [];
  });
}

function excluded(lines: readonly ReportLine[], frame: CheckFrame): SpendingCheck[] {
  return frame.nodes.flatMap(({ code, name, excludedReason }) => {
    if (excludedReason === null) return [];
    const here = lines.filter((line) => line.node === code);
    const spent = euros(here, frame);
    return here.length > 0 && spent !== 0
      ? [{ code: 'excluded' as const, params: { theme: name, spent, reason: excludedReason } }]
      : [];
  });
}

function withoutBudget(
  lines: readonly ReportLine[],
  budget: readonly ReportLine[],
  frame: CheckFrame,
): SpendingCheck[] {
  const places = new Set(budget.map(placeKey));
  const measured = new Set(budget.map((line) => line.measureId));
  const left = new Set(frame.nodes.filter((node) => node.excludedReason !== null).map((node) => node.code));
  return lines.flatMap((line) => {
    if (line.node !== null && left.has(line.node)) return [];
    const whole = line.measureId !== null && line.component === '' && measured.has(line.measureId);
    if (places.has(placeKey(line)) || whole || sum([line.cents, line.fteMilli]) === 0) return [];
    const measure = frame.measures.find((one) => one.measureId === line.measureId)?.name;
    const node = frame.nodes.find((one) => one.code === line.node)?.name;
    const what = [measure ?? node ?? '', line.component, line.costKind].filter(Boolean).join(', ');
    return [{ code: 'without-budget' as const, params: { what, spent: euros([line], frame) } }];
  });
}
