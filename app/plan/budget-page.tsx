import { Form, redirect } from 'react-router';
import { act, load } from '#app/identity/page.server.ts';
import { newId } from '#app/kernel/id.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { SegmentLinks } from '#app/ui/frame.tsx';
import { BudgetGrid } from '#app/ui/grid.tsx';
import { Notes } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/budget-page';
import { saveBudget } from './budget.server.ts';
import { cellOf, gridCells, useGridRows } from './budget-cells.tsx';
import { getBudgetDraft } from './budget-draft.server.ts';
import { atCells, readBudgetForm } from './budget-form.tsx';
import {
  budgetRows,
  gridValues,
  memoRows,
  provisionalKeys,
  readMemos,
  readProvisional,
  rowIdOf,
  rowOf,
} from './budget-row.ts';
import { BudgetRowFields } from './budget-row-fields.tsx';
import { markMemo } from './memo.server.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { markProvisional } from './provisional.server.ts';
import { ProvisionalFields } from './provisional-fields.tsx';
import { ProblemSummary, reasonText } from './reason.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  const asked = search.getAll('row').flatMap((id) => rowOf(id) ?? []);
  return load(args, async (tx, actor) => {
    const { lines, years, remainders, ...shown } = await getBudgetDraft(tx, actor, args.params);
    const { head, funds, measures } = shown;
    const fund = funds.find((one) => one.code === search.get('fund')) ?? funds[0];
    const rows = fund ? budgetRows(lines, measures, { fund: fund.code, unit: head.unit.code, asked }) : [];
    return {
      ...shown,
      fund: fund ?? null,
      rows,
      values: gridValues(lines, rows, years),
      provisional: provisionalKeys(lines, rows, years),
      memos: memoRows(lines, rows),
      marking: search.has('provisional'),
      remainders: remainders.filter((one) => one.fund === fund?.code),
      saved: search.has('saved'),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { cells, errors } = readBudgetForm(form);
  const { scheme, document } = args.params;
  const outcome = await act(args, async (tx, actor) => {
    const saved = await saveBudget(tx, actor, { scheme, document, cells });
    await markProvisional(tx, actor, { scheme, document, cells: readProvisional(form) });
    await markMemo(tx, actor, { scheme, document, rows: readMemos(form) });
    return saved;
  });
  const problem = 'problem' in outcome ? atCells(outcome.problem, cells) : null;
  const fund = String(form.get('fund') ?? '');
  if ('done' in outcome && outcome.done.conflicts.length === 0 && errors.length === 0) {
    const search = new URLSearchParams(new URL(args.request.url).searchParams);
    search.set('fund', fund);
    search.set('saved', String(outcome.done.saved));
    const part = (name: string) => String(form.get(`add-${name}`) ?? '').trim();
    if (form.get('intent') === 'add' && part('measure')) {
      const side = part('side') === 'fte' ? ('fte' as const) : ('eur' as const);
      const row = {
        measure: part('measure'),
        component: part('component'),
        unit: part('unit'),
        fund,
        costKind: part('cost-kind'),
        side,
      };
      search.append('row', rowIdOf(row));
    }
    return redirect(`${planHref(args.params)}/budget?${search}`);
  }
  return {
    stamp: newId(),
    problem,
    saved: 'done' in outcome ? outcome.done.saved : 0,
    conflicts: 'done' in outcome ? outcome.done.conflicts.map((one) => ({ ...one, id: rowIdOf(one) })) : [],
    // what was typed and not saved goes back into its cell: refused cells, or all of it
    typed: errors.map((error) => ({
      key: error.path.replace(/^cell:/, ''),
      error,
      raw: String(form.get(error.path) ?? ''),
    })),
    mine:
      'problem' in outcome
        ? cells.map((cell) => ({
            key: `${rowIdOf(cell)}:${cell.year}`,
            ...{ value: cell.value, provisional: cell.provisional },
          }))
        : [],
  };
}

export default function BudgetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, fund, funds, rows, values, remainders, measures, units } = loaderData;
  const stored = JSON.stringify(values);
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const cells = gridCells(values, { provisional: loaderData.provisional, returned: actionData });
  const gridRows = useGridRows(loaderData);
  const columns = values.years.map((year) => {
    const left = remainders.find((one) => one.year === year);
    return { year, limit: left?.allocated ?? null, provisional: left?.allocatedProvisional };
  });
  const wrong = [
    ...(actionData?.typed.map((one) => one.error) ?? []),
    ...(actionData?.problem?.errors ?? []),
  ];
  const converted = rows.some((row) => row.side === 'fte');
  return (
    <>
      <PlanFrame head={head} title={text('plan.budget')} lead={text('budget.lead')} />
      <PageBody>
        <ProblemSummary key={actionData?.stamp} problem={actionData?.problem ?? null} />
        {actionData && !actionData.problem && actionData.typed.length > 0 ? (
          <Notice
            tone="warn"
            live
            title={text('budget.partly', { saved: actionData.saved, count: actionData.typed.length })}
          />
        ) : null}
        {loaderData.saved && !actionData ? <Notice tone="ok" live title={text('budget.saved')} /> : null}
        {funds.length > 1 && fund ? (
          <div className="plan-funds">
            <SegmentLinks
              label={text('budget.fund')}
              options={funds.map((one) => ({
                key: one.code,
                href: `${base}/budget?fund=${one.code}`,
                label: nameOf(one, locale),
                current: one.code === fund.code,
              }))}
            />
          </div>
        ) : null}
        <Form
          method="post"
          autoComplete="off"
          key={
            actionData?.stamp ??
            `stored ${fund?.code} ${loaderData.provisional.join()} ${loaderData.memos.join()} ${stored}`
          }
        >
          <input type="hidden" name="fund" value={fund?.code ?? ''} />
          <input type="hidden" name="seen" value={stored} />
          <input type="hidden" name="starred" value={JSON.stringify(loaderData.provisional)} />
          <BudgetGrid
            caption={fund ? nameOf(fund, locale) : text('plan.budget')}
            rowHead={text('plan.measure')}
            rows={gridRows}
            columns={columns}
            cells={cells}
            limitLabel={text('budget.limit')}
            rates={loaderData.rates}
            errors={Object.fromEntries(
              wrong.map((error) => [error.path.replace(/^cell:/, ''), reasonText(text, locale, error)]),
            )}
            conflicts={actionData?.conflicts.map((one) => ({
              rowId: one.id,
              year: one.year,
              mine: cellOf(one.value),
              theirs: cellOf(one.theirs),
            }))}
          />
          <Notes
            notes={[
              ...(converted
                ? [
                    {
                      text: text('budget.converted', {
                        rates: loaderData.rates
                          .map((rate) =>
                            text('plan.budget.rate', {
                              year: String(rate.fromYear),
                              cents: rate.fteCents,
                            }),
                          )
                          .join('; '),
                      }),
                    },
                  ]
                : []),
              ...(columns.some((column) => column.limit === null) ? [{ text: text('budget.unknown') }] : []),
            ]}
          />
          <FormActions>
            <Button kind="primary" name="intent" value="save">
              {text('section.save')}
            </Button>
            {Object.keys(cells).length > 0 && !loaderData.marking ? (
              <ButtonLink href={`${base}/budget?fund=${fund?.code}&provisional`}>
                {text('budget.provisional', { count: loaderData.provisional.length })}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${base}/budget/sheet`}>{text('fill-in.open')}</ButtonLink>
            <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
          </FormActions>
          {loaderData.marking ? (
            <ProvisionalFields
              rows={rows}
              labels={new Map(gridRows.map((row) => [row.id, row.label]))}
              values={values}
              provisional={loaderData.provisional}
              memos={loaderData.memos}
            />
          ) : null}
          <BudgetRowFields measures={measures} units={units} costKinds={loaderData.costKinds} />
        </Form>
      </PageBody>
    </>
  );
}
