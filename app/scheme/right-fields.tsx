import { codeOptions } from '#app/identity/choice.ts';
import { Select, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { FieldProps } from './right-section.tsx';
import { quorumText } from './right-words.tsx';
import { majorities } from './scheme.ts';

/** The sections that vote apart, each with a quorum and a majority of its own where it has them. */
export function SectionFields({ wire, right }: Pick<FieldProps, 'wire' | 'right'>) {
  const text = useText();
  const sections = right?.sections ?? [];
  const { error, id } = wire('sections', sections.join(', '));
  const rows = Array.from({ length: Math.min(6, Math.max(2, sections.length + 1)) }, (_, index) => {
    const name = sections[index] ?? '';
    return { name, own: right?.sectionRules.find((one) => one.name === name) };
  });
  return (
    <fieldset id={id} className={error ? 'field field-wrong' : 'field'}>
      <legend className="field-label">{text('right.section.legend')}</legend>
      <p className="field-hint">{text('right.section.hint')}</p>
      {error ? <p className="field-error">{error}</p> : null}
      {rows.map(({ name, own }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={index} className="pair">
          <TextField
            {...wire(`section${index}.name`, name)}
            label={text('right.section.name')}
            width="short"
            optional
          />
          <TextField
            {...wire(`section${index}.quorum`, own ? quorumText(own) : '')}
            label={text('field.quorum')}
            width="short"
            optional
          />
          <Select
            {...wire(`section${index}.majority`, own?.majority ?? '')}
            label={text('field.majority')}
            none={text('right.section.majority.own')}
            options={majorities.map((value) => ({ value, label: text(`majority.${value}`) }))}
            optional
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Who mediates in a dispute, which committee rules, and within which terms. */
export function DisputeFields({ wire, right, bodyKinds }: FieldProps) {
  const text = useText();
  const locale = useLocale();
  const options = codeOptions(locale, bodyKinds);
  const none = text('right.mediator.none');
  return (
    <>
      <Select
        {...wire('mediatorKind', right?.mediatorKind)}
        hint={text('right.mediator.hint')}
        {...{ options, none }}
        optional
      />
      <TextField
        {...wire('mediationDays', right?.mediationDays ?? 0)}
        hint={text('right.mediation-days.hint')}
        width="short"
        inputMode="numeric"
      />
      <Select {...wire('committeeKind', right?.committeeKind)} {...{ options, none }} optional />
      <TextField
        {...wire('rulingDays', right?.rulingDays ?? 0)}
        hint={text('right.mediation-days.hint')}
        width="short"
        inputMode="numeric"
      />
    </>
  );
}
