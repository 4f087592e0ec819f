import type { TraceTotal } from '#app/participation/trace-total.ts';
import { type Cell, money, type Sign, type Table, text } from '#app/render/report.ts';
import type { Language } from './page-file.ts';
import type { NamedLine } from './trace-line.ts';

/** The tables of the trace page as they go out. Pure. */

/** A place of which nothing is known yet is not nothing. */
export function signedCell(cents: number, signs: readonly Sign[]): Cell {
  const [only, another] = signs;
  if (cents === 0 && another === undefined) {
    if (only === 'pm') return { kind: 'pm' };
    if (only === 'masked') return { kind: 'masked', below: 5 };
  }
  return money(cents, signs.length > 0 ? { signs: [...signs] } : {});
}

/** Lines to the cent, each with whether its way back is whole, and what it lacks. */
export function lineTable(lines: readonly NamedLine[], caption: string, { words }: Language): Table {
  const cell = (value: string): Cell => (value === '' ? { kind: 'empty' } : text(value));
  return {
    caption,
    labelHead: words('trace.what'),
    columns: [
      { key: 'unit', label: words('money.unit') },
      { key: 'stage', label: words('trace.stage') },
      { key: 'year', label: words('trace.year') },
      { key: 'eur', label: '€' },
      { key: 'class', label: words('trace.chain') },
      { key: 'why', label: words('trace.why') },
      { key: 'document', label: words('trace.document') },
    ],
    rows: lines.map((line) => ({
      kind: 'line',
      label: line.what,
      cells: [
        cell(line.unit),
        text(words(`money.stage.${line.stage}`)),
        text(String(line.year)),
        signedCell(line.cents, line.signs),
        text(words(`trace.class.${line.class}`)),
        cell(
          line.reasons
            .map((one) => `${words(`trace.reason.${one}`)} ${words(`trace.todo.${one}`)}`)
            .join(' '),
        ),
        cell(line.document),
      ],
    })),
    format: { money: 'eurCents' },
    nil: 'figure',
  };
}

/** Per stage and year, what is traceable and what is not. */
export function totalTable(totals: readonly TraceTotal[], { words }: Language): Table {
  const classes = ['traceable', 'unknown', 'untraceable'] as const;
  return {
    caption: words('trace.totals'),
    unitNote: words('sanction.unit'),
    labelHead: words('trace.stage'),
    columns: [
      { key: 'year', label: words('trace.year') },
      ...classes.map((key) => ({ key, label: words(`trace.class.${key}`) })),
      { key: 'total', label: words('trace.total') },
    ],
    rows: totals.map((one) => ({
      kind: 'line',
      label: words(`money.stage.${one.stage}`),
      cells: [text(String(one.year)), ...classes.map((key) => money(one[key])), money(one.total)],
    })),
    format: { money: 'eur' },
    nil: 'figure',
  };
}
