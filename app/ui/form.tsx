import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { ConflictChoice, type FieldConflict } from './conflict.tsx';
import { useText } from './text.tsx';

export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, in words. */
  error?: string | null;
  /** Most fields are asked for; only the others say `optional`. */
  optional?: boolean;
  /** What somebody else saved here meanwhile. */
  conflict?: FieldConflict | null;
};
type Wired = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** The ids of the hint and the error that are there, for aria-describedby. */
export function describedBy(id: string, words: FieldWords): string | undefined {
  const ids = [words.hint ? `${id}-hint` : '', words.error ? `${id}-error` : ''].filter(Boolean);
  return ids.join(' ') || undefined;
}

/** The hint and the error of a control, with the ids that describedBy names. */
export function FieldNotes(props: FieldWords & { id: string }) {
  return (
    <>
      {props.hint ? (
        <p id={`${props.id}-hint`} className="field-hint">
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p id={`${props.id}-error`} className="field-error">
          {props.error}
        </p>
      ) : null}
    </>
  );
}

/** A label, its hint and its error around one control, wired so that a screen reader says all three. */
export function Field(props: FieldWords & { id?: string; children: (wired: Wired) => ReactNode }) {
  const text = useText();
  const made = useId();
  const id = props.id ?? made;
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className="field-label">
        {props.label}
        {props.optional ? <span className="field-optional"> {text('ui.form.optional')}</span> : null}
      </label>
      <FieldNotes {...props} id={id} />
      {props.children({
        id,
        'aria-describedby': describedBy(id, props),
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.conflict ? <FieldChoice {...props.conflict} id={id} label={props.label} /> : null}
    </div>
  );
}

// With script the chosen text goes into the control, so that what is seen is what is sent.
function FieldChoice(props: FieldConflict & { id: string; label: ReactNode }) {
  const { mine, theirs } = props;
  const put = (value: string) => {
    const control = document.getElementById(props.id);
    if (control instanceof HTMLSelectElement && control.multiple) {
      for (const option of control.options) option.selected = value.split(',').includes(option.value);
    } else if (control && 'value' in control) control.value = value;
  };
  return <ConflictChoice {...props} onChoose={(side) => put(side === 'mine' ? (mine ?? '') : theirs)} />;
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'>;

function parts<T extends FieldWords & { id?: string }>(props: T) {
  const { label, hint, error, optional, conflict, id, ...control } = props;
  return {
    wrap: { label, hint, error, optional, conflict, id },
    control: { required: !optional, ...control },
  };
}

/** One line of text. `width` follows what is expected in it. */
export function TextField(
  props: FieldWords &
    Input & { type?: 'text' | 'email' | 'password' | 'search' | 'url'; width?: 'short' | 'wide' },
) {
  const { type = 'text', width, ...rest } = props;
  const { wrap, control } = parts(rest);
  return (
    <Field {...wrap}>
      {(wired) => <input {...control} {...wired} type={type} className={`input ${width ?? ''}`} />}
    </Field>
  );
}

/** Text of several lines, set in serif: it is something said. */
export function TextArea(props: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>) {
  const { wrap, control } = parts(props);
  return (
    <Field {...wrap}>{(wired) => <textarea rows={5} {...control} {...wired} className="input said" />}</Field>
  );
}

/** A native date: the value is `YYYY-MM-DD`, the reader's own notation is shown. */
export function DateField(props: FieldWords & Input) {
  const { wrap, control } = parts(props);
  return (
    <Field {...wrap}>
      {(wired) => <input {...control} {...wired} type="date" className="input short" />}
    </Field>
  );
}

/** An amount as people type it; the server reads it with the kernel's readAmount. */
export function AmountField(props: FieldWords & Input & { unit: 'eur' | 'fte' | 'percent' }) {
  const text = useText();
  const { unit, ...rest } = props;
  const { wrap, control } = parts(rest);
  return (
    <Field {...wrap}>
      {(wired) => (
        <span className="amount-input">
          <input
            {...control}
            {...wired}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className="input number"
          />
          <span aria-hidden="true">{text(`ui.unit.${unit}`)}</span>
        </span>
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; group?: string };

/** A native choice from a list; options with the same group stand under it. */
export function Select(
  props: FieldWords &
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> & {
      options: readonly Option[];
      none?: string;
    },
) {
  const { options, none, ...rest } = props;
  const { wrap, control } = parts(rest);
  const words = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <Field {...wrap} conflict={wrap.conflict && { ...wrap.conflict, words }}>
      {(wired) => (
        <select
          {...control}
          {...wired}
          // an option without a value ("all", "myself") is a choice too: the browser must not refuse it
          required={control.required && !options.some((option) => option.value === '')}
          className="input"
        >
          {none === undefined ? null : <option value="">{none}</option>}
          <Options options={options} />
        </select>
      )}
    </Field>
  );
}

/** The options of a native select, grouped in the order given. */
export function Options({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const list = options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
    return group === undefined ? (
      list
    ) : (
      <optgroup key={group} label={group}>
        {list}
      </optgroup>
    );
  });
}

/** A file to send. The form around it needs encType multipart/form-data. */
export function FileField(props: FieldWords & Input) {
  const { wrap, control } = parts(props);
  return (
    <Field {...wrap}>{(wired) => <input {...control} {...wired} type="file" className="input file" />}</Field>
  );
}

/** The buttons that end a form: the main one first. */
export function FormActions(props: { children: ReactNode }) {
  return <div className="form-actions">{props.children}</div>;
}
