import { ConflictChoice } from '#app/ui/conflict.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Names } from './names.tsx';
import { type PartMeeting, ruleOf } from './rule-conflict.ts';
import { useRuleWords } from './rule-words.tsx';

/** Each rule that both changed: the two sentences, and which of them stays. */
export function RuleConflicts({ parts, names }: { parts: readonly PartMeeting[]; names: Names }) {
  const text = useText();
  const say = useRuleWords(names);
  if (parts.length === 0) return null;
  const words = (name: string) => (value: string) => {
    if (name === 'money') {
      return text(`allocation.basis.${(JSON.parse(value) as { basis: string }).basis}`);
    }
    const rule = ruleOf(value);
    return rule ? say(rule) : text('allocation.conflict.unread');
  };
  const label = (name: string) =>
    name === 'money'
      ? text('allocation.conflict.money')
      : text('allocation.conflict.rule', { number: Number(name.slice('rules.'.length)) + 1 });
  return (
    <Notice tone="warn" title={text('allocation.conflict')}>
      {parts.map(({ name, met }) =>
        met.kind === 'choose' ? (
          <ConflictChoice
            key={name}
            name={name}
            label={label(name)}
            mine={met.value}
            theirs={met.theirs}
            words={words(name)}
          />
        ) : (
          <p key={name}>
            {text('allocation.conflict.took', {
              part: label(name),
              now: met.value === '' ? text('allocation.conflict.gone') : words(name)(met.value),
            })}
          </p>
        ),
      )}
    </Notice>
  );
}
