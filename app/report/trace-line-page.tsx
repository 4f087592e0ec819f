import { edgeContext, load } from '#app/identity/page.server.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { rowsHrefs } from '#app/realisation/intake-rows.server.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { Trace, type TraceStep } from '#app/ui/trace.tsx';
import './trace.css';
import type { Route } from './+types/trace-line-page';
import { readTraceAddress, traceQuery } from './trace-address.ts';
import { type Chain, type ChainStop, getChain } from './trace-chain.server.ts';
import { RuleWords, StopWords } from './trace-words.tsx';

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(query, isoDate(now));
  const address = { ...readTraceAddress(query, asked.today), year: null, unit: null };
  return load(args, async (tx, actor) => {
    const { scheme, line } = args.params;
    const { view, chain } = await getChain(tx, actor, { ...address, fund: 'all', scheme, line }, now);
    const { code, name, themes, ...frame } = view.frame;
    const units = [...frame.units, ...frame.others];
    const lineIds = chain.line.stage === 'realised' ? [line] : [];
    const sources = await rowsHrefs(tx, actor, { scheme: code, lineIds });
    return {
      chain,
      source: sources[line] ?? null,
      address,
      asked,
      frame: { code, name, units, themes },
      asOf: view.asOf,
    };
  });
}

export default function TraceLinePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { chain, frame, address } = loaderData;
  const { line } = chain;
  const here = `/schemes/${frame.code}/trace`;
  const figure = <Euros value={line.cents} signs={line.signs} />;
  const subject = `${text(`money.stage.${line.stage}`)} · ${line.year} · ${line.what}`;
  const tone = { traceable: 'ok', unknown: 'neutral', untraceable: 'error' } as const;
  return (
    <PageBody>
      <PageTitle page={`${text('trace.line.title')} · ${line.what}`} />
      <BackLink href={`${here}${traceQuery({ ...address, flow: null })}`}>{text('trace.back')}</BackLink>
      <MomentNotice moment={loaderData.asked} now="?" />
      <p className="lead">
        {text('trace.line.sentence', {
          ...{
            amount: useAmountWords()(line.cents, line.signs),
            stage: line.stage,
            year: String(line.year),
            unit: line.unit,
            what: line.what,
          },
          document: line.document,
        })}
      </p>
      {loaderData.source ? (
        <p>
          <Link href={keepMoment(loaderData.source, momentSearch(loaderData.asked))}>
            {text('intake.source')}
          </Link>
        </p>
      ) : null}
      {line.reasons.length > 0 ? (
        <Notice
          tone={line.class === 'unknown' ? 'neutral' : 'error'}
          title={text(`trace.class.${line.class}.sentence`)}
        >
          <ul>
            {line.reasons.map((reason) => (
              <li key={reason}>
                {text(`trace.reason.${reason}`)} {text(`trace.todo.${reason}`)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="trace-two">
        <section aria-label={text('trace.line.title')}>
          <Trace
            title={text('trace.line.title')}
            subject={subject}
            figure={figure}
            unit="eur"
            verdict={{ tone: tone[line.class], text: text(`trace.class.${line.class}`) }}
            steps={useBackward(chain, frame)}
          />
        </section>
        <section aria-label={text('trace.forward.title')}>
          <Trace
            title={text('trace.forward.title')}
            subject={`${chain.unitName} · ${chain.fund} · ${line.year}`}
            figure={
              <Euros
                value={chain.forward.allocated ?? chain.forward.granted ?? 0}
                signs={chain.forwardSigns[chain.forward.allocated === null ? 'granted' : 'allocated']}
              />
            }
            unit="eur"
            steps={useForward(chain, frame.code)}
          />
        </section>
      </div>
    </PageBody>
  );
}

type Frame = Route.ComponentProps['loaderData']['frame'];

function useBackward(chain: Chain, frame: Frame): TraceStep[] {
  const text = useText();
  const here = `/schemes/${frame.code}`;
  const stop = (kind: string, one: ChainStop): TraceStep => ({
    key: `${kind} ${one.document} ${one.number}`,
    title: text('trace.step.document', { title: one.title, number: one.number }),
    ...(one.lineId && kind !== 'carrier' && { href: `${here}/trace/lines/${one.lineId}` }),
    ...(one.lineId && { value: one.cents, signs: one.signs }),
    reason: <StopWords stop={one} />,
  });
  const missing = (key: 'plans' | 'allocations' | 'grants', asked: boolean): TraceStep[] =>
    asked && chain[key].length === 0 ? [{ key, title: text(`trace.missing.${key}`), state: 'open' }] : [];
  const { stage } = chain.line;
  return [
    stop('carrier', chain.carrier),
    ...(chain.measure
      ? [
          {
            key: 'measure',
            title: text('trace.step.measure', { name: chain.measure.name }),
            reason: text('trace.step.measure.years', {
              ...{ code: chain.measure.code, first: String(chain.measure.firstYear) },
              last: String(chain.measure.lastYear),
            }),
          },
        ]
      : []),
    ...chain.plans.map((one) => stop('plan', one)),
    ...missing('plans', stage === 'realised'),
    ...chain.allocations.map((one) => stop('allocation', one)),
    ...missing('allocations', stage === 'realised' || stage === 'budgeted'),
    ...(chain.rules
      ? [
          {
            key: 'rules',
            title: text('trace.step.rules', { unit: chain.unitName }),
            reason: <RuleWords chain={chain} frame={frame} />,
          },
        ]
      : []),
    ...chain.grants.map((one) => stop('grant', one)),
    ...missing('grants', stage !== 'granted'),
  ];
}

function Euros({ value, signs }: { value: number; signs: Chain['line']['signs'] }) {
  return (
    <>
      € <Money value={value} unit="eur2" signs={signs} />
    </>
  );
}

/** An amount inside a sentence, with its signs as they print. */
function useAmountWords() {
  const text = useText();
  const locale = useLocale();
  return (cents: number, signs: Chain['line']['signs']) => {
    const others = signs.filter((sign) => sign !== 'provisional');
    const star = signs.includes('provisional') ? '*' : '';
    const number = `€ ${formatAmount(cents, 'eur2', locale)}${star}`;
    const words = others.map((sign) => (sign === 'pm' ? 'pm' : text('ui.amount.masked-sign')));
    return (cents === 0 && others.length > 0 ? words : [number, ...words]).join(' + ');
  };
}

function useForward({ forward, forwardSigns, line, unitName, fund }: Chain, scheme: string): TraceStep[] {
  const text = useText();
  const { granted, allocated, budgeted, realised } = forward;
  const left = budgeted !== null && realised !== null ? budgeted - realised : null;
  const step = (key: 'granted' | 'allocated' | 'budgeted' | 'realised', value: number | null): TraceStep => ({
    key,
    title: text(`trace.forward.${key}`, { unit: unitName, fund, year: String(line.year) }),
    value,
    signs: forwardSigns[key],
    state: value === null ? 'open' : 'done',
  });
  return [
    step('granted', granted),
    step('allocated', allocated),
    step('budgeted', budgeted),
    step('realised', realised),
    {
      key: 'left',
      title: text(left !== null && left < 0 ? 'trace.forward.over' : 'trace.forward.left'),
      value: left === null ? null : Math.abs(left),
      // a difference is as sure as its least sure part
      signs: (['provisional', 'pm', 'masked'] as const).filter((sign) =>
        [...forwardSigns.budgeted, ...forwardSigns.realised].includes(sign),
      ),
      state: left === null ? 'open' : 'done',
      href: `/schemes/${scheme}/trace?year=${line.year}`,
      reason: text('trace.forward.flow'),
    },
  ];
}
