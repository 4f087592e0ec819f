import { formatAmount } from '#app/kernel/amount-format.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { Trace, type TraceStep } from '#app/ui/trace.tsx';
import type { MoneyAddress } from './money-filter.ts';
import type { Funding } from './money-view.ts';
import type { Trace as Origin, TraceDocument } from './trace.server.ts';

type Props = {
  address: MoneyAddress;
  frame: Record<'units' | 'others', { code: string; name: string }[]> & { code: string };
  trace: Origin | null;
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
  const { address, trace, granted, allocated, budgeted } = props;
  if (!trace || !address.cell || trace.lines === 0) {
    return (
      <>
        <h2>{text('money.origin')}</h2>
        <p>{text(address.cell ? 'money.lines.none' : 'money.origin.choose')}</p>
      </>
    );
  }
  const { stage, year } = address.cell;
  const asFte = trace.cents === null;
  const figure = asFte
    ? `${formatAmount(trace.fteMilli ?? 0, 'fte', locale)} fte`
    : `€ ${formatAmount(trace.cents ?? 0, 'eur', locale)}`;
  const names = new Map([...props.frame.units, ...props.frame.others].map((unit) => [unit.code, unit.name]));
  const shown = trace.units.map((unit) => names.get(unit) ?? unit);
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
      value: trace.cents,
      reason: shown.slice(0, 3).join(', ') + more,
    },
    ...trace.documents.map((document) => ({
      key: `${document.code} ${document.number}`,
      title: text('money.origin.document', { title: document.title, number: document.number }),
      value: document.cents,
      href:
        document.kind && stage === 'budgeted'
          ? `/schemes/${props.frame.code}/plans/${document.code}`
          : undefined,
      reason: <DocumentReason document={document} />,
    })),
    ...(trace.measures.length > 0
      ? [
          {
            key: 'measures',
            title: text('money.origin.measures', { count: trace.measures.length }),
            reason: trace.measures
              .slice(0, 4)
              .map((measure) => measure.name)
              .join(', '),
          },
        ]
      : []),
  ];
  const fits =
    granted !== null &&
    allocated !== null &&
    allocated.now <= granted.now &&
    (budgeted ?? 0) <= allocated.now;
  const verdict = granted === null ? 'open' : fits ? 'fits' : 'over';
  return (
    <Trace
      subject={text('money.origin.figure', {
        stage: text(`money.stage.${stage}`),
        year: String(year),
        key: props.keyLabel ?? 'none',
      })}
      figure={figure}
      unit="keur"
      verdict={{ tone: verdict === 'fits' ? 'ok' : 'warn', text: text(`money.origin.${verdict}`) }}
      steps={steps}
    >
      <p>
        <Link href={props.linesHref}>{text('money.origin.lines', { count: trace.lines })}</Link>
      </p>
    </Trace>
  );
}

function DocumentReason({ document }: { document: TraceDocument }) {
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
