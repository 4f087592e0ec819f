import { formatAmount } from '#app/kernel/amount-format.ts';
import { chosenTheirs, type Meeting, meet } from '#app/kernel/conflict.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { type OwnMoney, ownMoney } from './own-totals.ts';
import type { Rule } from './rule.ts';
import type { RuleFields } from './rule-form.ts';
import { readRules } from './rule-read.ts';
import { fieldsOf } from './rule-text.ts';
import type { TotalsBasis } from './run.ts';

/**
 * Two people write the rules of one draft. A rule is known by its place: per place, and for the money that is
 * divided, the second sees what the first saved beside what they typed.
 */
export type StoredDraft = {
  rules: readonly Rule[];
  basis: TotalsBasis;
  own: OwnMoney;
};

// Two decimals always, so that it reads one way in either language.
const print = (hundredths: number) => formatAmount(hundredths, 'eur2', 'nl');

/** One rule as text to compare: what the form says of it, or its fields as typed where they cannot be read. */
function textOf(fields: RuleFields): string {
  const { rules, errors } = readRules([fields]);
  return JSON.stringify(errors.length > 0 ? fields : rules[0]);
}

const moneyText = (basis: string, own: OwnMoney) =>
  JSON.stringify({ basis, ...(basis === 'own' ? ownMoney(own) : { totals: {} }) });

/** How the parts of a draft stand, by the name that a choice about them carries. */
export function draftStood({ rules, basis, own }: StoredDraft): Record<string, string> {
  const places = fieldsOf(rules, print).map((fields, i) => [`rules.${i}`, textOf(fields)]);
  return { ...Object.fromEntries(places), money: moneyText(basis, own) };
}

export type Typed = {
  rules: readonly RuleFields[];
  basis: TotalsBasis;
  own: OwnMoney;
};
export type PartMeeting = { name: string; met: Meeting };

/** What became of each part that somebody else changed too; in the order of the form. */
export function meetings(seen: Record<string, string>, theirs: StoredDraft, mine: Typed): PartMeeting[] {
  const now = draftStood(theirs);
  const typed: Record<string, string> = {
    ...Object.fromEntries(mine.rules.map((fields, i) => [`rules.${i}`, textOf(fields)])),
    money: moneyText(mine.basis, mine.own),
  };
  const names = [...new Set([...Object.keys(seen), ...Object.keys(now), ...Object.keys(typed)])];
  return names
    .map((name) => ({
      name,
      met: meet({ seen: seen[name] ?? '', theirs: now[name] ?? '', mine: typed[name] ?? '' }),
    }))
    .filter(({ met }) => met.kind !== 'mine')
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name));
}

function placeOf(name: string): number {
  return name === 'money' ? -1 : Number(name.slice('rules.'.length));
}

/** A rule in a text made by this module, or null where there is none. */
export function ruleOf(text: string): Rule | null {
  if (text === '') return null;
  const read = JSON.parse(text) as Rule | RuleFields;
  return 'fields' in read ? null : read;
}

/** The rules with these texts put in their places; an empty text takes the rule away. */
export function withTexts(
  rules: readonly RuleFields[],
  texts: Readonly<Record<string, string>>,
): RuleFields[] {
  const next: (RuleFields | null)[] = [...rules];
  for (const [name, text] of Object.entries(texts)) {
    if (!name.startsWith('rules.')) continue;
    const rule = ruleOf(text);
    next[placeOf(name)] = rule ? (fieldsOf([rule], print)[0] ?? null) : null;
  }
  return next.filter((one) => one !== null && one !== undefined);
}

/** What was chosen of the other's draft, ready to be put in the place of what was typed. */
export function takenFrom(form: Iterable<[string, FormDataEntryValue]>) {
  const texts = textsOf(form);
  const taken = chosenTheirs(texts);
  const money = taken.money ? (JSON.parse(taken.money) as OwnMoney & { basis: TotalsBasis }) : null;
  return { taken, money };
}
