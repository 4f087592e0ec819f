import { formatAmount } from '#app/kernel/amount-format.ts';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { HeadBasis } from './head-count.ts';
import type { Names } from './names.tsx';
import type { Amount, Rule, Take } from './rule.ts';

/** One rule as a sentence: whom it gives what, from what, and in which years. */
export function useRuleWords(names: Names): (rule: Rule) => string {
  const text = useText();
  const locale = useLocale();
  const euro = (cents: number, provisional = false) =>
    text('allocation.euro', {
      amount: formatAmount(cents, cents % 100 === 0 ? 'eur' : 'eur2', locale) + (provisional ? '*' : ''),
    });
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
  const years = new Intl.ListFormat(locale, { type: 'conjunction' });
  const take = (given: Take | undefined) => {
    if (!given) return text('allocation.take.all');
    if ('cents' in given) return euro(given.cents, given.provisional);
    return text(`allocation.take.${given.of}-share`, { basisPoints: given.basisPoints });
  };
  const basis = ({ definition, date }: HeadBasis) => {
    const when =
      typeof date === 'string'
        ? formatDate(date, locale)
        : text('allocation.yearly', {
            day: formatDate(`2001-${two(date.month)}-${two(date.day)}`, locale, 'long').replace(
              /[ ,]*2001/,
              '',
            ),
            years: date.yearsBefore,
          });
    return text('allocation.heads', { definition: names.definition(definition), when });
  };
  const say = (rule: Rule): string => {
    const message = (params: Record<string, string>) => text(`allocation.rule.${rule.kind}`, params);
    switch (rule.kind) {
      case 'reserve':
        return message({ take: take(rule.take), to: names.receiver(rule.to) });
      case 'fixed':
        return `${message({ amounts: listed.format(rule.amounts.map(amount)) })} ${text(`allocation.charged.${rule.chargedTo}`)}`;
      case 'floor':
      case 'ceiling':
        return message({ amounts: listed.format(rule.amounts.map(amount)) });
      case 'tariff':
        return message({
          amount: euro(rule.centsPerHead, rule.provisional),
          heads: basis(rule.heads),
          to: names.receivers(rule.to),
        });
      case 'tariff-per-group':
        return message({
          groups: rule.groups
            .map((group) =>
              text('allocation.rule.group', {
                group: group.group,
                amount: euro(group.centsPerHead, group.provisional),
                heads: basis(group.heads),
                to: names.receivers(group.to),
              }),
            )
            .join('; '),
        });
      case 'ratio':
      case 'weights':
        return message({
          take: take(rule.take),
          weights: rule.weights.map((one) => one.weight.toLocaleString(locale)).join(' : '),
          to: names.receivers(rule.weights.map((one) => one.to)),
        });
      case 'heads':
        return message({ take: take(rule.take), heads: basis(rule.heads), to: names.receivers(rule.to) });
      case 'keep-ratio-of':
        return text(`allocation.rule.keep-ratio-of.${rule.basis}`, {
          take: take(rule.take),
          year: rule.basisYear === undefined ? 'none' : String(rule.basisYear),
        });
      case 'remainder':
        return rule.to === null
          ? text('allocation.rule.remainder-open')
          : message({ to: names.receiver(rule.to) });
    }
  };
  const amount = ({ to, cents, mark, memo }: Amount) =>
    text(memo ? 'allocation.rule.amount.memo' : 'allocation.rule.amount', {
      to: names.receiver(to),
      amount: mark === 'pm' ? 'pm' : euro(cents, mark === 'provisional'),
    });
  return (rule) =>
    [
      rule.within ? text('allocation.rule.within', { holders: names.receivers(rule.within) }) : '',
      say(rule),
      rule.years ? text('allocation.rule.years', { years: years.format(rule.years.map(String)) }) : '',
    ]
      .filter(Boolean)
      .join(' ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
