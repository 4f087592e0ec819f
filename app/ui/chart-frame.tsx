import type { ReactNode } from 'react';
import { SeriesKey } from './series.tsx';
import { useText } from './text.tsx';

export type ChartSeries = { key: string; label: string; series: number };

/** A figure with its heading, its picture, and the table of the same data behind one press. */
export function Chart(props: {
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

/** A coloured part of a bar with its pattern along the lower edge, so that print and colour loss keep it. */
export function Segment({ height, series }: { height: number; series: number }) {
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
