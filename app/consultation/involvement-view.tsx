import { formatAmount } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Involvement } from './involvement.server.ts';

/** One form of taking part: who they are, what they do, how many, their pay, and how often they were heard. */
export function InvolvementView({ involvement: one }: { involvement: Involvement }) {
  const text = useText();
  const locale = useLocale();
  const pay = text('involvement.pay', {
    pay: one.pay,
    amount: one.payCents === null ? 'none' : formatAmount(one.payCents, 'eur2', locale),
  });
  const at = [
    nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale),
    one.bodyNl && one.bodyEn ? nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale) : '',
    one.since ? text('involvement.since', { since: one.since }) : '',
  ];
  return (
    <div className="involvement">
      <b>{nameOf(one, locale)}</b>
      <p>{locale === 'en' ? one.roleEn : one.roleNl}</p>
      <dl className="facts">
        <dt>{text('involvement.heads')}</dt>
        <dd>
          {one.heads === null
            ? text('involvement.unknown')
            : text('involvement.count', { count: one.heads, about: String(one.about) })}
        </dd>
        <dt>{text('involvement.pay.term')}</dt>
        <dd>{pay}</dd>
        <dt>{text('involvement.talks')}</dt>
        <dd>{text('involvement.talks.count', { count: one.talks })}</dd>
      </dl>
      <small>{[...at, one.source].filter(Boolean).join(' · ')}</small>
    </div>
  );
}
