import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Acceptance } from './acceptance.ts';
import { checkAmount } from './check-amount.ts';
import { CheckFacts } from './check-facts.tsx';
import { CheckSign } from './check-mark.tsx';
import type { Check } from './open-check.ts';

type Props = {
  checks: readonly (Check & { before?: Acceptance | null; acceptance?: Acceptance })[];
  mayAccept: boolean;
  result: ActionResult | undefined;
};

/** Differences gathered by the rule that they miss: the rule once, then where, both figures, and the act. */
export function CheckList({ checks, mayAccept, result }: Props) {
  const text = useText();
  const ruleOf = (check: Check) => text(`checks.rule.${check.code}`, check.params);
  const groups = Map.groupBy(checks, (check) => [check.class, check.code, ruleOf(check)].join(' '));
  return [...groups].map(([key, own]) => (
    <section key={key} className="check-group">
      <div className="check-head">
        <h4>{text(`checks.code.${own[0]!.code}`)}</h4>
        <CheckSign kind={own[0]!.class} />
      </div>
      <p className="check-rule">{ruleOf(own[0]!)}</p>
      <ul className="checks">
        {own.map((check) => (
          <CheckItem key={keyOf(check)} check={check} mayAccept={mayAccept} result={result} />
        ))}
      </ul>
    </section>
  ));
}

/** What a form about this difference is keyed by. */
function keyOf(check: Pick<Check, 'code' | 'whereKey'>): string {
  return `${check.code} ${check.whereKey}`;
}

function CheckItem({ check, mayAccept, result }: Omit<Props, 'checks'> & { check: Props['checks'][number] }) {
  const text = useText();
  const { acceptance, before } = check;
  const id = keyOf(check);
  const intent = acceptance ? 'withdraw' : 'accept';
  return (
    <li className="check-item">
      <Link href={check.href}>{check.place.join(' · ')}</Link>
      <CheckFacts check={check} />
      {acceptance ? <Word word={acceptance} /> : null}
      {before ? <Word word={before} check={check} /> : null}
      {mayAccept ? (
        <Disclosure summary={text(`checks.${intent}`)} open={justSent(result, intent, id)}>
          <ActionForm
            intent={intent}
            id={id}
            result={result}
            hidden={{
              code: check.code,
              whereKey: check.whereKey,
              stated: JSON.stringify(check.stated),
              computed: JSON.stringify(check.computed),
            }}
            submit={text(`checks.${intent}.do`)}
          >
            {(wire) => <TextArea {...wire('reason')} rows={2} hint={text('checks.reason.hint')} />}
          </ActionForm>
        </Disclosure>
      ) : null}
    </li>
  );
}

/** Who accepted, when and why; of a difference that opened again also which figures that was about. */
function Word({ word, check }: { word: Acceptance; check?: Check }) {
  const text = useText();
  const locale = useLocale();
  const said = { by: word.by, date: formatDate(word.at.slice(0, 10), locale), reason: word.reason };
  if (!check) return <p className="check-word">{text('checks.accepted.by', said)}</p>;
  const print = (value: number | null) => checkAmount(value, check, locale) ?? text('checks.unknown');
  return (
    <p className="check-word">
      {text('checks.reopened', { ...said, stated: print(word.stated), computed: print(word.computed) })}
    </p>
  );
}
