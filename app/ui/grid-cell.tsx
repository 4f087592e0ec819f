import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useState,
} from 'react';
import { groupingOf } from '#app/kernel/amount-format.ts';
import type { GridAction, GridCell, GridUnit, Place } from './grid-model.ts';
import type { OtherSide } from './grid-other.tsx';
import { parseBlock } from './grid-paste.ts';
import { cellText } from './grid-range.ts';
import { useLocale, useText } from './text.tsx';

export type GridCellProps = {
  place: Place;
  /** `<rowId>:<year>`, the tail of every field name of this cell. */
  tail: string;
  /** What the cell is, for those who hear the page. */
  label: string;
  unit: GridUnit;
  cell: GridCell;
  /** The one cell that Tab reaches. */
  active: boolean;
  /** The script runs: keys are ours. Before that, plain inputs. */
  live: boolean;
  error?: string;
  /** What the amount is on its other side, where that stands in the cell. */
  other: OtherSide | null;
  /** The cell lies in a selected block. */
  selected: boolean;
  /** The selected block for the clipboard; says whether its notation may travel with it. */
  copy: () => { text: string; cells: number; sure: boolean };
  dispatch: Dispatch<GridAction>;
};

// Beside the text on the clipboard: the thousands mark of a copy, so that it pastes back as it was.
const notationType = 'application/x-akkoord-thousands';

/** One input of the budget grid. Typing is kept apart (`draft`) until Enter, Tab, an arrow or leaving commits it. */
export const GridInput = memo(function GridInput(props: GridCellProps) {
  const { place, tail, cell, unit, live, dispatch } = props;
  const text = useText();
  const locale = useLocale();
  const [draft, setDraft] = useState<string | null>(null);
  const [caret, setCaret] = useState(false);
  const editing = draft !== null || caret;
  const shown = draft ?? cellText(cell, unit, locale);

  const stop = () => {
    setDraft(null);
    setCaret(false);
  };
  const commit = () => {
    if (draft !== null) dispatch({ type: 'edit', at: place, text: draft });
    stop();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = stepFor(event, { editing, caret, selected: props.selected });
    if (step === null) return;
    if (step !== 'leave') event.preventDefault();
    if (step === 'restore') {
      stop();
      dispatch({ type: 'move', rows: 0, columns: 0 });
      const input = event.currentTarget;
      requestAnimationFrame(() => input.select());
      return;
    }
    if (step === 'caret') {
      setCaret(true);
      event.currentTarget.setSelectionRange(shown.length, shown.length);
      return;
    }
    commit();
    if (step !== 'leave') dispatch(step);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const mark = event.clipboardData.getData(notationType);
    const notation = mark === '.' || mark === ',' ? mark : undefined;
    const block = parseBlock(pasted);
    const single = block.length === 1 && block[0]?.length === 1;
    if (editing && single) return;
    event.preventDefault();
    stop();
    if (single && !notation && !props.selected) dispatch({ type: 'edit', at: place, text: pasted });
    else dispatch({ type: 'paste', at: place, block, notation });
  };
  const onCopy = (event: ClipboardEvent<HTMLInputElement>) => {
    if (editing) return;
    event.preventDefault();
    const copied = props.copy();
    event.clipboardData.setData('text/plain', copied.text);
    if (copied.sure) event.clipboardData.setData(notationType, groupingOf(locale));
    dispatch(event.type === 'cut' ? { type: 'clear' } : { type: 'copied', cells: copied.cells });
  };
  // As in a spreadsheet a click selects the cell, a second one puts the caret in it, and dragging selects a block.
  const onMouseDown = (event: MouseEvent<HTMLInputElement>) => {
    if (!live || editing || event.button !== 0) return;
    const input = event.currentTarget;
    if (event.detail > 1) {
      setCaret(true);
      return;
    }
    event.preventDefault();
    if (event.shiftKey) dispatch({ type: 'reach', to: place });
    else {
      dispatch({ type: 'focus', at: place });
      dispatch({ type: 'move', rows: 0, columns: 0 });
      input.focus();
      input.select();
    }
  };
  const onMouseEnter = (event: MouseEvent<HTMLInputElement>) => {
    if (event.buttons !== 1 || editing) return;
    const own = event.currentTarget.closest('table');
    if (document.activeElement?.closest('table') === own) dispatch({ type: 'reach', to: place });
  };

  const wrong = cell.mark === 'invalid' || cell.mark === 'ambiguous';
  const note = props.error ?? (wrong ? text(`ui.grid.${cell.mark}-short`) : '');
  const noteId = `note-${tail}`;
  const otherId = `other-${tail}`;
  return (
    <>
      <input
        name={`cell:${tail}`}
        id={note ? `cell:${tail}` : undefined}
        aria-label={props.label}
        aria-invalid={note ? true : undefined}
        aria-describedby={
          [note && noteId, props.other?.short && otherId].filter(Boolean).join(' ') || undefined
        }
        title={props.other?.full}
        // what only helps whoever types is added by script: sent with each cell it is a tenth of the page
        inputMode={live ? 'decimal' : undefined}
        tabIndex={live ? (props.active ? 0 : -1) : undefined}
        value={shown}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => {
          dispatch({ type: 'focus', at: place });
          event.target.select();
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
        onMouseDown={onMouseDown}
        onMouseEnter={onMouseEnter}
      />
      {cell.mark === 'ambiguous' ? <input type="hidden" name={`ask:${tail}`} value="1" /> : null}
      {note ? (
        <span id={noteId} className="grid-note">
          {note}
        </span>
      ) : null}
      {props.other?.short ? (
        <span id={otherId} className="grid-other">
          {props.other.short}
        </span>
      ) : null}
    </>
  );
});

type Step = GridAction | 'restore' | 'caret' | 'leave';

/**
 * What a key does, or null when the browser's own behaviour is right (typing). As in a spreadsheet, an arrow
 * commits what was typed and moves on; after F2 (`caret`) arrows move within the text.
 */
function stepFor(
  event: KeyboardEvent,
  { editing, caret, selected }: { editing: boolean; caret: boolean; selected: boolean },
): Step | null {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (control) return controlStep(key, event.shiftKey, editing);
  if (event.altKey) return null;
  if (selected && !editing && (key === 'Delete' || key === 'Backspace')) return { type: 'clear' };
  const stretch = event.shiftKey && key.startsWith('Arrow');
  const by = (rows: number, columns: number): GridAction =>
    stretch ? { type: 'reach', to: { rows, columns } } : { type: 'move', rows, columns };
  switch (key) {
    case 'ArrowUp':
      return by(-1, 0);
    case 'ArrowDown':
      return by(1, 0);
    case 'Enter':
      return by(event.shiftKey ? -1 : 1, 0);
    case 'Tab':
      return editing ? by(0, event.shiftKey ? -1 : 1) : 'leave';
    case 'Escape':
      return 'restore';
    case 'F2':
      return 'caret';
    case 'ArrowLeft':
      return caret ? null : by(0, -1);
    case 'ArrowRight':
      return caret ? null : by(0, 1);
    case 'Home':
      return editing ? null : { type: 'edge', to: 'row-start' };
    case 'End':
      return editing ? null : { type: 'edge', to: 'row-end' };
    default:
      return null;
  }
}

function controlStep(key: string, shift: boolean, editing: boolean): Step | null {
  if (key === 'Home') return { type: 'edge', to: 'start' };
  if (key === 'End') return { type: 'edge', to: 'end' };
  if (editing) return null;
  if (key === 'z') return { type: shift ? 'redo' : 'undo' };
  if (key === 'y') return { type: 'redo' };
  return null;
}
