import { type Dispatch, useState } from 'react';
import { type GridAction, type GridCell, type GridUnit, keyOf } from './grid-model.ts';
import { cellText } from './grid-range.ts';
import { useLocale, useText } from './text.tsx';

/** A cell that two people changed: what the other saved, and what I sent. */
export type GridConflict = { rowId: string; year: number; theirs: GridCell; mine: GridCell };

type ChoiceProps = {
  conflict: GridConflict;
  cell: GridCell;
  unit: GridUnit;
  label: string;
  dispatch: Dispatch<GridAction>;
};

/**
 * Both amounts at the cell, and which of them stays. Neither is chosen beforehand: the form cannot be sent
 * before someone has chosen. Typing a third amount counts as mine.
 */
export function GridConflictChoice({ conflict, cell, unit, label, dispatch }: ChoiceProps) {
  const text = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<'mine' | 'theirs' | null>(null);
  const key = keyOf(conflict.rowId, conflict.year);
  const changed = cell.value !== conflict.mine.value || cell.mark !== conflict.mine.mark;
  const isTheirs = cell.value === conflict.theirs.value && cell.mark === conflict.theirs.mark;
  const current = changed && !isTheirs ? 'mine' : chosen;
  const choose = (side: 'mine' | 'theirs') => {
    setChosen(side);
    dispatch({ type: 'set', key, cell: conflict[side] });
  };
  return (
    <fieldset className="grid-choice">
      <legend className="visually-hidden">
        {text('ui.grid.choose', { row: label, year: String(conflict.year) })}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side}>
          <input
            type="radio"
            name={`resolve:${key}`}
            value={side}
            required
            checked={current === side}
            onChange={() => choose(side)}
          />
          {text(`ui.grid.${side}`, {
            value: cellText(conflict[side], unit, locale) || text('ui.grid.empty'),
          })}
        </label>
      ))}
    </fieldset>
  );
}
