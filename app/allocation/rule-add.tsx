import { Button } from '#app/ui/button.tsx';
import { Options } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import { type RuleKind, ruleKinds } from './rule.ts';

/** Which kind of rule comes next: each with what it does, in the order in which rules mostly come. */
export function RuleAdd() {
  const text = useText();
  return (
    <div className="rule-add">
      <label htmlFor="add">{text('allocation.form.add-kind')}</label>
      <select id="add" name="add" className="input">
        <Options
          options={ruleKinds.map((kind: RuleKind) => ({
            value: kind,
            label: text('allocation.form.add-option', {
              kind: text(`allocation.kind.${kind}`),
              short: text(`allocation.kind.${kind}.short`),
            }),
          }))}
        />
      </select>
      <Button name="intent" value="add">
        {text('allocation.form.add')}
      </Button>
    </div>
  );
}
