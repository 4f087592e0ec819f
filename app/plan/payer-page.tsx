import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { parseInput } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select } from '#app/ui/form.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { DataTable, type TableRow } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/payer-page';
import { payerInput } from './payer.input.ts';
import { changePayer, getPayers } from './payer.server.ts';
import { type PayerLine, payersOf } from './payer.ts';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  return load(args, async (tx, actor) => {
    const moment = versionMoment(asked);
    const { head, version, ...facts } = await getPayers(tx, actor, { ...args.params, moment }).catch(
      (thrown) => {
        // before its first version there was nothing to show, and the plan's page says so
        if (isNow(asked) || !(thrown instanceof Missing)) throw thrown;
        throw redirect(keepMoment(planHref(args.params), momentSearch(asked)));
      },
    );
    const mayWrite = isNow(asked) && version.status === 'draft' && canWritePlan(actor, head);
    return { head, version, facts, asked, mayWrite };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document } = args.params;
  return formAction(args, {
    payer: (tx, actor, form) => {
      const input = parseInput(payerInput, {
        measure: form.get('measure'),
        year: Number(form.get('year')),
        fund: form.get('fund'),
      });
      return changePayer(tx, actor, { ...input, scheme, document });
    },
  });
}

export default function PayerPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, version, facts, mayWrite, asked } = loaderData;
  const payers = payersOf(
    facts.lines,
    facts.measures.map((one) => one.code),
    facts.funds,
  );
  const years = [...new Set(facts.lines.map((line) => line.year))].toSorted((a, b) => a - b);
  return (
    <>
      <PlanFrame head={head} title={text('payer.title')} version={version} lead={text('payer.lead')} />
      <PageBody>
        <MomentNotice moment={asked} now="?" />
        <MomentForm moment={asked} />
        {payers.length === 0 ? <Empty title={text('payer.none')}>{text('payer.none.next')}</Empty> : null}
        {payers.map((one) => (
          <section key={one.measure} className="payer">
            <PayerTable one={one} years={years} facts={facts} />
            {mayWrite ? (
              <PayerForm measure={one.measure} years={years} facts={facts} result={actionData} />
            ) : null}
          </section>
        ))}
      </PageBody>
    </>
  );
}

type Facts = Route.ComponentProps['loaderData']['facts'];
type Of = { facts: Facts; years: readonly number[] };

function PayerTable({ one, years, facts }: Of & { one: ReturnType<typeof payersOf>[number] }) {
  const text = useText();
  const locale = useLocale();
  const fundName = (code: string) => {
    const fund = facts.funds.find((other) => other.code === code);
    return fund ? nameOf(fund, locale) : code;
  };
  const rows: TableRow[] = one.funds.map(({ fund, own, years: amounts }) => ({
    key: fund,
    head: (
      <>
        {fundName(fund)} {own ? null : <Badge>{text('payer.other')}</Badge>}
      </>
    ),
    cells: Object.fromEntries(years.map((year) => [String(year), <Paid key={year} line={amounts[year]} />])),
  }));
  const said = one.substituted.map(({ year, fund }) =>
    text('payer.substituted', { year: String(year), fund: fundName(fund) }),
  );
  return (
    <DataTable
      caption={facts.measures.find((measure) => measure.code === one.measure)?.name ?? one.measure}
      note={[text('payer.unit'), ...said].join(' ')}
      rowHead={text('payer.fund')}
      columns={years.map((year) => ({ key: String(year), head: String(year) }))}
      rows={rows}
    />
  );
}

/** What a fund pays in a year; a known part beside amounts that are still open is marked. */
function Paid({ line }: { line: PayerLine | undefined }) {
  const text = useText();
  if (!line) return null;
  if (line.cents === null) return text('payer.pm');
  return (
    <>
      <Money value={line.cents} unit="eur" />
      {line.unknown > 0 ? ` + ${text('payer.pm')}` : null}
    </>
  );
}

function PayerForm({
  measure,
  years,
  facts,
  result,
}: Of & { measure: string; result: Route.ComponentProps['actionData'] }) {
  const text = useText();
  const locale = useLocale();
  const own = years.filter((year) =>
    facts.lines.some((line) => line.measure === measure && line.year === year),
  );
  return (
    <Disclosure summary={text('payer.change')} open={justSent(result, 'payer', measure)}>
      <ActionForm
        intent="payer"
        id={measure}
        result={result}
        hidden={{ measure }}
        submit={text('payer.save')}
      >
        {(wire) => (
          <div className="pair">
            <Select
              {...wire('year')}
              label={text('payer.year')}
              options={own.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <Select
              {...wire('fund')}
              label={text('payer.pays')}
              options={facts.funds.map((fund) => ({ value: fund.code, label: nameOf(fund, locale) }))}
            />
          </div>
        )}
      </ActionForm>
    </Disclosure>
  );
}
