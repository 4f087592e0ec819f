import { useState } from 'react';
import { Form } from 'react-router';
import { parseInput } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary, Options } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/bench-page';
import { type BenchView, getBench, rulesToFields, theirsOnBench } from './bench.server.ts';
import { BenchControls } from './bench-controls.tsx';
import { type BenchState, letterOf, most, patterns, pressed, stateOfForm } from './bench-form.ts';
import { BenchOpen } from './bench-open.tsx';
import { runBench } from './bench-run.ts';
import { BenchTable } from './bench-table.tsx';
import { useAllocationWords, useNames } from './names.tsx';
import { readTotals } from './own-totals.ts';
import { ruleKinds } from './rule.ts';
import { readRules } from './rule-read.ts';
import { saveScenarioInput } from './scenario.input.ts';
import { createScenario, saveScenario } from './scenario.server.ts';

import '#app/funding/funding.css';
import './allocation.css';
import './bench.css';

export const handle = { ownHead: true };

type Back = {
  problem: Problem | null;
  typed: Record<string, string>;
  /** the scenario that was kept just now */
  kept: string | null;
  stamp: number;
};

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  return load(args, (tx, actor) => getBench(tx, actor, { scheme: args.params.scheme, ask: { query } }));
}

export async function action(args: Route.ActionArgs) {
  const form = [...(await args.request.formData())];
  const { scheme } = args.params;
  const sent = stateOfForm(form);
  const typed = Object.fromEntries(form.filter((one): one is [string, string] => typeof one[1] === 'string'));
  const intent = typed.intent ?? '';
  const words = pick(typed, ['name', 'description', 'shared']);
  const back: Back = { problem: null, typed: {}, kept: null, stamp: Date.now() };
  if (intent !== 'save' && intent !== 'keep') {
    const put =
      intent === 'put' && typed.put?.startsWith('from:') ? typed.put.slice('from:'.length) : undefined;
    const pressing = intent === 'put' ? (typed.put ?? '') : intent;
    const view = await load(args, async (tx, actor) => {
      const now = await getBench(tx, actor, { scheme, ask: { state: sent, ...(put && { put }) } });
      return { ...now, state: press(actor, pressing, now, typed.add) };
    });
    return { ...back, view };
  }
  const result = await act(args, (tx, actor) =>
    keep(tx, actor, { scheme, state: sent, typed, form, isNew: intent === 'save' }),
  );
  const state = 'done' in result ? withKept(sent, result.done) : sent;
  const problem = 'problem' in result ? result.problem : null;
  const view = await load(args, async (tx, actor) => {
    const now = await getBench(tx, actor, { scheme, ask: { state } });
    return problem?.code === 'conflict' ? theirsOnBench(now, actor, problem.params) : now;
  });
  const kept = 'done' in result ? result.done.scenario : null;
  return { ...back, view, problem, typed: problem ? words : {}, kept };
}

function press(actor: Actor, intent: string, view: BenchView, add: string | undefined): BenchState {
  const text = wordsOf(actor.locale);
  return pressed(intent, view.state, {
    beginning: view.beginning,
    add: ruleKinds.find((one) => one === add) ?? 'tariff',
    rulesOf: (from) => rulesToFields(view.fixed[from]?.rules ?? null, actor),
    names: {
      begun: (pattern) => text(`allocation.bench.pattern.${pattern}`),
      copy: (name) => text('allocation.bench.copy-of', { name }),
    },
  });
}

type Keeping = {
  scheme: string;
  state: BenchState;
  typed: Record<string, string>;
  form: [string, FormDataEntryValue][];
  isNew: boolean;
};

/** Keeps the open allocation as a scenario. @throws as createScenario and saveScenario */
async function keep(tx: Tx, actor: Actor, { scheme, state, typed, form, isNew }: Keeping) {
  const column = state.columns[state.open];
  const read = readRules(column?.rules ?? []);
  const own = readTotals(form);
  const errors = [...read.errors, ...(state.basis === 'own' ? own.errors : [])];
  if (errors.length > 0) throw new InvalidInput(errors);
  const input = parseInput(saveScenarioInput, {
    ...{ name: typed.name ?? '', description: typed.description ?? '', shared: typed.shared === 'true' },
    ...{ fund: state.fund, basis: state.basis, totals: state.basis === 'own' ? own.totals : {} },
    ...{ rules: read.rules, revision: column?.revision ?? 0 },
  });
  const code = column?.from.startsWith('scenario:') ? column.from.slice('scenario:'.length) : null;
  const done =
    isNew || code === null
      ? await createScenario(tx, actor, { scheme, ...input })
      : await saveScenario(tx, actor, { scheme, scenario: code, ...input });
  return { ...done, name: input.name };
}

function withKept(
  state: BenchState,
  { scenario, revision, name }: { scenario: string; revision: number; name: string },
): BenchState {
  const columns = state.columns.map((one, i) =>
    i === state.open ? { ...one, from: `scenario:${scenario}`, name, revision } : one,
  );
  return { ...state, columns };
}

function pick(typed: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
}

export default function BenchPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const view: BenchView = actionData?.view ?? loaderData;
  const stamp = actionData?.stamp ?? 0;
  const [live, setLive] = useState<{ stamp: number; state: BenchState } | null>(null);
  const state = live?.stamp === stamp ? live.state : view.state;
  const { scheme, vocabulary } = view;
  const names = useNames(vocabulary);
  const words = useAllocationWords(names);
  const { runs, bench, years } = runBench(state, view);
  const problem = actionData?.problem ?? null;
  const conflict = problem?.code === 'conflict';
  const opened = runs[state.open];
  const errors = [...(problem?.errors ?? []), ...(opened?.problems ?? [])];
  const home = `/schemes/${scheme}/allocation`;
  return (
    <>
      <PageHead
        breadcrumb={[
          { href: '/schemes', label: text('nav.schemes') },
          { href: home, label: text('scheme.tab.allocation') },
        ]}
        title={text('allocation.bench')}
        lead={text('allocation.bench.lead')}
      />
      <PageBody>
        <title>{text('app.title', { page: text('allocation.bench') })}</title>
        <Form
          key={stamp}
          method="post"
          action={`${home}/compare`}
          noValidate
          preventScrollReset
          onChange={(event) => setLive({ stamp, state: stateOfForm([...new FormData(event.currentTarget)]) })}
        >
          {problem && !conflict ? (
            <ErrorSummary
              errors={[
                ...(problem.errors.length === 0 ? [{ text: words(problem) }] : []),
                ...problem.errors.map((one) => ({ id: one.path, text: words(one) })),
              ]}
            />
          ) : null}
          {conflict ? (
            <Notice tone="warn" live title={text('allocation.bench.conflict')}>
              <p>{text('allocation.bench.conflict.next', { letter: letterOf(state.columns.length - 1) })}</p>
            </Notice>
          ) : null}
          {actionData?.kept ? (
            <Notice tone="ok" live title={text('allocation.bench.kept')}>
              <p>
                <a href={`${home}/scenarios/${actionData.kept}`}>{text('allocation.bench.to-scenario')}</a>
              </p>
            </Notice>
          ) : null}
          <HiddenFields
            fields={{
              fund: state.fund,
              open: String(state.open),
              why: state.why,
              columns: JSON.stringify(state.columns),
            }}
          />
          {/* Enter in a field computes; the first button of the form is what Enter presses */}
          <button type="submit" name="intent" value="run" className="visually-hidden" tabIndex={-1}>
            {text('allocation.form.run')}
          </button>
          <BenchControls {...{ view, state, names, errors, words }} />
          <div className="bench">
            <div className="bench-results">
              <BenchTable {...{ bench, state, runs, vocabulary, names, years }} />
              <p className="bench-legend sub">{text('allocation.bench.legend')}</p>
              {runs.map((run, i) =>
                run.problems.length === 0 ? null : (
                  <Notice
                    key={state.columns[i]!.from}
                    tone="warn"
                    title={text('allocation.bench.problems', { letter: letterOf(i) })}
                  >
                    <ul>
                      {run.problems.map((one) => (
                        <li key={`${one.path} ${one.code} ${one.params.year ?? ''} ${one.params.date ?? ''}`}>
                          {words(one)}
                        </li>
                      ))}
                    </ul>
                  </Notice>
                ),
              )}
            </div>
            <div className="bench-edit">
              <Tabs state={state} />
              <BenchOpen {...{ view, state, names, errors, words }} typed={actionData?.typed ?? {}} />
              {state.columns.length < most ? <Put view={view} state={state} /> : null}
            </div>
          </div>
        </Form>
      </PageBody>
    </>
  );
}

/** The allocations on the bench; pressing one opens its rules. */
function Tabs({ state }: { state: BenchState }) {
  const text = useText();
  return (
    <div className="bench-tabs">
      <span className="sub">{text('allocation.bench.open')}</span>
      {state.columns.map((column, i) => (
        <Button
          key={column.from}
          small
          kind={i === state.open ? 'primary' : 'secondary'}
          name="intent"
          value={`open.${i}`}
          aria-current={i === state.open ? 'true' : undefined}
          aria-label={text('allocation.bench.open-one', { letter: letterOf(i), name: column.name })}
        >
          {letterOf(i)}
        </Button>
      ))}
    </div>
  );
}

/** What can be set beside the others: what exists, or a way to divide to begin with. */
function Put({ view, state }: { view: BenchView; state: BenchState }) {
  const text = useText();
  const here = new Set(state.columns.map((one) => one.from));
  const options = [
    ...patterns.map((pattern) => ({
      value: `begin:${pattern}`,
      label: text(`allocation.bench.pattern.${pattern}`),
      group: text('allocation.bench.put.new'),
    })),
    ...view.offered
      .filter((one) => !here.has(one.from))
      .map(({ from, title, number, status }) => ({
        value: `from:${from}`,
        label: `${title}${number === null ? '' : ` ${number}`} (${text(`allocation.status.${status}`)})`,
        group: text('allocation.bench.put.known'),
      })),
  ];
  return (
    <div className="rule-add">
      <label htmlFor="put">{text('allocation.bench.put')}</label>
      <select id="put" name="put" className="input">
        <Options options={options} />
      </select>
      <Button name="intent" value="put">
        {text('allocation.bench.put.do')}
      </Button>
    </div>
  );
}
