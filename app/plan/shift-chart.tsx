import { type ReactNode, useId } from 'react';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { Chart, Segment } from '#app/ui/chart-frame.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { ThemeShift } from './shift.ts';
import { type ShiftPart, shiftParts } from './shift-part.ts';

type Props = {
  shifts: readonly ThemeShift[];
  name: (theme: string | null) => string;
  sentences: string;
  table: ReactNode;
};

const rowHeight = 64;
const barTop = 26;
const barHeight = 24;

/** Real parts have a colour and a pattern of their own, none that a theme has; a label has none and is hatched. */
const pattern: Record<Exclude<ShiftPart, 'relabelled'>, number> = {
  transferred: 1,
  regrouped: 4,
  new: 3,
  stopped: 2,
  grown: 1,
};

/** Per theme what went left and right of zero, part by part. */
export function ShiftChart({ shifts, name, sentences, table }: Props) {
  const text = useText();
  const locale = useLocale();
  const ids = { title: useId(), description: useId(), hatch: useId() };
  const used = shiftParts.filter((part) => shifts.some((one) => one.parts[part] !== 0));
  const side = (one: ThemeShift, sign: 1 | -1) =>
    used.reduce((all, part) => all + Math.max(0, sign * one.parts[part]), 0);
  const [left, right] = [-1, 1].map((sign) =>
    Math.max(0, ...shifts.map((one) => side(one, sign as 1 | -1))),
  ) as [number, number];
  const whole = left + right || 1;
  const place = (cents: number) => `${((cents * 100) / whole).toFixed(3)}%`;
  return (
    <Chart
      title={text('shift.chart.title')}
      note={text('shift.chart.note')}
      legend={<Key parts={used} />}
      table={table}
    >
      <svg
        role="img"
        aria-labelledby={ids.title}
        aria-describedby={ids.description}
        height={shifts.length * rowHeight}
      >
        <title id={ids.title}>{text('shift.chart.title')}</title>
        <desc id={ids.description}>{text('shift.chart.description', { sentences })}</desc>
        <Hatch id={ids.hatch} />
        {shifts.map((one, row) => (
          <g key={one.theme ?? 'none'}>
            <text x="0" y={row * rowHeight + 17}>
              {name(one.theme)}
            </text>
            <text x="100%" y={row * rowHeight + 17} textAnchor="end">
              {formatAmount(one.after - one.before, 'keur', locale, true)}
            </text>
            {segmentsOf(one, used, left).map(({ part, from, cents }) => (
              <svg
                key={part}
                className={`shift-part-${part}`}
                x={place(from)}
                y={row * rowHeight + barTop}
                width={place(cents)}
                height={barHeight}
              >
                <title>{`${text(`shift.part.${part}`)}: ${formatAmount(one.parts[part], 'keur', locale, true)}`}</title>
                {part === 'relabelled' ? (
                  <rect
                    className="shift-label-edge"
                    width="100%"
                    height={barHeight}
                    fill={`url(#${ids.hatch})`}
                  />
                ) : (
                  <Segment height={barHeight} series={pattern[part]} />
                )}
              </svg>
            ))}
            <line
              className="shift-zero"
              x1={place(left)}
              x2={place(left)}
              y1={row * rowHeight + barTop - 4}
              y2={row * rowHeight + barTop + barHeight + 4}
            />
          </g>
        ))}
      </svg>
    </Chart>
  );
}

/** Where each part begins: what is less goes leftward from zero, what is more rightward. */
function segmentsOf(shift: ThemeShift, used: readonly ShiftPart[], zero: number) {
  let [down, up] = [zero, zero];
  return used.flatMap((part) => {
    const cents = Math.abs(shift.parts[part]);
    if (cents === 0) return [];
    if (shift.parts[part] < 0) {
      down -= cents;
      return [{ part, from: down, cents }];
    }
    up += cents;
    return [{ part, from: up - cents, cents }];
  });
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        className="shift-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}

function Key({ parts }: { parts: readonly ShiftPart[] }) {
  const text = useText();
  const hatch = useId();
  return (
    <ul className="chart-key">
      {parts.map((part) => (
        <li key={part}>
          <svg className={`shift-key shift-part-${part}`} width="14" height="14" aria-hidden="true">
            {part === 'relabelled' ? (
              <>
                <Hatch id={hatch} />
                <rect className="shift-label-edge" width="14" height="14" fill={`url(#${hatch})`} />
              </>
            ) : (
              <Segment height={14} series={pattern[part]} />
            )}
          </svg>
          {text(`shift.part.${part}`)}
        </li>
      ))}
    </ul>
  );
}
