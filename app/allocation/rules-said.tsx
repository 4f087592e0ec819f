import { useText } from '#app/ui/text.tsx';
import type { Names } from './names.tsx';
import type { Rule } from './rule.ts';
import { useRuleWords } from './rule-words.tsx';

/** Rules in words, in the order in which they apply. */
export function RulesSaid({ rules, names }: { rules: readonly Rule[]; names: Names }) {
  const text = useText();
  const say = useRuleWords(names);
  if (rules.length === 0) return <p>{text('allocation.rules.none')}</p>;
  return (
    <ol className="ruled rules-list">
      {rules.map((rule, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
        <li key={i}>
          <b>{text('allocation.step.rule', { number: i + 1, kind: text(`allocation.kind.${rule.kind}`) })}</b>
          <br />
          {say(rule)}
          {rule.note ? <small>{rule.note}</small> : null}
        </li>
      ))}
    </ol>
  );
}
