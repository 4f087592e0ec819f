import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { Button } from '#app/ui/button.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Names, Vocabulary } from './names.tsx';
import { RuleAdd } from './rule-add.tsx';
import { RuleBody } from './rule-fields.tsx';
import { type RuleFields, receiverText } from './rule-form.ts';

type Props = {
  rules: readonly RuleFields[];
  vocabulary: Vocabulary;
  names: Names;
  years: readonly number[];
  errors: readonly FieldError[];
  words: ErrorWords;
};

/** The form of rules: each in its place with its fields and buttons, and the next kind; works without script. */
export function RuleList(props: Props) {
  const text = useText();
  return (
    <>
      {props.rules.length === 0 ? <p>{text('allocation.rules.none')}</p> : <Rules {...props} />}
      <RuleAdd />
    </>
  );
}

function Rules({ rules, vocabulary, ...rest }: Props) {
  const text = useText();
  const unitsAt = (near: boolean) =>
    vocabulary.units
      .filter((unit) => unit.depth <= 1 === near)
      .map((unit) => receiverText({ unit: unit.code, node: null }));
  const units = unitsAt(true);
  const moreUnits = unitsAt(false);
  const themes = vocabulary.themes.map((theme) => receiverText({ unit: null, node: theme.code }));
  return (
    <ol className="rules">
      {rules.map((rule, place) => {
        const own = rest.errors.filter((error) => error.path === `rules.${place}`);
        const words = { number: place + 1, kind: text(`allocation.kind.${rule.kind}`) };
        const move = (act: 'up' | 'down' | 'remove') => (
          <Button
            small
            kind={act === 'remove' ? 'quiet' : 'secondary'}
            name="intent"
            value={`${act}.${place}`}
            disabled={(act === 'up' && place === 0) || (act === 'down' && place === rules.length - 1)}
            aria-label={text(`allocation.form.${act}-of`, words)}
          >
            {text(`allocation.form.${act}`)}
          </Button>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
          <li key={place} id={`rules.${place}`} className={own.length > 0 ? 'rule field-wrong' : 'rule'}>
            <input type="hidden" name={`rules.${place}.kind`} value={rule.kind} />
            <div className="row">
              <h3>{text('allocation.step.rule', words)}</h3>
              <span className="row end">
                {move('up')}
                {move('down')}
                {move('remove')}
              </span>
            </div>
            <p className="sub">
              {text(`allocation.kind.${rule.kind}.hint`)} {text(`allocation.form.example.${rule.kind}`)}
            </p>
            {own.map((error) => (
              <p key={`${error.code} ${error.params.year ?? ''}`} className="field-error">
                {rest.words(error)}
              </p>
            ))}
            <RuleBody
              place={place}
              rule={rule}
              vocabulary={vocabulary}
              unitReceivers={units}
              receivers={[...units, ...themes]}
              moreUnits={moreUnits}
              {...rest}
            />
          </li>
        );
      })}
    </ol>
  );
}
