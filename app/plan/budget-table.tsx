import type { ReactNode } from 'react';
import { inEuros } from '#app/kernel/fte-rate.ts';
import { sum } from '#app/kernel/money.ts';
import { nameOf } from '#app/kernel/name.ts';
import { years as yearsOf } from '#app/kernel/period.ts';
import { type AmountSign, Money, Notes } from '#app/ui/money.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { BudgetLine } from './budget.ts';
import { Amounts } from './budget-amounts.tsx';
import { otherSide, type YearRate, yearRates } from './budget-rate.ts';
import type { Plan } from './plan.server.ts';

type Line = Plan['lines'][number];

/** The budget of a plan as it is read: a row per measure and part, euros and FTE apart, and what is left. */
export function BudgetTable({ plan }: { plan: Plan }) {
  const text = useText();
  const locale = useLocale();
  const years = yearsOf(plan.head.firstYear, plan.head.lastYear);
  const converted = plan.remainders.some((one) => one.convertedCents !== 0);
  const withoutRate = plan.remainders.some((one) => one.withoutRateMilli !== 0);
  const rate = plan.rates.map((one) =>
    text('plan.budget.rate', { year: String(one.fromYear), cents: one.fteCents }),
  );
  // rows that were entered on one side show the other; a total may hold both
  const about = plan.lines.some((line) => otherSide([line], plan.rates) !== null);
  const provisional = plan.lines.some((line) => line.mark === 'provisional');
  const impliedText = ({ year, stated, window, within, of }: YearRate) =>
    text('plan.budget.implied', {
      year: String(year),
      count: of,
      state: window === null ? 'none' : stated === null ? 'unstated' : within ? 'within' : 'outside',
      least: window?.least ?? 0,
      most: window?.most ?? 0,
      stated: stated ?? 0,
    });
  const stage = plan.head.stage ?? 'budgeted';
  return (
    <>
      <DataTable
        caption={text('plan.figures', { stage })}
        note={text('plan.budget.note')}
        rowHead={text('plan.measure')}
        columns={[
          ...years.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'total', head: text('plan.total') },
        ]}
        rows={[...plan.themes.flatMap((theme) => themeRows(theme)), ...loose(), ...totals()]}
      />
      <Notes
        notes={[
          ...(provisional ? [{ text: text('plan.budget.provisional') }] : []),
          ...(converted ? [{ text: `${text('plan.budget.converted')} ${rate.join('; ')}.` }] : []),
          ...(about ? [{ text: text('plan.budget.about.note', { rates: rate.join('; ') }) }] : []),
          ...(withoutRate ? [{ text: text('plan.budget.without-rate') }] : []),
          ...yearRates(plan.lines, plan.rates).map((one) => ({ text: impliedText(one) })),
        ]}
      />
    </>
  );

  function themeRows(theme: Plan['themes'][number]): TableRow[] {
    const inTheme = (node: string | null) =>
      plan.nodes.find((one) => one.theme && one.code === node)?.root === theme.code;
    const lines = plan.lines.filter((line) => inTheme(line.node));
    if (lines.length === 0) return [];
    return [
      { key: theme.code, kind: 'group', head: nameOf(theme, locale), cells: {} },
      ...linesRows(lines, theme.series),
    ];
  }

  function loose(): TableRow[] {
    return linesRows(
      plan.lines.filter((line) => line.node === null),
      undefined,
    );
  }

  function linesRows(lines: readonly Line[], series: number | undefined): TableRow[] {
    return partsOf(lines).map((part): TableRow => {
      const of = (year: number) => part.lines.filter((line) => line.year === year);
      return {
        key: part.key,
        series,
        head: <PartName part={part} plan={plan} />,
        ...(part.memo && { kind: 'plain' as const }),
        cells: Object.fromEntries([
          ...years.map((year) => [
            year,
            <Amounts key={year} lines={of(year)} rates={plan.rates} memo={part.memo} />,
          ]),
          ['total', <Amounts key="total" lines={part.lines} rates={plan.rates} memo={part.memo} />],
        ]),
      };
    });
  }

  function totals(): TableRow[] {
    const row = (
      key: string,
      kind: TableRow['kind'],
      head: ReactNode,
      of: (year: number) => { value: number | null; signs?: readonly AmountSign[] },
    ): TableRow => {
      const each = years.map(of);
      const values = each.map(({ value }) => value);
      const whole = values.every((value) => value !== null) ? sum(values) : null;
      const all = signOrder.filter((sign) => each.some(({ signs }) => signs?.includes(sign)));
      const mark = (value: number | null) => (value === null ? ('unknown' as const) : null);
      return {
        key,
        kind,
        head,
        cells: Object.fromEntries([
          ...years.map((year, i) => [
            year,
            <Money
              key={year}
              value={values[i]!}
              unit="eur"
              mark={mark(values[i]!)}
              signs={values[i] === null ? [] : each[i]!.signs}
            />,
          ]),
          [
            'total',
            <Money
              key="total"
              value={whole}
              unit="eur"
              mark={mark(whole)}
              signs={whole === null ? [] : all}
            />,
          ],
        ]),
      };
    };
    const budgeted = (year: number) => {
      const total = inEuros(
        plan.lines.filter((line) => line.year === year),
        plan.rates,
      );
      return { value: total.cents, signs: signsOf(total) };
    };
    const perFund = plan.funds.flatMap((fund) => {
      const own = plan.remainders.filter((one) => one.fund === fund.code);
      if (own.every((one) => one.allocated === null)) return [];
      const name = nameOf(fund, locale);
      const at = (year: number) => own.find((one) => one.year === year);
      return [
        row(`${fund.code} given`, 'plain', text('plan.allocated', { fund: name }), (year) => ({
          value: at(year)?.allocated ?? null,
          signs: at(year)?.allocatedProvisional ? (['provisional'] as const) : [],
        })),
        row(`${fund.code} left`, 'result', text('plan.left', { fund: name }), (year) => ({
          value: at(year)?.left ?? null,
          signs: leftSigns(at(year)),
        })),
      ];
    });
    return [
      row('sum', 'total', text('plan.budgeted', { stage }), budgeted),
      ...(stage === 'budgeted' ? perFund : []),
    ];
  }
}

const signOrder = ['provisional', 'pm', 'masked'] as const;

function signsOf({ provisional, unknown }: { provisional: number; unknown: number }): AmountSign[] {
  return [...(provisional > 0 ? (['provisional'] as const) : []), ...(unknown > 0 ? (['pm'] as const) : [])];
}

/** What is left is as unsure as what was allocated and what was budgeted of it. */
function leftSigns(one: Plan['remainders'][number] | undefined): AmountSign[] {
  if (!one) return [];
  return signsOf({ unknown: one.unknown, provisional: one.provisional + (one.allocatedProvisional ? 1 : 0) });
}

type Part = { key: string; lines: Line[]; first: BudgetLine; memo: boolean };

function partsOf(lines: readonly Line[]): Part[] {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const memo = line.memo != null;
    const key = [line.measure, line.component, line.unit, line.fund, line.costKind, memo].join('|');
    const part = parts.get(key) ?? { key, lines: [], first: line, memo };
    part.lines.push(line);
    parts.set(key, part);
  }
  return [...parts.values()];
}

function PartName({ part, plan }: { part: Part; plan: Plan }) {
  const text = useText();
  const locale = useLocale();
  const { first } = part;
  const measure = plan.measures.find((one) => one.code === first.measure);
  const unit = [...plan.units, ...plan.others].find((one) => one.code === first.unit);
  const details = [
    first.component,
    first.costKind.toLowerCase() === first.component.toLowerCase() ? '' : first.costKind,
    first.unit === plan.head.unit.code ? '' : unit ? nameOf(unit, locale) : first.unit,
    part.memo ? text('plan.budget.memo') : '',
    plan.funds.length > 1 ? nameOf(plan.funds.find((fund) => fund.code === first.fund)!, locale) : '',
  ].filter(Boolean);
  return (
    <span className="part-name">
      {measure?.name ?? text('plan.budget.no-measure')}
      {details.length > 0 ? <small>{details.join(' · ')}</small> : null}
    </span>
  );
}
