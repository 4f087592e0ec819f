import { Fragment, type ReactNode } from 'react';
import { formatExact } from '#app/kernel/amount-format.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { type Cells, decimalsOf, type GridColumn, type GridRow, type GridUnit } from './grid-model.ts';
import { type ColumnTotal, columnTotal, grandTotal, linesOf, type Total } from './grid-totals.ts';
import { type AmountSign, Money } from './money.tsx';
import { useLocale, useText } from './text.tsx';

/** A live sum, with pm and uncounted cells said beside it. */
export function TotalText({ total, unit }: { total: Total; unit: GridUnit }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {formatExact(total.value, decimalsOf(unit), locale)}
      {total.provisional > 0 ? <abbr title={text('ui.amount.provisional')}>*</abbr> : null}
      {total.pm > 0 ? ` ${text('ui.grid.pm-part')}` : null}
      {total.open > 0 ? (
        <span className="grid-note">{text('ui.grid.open-part', { count: total.open })}</span>
      ) : null}
    </>
  );
}

function Remainder({ total, ...props }: { total: ColumnTotal; provisional: boolean }) {
  const text = useText();
  const locale = useLocale();
  if (total.remainder === null) return <Money value={null} unit="eur" />;
  return (
    <span className={total.remainder < 0 ? 'over' : undefined}>
      {formatExact(total.remainder, 2, locale)}
      {total.provisional > 0 || props.provisional ? (
        <abbr title={text('ui.amount.provisional')}>*</abbr>
      ) : null}
      {total.pm > 0 ? ` ${text('ui.grid.pm-part')}` : null}
      {total.remainder < 0 ? <span className="over-word">{text('ui.grid.over')}</span> : null}
    </span>
  );
}

function signsOf(columns: readonly GridColumn[]): AmountSign[] {
  return columns.some((column) => column.provisional && typeof column.limit === 'number')
    ? ['provisional']
    : [];
}

/** What the FTE cost at the rate; FTE without a rate are said, as they are in no sum. */
function Converted({ total }: { total: ColumnTotal }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {formatExact(total.converted, 2, locale)}
      {total.withoutRate === 0 ? null : (
        <span className="grid-note">
          {text('ui.grid.without-rate', { fte: formatExact(total.withoutRate, 3, locale) })}
        </span>
      )}
    </>
  );
}

/** Totals by year, what is available, and what is left: all of it live. */
export function GridFoot(props: {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cells: Cells;
  limitLabel?: string;
  rates?: readonly Rate[];
}) {
  const text = useText();
  const { rows, columns, cells, rates } = props;
  const totals = (unit: GridUnit) =>
    columns.map((column) => columnTotal(cells, rows, { column, unit, rates }));
  const limited = columns.some((column) => typeof column.limit === 'number');
  const limits = columns.map((column) => column.limit ?? null);
  const euros = totals('eur');
  const all = grandTotal(euros);
  const sums = [
    { unit: 'eur' as const, each: euros },
    { unit: 'fte' as const, each: totals('fte') },
  ].filter(({ unit }) => linesOf(rows, unit).length > 0);
  const line = (
    { className, head }: { className: string; head: string },
    each: readonly ReactNode[],
    sum: ReactNode,
  ) => (
    <tr className={className}>
      <th scope="row" className="stub">
        {head}
      </th>
      {columns.map((column, index) => (
        <td key={column.year} className="number">
          {each[index]}
        </td>
      ))}
      <td className="number">{sum}</td>
    </tr>
  );
  return (
    <tfoot>
      {sums.map(({ unit, each }) => (
        <Fragment key={unit}>
          {line(
            { className: 'row-total', head: text(unit === 'eur' ? 'ui.grid.total' : 'ui.grid.total-fte') },
            each.map((total, index) => <TotalText key={columns[index]?.year} total={total} unit={unit} />),
            <TotalText total={grandTotal(each)} unit={unit} />,
          )}
        </Fragment>
      ))}
      {all.converted !== 0 || all.withoutRate !== 0
        ? line(
            { className: 'row-plain', head: text('ui.grid.converted') },
            euros.map((total, index) => <Converted key={columns[index]?.year} total={total} />),
            <Converted total={all} />,
          )
        : null}
      {limited ? (
        <>
          {line(
            { className: 'row-plain', head: props.limitLabel ?? text('ui.grid.limit') },
            columns.map((column) => (
              <Money key={column.year} value={column.limit ?? null} unit="eur" signs={signsOf([column])} />
            )),
            <Money
              value={limits.every((limit) => limit !== null) ? limits.reduce((a, b) => a + b, 0) : null}
              unit="eur"
              signs={signsOf(columns)}
            />,
          )}
          {line(
            { className: 'row-result', head: text('ui.grid.remainder') },
            euros.map((total, index) => (
              <Remainder
                key={columns[index]?.year}
                total={total}
                provisional={columns[index]?.provisional === true}
              />
            )),
            <Remainder total={all} provisional={columns.some((column) => column.provisional)} />,
          )}
        </>
      ) : null}
    </tfoot>
  );
}
