import { formatAmount } from '#app/kernel/amount-format.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { Trace, type TraceStep } from '#app/ui/trace.tsx';
import type { MoneyAddress } from './money-filter.ts';
import type { Funding } from './money-view.ts';
import type { Origin, OriginDocument } from './origin.server.ts';
import { traceQuery } from './trace-address.ts';

type Props = {
  address: MoneyAddress;
  frame: Record<'units' | 'others', { code: string; name: string }[]> & { code: string };
  origin: Origin | null;
  granted: Funding | null;
  allocated: Funding | null;
  /** what is budgeted in that year in all */
  budgeted: number | null;
  keyLabel: string | null;
  linesHref: string;
};

/** The way of one figure: from the grant by the allocation and the plans to its measures. */
export function OriginPanel(props: Props) {
  const text = useText();
  const locale = useLocale();
  const { address, origin, granted, allocated, budgeted } = props;
  if (!origin || !address.cell || origin.lines === 0) {
    return (
      <>
        <h2>{text('money.origin')}</h2>
        <p>{text(address.cell ? 'money.lines.none' : 'money.origin.choose')}</p>
      </>
    );
  }
  const { stage, year } = address.cell;
  const scheme = props.frame.code;
  const asFte = origin.cents === null;
  const figure = asFte
    ? `${formatAmount(origin.fteMilli ?? 0, 'fte', locale)} fte`
    : `€ ${formatAmount(origin.cents ?? 0, 'eur', locale)}`;
  const names = new Map([...props.frame.units, ...props.frame.others].map((unit) => [unit.code, unit.name]));
  const shown = origin.units.map((unit) => names.get(unit) ?? unit);
  const more = shown.length > 3 ? ` +${shown.length - 3}` : '';
  const steps: TraceStep[] = [
    {
      key: 'granted',
      title: text('money.origin.granted', { year: String(year) }),
      value: granted?.now,
      state: granted ? 'done' : 'broken',
    },
    {
      key: 'allocated',
      title: text('money.origin.allocated', { year: String(year) }),
      value: allocated?.now,
      state: allocated ? 'done' : 'open',
    },
    {
      key: 'units',
      title: text('money.origin.units', { count: shown.length }),
      value: origin.cents,
      reason: shown.slice(0, 3).join(', ') + more,
    },
    ...(origin.plans.length > 0
      ? [
          {
            key: 'plans',
            title: text('trace.origin.plans', { count: origin.plans.length }),
            reason: origin.plans.map((plan) => <PlanLine key={plan.document} plan={plan} scheme={scheme} />),
          },
        ]
      : []),
    ...origin.documents.map((document) => ({
      key: `${document.document} ${document.number}`,
      title: text('money.origin.document', { title: document.title, number: document.number }),
      value: document.cents,
      href: stage === 'budgeted' ? `/schemes/${scheme}/plans/${document.document}` : undefined,
      reason: <DocumentReason document={document} />,
    })),
    ...(origin.measures.length > 0
      ? [
          {
            key: 'measures',
            title: text('money.origin.measures', { count: origin.measures.length }),
            reason: origin.measures.slice(0, 4).join(', '),
          },
        ]
      : []),
  ];
  const fits =
    granted !== null &&
    allocated !== null &&
    allocated.now <= granted.now &&
    (budgeted ?? 0) <= allocated.now;
  const chain = origin.untraceable.cents > 0 ? 'untraceable' : origin.unknown.cents > 0 ? 'unknown' : null;
  const ties = granted === null ? 'open' : fits ? 'fits' : 'over';
  const amount = `€ ${formatAmount(origin.untraceable.cents, 'eur', locale)}`;
  const verdict = {
    untraceable: { tone: 'error', text: text('trace.origin.untraceable', { amount }) },
    over: { tone: 'warn', text: text('money.origin.over') },
    open: { tone: 'warn', text: text('money.origin.open') },
    unknown: { tone: 'neutral', text: text('trace.origin.unknown') },
    fits: { tone: 'ok', text: text('money.origin.fits') },
  } as const;
  return (
    <Trace
      subject={text('money.origin.figure', {
        stage: text(`money.stage.${stage}`),
        year: String(year),
        key: props.keyLabel ?? 'none',
      })}
      figure={figure}
      unit="keur"
      verdict={verdict[chain === 'untraceable' || ties === 'fits' ? (chain ?? ties) : ties]}
      steps={steps}
    >
      <p>
        <Link href={props.linesHref}>{text('money.origin.lines', { count: origin.lines })}</Link>
      </p>
      <p>
        <Link href={`/schemes/${scheme}/trace${flowOf(address)}`}>{text('trace.origin.flow')}</Link>
      </p>
    </Trace>
  );
}

/** The same figure on the page of the flow. */
function flowOf({ asOf, knownOn, unit, fund, slice, cell }: MoneyAddress): string {
  const { key = null, year = null, stage = null } = cell ?? {};
  const own = key !== null && key !== '*' ? key : null;
  const theme = slice === 'node' && own ? `theme:${own}${stage === 'realised' ? '~realised:' : ''}` : null;
  return traceQuery({
    ...{ asOf, knownOn, year, flow: theme },
    unit: slice === 'unit' && own ? own : unit,
    fund: slice === 'fund' && own ? own : fund,
  });
}

function PlanLine({ plan, scheme }: { plan: OriginDocument; scheme: string }) {
  const text = useText();
  return (
    <span className="trace-plan">
      <Link href={`/schemes/${scheme}/plans/${plan.document}`}>
        {text('money.origin.document', { title: plan.title, number: plan.number })}
      </Link>{' '}
      <DocumentReason document={plan} />
    </span>
  );
}

function DocumentReason({ document }: { document: OriginDocument }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {document.decisions.length === 0 ? <span>{text('money.origin.no-decision')}</span> : null}
      {document.decisions.map((decision) => (
        <span key={`${decision.kind} ${decision.body}`}>
          {text('money.origin.decision', {
            kind: decision.kind,
            body: decision.body,
            outcome: decision.outcome ?? 'none',
            on: decision.on ? formatDate(decision.on, locale) : 'none',
          })}{' '}
        </span>
      ))}
      {document.hash ? <code>{`${document.hash.slice(0, 4)} ${document.hash.slice(4, 8)}`}</code> : null}
    </>
  );
}
