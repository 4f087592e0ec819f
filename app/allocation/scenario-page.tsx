import { redirect } from 'react-router';
import { RefusalSummary } from '#app/funding/error-words.tsx';
import { parseInput } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/scenario-page';
import { tryRun } from './allocation.server.ts';
import { listAllocations } from './allocation-list.server.ts';
import { useAllocationWords, useNames } from './names.tsx';
import { changeOf, hasNewMoney } from './rerun.ts';
import { ResultTable } from './result-table.tsx';
import { RulesSaid } from './rules-said.tsx';
import { draftOfScenarioInput, settleScenarioInput } from './scenario.input.ts';
import { getScenario, removeScenario, settleScenario } from './scenario.server.ts';
import { canRemoveScenario, canWriteScenario } from './scenario.ts';
import { ScenarioActs } from './scenario-acts.tsx';
import { OutcomeBadge } from './scenario-badge.tsx';
import { draftOfScenario } from './scenario-draft.server.ts';
import { ScenarioHeads } from './scenario-heads.tsx';
import { vocabularyOf } from './screen.server.ts';

import './allocation.css';
import './bench.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { setting, scenario } = await getScenario(tx, actor, args.params);
    const documents = await listAllocations(tx, actor, setting.schemeId);
    const { rules, inputs, result } = scenario;
    const again = tryRun(setting, { rules, inputs, document: null });
    const change =
      result && changeOf({ rules, inputs, result }, { ...again, totals: again.run?.inputs.totals ?? {} });
    return {
      scheme: setting.code,
      vocabulary: vocabularyOf(setting),
      scenario,
      problems: result || rules.length === 0 ? [] : again.problems,
      /** other money or other counts than when it was kept */
      stale: Boolean(
        change &&
          again.run &&
          (hasNewMoney(change) || change.differences?.some((one) => one.difference !== 0)),
      ),
      kinds: setting.kinds.flatMap(({ code, nameNl, nameEn, unitId }) =>
        unitId ? [{ code, nameNl, nameEn }] : [],
      ),
      documents: documents
        .filter((one) => !one.versions.some((version) => version.status === 'draft'))
        .map(({ code, title }) => ({ code, title })),
      may: { write: canWriteScenario(actor), remove: canRemoveScenario(actor, scenario) },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const { scheme, scenario } = args.params;
  const home = `/schemes/${scheme}/allocation`;
  const revision = Number(typed.revision);
  const result = await act(args, async (tx, actor) => {
    if (typed.intent === 'remove') {
      await removeScenario(tx, actor, { scheme, scenario, revision });
      return home;
    }
    if (typed.intent === 'draft') {
      const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
      const input = parseInput(draftOfScenarioInput, given);
      const made = await draftOfScenario(tx, actor, { scheme, scenario, ...input });
      return `${home}/${made.document}?version=${made.version}`;
    }
    const outcome = typed.outcome === '' ? null : typed.outcome;
    const input = parseInput(settleScenarioInput, { outcome, reason: typed.reason, revision });
    await settleScenario(tx, actor, { scheme, scenario, ...input });
    return `${home}/scenarios/${scenario}`;
  });
  if ('problem' in result) return { problem: result.problem, typed };
  throw redirect(result.done);
}

export default function ScenarioPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, scenario, vocabulary, problems, may } = loaderData;
  const names = useNames(vocabulary);
  const words = useAllocationWords(names);
  const home = `/schemes/${scheme}/allocation`;
  const refused = actionData?.problem;
  const conflict = refused?.code === 'conflict';
  return (
    <>
      <PageHead
        breadcrumb={[{ href: home, label: text('scheme.tab.allocation') }]}
        title={scenario.name}
        badge={<OutcomeBadge outcome={scenario.outcome} />}
        lead={text(`allocation.scenario.${scenario.rules.length === 0 ? 'lead-bare' : 'lead'}`, {
          fund: names.fund(scenario.fund),
          basis: text(`allocation.basis.${scenario.inputs.basis}`),
          date: formatDate(scenario.keptAt.slice(0, 10), locale),
        })}
      />
      <PageBody>
        <PageTitle page={scenario.name} />
        {refused && !conflict ? <RefusalSummary problem={refused} words={words} /> : null}
        {conflict ? (
          <Notice tone="warn" live title={text('allocation.scenario.conflict')}>
            <p>{text('allocation.scenario.conflict.next')}</p>
          </Notice>
        ) : null}
        {scenario.description ? <p className="said">{scenario.description}</p> : null}
        <p className="sub">{text(`allocation.scenario.shared.${scenario.shared ? 'yes' : 'no'}`)}</p>
        {scenario.outcome ? (
          <Notice
            tone={scenario.outcome === 'chosen' ? 'ok' : 'neutral'}
            title={text(`allocation.scenario.outcome.${scenario.outcome}`)}
          >
            <p>{scenario.reason}</p>
          </Notice>
        ) : null}
        {scenario.source ? (
          <p className="sub">{text('allocation.scenario.source', { source: scenario.source })}</p>
        ) : null}
        {scenario.document ? (
          <p>
            <a href={`${home}/${scenario.document}`}>{text('allocation.scenario.document')}</a>
          </p>
        ) : null}
        {loaderData.stale ? (
          <Notice tone="warn" title={text('allocation.scenario.stale')}>
            <p>
              <a href={`${home}/compare?c=scenario:${scenario.code}`}>
                {text('allocation.scenario.stale.next')}
              </a>
            </p>
          </Notice>
        ) : null}
        {problems.length > 0 ? (
          <Notice tone="warn" title={text('allocation.problems')}>
            <ul>
              {problems.map((one) => (
                <li key={`${one.path} ${one.code} ${one.params.year ?? ''} ${one.params.date ?? ''}`}>
                  {words(one)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {scenario.result ? (
          <ResultTable
            caption={text('allocation.result')}
            result={{
              totals: scenario.inputs.totals,
              provisional: scenario.inputs.provisional,
              ...scenario.result,
            }}
            vocabulary={vocabulary}
            names={names}
          />
        ) : null}
        <h2>{text('allocation.rules')}</h2>
        {scenario.rules.length === 0 ? (
          <p>{text('allocation.scenario.rules-unknown')}</p>
        ) : (
          <RulesSaid rules={scenario.rules} names={names} />
        )}
        {may.write && scenario.outcome === null && scenario.rules.length > 0 ? (
          <p>
            <a href={`${home}/scenarios/${scenario.code}/sheet`}>{text('fill-in.open')}</a>
          </p>
        ) : null}
        <ScenarioHeads counts={scenario.inputs.headCounts} names={names} vocabulary={vocabulary} />
        <p>
          <ButtonLink href={`${home}/compare?c=scenario:${scenario.code}`}>
            {text('allocation.scenario.to-bench')}
          </ButtonLink>
        </p>
        {may.write ? (
          <ScenarioActs
            data={loaderData}
            typed={actionData?.typed ?? {}}
            refused={refused ?? null}
            words={words}
          />
        ) : null}
      </PageBody>
    </>
  );
}
