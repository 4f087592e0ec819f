import type { Wire } from '#app/identity/action-form.tsx';
import { formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { ConflictChoice } from '#app/ui/conflict.tsx';
import { AmountField, DateField, FieldNotes, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { changeKinds } from './change.ts';
import type { ChangeList, CheckedChange } from './change-list.server.ts';

type Props = { wire: Wire; list: ChangeList; change: CheckedChange | null; base: string };

/** The fields of a change, in the order in which one tells it: what, of what, how much, why, because of whom. */
export function ChangeFields(props: Props) {
  const text = useText();
  const { wire, list, change, base } = props;
  return (
    <>
      <Select
        {...wire('kind', change?.kind ?? '')}
        label={text('change.form.kind')}
        none={text('measure.choose')}
        options={changeKinds.map((kind) => ({
          value: kind,
          label: `${text(`change.kind.${kind}`)}: ${text(`change.kind.${kind}.hint`)}`,
        }))}
      />
      <h2>{text('change.form.measures')}</h2>
      <div className="change-pair">
        <Measures {...props} side="before" legend={text('change.form.before', { base })} of={list.before} />
        <Measures {...props} side="after" legend={text('change.form.after')} of={list.after} />
      </div>
      <Words {...props} />
      <div className="change-pair">
        <TextField
          {...wire('size', change?.size)}
          label={text('change.form.size')}
          hint={text('change.form.size.hint')}
          optional
        />
        <Amount {...props} />
      </div>
      <Why {...props} />
    </>
  );
}

function Amount({ wire, change }: Props) {
  const text = useText();
  const locale = useLocale();
  const cents = change?.cents ?? null;
  return (
    <AmountField
      {...wire('cents', cents === null ? '' : formatExact(cents, 2, locale))}
      label={text('change.form.cents')}
      hint={text('change.form.cents.hint')}
      unit="eur"
      optional
    />
  );
}

type MeasuresProps = Props & { side: 'before' | 'after'; legend: string; of: ChangeList['before'] };

/** The measures of one version, to tick; grouped by nothing but their order in the plan. */
function Measures({ wire, change, side, legend, of, list }: MeasuresProps) {
  const text = useText();
  const field = wire(`${side}[]`, (change?.[side] ?? []).join(','));
  const { id, error } = wire(side);
  const chosen = field.defaultValue.split(',');
  const words = (codes: string) =>
    codes
      .split(',')
      .map((code) => of.find((one) => one.code === code)?.name ?? code)
      .join(', ');
  return (
    <fieldset id={id} className={error ? 'field field-wrong' : 'field'}>
      <legend className="field-label">{legend}</legend>
      <FieldNotes id={id} label={legend} error={error} />
      {of.length === 0 ? <p className="quiet">{text('change.form.no-measures')}</p> : null}
      {of.map((one) => (
        <div key={one.code} className="choice">
          <input
            id={`${id}-${one.code}`}
            type="checkbox"
            name={`${side}[]`}
            value={one.code}
            defaultChecked={chosen.includes(one.code)}
          />
          <label htmlFor={`${id}-${one.code}`}>
            <SeriesKey series={list.themes.find((theme) => theme.code === one.node)?.series ?? 0} />
            {one.name}
          </label>
        </div>
      ))}
      {field.conflict ? <ConflictChoice {...field.conflict} label={legend} words={words} /> : null}
    </fieldset>
  );
}

/** What is said in words where the plan has no measure for it. */
function Words({ wire, list, change }: Props) {
  const text = useText();
  const locale = useLocale();
  const themes = list.themes.map((theme) => ({ value: theme.code, label: nameOf(theme, locale) }));
  const units = list.units.slice(1).map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }));
  return (
    <fieldset className="field">
      <legend className="field-label">{text('change.form.words')}</legend>
      <p className="field-hint">{text('change.form.words.hint')}</p>
      <TextField {...wire('subject', change?.subject)} label={text('change.form.subject')} optional />
      <div className="change-pair">
        <Select
          {...wire('from', change?.from)}
          label={text('change.form.from')}
          options={themes}
          none={text('change.form.theme.none')}
          optional
        />
        <Select
          {...wire('to', change?.to)}
          label={text('change.form.to')}
          options={themes}
          none={text('change.form.theme.none')}
          optional
        />
      </div>
      {units.length > 0 ? (
        <Select
          {...wire('unit', change?.unit)}
          label={text('change.form.unit')}
          options={units}
          none={text('change.form.unit.own')}
          optional
        />
      ) : null}
    </fieldset>
  );
}

function Why({ wire, list, change }: Props) {
  const text = useText();
  const locale = useLocale();
  const options = (of: ChangeList['causes']) =>
    of.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  return (
    <>
      <h2>{text('change.form.why')}</h2>
      {list.causes.length > 0 ? (
        <Select
          {...wire('cause', change?.cause)}
          label={text('change.form.cause')}
          hint={text('change.form.cause.hint')}
          options={options(list.causes)}
          none={text('change.form.cause.none')}
          optional
        />
      ) : null}
      <TextArea
        {...wire('reason', change?.reason)}
        label={text('change.form.reason')}
        hint={text('change.form.reason.hint')}
        rows={4}
        optional
      />
      <div className="change-pair">
        <Select
          {...wire('body', change?.body)}
          label={text('change.form.body')}
          options={options(list.bodies)}
          none={text('change.form.body.none')}
          optional
        />
        <DateField {...wire('decidedOn', change?.decidedOn)} label={text('change.form.decidedOn')} optional />
        <TextField
          {...wire('otherMoney', change?.otherMoney)}
          label={text('change.form.otherMoney')}
          hint={text('change.form.otherMoney.hint')}
          optional
        />
        <TextField
          {...wire('fromYear', change?.fromYear)}
          label={text('change.form.fromYear')}
          hint={text('change.form.fromYear.hint')}
          inputMode="numeric"
          width="short"
          optional
        />
      </div>
      <TextField {...wire('source', change?.source)} label={text('change.form.source')} optional />
    </>
  );
}
