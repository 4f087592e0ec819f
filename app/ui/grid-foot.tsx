import { formatExact } from '#app/kernel/amount-format.ts';
import { type Cells, decimalsOf, type GridColumn, type GridRow, type GridUnit } from './grid-model.ts';
import { type ColumnTotal, columnTotal, grandTotal, linesOf, type Total } from './grid-totals.ts';
import { Money } from './money.tsx';
import { useLocale, useText } from './text.tsx';

/** A live sum, with pm and uncounted cells said beside it. */
export function TotalText({ total, unit }: { total: Total; unit: GridUnit }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {formatExact(total.value, decimalsOf(unit), locale)}
      {total.pm > 0 ? ` ${text('ui.grid.pm-part')}` : null}
      {total.open > 0 ? (
        <span className="grid-note">{text('ui.grid.open-part', { count: total.open })}</span>
      ) : null}
    </>
  );
}

function Remainder({ total }: { total: ColumnTotal }) {
  const text = useText();
  const locale = useLocale();
  if (total.remainder === null) return <Money value={null} unit="eur" />;
  return (
    <span className={total.remainder < 0 ? 'over' : undefined}>
      {formatExact(total.remainder, 2, locale)}
      {total.remainder < 0 ? <span className="over-word">{text('ui.grid.over')}</span> : null}
    </span>
  );
}

/** Totals by year, what is available, and what is left: all of it live. */
export function GridFoot(props: {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  cells: Cells;
  limitLabel?: string;
}) {
  const text = useText();
  const { rows, columns, cells } = props;
  const units = (['eur', 'fte'] as const).filter((unit) => linesOf(rows, unit).length > 0);
  const limited = columns.some((column) => typeof column.limit === 'number') && units.includes('eur');
  const limits = columns.map((column) => column.limit ?? null);
  const limitSum = limits.every((limit) => limit !== null)
    ? limits.reduce((sum, limit) => sum + limit, 0)
    : null;
  return (
    <tfoot>
      {units.map((unit) => (
        <tr key={unit} className="row-total">
          <th scope="row" className="stub">
            {text(unit === 'eur' ? 'ui.grid.total' : 'ui.grid.total-fte')}
          </th>
          {columns.map((column) => (
            <td key={column.year} className="number">
              <TotalText total={columnTotal(cells, rows, { column, unit })} unit={unit} />
            </td>
          ))}
          <td className="number">
            <TotalText total={grandTotal(cells, rows, { columns, unit })} unit={unit} />
          </td>
        </tr>
      ))}
      {limited ? (
        <>
          <tr className="row-plain">
            <th scope="row" className="stub">
              {props.limitLabel ?? text('ui.grid.limit')}
            </th>
            {columns.map((column) => (
              <td key={column.year} className="number">
                <Money value={column.limit ?? null} unit="eur" />
              </td>
            ))}
            <td className="number">
              <Money value={limitSum} unit="eur" />
            </td>
          </tr>
          <tr className="row-result">
            <th scope="row" className="stub">
              {text('ui.grid.remainder')}
            </th>
            {columns.map((column) => (
              <td key={column.year} className="number">
                <Remainder total={columnTotal(cells, rows, { column, unit: 'eur' })} />
              </td>
            ))}
            <td className="number">
              <Remainder total={grandTotal(cells, rows, { columns, unit: 'eur' })} />
            </td>
          </tr>
        </>
      ) : null}
    </tfoot>
  );
}
