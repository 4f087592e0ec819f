import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { DateField, Field, Options, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import { successionKinds } from './organisation.ts';

/** Merging, splitting or renaming units on a day: which units end, and what takes over. */
export function SuccessionForm(props: {
  result: ActionResult | undefined;
  options: readonly { value: string; label: string }[];
}) {
  const text = useText();
  return (
    <ActionForm intent="succeed" result={props.result} submit={text('succession.submit')}>
      {(wire) => (
        <>
          <p>{text('succession.explanation')}</p>
          <Radios
            {...wire('kind', 'merge')}
            label={text('succession.kind')}
            options={successionKinds.map((kind) => ({ value: kind, label: text(`succession.kind.${kind}`) }))}
          />
          <DateField {...wire('on')} label={text('succession.on')} />
          <Field label={text('succession.predecessors')} hint={text('succession.predecessors.hint')}>
            {(wired) => (
              <select {...wired} name="predecessors" multiple size={8} required className="input">
                <Options options={props.options} />
              </select>
            )}
          </Field>
          {[0, 1, 2].map((index) => (
            <fieldset key={index} className="field">
              <legend className="field-label">{text('succession.successor', { number: index + 1 })}</legend>
              <div className="pair">
                <TextField
                  {...wire(`successors.${index}.code`)}
                  label={text('field.code')}
                  optional={index > 0}
                  width="short"
                />
                <TextField {...wire(`successors.${index}.nameNl`)} label={text('field.nameNl')} optional />
                <TextField {...wire(`successors.${index}.nameEn`)} label={text('field.nameEn')} optional />
              </div>
            </fieldset>
          ))}
        </>
      )}
    </ActionForm>
  );
}
