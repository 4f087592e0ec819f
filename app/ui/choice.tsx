import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { ConflictChoice } from './conflict.tsx';
import { describedBy, FieldNotes, type FieldWords, type Option } from './form.tsx';
import { useText } from './text.tsx';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'>;

/** One yes or no. */
export function Checkbox(props: FieldWords & Input) {
  const made = useId();
  const text = useText();
  const { label, hint, error, optional: _optional, conflict, id = made, ...control } = props;
  const put = (value: string) => {
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) box.checked = value !== '';
  };
  const words = { label, hint, error };
  return (
    <div className={error ? 'field choice field-wrong' : 'field choice'}>
      <input
        {...control}
        id={id}
        type="checkbox"
        aria-describedby={describedBy(id, words)}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>{label}</label>
      <FieldNotes {...words} id={id} />
      {conflict ? (
        <ConflictChoice
          {...conflict}
          label={label}
          words={() => text('ui.form.ticked')}
          onChoose={(side) => put(side === 'mine' ? (conflict.mine ?? '') : conflict.theirs)}
        />
      ) : null}
    </div>
  );
}

type RadiosProps = FieldWords & {
  id?: string;
  name: string;
  defaultValue?: string;
  options: readonly (Option & { hint?: ReactNode })[];
};

/** One choice out of a few, all in sight. */
export function Radios(props: RadiosProps) {
  const made = useId();
  const id = props.id ?? made;
  return (
    <fieldset
      id={id}
      className={props.error ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(id, props)}
    >
      <legend className="field-label">{props.label}</legend>
      <FieldNotes {...props} id={id} />
      {props.options.map((option) => (
        <div key={option.value} className="choice">
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={props.name}
            value={option.value}
            defaultChecked={option.value === props.defaultValue}
            required={!props.optional}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.hint ? (
            <p id={`${id}-${option.value}-hint`} className="field-hint">
              {option.hint}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
