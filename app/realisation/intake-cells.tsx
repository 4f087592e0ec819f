import { Link } from '#app/ui/link.tsx';
import { Money } from '#app/ui/money.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import { type GridView, unitOf } from './intake-grid.ts';
import { usePeriod } from './intake-head.tsx';
import type { CellChange } from './intake-settle.ts';

/** Measure by period what is booked and what it becomes; a cell that changes says what it was. */
export function IntakeCells({ grid, here }: { grid: GridView; here: string }) {
  const text = useText();
  const period = usePeriod();
  const sums = (key: string) =>
    grid.rows.reduce(
      (sum, { cells }) => ({
        was: (sum.was ?? 0) + (cells[key]?.was ?? 0),
        becomes: sum.becomes + (cells[key]?.becomes ?? 0),
      }),
      { was: 0, becomes: 0 } as Pick<CellChange, 'was' | 'becomes'>,
    );
  const unit = unitOf(grid);
  return (
    <DataTable
      caption={text('intake.preview.caption')}
      note={text('intake.preview.note')}
      rowHead={text('realisation.form.measure')}
      columns={[
        ...grid.periods.map((key) => ({ key, head: period(key) })),
        { key: 'year', head: text('intake.preview.year') },
        { key: 'rules', head: text('intake.preview.why'), kind: 'text' as const },
      ]}
      rows={[
        ...grid.rows.map((row) => ({
          key: row.key,
          ...(row.series !== null && { series: row.series }),
          head: (
            <span className="realisation-name">
              {row.name}
              {row.parts.length > 0 ? <small>{row.parts.join(' · ')}</small> : null}
            </span>
          ),
          cells: {
            ...Object.fromEntries(
              grid.periods.map((key) => {
                const cell = row.cells[key];
                return [
                  key,
                  cell ? <Cell key={key} unit={unit} was={cell.was} becomes={cell.becomes} /> : null,
                ];
              }),
            ),
            year: <Cell unit={unit} was={row.was} becomes={row.becomes} />,
            rules:
              row.rules.length > 0 ? (
                <Link href={`${here}/rules`}>
                  {text('intake.preview.rules', { rules: row.rules.join(', ') })}
                </Link>
              ) : null,
          },
        })),
        {
          key: 'total',
          kind: 'total' as const,
          head: text('realisation.form.total'),
          cells: {
            ...Object.fromEntries(
              grid.periods.map((key) => [key, <Cell key={key} unit={unit} {...sums(key)} />]),
            ),
            year: <Cell unit={unit} {...grid.total} />,
          },
        },
      ]}
    />
  );
}

function Cell({ unit, was, becomes }: Pick<CellChange, 'was' | 'becomes'> & { unit: 'eur' | 'eur2' }) {
  const text = useText();
  const changed = (was ?? 0) !== becomes;
  return (
    <span className={changed ? 'intake-cell intake-changed' : 'intake-cell'}>
      <Money value={becomes} unit={unit} />
      {changed ? (
        <small>
          {was === null ? (
            text('realisation.change.new')
          ) : (
            <>
              {text('intake.preview.was')} <Money value={was} unit={unit} />,{' '}
              <Money value={becomes - was} unit={unit} sign />
            </>
          )}
        </small>
      ) : null}
    </span>
  );
}
