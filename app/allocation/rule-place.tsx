import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { useText } from '#app/ui/text.tsx';
import { type Names, useAllocationWords } from './names.tsx';
import type { RuleKind } from './rule.ts';

/** The label of each field of a rule, by its name; of a row or group, by the name within it. */
const labels: Readonly<Record<string, string>> = {
  centsPerHead: 'per-head',
  cents: 'cents',
  'take.value': 'take',
  weight: 'weight',
  group: 'group',
  to: 'for',
  'heads.definition': 'definition',
  'heads.date': 'date',
  'heads.day': 'day',
  'heads.month': 'month',
  'heads.yearsBefore': 'years-before',
  years: 'years',
  within: 'within',
  others: 'others',
  basisYear: 'ratio-year',
};

type Placed = Pick<FieldError, 'code' | 'params'> & { path?: string };

/**
 * Refusals that stand apart from the form: each with its rule and field before it, unless its own words name the
 * rule already.
 */
export function usePlacedWords(names: Names) {
  const text = useText();
  const words: ErrorWords = useAllocationWords(names);
  const where = ({ path = '', params }: Placed, rules: readonly { kind: RuleKind }[]): string => {
    const year = path.match(/^totals\.(\d{4})$/)?.[1];
    if (year) return `${text('allocation.to-divide')}, ${year}`;
    const [, place, field = ''] = path.match(/^rules\.(\d+)(?:\.(.+))?$/) ?? [];
    const rule = rules[Number(place)];
    if (!rule || params.rule !== undefined) return '';
    const [, list, row, rest] = field.match(/^(\w+)\.(\d+)(?:\.(.+))?$/) ?? [];
    const label = labels[rest ?? field] ?? labels[(rest ?? field).split('.')[0]!];
    return [
      text('allocation.step.rule', { number: Number(place) + 1, kind: text(`allocation.kind.${rule.kind}`) }),
      row === undefined
        ? ''
        : text(`allocation.form.${list === 'groups' ? 'group' : 'row'}-number`, { number: Number(row) + 1 }),
      label ? text(`allocation.form.${label}`) : '',
    ]
      .filter(Boolean)
      .join(', ');
  };
  return (rules: readonly { kind: RuleKind }[]) =>
    (error: Placed): string =>
      [where(error, rules), words(error)].filter(Boolean).join(': ');
}
