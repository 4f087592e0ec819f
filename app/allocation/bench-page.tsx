import { useState } from 'react';
import { Form } from 'react-router';
import { RefusalSummary } from '#app/funding/error-words.tsx';
import { act, load } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import type { Problem } from '#app/kernel/problem.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/bench-page';
import { type BenchView, getBench, rulesToFields, theirsOnBench } from './bench.server.ts';
import { BenchControls } from './bench-controls.tsx';
import { type BenchState, letterOf, most, pressed, stateOfForm } from './bench-form.ts';
import { keepOpen, withKept } from './bench-keep.server.ts';
import { BenchOpen } from './bench-open.tsx';
import { runBench } from './bench-run.ts';
import { BenchTable } from './bench-table.tsx';
import { BenchPut, BenchTabs } from './bench-tabs.tsx';
import { useAllocationWords, useNames } from './names.tsx';
import { ruleKinds } from './rule.ts';
import { usePlacedWords } from './rule-place.tsx';

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
  const typed = textsOf(form);
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
    keepOpen(tx, actor, { scheme, state: sent, typed, form, isNew: intent === 'save' }),
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
  const placed = usePlacedWords(names);
  const { runs, bench, years } = runBench(state, view);
  const problem = actionData?.problem ?? null;
  const conflict = problem?.code === 'conflict';
  const opened = runs[state.open];
  const errors = [...(problem?.errors ?? []), ...(opened?.problems ?? [])];
  const home = `/schemes/${scheme}/allocation`;
  return (
    <>
      <PageHead
        breadcrumb={[{ href: home, label: text('scheme.tab.allocation') }]}
        title={text('allocation.bench')}
        lead={text('allocation.bench.lead')}
      />
      <PageBody>
        <PageTitle page={text('allocation.bench')} />
        <Form
          key={stamp}
          method="post"
          action={`${home}/compare`}
          noValidate
          preventScrollReset
          onChange={(event) => setLive({ stamp, state: stateOfForm([...new FormData(event.currentTarget)]) })}
        >
          {problem && !conflict ? (
            <RefusalSummary problem={problem} words={placed(state.columns[state.open]?.rules ?? [])} />
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
              {runs.length === 0 ? (
                <Empty title={text('allocation.bench.empty')}>{text('allocation.bench.empty.next')}</Empty>
              ) : (
                <>
                  <BenchTable {...{ bench, state, runs, vocabulary, names, years }} />
                  <p className="bench-legend sub">{text('allocation.bench.legend')}</p>
                </>
              )}
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
                          {placed(state.columns[i]!.rules ?? [])(one)}
                        </li>
                      ))}
                    </ul>
                  </Notice>
                ),
              )}
            </div>
            <div className="bench-edit">
              {runs.length === 0 ? null : <BenchTabs state={state} />}
              <BenchOpen {...{ view, state, names, errors, words }} typed={actionData?.typed ?? {}} />
              {state.columns.length < most ? <BenchPut view={view} state={state} /> : null}
            </div>
          </div>
        </Form>
      </PageBody>
    </>
  );
}
