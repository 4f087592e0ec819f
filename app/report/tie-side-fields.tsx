import { useState } from 'react';
import type { Wire } from '#app/identity/action-form.tsx';
import { codeOptions, yearOptions } from '#app/identity/choice.ts';
import { nameOf } from '#app/kernel/name.ts';
import { stages } from '#app/ledger/ledger.ts';
import { Field, type Option, Options, Select } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { TieSide } from './tie.ts';
import type { TieChoices } from './tie-choice.server.ts';
import { printName } from './tie-list.ts';

type Props = {
  wire: Wire;
  hand: 'left' | 'right';
  side: TieSide | undefined;
  /** the scheme that declares */
  scheme: string;
  choices: TieChoices;
};

/** One of the two questions: of which scheme and stage, and which lines. What can be chosen follows the scheme. */
export function SideFields({ wire, hand, side, scheme, choices }: Props) {
  const text = useText();
  const locale = useLocale();
  const asked = wire(`${hand}Scheme`, side?.scheme ?? scheme);
  const [chosen, setChosen] = useState(asked.defaultValue);
  const of = choices.schemes.find((one) => one.code === chosen) ?? choices.schemes[0]!;
  // the words and the faults of a list stand under its name, what it sends under `name[]`
  const many = (name: string, stands: readonly (string | number)[] = []): ReturnType<Wire> => {
    const { id, label, error } = wire(hand + name);
    return { ...wire(`${hand}${name}[]`, stands.map(printName).join(',')), id, label, error };
  };
  const all = { none: text('ties.all'), optional: true };
  return (
    <fieldset className="tie-side">
      <legend>{text(`ties.side.${hand}`)}</legend>
      <div className="pair">
        <Select
          {...asked}
          options={codeOptions(locale, choices.schemes)}
          onChange={(event) => setChosen(event.target.value)}
        />
        <Select
          {...wire(`${hand}Stage`, side?.stage ?? 'budgeted')}
          options={stages.map((stage) => ({ value: stage, label: text(`ties.stage.${stage}`) }))}
        />
      </div>
      {/* another scheme has other things to choose: the choices begin anew with it */}
      <div className="pair" key={of.code}>
        <Select {...wire(`${hand}Node`, side?.node)} {...all} options={indented(of.nodes, locale)} />
        <Select
          {...wire(`${hand}Measure`, side?.measure)}
          {...all}
          options={of.measures.map((one) => ({ value: one.code, label: one.name, group: one.document }))}
        />
        <Select {...wire(`${hand}Unit`, side?.unit)} {...all} options={indented(choices.units, locale)} />
        <Select
          {...wire(`${hand}UnitCents`, side?.unitCents ?? 100)}
          hint={text('ties.unit.hint')}
          options={[
            { value: '100', label: text('ties.unit.eur') },
            { value: '100000', label: text('ties.unit.keur') },
            { value: '200000', label: text('ties.unit.2keur') },
          ]}
        />
        <Several wire={many('Years', side?.years)} options={yearOptions(of.years)} />
        <Several wire={many('Funds', side?.funds)} options={codeOptions(locale, of.funds)} />
      </div>
      {of.components.length > 0 ? (
        <Several
          key={`${of.code} components`}
          wire={many('Components', side?.components)}
          options={of.components.map((one) => ({ value: printName(one), label: one }))}
        />
      ) : null}
    </fieldset>
  );
}

/** A list to choose any number from; choosing nothing asks for all. */
function Several({ wire, options }: { wire: ReturnType<Wire>; options: readonly Option[] }) {
  const text = useText();
  const { name, defaultValue, conflict, ...field } = wire;
  const named = (values: string) =>
    values
      .split(',')
      .map((value) => options.find((option) => option.value === value)?.label ?? value)
      .join(', ');
  return (
    <Field
      {...field}
      conflict={conflict && { ...conflict, words: named }}
      hint={text('ties.list.hint')}
      optional
    >
      {(wired) => (
        <select
          {...wired}
          name={name}
          multiple
          size={Math.max(2, Math.min(options.length, 6))}
          className="input"
          defaultValue={defaultValue.split(',').filter(Boolean)}
        >
          <Options options={options} />
        </select>
      )}
    </Field>
  );
}

function indented(
  list: readonly { code: string; nameNl: string; nameEn: string; depth: number }[],
  locale: 'nl' | 'en',
): Option[] {
  return list.map((one) => ({
    value: one.code,
    label: '\u2003'.repeat(one.depth) + nameOf(one, locale),
  }));
}
