import { type ReactNode, useId } from 'react';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { shareOf } from '#app/kernel/money.ts';
import { Chart, ChartKey, type ChartSeries, Segment } from './chart-frame.tsx';
import { Money } from './money.tsx';
import { seriesClass } from './series.tsx';
import { useLocale } from './text.tsx';

export { MoneyBar } from './money-bar.tsx';

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
