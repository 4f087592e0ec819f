import type { Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Definition } from './definition.ts';
import { splitLines, targetText } from './definition-form.ts';
import type { DefinitionFrame } from './definition-frame.server.ts';
import { indicatorKinds, purposes } from './indicator.ts';

type Props = {
  wire: Wire;
  frame: Pick<DefinitionFrame, 'units' | 'nodes' | 'measures'>;
  definition: Definition | null;
  year: number;
};

/** The fields of a definition: what it is, how it is measured, its target or why there is none, who gives it. */
export function DefinitionFields({ wire, frame, definition, year }: Props) {
  const text = useText();
  const locale = useLocale();
  const label = (name: string) => ({ label: text(`indicator.field.${name}`) });
  const stands = (name: string) => (definition as Record<string, unknown> | null)?.[name] as string | null;
  const pair = (name: string, more: { long?: boolean; required?: boolean } = {}) => (
    <div className="pair" key={name}>
      {(['Nl', 'En'] as const).map((language) => {
        const own = {
          ...wire(`${name}${language}`, stands(`${name}${language}`)),
          ...label(name + language),
        };
        return more.long ? (
          <TextArea key={language} {...own} rows={2} optional={!more.required} />
        ) : (
          <TextField key={language} {...own} width="wide" optional={!more.required} />
        );
      })}
    </div>
  );
  const number = (name: string, value: string | number | null | undefined) => (
    <TextField {...wire(name, value)} {...label(name)} width="short" inputMode="numeric" optional />
  );
  const kinds = [...new Set(frame.units.map((unit) => unit.kind))];
  return (
    <>
      {definition ? null : (
        <TextField {...wire('code')} hint={text('indicator.field.code.hint')} width="short" />
      )}
      {pair('name', { required: true })}
      <div className="pair">
        <Select
          {...wire('kind', definition?.kind ?? 'count')}
          {...label('kind')}
          options={indicatorKinds.map((kind) => ({ value: kind, label: text(`indicator.kind.${kind}`) }))}
        />
        <Select
          {...wire('purpose', definition?.purpose ?? 'state')}
          {...label('purpose')}
          options={purposes.map((one) => ({ value: one, label: text(`indicator.purpose.${one}`) }))}
        />
      </div>
      <div className="pair">
        <TextField
          {...wire('fromYear', definition ? year : year - 1)}
          {...label('fromYear')}
          width="short"
          inputMode="numeric"
        />
        <TextField
          {...wire('decimals', definition?.decimals ?? 0)}
          {...label('decimals')}
          width="short"
          inputMode="numeric"
        />
      </div>
      {definition ? (
        <>
          {pair('reason', { long: true, required: true })}
          <Tick wire={wire} name="comparable" stands={true} />
        </>
      ) : null}
      <h2>{text('indicator.form.measured')}</h2>
      {pair('unit')}
      <div className="pair">
        {number('scaleLow', definition?.scaleLow)}
        {number('scaleHigh', definition?.scaleHigh)}
      </div>
      {pair('scale')}
      {pair('numerator')}
      {pair('denominator')}
      {pair('population')}
      {pair('exclusions')}
      {pair('reference')}
      {pair('source')}
      {pair('discussed')}
      <Tick wire={wire} name="academic" stands={definition?.academic ?? false} />
      <Tick wire={wire} name="individuals" stands={definition?.individuals ?? true} />
      <TextArea
        {...wire('splits', definition ? splitLines(definition) : '')}
        {...label('splits')}
        hint={text('indicator.field.splits.hint')}
        rows={3}
        optional
      />
      <h2>{text('indicator.form.target')}</h2>
      <p className="sub">{text('indicator.form.target.lead')}</p>
      <TextField
        {...wire('target', definition ? targetText(definition, locale) : '')}
        {...label('target')}
        width="short"
        inputMode="decimal"
        optional
      />
      <Tick wire={wire} name="targetAtLeast" stands={definition?.targetAtLeast ?? true} />
      {pair('target', { long: true, required: true })}
      {pair('question', { long: true })}
      <h2>{text('indicator.form.who')}</h2>
      <Ticks
        wire={wire}
        name="unitKinds"
        chosen={definition?.unitKinds ?? []}
        options={kinds.map((kind) => ({
          value: kind,
          label: text('milestone.level', { kind: kind.replaceAll('-', '_') }),
        }))}
      />
      <details className="chart-data">
        <summary>{text('indicator.form.units')}</summary>
        <Ticks
          wire={wire}
          name="units"
          chosen={definition?.units.map((one) => one.code) ?? []}
          options={frame.units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
        />
      </details>
      <h2>{text('indicator.form.about')}</h2>
      <Ticks
        wire={wire}
        name="nodes"
        chosen={definition?.nodes.map((one) => `${one.framework}/${one.code}`) ?? []}
        options={frame.nodes.map((node) => ({
          value: `${node.framework}/${node.code}`,
          label: nameOf(node, locale),
        }))}
      />
      <details className="chart-data">
        <summary>{text('indicator.form.measures')}</summary>
        <Ticks
          wire={wire}
          name="measures"
          chosen={definition?.measures.map((one) => `${one.document}/${one.measure}`) ?? []}
          options={frame.measures.map((one) => ({
            value: `${one.document}/${one.measure}`,
            label: `${one.name} (${one.document})`,
          }))}
        />
      </details>
    </>
  );
}

function Tick({ wire, name, stands }: { wire: Wire; name: string; stands: boolean }) {
  const text = useText();
  const { id, defaultValue, error } = wire(name, stands ? 'on' : '');
  return (
    <Checkbox
      {...{ id, name, error }}
      label={text(`indicator.field.${name}`)}
      defaultChecked={defaultValue !== ''}
    />
  );
}

type TicksProps = {
  wire: Wire;
  name: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
};

function Ticks({ wire, name, chosen, options }: TicksProps) {
  const text = useText();
  const { id, defaultValue } = wire(`${name}[]`, chosen.join(','));
  const { error } = wire(name);
  const on = new Set(defaultValue.split(','));
  return (
    <fieldset className={error ? 'indicator-ticks field-wrong' : 'indicator-ticks'} id={id}>
      <legend className="field-label">{text(`indicator.field.${name}`)}</legend>
      {error ? <p className="field-error">{error}</p> : null}
      <div className="indicator-tick-list">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            id={`${name}-${option.value}`.replace(/[^\w-]/g, '_')}
            name={`${name}[]`}
            value={option.value}
            label={option.label}
            defaultChecked={on.has(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
