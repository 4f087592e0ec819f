import { type RuleKind, ruleKinds } from './rule.ts';
import type { Fields, RuleFields } from './rule-form.ts';
import { arrange, type Beginning, newRule, readIntent, rulesOfForm } from './rule-form.ts';
import { type TotalsBasis, totalsBases } from './run.ts';

/**
 * The workbench as its form holds it: which allocations stand beside each other, with the rules of each as typed.
 * One of them is open, its rules in fields; the others are carried along. Nothing here is stored.
 */

/** One allocation on the bench. */
export type BenchColumn = {
  /** `document~2`, `scenario:code`, or `new:1`; where it came from */
  from: string;
  name: string;
  /** null: its amounts stand as they were decided */
  rules: RuleFields[] | null;
  /** of a scenario: the revision that was read, so that nobody's later change is lost */
  revision: number | null;
};

export type BenchState = {
  fund: string;
  columns: BenchColumn[];
  /** which one is open */
  open: number;
  base: number;
  /** null: all years together */
  year: number | null;
  show: 'amount' | 'head';
  basis: TotalsBasis;
  /** amounts given by hand as typed, by year */
  own: Record<string, string>;
  /** the receiver whose reasons are shown, as a field value */
  why: string;
};

export const most = 5;

type FormEntries = readonly (readonly [string, FormDataEntryValue])[];

/** Reads the state of a form; what does not fit is left out, as a form of one's own never has it. */
export function stateOfForm(form: FormEntries): BenchState {
  const text = (name: string) => {
    const found = form.find(([key]) => key === name)?.[1];
    return typeof found === 'string' ? found : '';
  };
  const columns = readColumns(text('columns'));
  const open = place(text('open'), columns.length);
  const opened = columns[open];
  if (opened?.rules)
    columns[open] = { ...opened, rules: rulesOfForm(form as [string, FormDataEntryValue][]) };
  return {
    fund: text('fund'),
    columns,
    open,
    base: place(text('base'), columns.length),
    year: /^\d{4}$/.test(text('year')) ? Number(text('year')) : null,
    show: text('show') === 'head' ? 'head' : 'amount',
    basis: totalsBases.find((one) => one === text('basis')) ?? 'granted',
    own: Object.fromEntries(
      form.flatMap(([name, value]) => {
        const year = name.match(/^totals\.(\d{4})$/)?.[1];
        return year && typeof value === 'string' ? [[year, value]] : [];
      }),
    ),
    why: text('why'),
  };
}

function place(text: string, length: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 && number < length ? number : 0;
}

function readColumns(json: string): BenchColumn[] {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(read)) return [];
  return read.slice(0, most + 1).flatMap((one: Record<string, unknown> | null) => {
    if (typeof one?.from !== 'string' || typeof one.name !== 'string') return [];
    const rules = Array.isArray(one.rules) ? readFields(one.rules) : null;
    const revision = typeof one.revision === 'number' ? one.revision : null;
    return [{ from: one.from, name: one.name, rules, revision }];
  });
}

function readFields(rules: readonly unknown[]): RuleFields[] {
  return rules.flatMap((rule) => {
    const { kind, fields } = (rule ?? {}) as Record<string, unknown>;
    const known = ruleKinds.find((one) => one === kind);
    if (!known || typeof fields !== 'object' || fields === null) return [];
    const lists = Object.entries(fields).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((value) => typeof value === 'string'),
    );
    return [{ kind: known, fields: Object.fromEntries(lists) }];
  });
}

/** Ways to divide that a new allocation may begin with. */
export const patterns = ['tariff', 'tariff-per-group', 'heads', 'weights', 'ratio', 'empty'] as const;
export type Pattern = (typeof patterns)[number];

export type BenchPress = {
  beginning: Beginning;
  /** the kind of rule that is added */
  add: RuleKind;
  /** the rules of an allocation whose amounts stand as decided; null when they are not known */
  rulesOf: (from: string) => RuleFields[] | null;
  names: { begun: (pattern: Pattern) => string; copy: (name: string) => string };
};

/**
 * What a button of the bench does to its state: rules arranged or added, an allocation opened, copied, put
 * beside or taken away. What has to be fetched or stored is for the server.
 */
export function pressed(
  intent: string,
  state: BenchState,
  { beginning, add, rulesOf, names }: BenchPress,
): BenchState {
  const { act, place: at } = readIntent(intent);
  const column = state.columns[state.open];
  const arranged = (rules: RuleFields[]): BenchState => ({
    ...state,
    columns: state.columns.map((one, i) => (i === state.open ? { ...one, rules } : one)),
  });
  if (column?.rules && act === 'add') return arranged([...column.rules, newRule(add, beginning)]);
  if (column?.rules && ['up', 'down', 'remove'].includes(act)) {
    return arranged(arrange(column.rules, { act, place: at }));
  }
  if (act === 'open' && state.columns[at]) return { ...state, open: at };
  if (act === 'drop' && state.columns.length > 1) return without(state, at);
  if (act.startsWith('why:')) {
    const why = intent.slice('why:'.length);
    return { ...state, why: state.why === why ? '' : why };
  }
  if (state.columns.length >= most) return state;
  const added = (one: Pick<BenchColumn, 'name' | 'rules'>) => {
    const columns = [...state.columns, { ...one, from: freshFrom(state.columns), revision: null }];
    return { ...state, columns, open: columns.length - 1 };
  };
  const source = state.columns[at];
  const copied = act === 'copy' && source ? (source.rules ?? rulesOf(source.from)) : null;
  if (source && copied) return added({ name: names.copy(source.name), rules: copied });
  const pattern = patterns.find((one) => intent === `begin:${one}`);
  return pattern ? added({ name: names.begun(pattern), rules: begunWith(pattern, beginning) }) : state;
}

function without(state: BenchState, at: number): BenchState {
  const columns = state.columns.filter((_, i) => i !== at);
  const moved = (one: number) => Math.min(one > at ? one - 1 : one, columns.length - 1);
  return { ...state, columns, open: moved(state.open), base: moved(state.base) };
}

function freshFrom(columns: readonly BenchColumn[]): string {
  const taken = new Set(columns.map((one) => one.from));
  let number = 1;
  while (taken.has(`new:${number}`)) number += 1;
  return `new:${number}`;
}

/** The first rules of a way to divide; with money left over, it stays visibly unallocated. */
function begunWith(pattern: Pattern, beginning: Beginning): RuleFields[] {
  if (pattern === 'empty') return [];
  const rule = newRule(pattern, beginning);
  const left: Fields = { kind: ['remainder'] };
  const rest: RuleFields[] = pattern.startsWith('tariff') ? [{ kind: 'remainder', fields: left }] : [];
  return [rule, ...rest];
}

/** The letter by which an allocation on the bench is spoken of. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}
