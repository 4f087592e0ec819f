import { useId } from 'react';
import { Chart } from '#app/ui/chart-frame.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { MonthBar } from './milestone.ts';

const rowHeight = 64;
const top = 24;
const barTop = 26;
const barHeight = 22;

type Props = {
  title: string;
  bars: readonly (MonthBar & { name: string })[];
  /** names of the milestones by their place */
  names: Readonly<Record<number, string>>;
};

/** A grid of months with a bar per level: when work runs, and numbered marks where a milestone is due. */
export function MonthBars({ title, bars, names }: Props) {
  const text = useText();
  const locale = useLocale();
  const ids = { title: useId(), description: useId() };
  const months = bars[0]?.months.map(({ month }) => month) ?? [];
  const short = (month: string) =>
    formatDate(`${month}-01`, locale, 'short')
      .replace(/^\d+ | \d{4}$/g, '')
      .replace('.', '');
  const list = new Intl.ListFormat(locale);
  const said = bars.map(({ name, months: row }) => {
    const running = row.filter((one) => one.runs).map((one) => short(one.month));
    const due = row.flatMap((one) => one.due.map((place) => `${names[place]} (${short(one.month)})`));
    return text('milestone.bars.said', {
      level: name,
      runs: running.length > 0 ? list.format(running) : 'none',
      due: due.length > 0 ? list.format(due) : 'none',
    });
  });
  const unknown = bars.some((bar) => bar.open.length > 0);
  return (
    <Chart
      title={title}
      note={text('milestone.bars.note', { unknown: String(unknown) })}
      table={<MonthTable bars={bars} months={months.map(short)} names={names} title={title} />}
    >
      <svg
        className="month-bars"
        role="img"
        aria-labelledby={ids.title}
        aria-describedby={ids.description}
        height={top + bars.length * rowHeight}
      >
        <title id={ids.title}>{title}</title>
        <desc id={ids.description}>{said.join(' ')}</desc>
        {months.map((month, at) => (
          <text
            key={month}
            className="month-name"
            x={`${((at + 0.5) / 12) * 100}%`}
            y="14"
            textAnchor="middle"
          >
            {short(month)}
          </text>
        ))}
        {bars.map((bar, row) => (
          <g key={bar.level} transform={`translate(0 ${top + row * rowHeight})`}>
            <text className="month-level" x="0" y="18">
              {bar.name}
            </text>
            {bar.months.map((one, at) => (
              <Month
                key={one.month}
                month={one}
                at={at}
                names={names}
                label={`${bar.name}, ${short(one.month)}`}
              />
            ))}
          </g>
        ))}
      </svg>
    </Chart>
  );
}

type MonthProps = { month: MonthBar['months'][number]; at: number; names: Props['names']; label: string };

function Month({ month, at, names, label }: MonthProps) {
  return (
    <svg x={`${(at / 12) * 100}%`} y={barTop} width={`${100 / 12}%`} height={barHeight + 8}>
      <title>{label}</title>
      <rect className={month.runs ? 'month-cell month-runs' : 'month-cell'} width="100%" height={barHeight} />
      {month.due.map((place, index) => {
        const x = `${((index + 1) / (month.due.length + 1)) * 100}%`;
        return (
          <g key={place} className="month-due">
            <title>{names[place]}</title>
            <circle cx={x} cy={barHeight / 2} r="9" />
            <text x={x} y={barHeight / 2 + 4.5} textAnchor="middle">
              {place}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

type TableProps = { bars: Props['bars']; months: readonly string[]; names: Props['names']; title: string };

function MonthTable({ bars, months, names, title }: TableProps) {
  const text = useText();
  return (
    <table className="table month-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="stub">
            {text('milestone.level', { kind: 'none' })}
          </th>
          {months.map((month) => (
            <th key={month} scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.level}>
            <th scope="row" className="stub">
              {bar.name}
            </th>
            {bar.months.map((one) => (
              <td key={one.month}>
                {one.runs ? text('milestone.bars.runs') : null}
                {one.due.map((place) => (
                  <span key={place} className="month-place">
                    {names[place]}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
