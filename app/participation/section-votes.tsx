import type { FieldErrors } from '#app/funding/error-words.tsx';
import { TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';

/** The votes of sections that vote apart: one group of fields each. */
export function SectionVotes(props: {
  sections: readonly string[];
  typed: Readonly<Record<string, string>>;
  error: FieldErrors;
}) {
  const text = useText();
  return props.sections.map((name, index) => {
    const path = `sections.${index}`;
    const error = props.error(path);
    const words = { present: 'present', for: 'votesFor', against: 'votesAgainst', abstained: 'abstained' };
    return (
      <fieldset key={name} id={path} className={error ? 'field field-wrong' : 'field'}>
        <legend className="field-label">{text('outcome.section', { section: name })}</legend>
        {error ? <p className="field-error">{error}</p> : null}
        <HiddenFields fields={{ [`${path}.name`]: name }} />
        <div className="pair">
          {Object.entries(words).map(([key, label]) => (
            <TextField
              key={key}
              id={`${path}.${key}`}
              name={`${path}.${key}`}
              label={text(`outcome.${label}`)}
              defaultValue={props.typed[`${path}.${key}`]}
              inputMode="numeric"
              width="short"
            />
          ))}
        </div>
      </fieldset>
    );
  });
}
