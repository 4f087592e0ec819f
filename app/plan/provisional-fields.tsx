import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import { type BudgetRow, euroIdOf, type GridValues, valueIn } from './budget-row.ts';

type Props = {
  rows: readonly BudgetRow[];
  /** how the grid names its rows, by id */
  labels: ReadonlyMap<string, string>;
  values: GridValues;
  /** keys `<row>:<year>` of what is provisional now */
  provisional: readonly string[];
  /** ids of the rows that stand beside the totals, by their euros */
  memos: readonly string[];
};

/** The name of a tick: `provisional:<row>:<year>`. */
export const provisionalName = (key: string) => `provisional:${key}`;

/**
 * Ticks for the amounts that are still provisional, as many again as the grid has cells: shown when asked for. Euros
 * and FTE of one amount share theirs.
 */
export function ProvisionalFields({ rows, labels, values, provisional, memos }: Props) {
  const text = useText();
  const { years } = values;
  const paired = (row: BudgetRow) => row.side === 'fte' && rows.some((one) => one.id === euroIdOf(row.id));
  const shown = rows.filter((row) => !paired(row) && values.rows[row.id]?.some((value) => value !== null));
  if (shown.length === 0) return null;
  return (
    <details className="row-add" open>
      <summary>{text('budget.provisional', { count: provisional.length })}</summary>
      <p className="sub">{text('budget.provisional.hint')}</p>
      <input type="hidden" name="provisional-seen" value={JSON.stringify(provisional)} />
      <input type="hidden" name="memo-seen" value={JSON.stringify(memos)} />
      <DataTable
        caption={<span className="visually-hidden">{text('budget.provisional', { count: 0 })}</span>}
        rowHead={text('plan.measure')}
        columns={[
          ...years.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'memo', head: text('budget.memo') },
        ]}
        rows={shown.map((row) => ({
          key: row.id,
          head: labels.get(row.id) ?? row.measure,
          cells: Object.fromEntries([
            ...years.map((year) => {
              const key = `${row.id}:${year}`;
              return [
                String(year),
                typeof valueIn(values, row.id, year) === 'number' ? (
                  <input
                    key={year}
                    type="checkbox"
                    name={provisionalName(key)}
                    aria-label={text('budget.provisional.label', {
                      row: labels.get(row.id) ?? row.measure,
                      year: String(year),
                    })}
                    defaultChecked={provisional.includes(key)}
                  />
                ) : null,
              ] as const;
            }),
            [
              'memo',
              <input
                key="memo"
                type="checkbox"
                name={`memo:${euroIdOf(row.id)}`}
                aria-label={text('budget.memo.label', { row: labels.get(row.id) ?? row.measure })}
                defaultChecked={memos.includes(euroIdOf(row.id))}
              />,
            ],
          ]),
        }))}
      />
      <Button name="intent" value="provisional">
        {text('budget.provisional.save')}
      </Button>
    </details>
  );
}
