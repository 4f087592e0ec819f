import type { ReactNode } from 'react';
import { useText } from './text.tsx';

/** What somebody else saved for a field meanwhile; `mine` is absent where this person had not changed it. */
export type FieldConflict = {
  name: string;
  theirs: string;
  mine?: string;
  /** how a value reads, when it is a code */
  words?: (value: string) => ReactNode;
};

type Props = FieldConflict & {
  label: ReactNode;
  /** Puts the chosen side into the control, where script runs. */
  onChoose?: (side: 'mine' | 'theirs') => void;
};

/**
 * What the other saved beside what was typed, and which of them stays. Neither is chosen beforehand: the form
 * cannot be sent before someone has chosen. Without script the server takes the chosen side.
 */
export function ConflictChoice({ name, label, mine, theirs, words, onChoose }: Props) {
  const text = useText();
  const shown = (value: string) => (value === '' ? text('ui.grid.empty') : (words?.(value) ?? value));
  if (mine === undefined) return <p className="conflict-took">{text('ui.conflict.took')}</p>;
  return (
    <fieldset className="conflict">
      <legend>{text('ui.conflict.which', { label: typeof label === 'string' ? label : '' })}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className="choice">
          <input
            type="radio"
            name={`resolve:${name}`}
            value={side}
            required
            onChange={() => onChoose?.(side)}
          />
          <span>
            <b>{text(`ui.conflict.${side}`)}</b> <span>{shown(side === 'mine' ? mine : theirs)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
