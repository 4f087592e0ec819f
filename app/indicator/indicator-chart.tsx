import { useId } from 'react';
import { Chart } from '#app/ui/chart-frame.tsx';
import { seriesClass } from '#app/ui/series.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { type PlacedChart, type PlacedSeries, placeChart } from './chart.ts';
import { isDrawn } from './chart-drawn.ts';
import { isKeyed, markerPath, whisker } from './chart-svg.ts';
import { chartDescription } from './chart-words.ts';
import { figureText, signOf, splitName } from './figure-words.ts';
import { type IndicatorFigures, rulesIn, type UnitFigures } from './figures.ts';
import { yearLabel } from './indicator.ts';

type Props = { of: IndicatorFigures; unit: UnitFigures; maskedBelow: number };

/** The series of one unit: points with their spread, lines over neighbouring years only, and its table. */
export function IndicatorChart({ of, unit, maskedBelow }: Props) {
  const text = useText();
  const locale = useLocale();
  const ids = { title: useId(), description: useId() };
  const { definition } = of;
  const label = (year: number) => yearLabel(year, rulesIn(of, year).academic);
  const chart = placeChart(of, unit, {
    locale,
    sign: (point) => signOf(point, maskedBelow),
    split: (code) => splitName(definition, code, locale),
    target: text('indicator.target').toLowerCase(),
    year: ({ year }) => label(year),
  });
  const name = locale === 'en' ? unit.nameEn : unit.nameNl;
  const title = unit.sum ? text('indicator.sum', { unit: name }) : name;
  const said = chartDescription(of, unit, { words: text, locale, maskedBelow });
  return (
    <Chart
      title={title}
      note={[
        unit.sum ? text('indicator.sum.note', { kind: definition.kind }) : '',
        chart.begins === null || chart.empty ? '' : text('indicator.axis.begins', { value: chart.begins }),
      ]
        .filter(Boolean)
        .join(' ')}
      legend={isKeyed(chart) ? <Key series={chart.series} /> : null}
      table={
        <DataTable
          caption={title}
          columns={(unit.rows[0]?.points ?? []).map(({ year }) => ({ key: String(year), head: label(year) }))}
          rows={unit.rows.map((row) => ({
            key: row.split,
            head: splitName(definition, row.split, locale) || text('indicator.figure'),
            cells: Object.fromEntries(
              row.points.map((point) => [
                String(point.year),
                figureText(point, definition, { locale, maskedBelow }),
              ]),
            ),
          }))}
        />
      }
    >
      {chart.empty ? (
        <p className="sub">{text('indicator.nothing-shown')}</p>
      ) : (
        <svg
          className="indicator-chart"
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          role="img"
          aria-labelledby={ids.title}
          aria-describedby={ids.description}
        >
          <title id={ids.title}>{title}</title>
          <desc id={ids.description}>{said}</desc>
          <Frame chart={chart} />
          {chart.series.map(({ key, ...series }) => (
            <Series key={key} {...series} several={chart.series.length > 1} />
          ))}
        </svg>
      )}
    </Chart>
  );
}

function Frame({ chart }: { chart: PlacedChart }) {
  const text = useText();
  const { left, right, width, height, top, bottom } = chart;
  return (
    <>
      {chart.ticks.map(({ y, text: tick }) => (
        <g key={tick}>
          <line className="chart-rule" x1={left} x2={width - right} y1={y} y2={y} />
          <text x={left - 7} y={y + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {chart.years.map(({ x, text: year }) => (
        <text key={year} x={x} y={height - 7} textAnchor="middle">
          {year}
        </text>
      ))}
      {chart.breaks.map(({ x }) => (
        <g key={x}>
          <line className="chart-break" x1={x} x2={x} y1={top - 4} y2={height - bottom} />
          <text x={x} y={top - 9} textAnchor="middle">
            {text('indicator.break')}
          </text>
        </g>
      ))}
      {chart.target ? (
        <line className="chart-target" x1={left} x2={width - right} y1={chart.target.y} y2={chart.target.y} />
      ) : null}
      {chart.margin.map(({ y, text: said, series }) => (
        <text
          key={said}
          className={series === null ? undefined : `chart-name ${seriesClass(series)}`}
          x={width - right + 10}
          y={y}
        >
          {said}
        </text>
      ))}
      {chart.signs.map(({ x, y, text: sign, series }) => (
        <text
          key={x}
          className={series === null ? 'chart-sign' : `chart-sign chart-name ${seriesClass(series)}`}
          x={x}
          y={y}
          textAnchor="middle"
        >
          {sign}
        </text>
      ))}
    </>
  );
}

/** The names of series, each with its marker, where they do not fit beside the drawing. */
function Key({ series }: { series: readonly PlacedSeries[] }) {
  return (
    <ul className="chart-key">
      {series.map((one) => (
        <li key={one.key} className={seriesClass(one.series)}>
          <svg className="chart-marker" viewBox="0 0 14 14" aria-hidden="true">
            <path className="series-fill" d={markerPath(one.series, 7, 7)} />
          </svg>{' '}
          {one.label}
        </li>
      ))}
    </ul>
  );
}

type SeriesProps = Omit<PlacedSeries, 'key'> & { several: boolean };

function Series({ series, lines, bands, points, several }: SeriesProps) {
  return (
    <g className={seriesClass(series)}>
      {bands.map((d) => (
        <path key={d} className="chart-band" d={d} />
      ))}
      {lines.map((d) => (
        <path key={d} className="chart-line" d={d} />
      ))}
      {points.map(({ x, y, low, high, text, labelY, title }) => (
        <g key={x}>
          <title>{title}</title>
          {low !== null && high !== null ? (
            <path className="chart-whisker" d={whisker(x, low, high)} />
          ) : null}
          <path className="series-fill" d={markerPath(series, x, y)} />
          <text
            className={several ? 'chart-value chart-name' : 'chart-value'}
            x={x}
            y={labelY}
            textAnchor="middle"
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The series of the first row in the size of a word; the figures beside it say the same. */
export function Sparkline({ of, unit }: Omit<Props, 'maskedBelow'>) {
  const locale = useLocale();
  const row = unit.rows.filter((one) => one.points.some(isDrawn)).slice(0, 1);
  if (row.length === 0) return null;
  const chart = placeChart(
    of,
    { ...unit, rows: row },
    { locale, sign: () => '', split: () => '', target: '', year: () => '' },
  );
  return (
    <svg
      className="sparkline"
      viewBox={`${chart.left} ${chart.top - 6} ${chart.width - chart.left - chart.right} ${chart.height - chart.top - chart.bottom + 12}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {chart.breaks.map(({ x }) => (
        <line key={x} className="chart-break" x1={x} x2={x} y1={chart.top} y2={chart.height - chart.bottom} />
      ))}
      {chart.series.map(({ key, lines, points }) => (
        <g key={key} className="series-1">
          {lines.map((d) => (
            <path key={d} className="chart-line" d={d} />
          ))}
          {points.map(({ x, y }) => (
            <path key={x} className="chart-dot" d={`M${x} ${y}h0`} />
          ))}
        </g>
      ))}
    </svg>
  );
}
