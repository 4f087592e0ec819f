import { nameOf } from '#app/kernel/name.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import { type CellKey, type GridCell, type GridRow, keyOf } from '#app/ui/grid-model.ts';
import { useLocale } from '#app/ui/text.tsx';
import type { CellValue } from './budget.ts';
import type { BudgetDraft } from './budget-draft.server.ts';
import { type BudgetRow, euroIdOf, type GridValues } from './budget-row.ts';

/** A value as the grid holds it. */
export function cellOf(value: CellValue): GridCell {
  return value === 'pm' ? { value: null, mark: 'pm' } : { value };
}

function starred(cell: GridCell): GridCell {
  return cell.value === null ? cell : { ...cell, mark: 'provisional' };
}

/** What came back with a form that was not saved whole. */
type Returned = {
  mine: readonly { key: string; value: CellValue; provisional?: boolean }[];
  conflicts: readonly { id: string; year: number; value: CellValue }[];
  typed: readonly { key: string; error: FieldError; raw: string }[];
};

/** The cells of the grid: what is stored, and over it what this person typed and has not saved. */
export function gridCells(
  { years, rows }: GridValues,
  { provisional, returned }: { provisional: readonly string[]; returned: Returned | undefined },
): Record<CellKey, GridCell> {
  const cells: Record<string, GridCell> = {};
  for (const [id, values] of Object.entries(rows)) {
    for (const [i, value] of values.entries()) {
      if (value !== null) cells[keyOf(id, years[i]!)] = cellOf(value);
    }
  }
  for (const key of provisional) if (cells[key]?.value != null) cells[key] = starred(cells[key]);
  for (const one of returned?.mine ?? []) {
    cells[one.key] = one.provisional ? starred(cellOf(one.value)) : cellOf(one.value);
  }
  for (const one of returned?.conflicts ?? []) cells[`${one.id}:${one.year}`] = cellOf(one.value);
  for (const one of returned?.typed ?? []) {
    const mark = one.error.code === 'grid.ambiguous' ? 'ambiguous' : 'invalid';
    cells[one.key] = { value: null, mark, raw: one.raw };
  }
  return cells;
}

type Shown = Pick<BudgetDraft, 'head' | 'themes' | 'measures' | 'units' | 'others'> & {
  rows: readonly BudgetRow[];
  /** ids of the rows beside the totals */
  memos: readonly string[];
};

/** The rows of the grid under their themes, each named as the reader knows it. */
export function useGridRows({ head, themes, measures, units, others, rows, memos }: Shown): GridRow[] {
  const locale = useLocale();
  const label = (row: BudgetRow) =>
    [
      row.component,
      row.costKind.toLowerCase() === row.component.toLowerCase() ? '' : row.costKind,
      row.unit === head.unit.code
        ? ''
        : nameOf(
            [...units, ...others].find((one) => one.code === row.unit) ?? {
              nameNl: row.unit,
              nameEn: row.unit,
            },
            locale,
          ),
    ]
      .filter(Boolean)
      .join(' · ');
  const rowsOf = Map.groupBy(rows, (row) => row.measure);
  const beside = new Set(memos);
  return themes.flatMap((theme) => {
    const own = measures.filter((one) => one.theme === theme.code);
    const lines = own.flatMap((measure) =>
      (rowsOf.get(measure.code) ?? []).map((row) => ({
        id: row.id,
        label: [measure.name, label(row)].filter(Boolean).join(': '),
        unit: row.side,
        euroRow: row.side === 'fte' ? euroIdOf(row.id) : undefined,
        memo: beside.has(euroIdOf(row.id)),
      })),
    );
    return lines.length === 0
      ? []
      : [
          {
            id: `theme ${theme.code}`,
            label: nameOf(theme, locale),
            kind: 'group' as const,
            series: theme.series,
          },
          ...lines,
        ];
  });
}
