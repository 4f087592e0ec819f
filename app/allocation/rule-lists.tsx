import type { ReactNode } from 'react';
import { useText } from '#app/ui/text.tsx';
import { type Fields, fieldText, groupNames, usedRowsOf } from './rule-form.ts';
import { type Field, One, Place, pathOf, type RuleEdit, Value, wired } from './rule-inputs.tsx';

/** Which count: its definition and its reference date, once or each year anew. */
export function HeadFields({ edit, prefix }: { edit: RuleEdit; prefix: string }) {
  const text = useText();
  const at = (name: string) => `${prefix}heads.${name}`;
  const definition = wired(edit, at('definition'));
  const date = wired(edit, at('date'));
  return (
    <>
      <span className="rule-field">
        <label htmlFor={definition.input.id}>{text('allocation.form.definition')}</label>
        <select
          {...definition.input}
          className="input"
          defaultValue={fieldText(edit.rule.fields, at('definition'))}
        >
          {edit.vocabulary.definitions.map((one) => (
            <option key={one.code} value={one.code}>
              {edit.names.definition(one.code)}
            </option>
          ))}
        </select>
        {definition.note}
      </span>
      <One
        edit={edit}
        name={at('mode')}
        label={text('allocation.form.reference')}
        options={['date', 'yearly']}
        prefix="allocation.form.reference"
      />
      <span className="rule-field rule-if-date">
        <label htmlFor={date.input.id}>{text('allocation.form.date')}</label>
        <input
          {...date.input}
          type="date"
          className="input"
          defaultValue={fieldText(edit.rule.fields, at('date'))}
        />
        {date.note}
      </span>
      <span className="rule-if-yearly">
        <Value edit={edit} name={at('day')} label={text('allocation.form.day')} number />
        <Value edit={edit} name={at('month')} label={text('allocation.form.month')} number />
        <Value edit={edit} name={at('yearsBefore')} label={text('allocation.form.years-before')} number />
        <span className="sub">{text('allocation.form.yearly.example')}</span>
      </span>
    </>
  );
}

/** Receivers with an amount or a weight each; two empty rows wait for more. */
export function AmountRows({
  edit,
  list,
  value,
  memos,
}: {
  edit: RuleEdit;
  list: string;
  value: string;
  /** whether a row may stand beside the total */
  memos?: boolean;
}) {
  const text = useText();
  const rows = usedRowsOf(edit.rule.fields, list, ['unit', 'node', value, 'memo']);
  const next = (rows.at(-1) ?? -1) + 1;
  const error = edit.errors.find((one) => one.path === pathOf(edit, list));
  return (
    <div className="rule-rows" id={pathOf(edit, list)}>
      <p className="sub">
        {text(`allocation.form.${value}.rows`)} {memos ? text('allocation.form.marks') : null}
      </p>
      {error ? <span className="grid-note">{edit.words(error)}</span> : null}
      {[...rows, next, next + 1].map((i) => (
        <div key={i} className="rule-row">
          <Place edit={edit} name={`${list}.${i}`} bare />
          <RowValue edit={edit} name={`${list}.${i}.${value}`} label={text(`allocation.form.${value}`)} />
          {memos ? (
            <label className="rule-memo">
              <input
                type="checkbox"
                name={pathOf(edit, `${list}.${i}.memo`)}
                defaultChecked={fieldText(edit.rule.fields, `${list}.${i}.memo`) !== ''}
              />
              {text('allocation.form.memo')}
            </label>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function RowValue({ edit, name, label }: Field) {
  const { input } = wired(edit, name);
  return (
    <input
      {...input}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="input input-amount"
      aria-label={label}
      placeholder={label}
      defaultValue={fieldText(edit.rule.fields, name)}
    />
  );
}

/** The groups of a rule, and an empty one that waits for more. */
export function GroupRows({
  edit,
  children,
}: {
  edit: RuleEdit;
  children: (group: number, edit: RuleEdit) => ReactNode;
}) {
  const text = useText();
  const used = usedRowsOf(edit.rule.fields, 'groups', groupNames);
  const groups = used.length === 0 ? [0] : used;
  const spare = groups.at(-1)! + 1;
  const fields = { ...countOf(edit.rule.fields, groups.at(-1)!, spare), ...edit.rule.fields };
  return [...groups, spare].map((g) => (
    <fieldset key={g} className="rule-group">
      <legend>{text('allocation.form.group-number', { number: g + 1 })}</legend>
      {children(g, { ...edit, rule: { ...edit.rule, fields } })}
    </fieldset>
  ));
}

/** The count of a group, for the next one to begin with: most groups are counted alike. */
function countOf(fields: Fields, from: number, to: number): Fields {
  const prefix = `groups.${from}.heads.`;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[`groups.${to}.heads.${name.slice(prefix.length)}`, value]] : [],
    ),
  );
}
