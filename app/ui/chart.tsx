import { type ReactNode, useId } from 'react';
import { divideHalfAway, shareOf } from '#app/kernel/money.ts';
import { type AmountUnit, formatAmount } from './amount.ts';
import { Money } from './money.tsx';
import { SeriesKey, seriesClass } from './series.tsx';
import { useLocale, useText } from './text.tsx';

export type ChartSeries = { key: string; label: string; series: number };

/** Position along a bar in percent with two decimals: exact enough for a screen, the same on every machine. */
function percent(part: number, whole: number): string {
  if (whole <= 0) return '0%';
  return `${Number(divideHalfAway(BigInt(Math.max(part, 0)) * 10_000n, BigInt(whole))) / 100}%`;
}

/** A figure with its heading, its picture, and the table of the same data behind one press. */
function Chart(props: {
  title: ReactNode;
  note?: ReactNode;
  legend?: ReactNode;
  children: ReactNode;
  table: ReactNode;
}) {
  const text = useText();
  return (
    <figure className="chart">
      <figcaption>
        <span className="chart-title">{props.title}</span>
        {props.note ? <span className="sub">{props.note}</span> : null}
      </figcaption>
      {props.legend}
      {props.children}
      <details className="chart-data">
        <summary>{text('ui.chart.data')}</summary>
        {props.table}
      </details>
    </figure>
  );
}

/** The names of the series with their colour and pattern. */
export function ChartKey({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="chart-key">
      {series.map((each) => (
        <li key={each.key}>
          <SeriesKey series={each.series} />
          {each.label}
        </li>
      ))}
    </ul>
  );
}

type ShareProps = {
  title: string;
  note?: ReactNode;
  /** What the picture shows, in a sentence, for those who hear it. */
  description: string;
  series: readonly ChartSeries[];
  /** One bar per year; parts in whole cents (or any exact quantity) by series key, at least 0. */
  bars: readonly { label: string; parts: Readonly<Record<string, number | null>> }[];
};

const barHeight = 28;
const barStep = 40;
/** A segment narrower than this share of the bar has no room for its percentage on a phone. */
const roomForLabel = 500;

/** Shares of a whole, one bar a year, each part labelled with its percentage. */
export function ShareBars(props: ShareProps) {
  const locale = useLocale();
  const ids = { title: useId(), description: useId() };
  const shares = props.bars.map((bar) => ({ label: bar.label, parts: sharesOf(bar.parts, props.series) }));
  return (
    <Chart
      title={props.title}
      note={props.note}
      legend={<ChartKey series={props.series} />}
      table={
        <table className="table">
          <thead>
            <tr>
              <td className="stub" />
              {shares.map((bar) => (
                <th key={bar.label} scope="col">
                  {bar.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.series.map((each, index) => (
              <tr key={each.key}>
                <th scope="row" className="stub">
                  {each.label}
                </th>
                {shares.map((bar) => (
                  <td key={bar.label} className="number">
                    <Money value={bar.parts[index]?.share ?? null} unit="percent1" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <svg
        className="chart-bars"
        role="img"
        aria-labelledby={ids.title}
        aria-describedby={ids.description}
        height={props.bars.length * barStep - (barStep - barHeight)}
      >
        <title id={ids.title}>{props.title}</title>
        <desc id={ids.description}>{props.description}</desc>
        {shares.map((bar, row) => (
          <g key={bar.label}>
            <text x="-12" y={row * barStep + 19} textAnchor="end">
              {bar.label}
            </text>
            {bar.parts.map(({ share, from, each }) => (
              <svg
                key={each.key}
                className={seriesClass(each.series)}
                x={`${from / 100}%`}
                y={row * barStep}
                width={`${share / 100}%`}
                height={barHeight}
              >
                <title>{`${each.label}: ${formatAmount(share, 'percent1', locale)}%`}</title>
                <Segment height={barHeight} series={each.series} />
                {share >= roomForLabel ? (
                  <text className="on-series" x="6" y="18">
                    {formatAmount(share, 'percent', locale)}
                  </text>
                ) : null}
              </svg>
            ))}
          </g>
        ))}
      </svg>
    </Chart>
  );
}

function sharesOf(parts: Readonly<Record<string, number | null>>, series: readonly ChartSeries[]) {
  const whole = series.reduce((total, each) => total + Math.max(parts[each.key] ?? 0, 0), 0);
  let from = 0;
  return series.map((each) => {
    const share = shareOf(Math.max(parts[each.key] ?? 0, 0), whole) ?? 0;
    const part = { each, share, from };
    from += share;
    return part;
  });
}

/** A coloured part of a bar with its pattern along the lower edge, so that print and colour loss keep it. */
function Segment({ height, series }: { height: number; series: number }) {
  const kind = ((series - 1) % 6) + 1;
  const strip = Math.min(6, height / 2);
  return (
    <>
      <rect className="series-fill" width="100%" height={height} />
      {kind > 1 ? (
        <line
          className={`series-strip strip-${kind}`}
          x1="0"
          x2="100%"
          y1={height - strip / 2}
          y2={height - strip / 2}
        />
      ) : null}
      <rect className="segment-gap" x="100%" width="2" height={height} transform="translate(-2 0)" />
    </>
  );
}

export type MoneyBarRow = {
  key: 'granted' | 'allocated' | 'budgeted' | 'realised' | 'left';
  label: string;
  /** Whole cents; null when not known. */
  value: number | null;
  /** Why it is not known, in words. */
  why?: string;
  /** The parts by theme, in cents; without them one bar. */
  parts?: readonly { label: string; series: number; value: number }[];
  href?: string;
};

/** Granted, allocated, budgeted, realised, left: the whole agreement in five bars on one scale. */
export function MoneyBar(props: {
  title: string;
  note?: ReactNode;
  description: string;
  unit: AmountUnit;
  rows: readonly MoneyBarRow[];
}) {
  const ids = { title: useId(), description: useId() };
  const text = useText();
  const whole = Math.max(1, ...props.rows.map((row) => row.value ?? 0));
  return (
    <Chart
      title={props.title}
      note={props.note}
      table={<MoneyBarTable rows={props.rows} unit={props.unit} />}
    >
      <div className="money-bar">
        {props.rows.map((row) => (
          <div key={row.key} className="money-bar-row">
            <span>{row.label}</span>
            {row.value === null ? (
              <span className="money-bar-why">{row.why ?? text('ui.amount.unknown')}</span>
            ) : (
              <svg height="16" aria-hidden="true" focusable="false">
                {row.key === 'left' ? (
                  <LeftBar row={row} whole={whole} />
                ) : (
                  <FilledBar row={row} whole={whole} />
                )}
              </svg>
            )}
            <Money value={row.value} unit={props.unit} href={row.href} label={row.label} />
          </div>
        ))}
        <p className="visually-hidden" id={ids.description}>
          {props.description}
        </p>
      </div>
    </Chart>
  );
}

function FilledBar({ row, whole }: { row: MoneyBarRow; whole: number }) {
  if (!row.parts) {
    const kind =
      row.key === 'granted' ? 'bar-granted' : row.key === 'realised' ? 'bar-realised' : 'bar-plain';
    return <rect className={kind} width={percent(row.value ?? 0, whole)} height="16" />;
  }
  let from = 0;
  return row.parts.map((part) => {
    const x = percent(from, whole);
    from += part.value;
    return (
      <svg
        key={part.label}
        className={seriesClass(part.series)}
        x={x}
        width={percent(part.value, whole)}
        height="16"
      >
        <title>{part.label}</title>
        <Segment height={16} series={part.series} />
      </svg>
    );
  });
}

/** What is left is drawn as an open, dashed outline: it is not there yet. */
function LeftBar({ row, whole }: { row: MoneyBarRow; whole: number }) {
  return (
    <rect
      className="bar-left"
      x="0"
      y="0.75"
      width={percent(Math.abs(row.value ?? 0), whole)}
      height="14.5"
    />
  );
}

function MoneyBarTable({ rows, unit }: { rows: readonly MoneyBarRow[]; unit: AmountUnit }) {
  return (
    <table className="table">
      <tbody>
        {rows.flatMap((row) => [
          <tr key={row.key}>
            <th scope="row" className="stub">
              {row.label}
            </th>
            <td className="number">
              <Money value={row.value} unit={unit} />
            </td>
          </tr>,
          ...(row.parts ?? []).map((part) => (
            <tr key={`${row.key} ${part.label}`}>
              <th scope="row" className="stub indent-1">
                {part.label}
              </th>
              <td className="number">
                <Money value={part.value} unit={unit} />
              </td>
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}
