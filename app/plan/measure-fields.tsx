import { nameOf } from '#app/kernel/name.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { Checkbox, Radios } from '#app/ui/choice.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { type Additionality, additionalities } from './measure.ts';
import type { PlanNode } from './plan-part.server.ts';
import { useFieldError } from './reason.tsx';

export type MeasureValues = {
  code: string;
  name: string;
  node: string;
  description: string;
  owner: string;
  targetGroup: string;
  firstYear: number | string;
  lastYear: number | string;
  additionality: Additionality;
  ambitions: string[];
  sort: number;
  revision: number;
};

type Props = { values: MeasureValues; nodes: readonly PlanNode[]; isNew: boolean; problem: Problem | null };

/** The fields of a measure, with what is wrong beside each. */
export function MeasureFields({ values, nodes, isNew, problem }: Props) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(problem);
  const themes = nodes.filter((node) => node.theme && node.excludedReason === null);
  const field = (name: 'name' | 'owner' | 'targetGroup', optional = false) => (
    <TextField
      id={name}
      name={name}
      label={text(`measure.${name}`)}
      hint={text(`measure.${name}.hint`)}
      defaultValue={values[name]}
      optional={optional}
      error={error(name)}
    />
  );
  const year = (name: 'firstYear' | 'lastYear') => (
    <TextField
      id={name}
      name={name}
      label={text(`measure.${name}`)}
      defaultValue={String(values[name])}
      inputMode="numeric"
      width="short"
      error={error(name)}
    />
  );
  return (
    <>
      {isNew ? (
        <TextField
          id="code"
          name="code"
          label={text('measure.code')}
          hint={text('measure.code.hint')}
          defaultValue={values.code}
          width="short"
          error={error('code')}
        />
      ) : null}
      {field('name')}
      <Select
        id="node"
        name="node"
        label={text('measure.node')}
        defaultValue={values.node}
        none={text('measure.choose')}
        options={themes.map((node) => ({ value: node.code, label: nameOf(node, locale) }))}
        error={error('node')}
      />
      <TextArea
        id="description"
        name="description"
        label={text('measure.description')}
        hint={text('measure.description.hint')}
        defaultValue={values.description}
        optional
        error={error('description')}
      />
      {field('owner', true)}
      {field('targetGroup', true)}
      <div className="pair">
        {year('firstYear')}
        {year('lastYear')}
      </div>
      <Radios
        id="additionality"
        name="additionality"
        label={text('measure.additionality')}
        defaultValue={values.additionality}
        error={error('additionality')}
        options={additionalities.map((value) => ({
          value,
          label: text(`measure.additionality.${value}`),
          hint: text(`measure.additionality.${value}.hint`),
        }))}
      />
      <Ambitions values={values} nodes={nodes} error={error('ambitions')} />
    </>
  );
}

function Ambitions({
  values,
  nodes,
  error,
}: Pick<Props, 'values' | 'nodes'> & { error: string | undefined }) {
  const text = useText();
  const locale = useLocale();
  const others = nodes.filter((node) => !node.theme);
  const frameworks = [...new Set(others.map((node) => node.framework))];
  return frameworks.map((framework) => {
    const here = others.filter((node) => node.framework === framework);
    const name = locale === 'en' ? here[0]?.frameworkEn : here[0]?.frameworkNl;
    return (
      <fieldset key={framework} id="ambitions" className={error ? 'field field-wrong' : 'field'}>
        <legend className="field-label">{name}</legend>
        <p className="field-hint">{text('measure.ambitions.hint')}</p>
        {error ? <p className="field-error">{error}</p> : null}
        <div className="choices">
          {here.map((node) => {
            const value = `${node.framework}/${node.code}`;
            return (
              <Checkbox
                key={value}
                name="ambitions[]"
                value={value}
                label={nameOf(node, locale)}
                defaultChecked={values.ambitions.includes(value)}
              />
            );
          })}
        </div>
      </fieldset>
    );
  });
}
