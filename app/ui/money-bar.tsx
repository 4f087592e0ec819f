import { type ReactNode, useId } from 'react';
import type { AmountUnit } from '#app/kernel/amount-format.ts';
import { divideHalfAway } from '#app/kernel/money.ts';
import { Chart, Segment } from './chart-frame.tsx';
import { type AmountSign, Money } from './money.tsx';
import { seriesClass } from './series.tsx';
import { useText } from './text.tsx';

/** Position along a bar in percent with two decimals: exact enough for a screen, the same on every machine. */
function percent(part: number, whole: number): string {
  if (whole <= 0) return '0%';
  return `${Number(divideHalfAway(BigInt(Math.max(part, 0)) * 10_000n, BigInt(whole))) / 100}%`;
}

export type MoneyBarRow = {
  key: 'granted' | 'allocated' | 'budgeted' | 'realised' | 'left';
  label: string;
  /** Whole cents; null when not known. */
  value: number | null;
  /** What the sum holds besides numbers. */
  signs?: readonly AmountSign[];
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
            <Money value={row.value} unit={props.unit} signs={row.signs} href={row.href} label={row.label} />
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
              <Money value={row.value} unit={unit} signs={row.signs} />
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
