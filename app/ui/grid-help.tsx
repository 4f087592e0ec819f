import type { Dispatch } from 'react';
import { Button } from './button.tsx';
import { FieldLink } from './field-link.tsx';
import { type CellKey, decimalsOf, type GridAction, type GridState, keyOf } from './grid-model.ts';
import { askedCells } from './grid-totals.ts';
import { Notice } from './notice.tsx';
import { useLocale, useText } from './text.tsx';

type Live = { state: GridState; dispatch: Dispatch<GridAction> };

/** Asks, once for all cells concerned, what a number means that reads two ways. Never guessed. */
export function GridQuestion({ state, dispatch }: Live) {
  const text = useText();
  const locale = useLocale();
  const keys = askedCells(state.cells, state.rows, state.columns);
  const raw = keys[0] === undefined ? undefined : state.cells[keys[0]]?.raw;
  if (raw === undefined) return null;
  const mark = raw.includes('.') ? '.' : ',';
  const digits = raw.replace(/[^\d.,\u2212-]/g, '');
  const answer = (grouping: '.' | ',') => {
    dispatch({ type: 'answer', keys, grouping });
    // The button that was pressed disappears: back to the cell that was asked about.
    document.getElementById(`cell:${keys[0]}`)?.focus();
  };
  const show = (sign: string) => digits.replace(mark, sign);
  const title = keys.length === 1 ? 'ui.grid.ask' : 'ui.grid.ask-many';
  return (
    <Notice tone="warn" title={text(title, { raw, count: keys.length - 1 })}>
      <div className="row">
        <Button type="button" small onClick={() => answer(mark)}>
          {text('ui.grid.ask-thousands', { value: show(locale === 'nl' ? '.' : ',') })}
        </Button>
        <Button type="button" small onClick={() => answer(mark === '.' ? ',' : '.')}>
          {text('ui.grid.ask-decimal', { value: show(locale === 'nl' ? ',' : '.') })}
        </Button>
      </div>
    </Notice>
  );
}

/** Every cell that could not be read, with its text and what to do; each links to its cell. */
export function GridProblems({ state }: { state: GridState }) {
  const text = useText();
  const found: { key: CellKey; row: string; year: number; raw: string; decimals: number }[] = [];
  for (const row of state.rows) {
    for (const { year } of state.columns) {
      const key = keyOf(row.id, year);
      const cell = state.cells[key];
      if (cell?.mark === 'invalid')
        found.push({ key, row: row.label, year, raw: cell.raw ?? '', decimals: decimalsOf(row.unit) });
    }
  }
  if (found.length === 0) return null;
  return (
    <Notice tone="error" title={text('ui.grid.problems', { count: found.length })}>
      <ul className="error-list">
        {found.map(({ key, row, year, raw, decimals }) => (
          <li key={key}>
            <FieldLink id={`cell:${key}`}>
              {text('ui.grid.invalid', { row, year: String(year), raw, decimals })}
            </FieldLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Undo, redo and the keys, once the script runs. */
export function GridTools({ state, dispatch }: Live) {
  const text = useText();
  return (
    <div className="grid-tools">
      <Button
        type="button"
        small
        disabled={state.past.length === 0}
        onClick={() => dispatch({ type: 'undo' })}
      >
        {text('ui.grid.undo')}
      </Button>
      <Button
        type="button"
        small
        disabled={state.future.length === 0}
        onClick={() => dispatch({ type: 'redo' })}
      >
        {text('ui.grid.redo')}
      </Button>
      <details>
        <summary>{text('ui.grid.help')}</summary>
        <p>{text('ui.grid.help-text')}</p>
      </details>
    </div>
  );
}

/** What the last step did, in words. */
export function useSaid({ said }: GridState): string {
  const text = useText();
  if (said === null) return '';
  const { what, ...params } = said;
  return text(`ui.grid.said-${what}`, params);
}
