import type { RuleKind } from './rule.ts';
import { ruleKinds } from './rule.ts';

/**
 * The rules of a draft as a form holds them: text as typed, by field, so that nothing typed is lost while it
 * is not right yet. Names of fields are `rules.<place>.<field>`; a field may stand several times.
 */
export type RuleFields = { kind: RuleKind; fields: Fields };
export type Fields = Readonly<Record<string, readonly string[]>>;

/** A receiver as a value of a field: `unit|theme`, either of them empty. */
export function receiverText({ unit, node }: { unit: string | null; node: string | null }): string {
  return `${unit ?? ''}|${node ?? ''}`;
}

export function readReceiver(text: string): { unit: string | null; node: string | null } {
  const [unit = '', node = ''] = text.split('|');
  return { unit: unit || null, node: node || null };
}

/** The first value of a field, trimmed; empty when it is absent. */
export function fieldText(fields: Fields, name: string): string {
  return fields[name]?.[0]?.trim() ?? '';
}

/** The places that a list of rows has in a form: `amounts.0`, `amounts.2` give 0 and 2. */
export function rowsOf(fields: Fields, list: string): number[] {
  const rows = new Set<number>();
  for (const name of Object.keys(fields)) {
    const row = name.startsWith(`${list}.`)
      ? name.slice(list.length + 1).match(/^(\d{1,4})\./)?.[1]
      : undefined;
    if (row) rows.add(Number(row));
  }
  return [...rows].toSorted((a, b) => a - b);
}

/** Of the places that a list has, those up to the last one in which anything was typed or chosen. */
export function usedRowsOf(fields: Fields, list: string, names: readonly string[]): number[] {
  const rows = rowsOf(fields, list);
  const used = (row: number) => names.some((name) => fieldText(fields, `${list}.${row}.${name}`) !== '');
  return rows.slice(0, rows.findLastIndex(used) + 1);
}

/** What of a group says that somebody filled it in: its counting basis always has a value. */
export const groupNames = ['group', 'centsPerHead', 'to', 'to.unit', 'to.node', 'of'] as const;

/** The rules of a form that was sent, in their places. */
export function rulesOfForm(form: Iterable<[string, FormDataEntryValue]>): RuleFields[] {
  const rules = new Map<number, Record<string, string[]>>();
  for (const [name, value] of form) {
    const match = name.match(/^rules\.(\d{1,3})\.(.+)$/);
    if (!match || typeof value !== 'string') continue;
    const fields = rules.get(Number(match[1])) ?? {};
    fields[match[2]!] = [...(fields[match[2]!] ?? []), value];
    rules.set(Number(match[1]), fields);
  }
  return [...rules]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, fields]) => {
      const kind = ruleKinds.find((one) => one === fields.kind?.[0]);
      return kind ? [{ kind, fields }] : [];
    });
}

/** What a button of the form asks: `up.2`, `down.2`, `remove.2`, `add`, `save`, `run`. */
export type RuleIntent = { act: string; place: number };

export function readIntent(text: string): RuleIntent {
  const [act = '', place = '-1'] = text.split('.');
  return { act, place: Number(place) };
}

/** Moves or removes a rule; any other intent changes nothing. */
export function arrange(rules: readonly RuleFields[], { act, place }: RuleIntent): RuleFields[] {
  const rule = rules[place];
  if (!rule) return [...rules];
  const rest = rules.toSpliced(place, 1);
  if (act === 'remove') return rest;
  const to = act === 'up' ? place - 1 : act === 'down' ? place + 1 : place;
  return to < 0 || to > rest.length ? [...rules] : rest.toSpliced(to, 0, rule);
}

/** Whom a new rule may begin with: the units right below the institution, and the themes. */
export type Beginning = {
  units: readonly string[];
  themes: readonly string[];
  definition: string;
  /** a reference date for which there are counts */
  date: string;
};

/** A new rule of a kind, with a row for whom it most likely concerns. */
export function newRule(kind: RuleKind, { units, themes, definition, date }: Beginning): RuleFields {
  const all = units.map((unit) => receiverText({ unit, node: null }));
  const heads = { 'heads.definition': [definition], 'heads.mode': ['date'], 'heads.date': [date] };
  const rows = (list: string, value: string, of: { unit?: string; node?: string }[]) =>
    Object.fromEntries(
      of.flatMap(({ unit = '', node = '' }, i) => [
        [`${list}.${i}.unit`, [unit]],
        [`${list}.${i}.node`, [node]],
        [`${list}.${i}.${value}`, ['']],
      ]),
    );
  const own: Partial<Record<RuleKind, Fields>> = {
    reserve: { 'take.how': ['cents'] },
    fixed: { chargedTo: ['pool'] },
    tariff: { to: all, ...heads },
    heads: { to: all, 'take.how': ['all'], ...heads },
    ratio: {
      'take.how': ['all'],
      ...rows(
        'weights',
        'weight',
        themes.map((node) => ({ node })),
      ),
    },
    weights: {
      'take.how': ['all'],
      ...rows(
        'weights',
        'weight',
        units.map((unit) => ({ unit })),
      ),
    },
    'tariff-per-group': {
      'groups.0.group': [''],
      ...Object.fromEntries(Object.entries(heads).map(([name, value]) => [`groups.0.${name}`, value])),
    },
    'keep-ratio-of': { basis: ['earlier'], 'take.how': ['all'] },
  };
  return { kind, fields: { kind: [kind], ...own[kind] } };
}
