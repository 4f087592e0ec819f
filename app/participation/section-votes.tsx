import type { FieldErrors } from '#app/funding/error-words.tsx';
import { quorumOf, sectionRule } from '#app/scheme/right.ts';
import { TextField } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { useText } from '#app/ui/text.tsx';
import type { AskedRule } from './asked-rule.ts';

/** The votes of sections that vote apart: one group of fields each. */
export function SectionVotes(props: {
  sections: readonly string[];
  rule: Pick<AskedRule, 'majority' | 'sectionRules'>;
  /** entitled to vote in each, as kept; a section that is not there is asked how many it has */
  members: Readonly<Record<string, number>>;
  typed: Readonly<Record<string, string>>;
  error: FieldErrors;
}) {
  const text = useText();
  return props.sections.map((name, index) => {
    const path = `sections.${index}`;
    const error = props.error(path);
    const kept = props.members[name] ?? null;
    const own = sectionRule(props.rule, name);
    const needed = quorumOf(own, kept);
    const facts = [
      kept === null ? '' : text('outcome.section.members', { count: kept }),
      needed === null ? '' : text('outcome.quorum', { needed }),
      needed === null && own.quorumBasis !== null
        ? text('outcome.section.share', { share: own.quorumBasis / 10_000 })
        : '',
      text('outcome.majority', { majority: text(`majority.${own.majority}`) }),
    ].filter(Boolean);
    const asked = kept === null ? { members: 'members' } : {};
    const words = {
      ...asked,
      present: 'present',
      for: 'votesFor',
      against: 'votesAgainst',
      abstained: 'abstained',
    };
    return (
      <fieldset key={name} id={path} className={error ? 'field field-wrong' : 'field'}>
        <legend className="field-label">{text('outcome.section', { section: name })}</legend>
        <p className="field-hint">{facts.join(' ')}</p>
        {error ? <p className="field-error">{error}</p> : null}
        <HiddenFields fields={{ [`${path}.name`]: name }} />
        <div className="pair">
          {Object.entries(words).map(([key, label]) => (
            <TextField
              key={key}
              id={`${path}.${key}`}
              name={`${path}.${key}`}
              label={text(`outcome.${label}`)}
              defaultValue={props.typed[`${path}.${key}`] ?? (key === 'abstained' ? '0' : undefined)}
              inputMode="numeric"
              width="short"
            />
          ))}
        </div>
      </fieldset>
    );
  });
}
