import type { Problem } from '#app/kernel/problem.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { Field, Select, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import { AmountInput } from './amount-input.tsx';
import type { TypedRow } from './realisation.input.ts';
import type { ReportView } from './report-view.ts';

type Props = {
  report: ReportView;
  row: TypedRow;
  index: number;
  /** its place among the extra rows, from 1 */
  number: number;
  problem: Problem | null;
  errorAt: (path: string) => string | undefined;
  onChange: (part: Partial<TypedRow>) => void;
};

/** Spending that the plan has no row for: on another part, from another fund, or on a theme only. */
export function ExtraRow({ report, row, index, number, problem, errorAt, onChange }: Props) {
  const text = useText();
  const name = text('realisation.form.extra.name', { number });
  const amount = (field: 'eur' | 'fte') => (
    <Field label={text(`realisation.form.${field}`)} id={`${field}-${index}`}>
      {() => (
        <AmountInput
          name={`${field}:${index}`}
          id={`${field}-${index}`}
          unit={field}
          value={row[field]}
          label={text(`realisation.form.cell.${field}`, { row: name })}
          error={errorAt(`${field}:${index}`)}
          asked={problem?.errors.find((one) => one.path === `${field}:${index}`)?.params ?? null}
          onChange={(value) => onChange({ [field]: value })}
        />
      )}
    </Field>
  );
  const input = (field: 'component' | 'costKind' | 'note') => (
    <TextField
      label={text(field === 'note' ? 'realisation.form.note-field' : `realisation.form.extra.${field}`)}
      name={`${field}:${index}`}
      id={`${field}-${index}`}
      required={false}
      value={row[field]}
      error={errorAt(`${field}:${index}`)}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <fieldset className="realisation-extra">
      <legend className="visually-hidden">{name}</legend>
      <Select
        label={text('realisation.form.extra.what')}
        name={`what:${index}`}
        id={`what-${index}`}
        required={false}
        value={row.what}
        error={errorAt(`what:${index}`)}
        none={text('realisation.form.extra.none')}
        options={[
          ...report.measures.map((measure) => ({
            value: `measure:${measure.measureId}`,
            label: measure.name,
            group: text('realisation.form.extra.measures'),
          })),
          ...report.themes.map((theme) => ({
            value: `theme:${theme.code}`,
            label: theme.name,
            group: text('realisation.form.extra.themes'),
          })),
        ]}
        onChange={(event) => onChange({ what: event.target.value })}
      />
      {input('component')}
      {input('costKind')}
      {report.funds.length > 1 ? (
        <Select
          label={text('realisation.form.extra.fund')}
          name={`fund:${index}`}
          id={`fund-${index}`}
          required={false}
          value={row.fund}
          error={errorAt(`fund:${index}`)}
          none=""
          options={report.funds.map((fund) => ({ value: fund.code, label: fund.name }))}
          onChange={(event) => onChange({ fund: event.target.value })}
        />
      ) : null}
      {amount('eur')}
      {amount('fte')}
      <Checkbox
        label={text('realisation.form.memo')}
        name={`memo:${index}`}
        checked={row.memo}
        onChange={(event) => onChange({ memo: event.target.checked })}
      />
      {input('note')}
    </fieldset>
  );
}
