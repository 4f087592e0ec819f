import type { ReactNode } from 'react';
import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { Options } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Names, Vocabulary } from './names.tsx';
import { fieldText, type RuleFields, readReceiver } from './rule-form.ts';

/** One rule in the form: its place, its fields as typed, and what the fields may name. */
export type RuleEdit = {
  place: number;
  rule: RuleFields;
  years: readonly number[];
  vocabulary: Vocabulary;
  names: Names;
  /** receivers as field values: the units most rules name, themes besides, and all other units */
  unitReceivers: readonly string[];
  receivers: readonly string[];
  moreUnits: readonly string[];
  errors: readonly FieldError[];
  words: ErrorWords;
};

export type Field = { edit: RuleEdit; name: string; label: string };

/** The name and id of a field of a rule. */
export const pathOf = ({ place }: RuleEdit, name: string) => `rules.${place}.${name}`;

/** What is wrong at a field or within the list that it heads. */
function errorAt({ errors, words, place }: RuleEdit, name: string): string | null {
  const path = `rules.${place}.${name}`;
  const found = errors.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
  return found.length === 0 ? null : found.map(words).join(' ');
}

/** What wires a control to its field and to what is wrong there. */
export function wired(edit: RuleEdit, name: string) {
  const path = pathOf(edit, name);
  const error = errorAt(edit, name);
  return {
    error,
    input: {
      id: path,
      name: path,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': error ? `${path}-error` : undefined,
    },
    note: error ? (
      <span id={`${path}-error`} className="grid-note">
        {error}
      </span>
    ) : null,
  };
}

/** A short text or number under its label. */
export function Value({
  edit,
  name,
  label,
  number,
  wide,
}: Omit<Field, 'label'> & { label: ReactNode; number?: boolean; wide?: boolean }) {
  const { input, note } = wired(edit, name);
  return (
    <span className={wide ? 'rule-field rule-wide' : 'rule-field'}>
      <label htmlFor={input.id}>{label}</label>
      <input
        {...input}
        type="text"
        autoComplete="off"
        inputMode={number ? 'decimal' : undefined}
        className={number ? 'input input-amount' : 'input'}
        defaultValue={fieldText(edit.rule.fields, name)}
      />
      {note}
    </span>
  );
}

/** A choice out of a few fixed ones; their words stand under `prefix`. */
export function One({
  edit,
  name,
  label,
  options,
  prefix,
}: Field & { options: readonly string[]; prefix: string }) {
  const text = useText();
  const { input, note } = wired(edit, name);
  return (
    <span className="rule-field">
      <label htmlFor={input.id}>{label}</label>
      <select {...input} className="input" defaultValue={fieldText(edit.rule.fields, name) || options[0]}>
        <Options options={options.map((value) => ({ value, label: text(`${prefix}.${value}`) }))} />
      </select>
      {note}
    </span>
  );
}

type ManyProps = Field & {
  options: readonly string[];
  /** further ones, folded away unless chosen */
  more?: readonly string[];
  print?: (value: string) => string;
};

/** Several out of a list, as checkboxes; what a rule names beyond the list is kept. */
export function Many({ edit, name, label, options, more = [], print }: ManyProps) {
  const text = useText();
  const path = pathOf(edit, name);
  const error = errorAt(edit, name);
  const chosen = edit.rule.fields[name] ?? [];
  const first = [...new Set([...options, ...chosen])].filter((value) => value !== '');
  const rest = more.filter((value) => !first.includes(value));
  const say = print ?? ((value: string) => edit.names.receiver(readReceiver(value)));
  const box = (value: string) => (
    <label key={value}>
      <input type="checkbox" name={path} value={value} defaultChecked={chosen.includes(value)} />
      {say(value)}
    </label>
  );
  return (
    <fieldset className="rule-many" id={path} aria-describedby={error ? `${path}-error` : undefined}>
      <legend>{label}</legend>
      {first.map(box)}
      {rest.length > 0 ? (
        <details>
          <summary>{text('allocation.form.more-units', { count: rest.length })}</summary>
          {rest.map(box)}
        </details>
      ) : null}
      {error ? (
        <span id={`${path}-error`} className="grid-note">
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}

/** A receiver: a unit, a theme, or a theme within a unit. */
export function Place({
  edit,
  name,
  none,
  bare,
}: {
  edit: RuleEdit;
  name: string;
  none?: string;
  bare?: boolean;
}) {
  const text = useText();
  const error = errorAt(edit, name);
  const unit = wired(edit, `${name}.unit`);
  const node = wired(edit, `${name}.node`);
  const nothing = none ?? text('allocation.form.no-unit');
  return (
    <span className={bare ? 'rule-place' : 'rule-place rule-field'} id={pathOf(edit, name)}>
      <select
        {...unit.input}
        className="input"
        aria-label={text('allocation.form.unit')}
        defaultValue={fieldText(edit.rule.fields, `${name}.unit`)}
      >
        <option value="">{nothing}</option>
        {edit.vocabulary.units.map((one) => (
          <option key={one.code} value={one.code}>
            {'\u2003'.repeat(one.depth)}
            {edit.names.unit(one.code)}
          </option>
        ))}
      </select>
      <select
        {...node.input}
        className="input"
        aria-label={text('allocation.form.theme')}
        defaultValue={fieldText(edit.rule.fields, `${name}.node`)}
      >
        <option value="">{text('allocation.form.no-theme')}</option>
        {edit.vocabulary.themes.map((one) => (
          <option key={one.code} value={one.code}>
            {edit.names.node(one.code)}
          </option>
        ))}
      </select>
      {error ? <span className="grid-note">{error}</span> : null}
    </span>
  );
}

/** How much a rule divides; the unit of the figure follows the choice. */
export function TakeFields({ edit, hows }: { edit: RuleEdit; hows: readonly string[] }) {
  const text = useText();
  return (
    <>
      <One
        edit={edit}
        name="take.how"
        label={text('allocation.form.take')}
        options={hows}
        prefix="allocation.form.take"
      />
      <Value
        edit={edit}
        name="take.value"
        label={
          <>
            <span className="rule-in-euro">{text('allocation.form.cents')}</span>
            <span className="rule-in-percent">{text('allocation.form.percent')}</span>
          </>
        }
        number
      />
    </>
  );
}
