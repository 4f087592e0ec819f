import type { FieldError, Params } from '#app/kernel/rejection.ts';
import { checkHeads, headUses } from './head-check.ts';
import { HeadBook, type HeadCount, headCountErrors } from './head-count.ts';
import { inside, keyOf, type Receiver } from './receiver.ts';
import { appliesIn, type Fixed, type Rule, type Take, type Weighted } from './rule.ts';

/** What rules are held against before any money moves. */
export type Known = {
  rules: readonly Rule[];
  /** The years that have money. */
  years: readonly number[];
  headCounts: readonly HeadCount[];
  /** Years that will have money, nobody knows yet how much. */
  open?: readonly number[];
  /** The units and nodes that exist; absent: not checked. */
  units?: ReadonlySet<string>;
  nodes?: ReadonlySet<string>;
};

/**
 * Everything that is wrong with rules and head counts before they run, all at once. Paths are
 * `rules.<index>.<field>…` and `headCounts.<index>.heads`.
 */
export function ruleErrors(known: Known): FieldError[] {
  const book = new HeadBook(known.headCounts);
  return [
    ...headCountErrors(known.headCounts),
    ...known.rules.flatMap((rule, index) => checkRule(known, { rule, path: `rules.${index}`, book })),
    ...fixedTwice(known),
  ];
}

type Checked = { rule: Rule; path: string; book: HeadBook };

function checkRule(known: Known, checked: Checked): FieldError[] {
  const { rule, path, book } = checked;
  return [
    ...(rule.years ?? [])
      .filter((year) => !known.years.includes(year) && !known.open?.includes(year))
      .map((year) => error(`${path}.years`, 'year-outside', { year, years: known.years.join(', ') })),
    ...placesOf(rule).flatMap((place) =>
      checkReceiver(known, rule, { ...place, path: `${path}.${place.path}` }),
    ),
    ...twice(rule, path),
    ...checkNumbers(rule, path),
    ...headUses(rule).flatMap((use) => checkHeads(use, { rule, path, years: known.years, book })),
  ];
}

type Place = { path: string; receiver: Receiver; group: string };

/** Receivers of a list in a rule, with their places. */
function places(group: string, receivers: readonly Receiver[], suffix = ''): Place[] {
  return receivers.map((receiver, i) => ({ path: `${group}.${i}${suffix}`, receiver, group }));
}

/** Every receiver that a rule names, with its place; within one `group` none may stand twice. */
function placesOf(rule: Rule): Place[] {
  return [...places('within', rule.within ?? []), ...ownPlacesOf(rule)];
}

function ownPlacesOf(rule: Rule): Place[] {
  const tos = (list: readonly { to: Receiver }[]) => list.map(({ to }) => to);
  switch (rule.kind) {
    case 'reserve':
    case 'remainder':
      return rule.to === null ? [] : [{ path: 'to', receiver: rule.to, group: 'to' }];
    case 'fixed':
    case 'floor':
    case 'ceiling':
      return [...places('amounts', tos(rule.amounts), '.to'), ...places('others', rule.others ?? [])];
    case 'tariff':
    case 'heads':
      return places('to', rule.to);
    case 'tariff-per-group':
      return rule.groups.flatMap((group, g) => places(`groups.${g}.to`, group.to));
    case 'ratio':
    case 'weights':
      return places('weights', tos(rule.weights), '.to');
    case 'keep-ratio-of':
      return (rule.groups ?? []).flatMap((group, g) => [
        { path: `groups.${g}.to`, receiver: group.to, group: 'groups' },
        ...places(`groups.${g}.of`, group.of),
      ]);
  }
}

function checkReceiver(known: Known, rule: Rule, { path, receiver }: Place): FieldError[] {
  const { unit, node } = receiver;
  const errors: FieldError[] = [];
  if (unit !== null && known.units && !known.units.has(unit)) {
    errors.push(error(path, 'unknown-unit', { unit }));
  }
  if (node !== null && known.nodes && !known.nodes.has(node)) {
    errors.push(error(path, 'unknown-node', { node }));
  }
  if (unit === null && node === null) errors.push(error(path, 'receiver-empty'));
  if (rule.kind === 'ratio' && path.includes('.weights.') && node === null) {
    errors.push(error(path, 'ratio-without-node', { unit }));
  }
  const own = !path.includes('.within.') && !path.includes('.others.') && !path.includes('.of.');
  if (own && rule.within?.some((holder) => keyOf(inside(holder, receiver)) === keyOf(holder))) {
    errors.push(error(path, 'receiver-itself', { unit, node }));
  }
  return errors;
}

function twice(rule: Rule, path: string): FieldError[] {
  const seen = new Set<string>();
  return placesOf(rule).flatMap((place) => {
    const key = `${place.group} ${keyOf(place.receiver)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [error(`${path}.${place.path}`, 'receiver-twice', place.receiver)];
  });
}

function checkNumbers(rule: Rule, path: string): FieldError[] {
  switch (rule.kind) {
    case 'reserve':
      return checkTake(rule.take, path);
    case 'fixed':
    case 'floor':
    case 'ceiling':
      return [
        ...empty(rule.amounts, `${path}.amounts`),
        ...rule.amounts.flatMap(({ cents }, i) => checkCents(cents, `${path}.amounts.${i}.cents`)),
        ...(rule.kind === 'fixed'
          ? []
          : rule.amounts.flatMap(({ mark, memo }, i) =>
              mark || memo ? [error(`${path}.amounts.${i}.cents`, 'bound-marked')] : [],
            )),
      ];
    case 'tariff':
      return [...empty(rule.to, `${path}.to`), ...checkCents(rule.centsPerHead, `${path}.centsPerHead`)];
    case 'tariff-per-group':
      return [
        ...empty(rule.groups, `${path}.groups`),
        ...rule.groups.flatMap(({ centsPerHead, to }, i) => [
          ...empty(to, `${path}.groups.${i}.to`),
          ...checkCents(centsPerHead, `${path}.groups.${i}.centsPerHead`),
        ]),
      ];
    case 'ratio':
    case 'weights':
      return [...checkWeights(rule.weights, rule.kind, path), ...checkTake(rule.take, path)];
    case 'heads':
      return [...empty(rule.to, `${path}.to`), ...checkTake(rule.take, path)];
    case 'keep-ratio-of':
      return [...(rule.groups ? empty(rule.groups, `${path}.groups`) : []), ...checkTake(rule.take, path)];
    case 'remainder':
      return [];
  }
}

function checkWeights(weights: readonly Weighted[], kind: 'ratio' | 'weights', path: string): FieldError[] {
  const at = `${path}.weights`;
  if (weights.length === 0) return [error(at, kind === 'ratio' ? 'ratio-empty' : 'no-receivers')];
  const wrong = weights.flatMap(({ to, weight }, i) =>
    weight < 0 || !Number.isSafeInteger(weight)
      ? [error(`${at}.${i}.weight`, 'weight-negative', { weight, unit: to.unit, node: to.node })]
      : [],
  );
  return weights.every(({ weight }) => weight === 0) ? [error(at, 'weights-zero')] : wrong;
}

function checkTake(take: Take | undefined, path: string): FieldError[] {
  if (take === undefined) return [];
  if ('cents' in take) return checkCents(take.cents, `${path}.take.cents`);
  const { basisPoints } = take;
  if (basisPoints >= 0 && basisPoints <= 10_000 && Number.isInteger(basisPoints)) return [];
  return [error(`${path}.take.basisPoints`, 'share-outside', { basisPoints })];
}

function checkCents(cents: number, path: string): FieldError[] {
  return cents >= 0 && Number.isSafeInteger(cents) ? [] : [error(path, 'amount-negative', { cents })];
}

function empty(list: readonly unknown[], path: string): FieldError[] {
  return list.length === 0 ? [error(path, 'no-receivers')] : [];
}

/** Two rules that each fix an amount for the same receiver in the same year contradict each other. */
function fixedTwice({ rules, years }: Known): FieldError[] {
  const seen = new Map<string, number>();
  const errors = new Map<string, FieldError>();
  for (const [index, rule] of rules.entries()) {
    if (rule.kind !== 'fixed') continue;
    for (const { year, to, i } of fixedReceivers(rule, years)) {
      const key = `${year} ${keyOf(to)}`;
      const first = seen.get(key) ?? index;
      const path = `rules.${index}.amounts.${i}.to`;
      if (first !== index) errors.set(path, error(path, 'fixed-twice', { ...to, first: first + 1 }));
      seen.set(key, first);
    }
  }
  return [...errors.values()];
}

function fixedReceivers(rule: Fixed, years: readonly number[]) {
  return years
    .filter((year) => appliesIn(rule, year))
    .flatMap((year) =>
      (rule.within ?? [null]).flatMap((holder) =>
        rule.amounts.map((amount, i) => ({ year, to: inside(holder, amount.to), i })),
      ),
    );
}

function error(path: string, code: string, params: Params = {}): FieldError {
  return { path, code: `allocation.${code}`, params };
}
