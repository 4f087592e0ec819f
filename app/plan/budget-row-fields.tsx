import { nameOf } from '#app/kernel/name.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Named } from './plan-part.server.ts';

type Props = {
  measures: readonly { code: string; name: string }[];
  units: readonly Named[];
  costKinds: readonly string[];
};

/** Asks for a further row of the grid: a part, a programme, a cost kind, or FTE beside euros. */
export function BudgetRowFields({ measures, units, costKinds }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <details className="row-add">
      <summary>{text('budget.row.add')}</summary>
      <p className="sub">{text('budget.row.hint')}</p>
      <div className="row-fields">
        <Select
          name="add-measure"
          label={text('plan.measure')}
          none={text('measure.choose')}
          optional
          options={measures.map((one) => ({ value: one.code, label: one.name }))}
        />
        <TextField name="add-component" label={text('budget.component')} optional />
        <TextField name="add-cost-kind" label={text('budget.cost-kind')} optional list="cost-kinds" />
        <datalist id="cost-kinds">
          {costKinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <Select
          name="add-unit"
          label={text('budget.unit')}
          options={units.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
        />
        <Select
          name="add-side"
          label={text('budget.side')}
          options={(['eur', 'fte'] as const).map((side) => ({
            value: side,
            label: text(`budget.side.${side}`),
          }))}
        />
      </div>
      <Button name="intent" value="add">
        {text('budget.row.save')}
      </Button>
    </details>
  );
}
