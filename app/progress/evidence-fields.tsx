import type { Wire } from '#app/identity/action-form.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { DateField, FileField, type Option, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import { confidentialities } from './evidence.ts';
import type { EvidenceTargets } from './evidence-target.server.ts';

type Props = {
  wire: Wire;
  targets: EvidenceTargets;
  today: string;
  /** what of the measure it may be about: all of it, a year, a step */
  about: readonly Option[];
};

/** A piece of evidence to add: one of a file, an address, something of the scheme or a number, and what it says. */
export function EvidenceFields({ wire, targets, today, about }: Props) {
  const text = useText();
  const { defaultValue: approximate, ...tick } = wire('approximate', '');
  const { defaultValue: _, ...file } = wire('file');
  return (
    <>
      <TextField {...wire('title')} label={text('evidence.title')} width="wide" />
      <div className="pair">
        <Select
          {...wire('about', about[0]?.value)}
          label={text('evidence.about-what')}
          options={about}
          required={false}
        />
        <Select
          {...wire('confidentiality', 'institution')}
          label={text('evidence.confidentiality')}
          options={confidentialities.map((one) => ({
            value: one,
            label: text(`evidence.confidentiality.${one}.hint`),
          }))}
        />
      </div>
      <fieldset className="evidence-ways">
        <legend>{text('evidence.ways')}</legend>
        <FileField {...file} label={text('evidence.file')} hint={text('evidence.file.hint')} optional />
        <TextField {...wire('url')} label={text('evidence.url')} type="url" width="wide" optional />
        <Select
          {...wire('target')}
          label={text('evidence.target')}
          none={text('evidence.target.none')}
          options={targets.map(({ value, label, group }) => ({
            value,
            label,
            group: text(`evidence.kind.${group}`),
          }))}
          optional
        />
        <div className="pair">
          <TextField
            {...wire('figure')}
            label={text('evidence.figure')}
            inputMode="decimal"
            width="short"
            optional
          />
          <TextField {...wire('figureUnit')} label={text('evidence.figure.unit')} optional />
        </div>
        <Checkbox {...tick} label={text('evidence.approximate')} defaultChecked={approximate === 'on'} />
      </fieldset>
      <div className="pair">
        <DateField
          {...wire('effectiveOn', today)}
          label={text('evidence.effective')}
          hint={text('evidence.effective.hint')}
        />
        <DateField {...wire('periodFrom')} label={text('evidence.from')} optional />
        <DateField {...wire('periodThrough')} label={text('evidence.through')} optional />
      </div>
      <TextField
        {...wire('source')}
        label={text('evidence.source')}
        hint={text('evidence.source.hint')}
        width="wide"
        optional
      />
      <TextArea {...wire('description')} label={text('evidence.description')} rows={3} optional />
    </>
  );
}
