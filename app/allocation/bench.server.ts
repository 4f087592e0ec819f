import type { Actor } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { yearOf, years } from '#app/kernel/period.ts';
import { Missing, type Params } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { freshInputs } from './allocation.server.ts';
import { listAllocations } from './allocation-list.server.ts';
import { beginningOf } from './beginning.ts';
import { type BenchColumn, type BenchState, most } from './bench-form.ts';
import { type KeptRun, readRuns } from './kept-run.server.ts';
import { type OwnMoney, ownMoney, ownTexts } from './own-totals.ts';
import type { Rule } from './rule.ts';
import type { RuleFields } from './rule-form.ts';
import { fieldsOf } from './rule-text.ts';
import { type RunInputs, type RunResult, type TotalsBasis, totalsBases } from './run.ts';
import { listScenarios } from './scenario.server.ts';
import { canWriteScenario, type Scenario } from './scenario.ts';
import { vocabularyOf } from './screen.server.ts';
import { type AllocationSetting, getSetting } from './setting.server.ts';
import type { AllocationDocument, AllocationVersion } from './version.ts';

/** What an allocation that was decided gives: its amounts stand, whatever the money of today. */
export type Fixed = {
  rules: Rule[] | null;
  totals: Record<string, number>;
  /** years whose money was provisional when it was decided */
  provisional: number[];
  result: RunResult;
};

/** One that can be put on the bench. */
export type Offered = {
  from: string;
  fund: string | null;
  title: string;
  /** of a document */
  number: number | null;
  status: AllocationVersion['status'] | 'in-force' | 'scenario';
  outcome: Scenario['outcome'];
};

type Ask = { query: URLSearchParams } | { state: BenchState; put?: string };

/**
 * What the bench of a scheme shows for what is asked: by the address, or by the form that was sent; `put` sets one
 * more beside the others. Seven statements.
 * @throws Missing
 */
export async function getBench(tx: Tx, actor: Actor, { scheme, ask }: { scheme: string; ask: Ask }) {
  const setting = await getSetting(tx, actor, scheme);
  const documents = await listAllocations(tx, actor, setting.schemeId);
  const scenarios = await listScenarios(tx, actor, setting.schemeId);
  const offered = offeredOf(documents, scenarios);
  const froms = fromsOf(ask, offered);
  const runs = await readRuns(tx, actor, versionsOf(documents, froms));
  const source = { setting, documents, scenarios, runs, actor };
  const state = 'state' in ask ? stateWith(source, ask) : stateOfQuery(source, { query: ask.query, froms });
  const inputs = { fund: state.fund, totals: {}, headCounts: [], earlier: [] };
  // a draft's own lines in force do not count as given out by others
  const writing = documents.find((one) =>
    state.columns.some(({ from, rules }) => rules !== null && from.startsWith(`${one.code}~`)),
  );
  const inputsBy = (basis: TotalsBasis) =>
    ownMoney(freshInputs(setting, { ...inputs, basis }, writing?.code ?? null));
  const { headCounts, earlier } = freshInputs(setting, { ...inputs, basis: 'own' }, null);
  return {
    scheme: setting.code,
    state,
    offered: offered.filter((one) => one.fund === null || one.fund === state.fund),
    fixed: Object.fromEntries(fixedOf(source, froms)),
    vocabulary: vocabularyOf(setting),
    years: years(setting.firstYear, setting.lastYear),
    byBasis: Object.fromEntries(totalsBases.map((basis) => [basis, inputsBy(basis)])) as ByBasis,
    ...{ headCounts, earlier },
    beginning: beginningOf(setting, headCounts),
    described: Object.fromEntries(
      scenarios.map(({ code, name, description, shared, outcome }) => {
        return [`scenario:${code}`, { code, name, description, shared, settled: outcome !== null }];
      }),
    ),
    mayWrite: canWriteScenario(actor),
  };
}

type ByBasis = Record<TotalsBasis, OwnMoney>;
export type BenchView = Awaited<ReturnType<typeof getBench>>;

type Source = {
  setting: AllocationSetting;
  documents: AllocationDocument[];
  scenarios: Scenario[];
  runs: Map<string, KeptRun>;
  actor: Actor;
};

function offeredOf(documents: AllocationDocument[], scenarios: Scenario[]): Offered[] {
  return [
    ...documents.flatMap(({ code, title, versions }) =>
      versions.map(({ number, fund, status, inForce }): Offered => {
        const from = `${code}~${number}`;
        return { from, fund, title, number, status: inForce ? 'in-force' : status, outcome: null };
      }),
    ),
    ...scenarios.map(({ code, name, fund, outcome }): Offered => {
      return { from: `scenario:${code}`, fund, title: name, number: null, status: 'scenario', outcome };
    }),
  ];
}

function fromsOf(ask: Ask, offered: readonly Offered[]): string[] {
  if ('query' in ask) return askedFroms(ask.query, offered);
  const { state, put } = ask;
  if (put !== undefined && !offered.some((one) => one.from === put)) throw new Missing('allocation');
  return [...state.columns.map((one) => one.from), ...(put === undefined ? [] : [put])];
}

function stateWith(source: Source, { state, put }: { state: BenchState; put?: string }): BenchState {
  if (put === undefined || state.columns.length >= most) return state;
  const columns = [...state.columns, columnOf(source, put).column];
  return { ...state, columns, open: columns.length - 1 };
}

/** What the address asks for; without anything: what is in force with its drafts, and the scenarios. */
function askedFroms(query: URLSearchParams, offered: readonly Offered[]): string[] {
  const asked = query.getAll('c').filter((from) => offered.some((one) => one.from === from));
  if (query.has('c') && asked.length === 0) throw new Missing('allocation');
  if (asked.length > 0) return [...new Set(asked)].slice(0, most);
  const fund =
    query.get('fund') ?? offered.find((one) => one.status === 'in-force')?.fund ?? offered[0]?.fund;
  const shown = offered.filter(
    ({ status, fund: of }) => of === fund && ['in-force', 'draft', 'scenario'].includes(status),
  );
  return shown.map((one) => one.from).slice(0, most);
}

function versionsOf(documents: AllocationDocument[], froms: readonly string[]): string[] {
  return documents.flatMap(({ code, versions }) =>
    versions.filter(({ number }) => froms.includes(`${code}~${number}`)).map((one) => one.versionId),
  );
}

/** The amounts of versions that are no draft. */
function fixedOf({ documents, runs }: Source, froms: readonly string[]): [string, Fixed][] {
  return documents.flatMap(({ code, versions }) =>
    versions.flatMap(({ number, versionId, status }): [string, Fixed][] => {
      const from = `${code}~${number}`;
      const run = runs.get(versionId);
      if (!run || status === 'draft' || !froms.includes(from)) return [];
      if (run.result) {
        const { totals = {}, provisional = [] } = run.inputs ?? {};
        return [[from, { rules: run.rules, totals, provisional, result: run.result }]];
      }
      const totals: Record<string, number> = {};
      for (const { year, cents } of run.lines) totals[year] = (totals[year] ?? 0) + cents;
      const result = { lines: run.lines, unallocated: {}, reasons: [] };
      return [[from, { rules: null, totals, provisional: [], result }]];
    }),
  );
}

function stateOfQuery(
  source: Source,
  { query, froms }: { query: URLSearchParams; froms: string[] },
): BenchState {
  const columns = froms.map((from) => columnOf(source, from));
  const inputs = froms.map((from) => inputsOf(source, from));
  const money = inputs.find((one, i) => one && columns[i]!.rules);
  const print = printFor(source.actor);
  const at = (name: string) => Math.max(0, Math.min(Number(query.get(name)) || 0, columns.length - 1));
  const firstOpen = columns.findIndex((one) => one.rules);
  return {
    fund: inputs.find((one) => one)?.fund ?? query.get('fund') ?? source.setting.funds[0]?.code ?? '',
    columns: columns.map(({ column }) => column),
    open: query.has('open') ? at('open') : Math.max(0, firstOpen),
    base: at('base'),
    year: yearOf(query),
    show: query.get('show') === 'head' ? 'head' : 'amount',
    basis: money?.basis ?? 'granted',
    own: money?.basis === 'own' ? ownTexts(money, print) : {},
    why: '',
  };
}

function columnOf(source: Source, from: string): { column: BenchColumn; rules: Rule[] | null } {
  const print = printFor(source.actor);
  const editable = (name: string, rules: Rule[], revision: number | null) => {
    return { column: { from, name, rules: fieldsOf(rules, print), revision }, rules };
  };
  const scenario = source.scenarios.find((one) => `scenario:${one.code}` === from);
  if (scenario) return editable(scenario.name, scenario.rules, scenario.revision);
  const { document, version, run } = versionAt(source, from);
  const name = `${document?.title ?? from} ${version?.number ?? ''}`.trim();
  if (version?.status === 'draft') return editable(name, run?.rules ?? [], null);
  return { column: { from, name, rules: null, revision: null }, rules: null };
}

function inputsOf(source: Source, from: string): RunInputs | null {
  const scenario = source.scenarios.find((one) => `scenario:${one.code}` === from);
  return scenario?.inputs ?? versionAt(source, from).run?.inputs ?? null;
}

function versionAt({ documents, runs }: Source, from: string) {
  const [, code, number] = from.match(/^(.+)~(\d+)$/) ?? [];
  const document = documents.find((one) => one.code === code);
  const version = document?.versions.find((one) => one.number === Number(number));
  return { document, version, run: version && runs.get(version.versionId) };
}

/** Prints hundredths for a field, every digit that counts. */
function printFor({ locale }: Actor): (hundredths: number) => string {
  return (hundredths) => formatAmount(hundredths, 'eur2', locale);
}

/** Rules as fields of a form, for this reader; null stays null. */
export function rulesToFields(rules: readonly Rule[] | null, actor: Actor): RuleFields[] | null {
  return rules && fieldsOf(rules, printFor(actor));
}

/**
 * What somebody else kept meanwhile, beside what was typed here: compared as any two allocations are. Keeping
 * again then replaces theirs knowingly.
 */
export function theirsOnBench(view: BenchView, actor: Actor, params: Params): BenchView {
  const { state } = view;
  const theirs = JSON.parse(String(params.theirs)) as { name: string; rules: Rule[] };
  const name = wordsOf(actor.locale)('allocation.bench.theirs', { name: theirs.name });
  const column = { from: 'new:theirs', name, rules: fieldsOf(theirs.rules, printFor(actor)), revision: null };
  const columns = state.columns.map((one, i) =>
    i === state.open ? { ...one, revision: Number(params.revision) } : one,
  );
  return { ...view, state: { ...state, columns: [...columns, column] } };
}
