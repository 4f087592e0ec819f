import type { Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Checkbox } from '#app/ui/choice.tsx';
import { AmountField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Involvement } from './involvement.server.ts';
import { pays } from './involvement.ts';

type Named = { code: string; nameNl: string; nameEn: string };

/** The fields of a form of taking part; what no source says stays empty. */
export function InvolvementFields(props: {
  wire: Wire;
  involvement: Involvement | undefined;
  places: { units: readonly Named[]; bodies: readonly Named[] };
}) {
  const text = useText();
  const locale = useLocale();
  const { wire, involvement: one, places } = props;
  const options = (list: readonly Named[]) =>
    list.map(({ code, ...names }) => ({ value: code, label: nameOf(names, locale) }));
  const { defaultValue: about, ...aboutField } = wire('about', one?.about ? 'on' : '');
  const cents = one?.payCents ?? null;
  return (
    <>
      <input type="hidden" name="revision" value={one?.revision ?? 0} />
      <div className="pair">
        <TextField {...wire('nameNl', one?.nameNl)} />
        <TextField {...wire('nameEn', one?.nameEn)} />
        {one ? null : <TextField {...wire('code')} width="short" hint={text('method.code.hint')} />}
      </div>
      <div className="pair">
        <Select
          {...wire('unit', one?.unit)}
          none={text('consultation.choose')}
          options={options(places.units)}
        />
        <Select
          {...wire('body', one?.body)}
          label={text('consultation.body')}
          none={text('consultation.body.none')}
          options={options(places.bodies)}
          optional
        />
      </div>
      <TextArea {...wire('roleNl', one?.roleNl)} label={text('involvement.roleNl')} rows={2} optional />
      <TextArea {...wire('roleEn', one?.roleEn)} label={text('involvement.roleEn')} rows={2} optional />
      <div className="part-row">
        <TextField
          {...wire('heads', one?.heads)}
          label={text('involvement.heads')}
          hint={text('involvement.heads.hint')}
          width="short"
          inputMode="numeric"
          optional
        />
        <Checkbox
          {...aboutField}
          label={text('consultation.part.about')}
          value="on"
          defaultChecked={about !== ''}
        />
      </div>
      <div className="part-row">
        <Select
          {...wire('pay', one?.pay ?? 'unknown')}
          label={text('involvement.pay.term')}
          options={pays.map((pay) => ({
            value: pay,
            label: text('involvement.pay', { pay, amount: 'none' }),
          }))}
        />
        <AmountField
          {...wire('payCents', cents === null ? '' : (cents / 100).toFixed(2))}
          label={text('involvement.amount')}
          unit="eur"
          optional
        />
      </div>
      <div className="pair">
        <TextField {...wire('since', one?.since)} label={text('involvement.since.field')} optional />
        <TextField {...wire('source', one?.source)} optional />
        <TextField {...wire('sort', one?.sort ?? 0)} width="short" inputMode="numeric" />
      </div>
    </>
  );
}
