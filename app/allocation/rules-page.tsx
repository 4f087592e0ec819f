import { useState } from 'react';
import { Form, redirect } from 'react-router';
import { RefusalSummary } from '#app/funding/error-words.tsx';
import { act, load } from '#app/identity/page.server.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { stoodField, stoodOf } from '#app/kernel/conflict.ts';
import { years } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/rules-page';
import { freshInputs, getAllocation } from './allocation.server.ts';
import { beginningOf } from './beginning.ts';
import { saveDraft } from './draft.server.ts';
import { LiveResult } from './live-result.tsx';
import { liveRun } from './live-run.ts';
import { useAllocationWords, useNames } from './names.tsx';
import { type OwnMoney, ownMoney, ownTexts, readTotals } from './own-totals.ts';
import { ruleKinds } from './rule.ts';
import { draftStood, meetings, takenFrom, withTexts } from './rule-conflict.ts';
import { RuleConflicts } from './rule-conflict.tsx';
import { arrange, type Beginning, newRule, readIntent, rulesOfForm } from './rule-form.ts';
import { RuleList } from './rule-list.tsx';
import { usePlacedWords } from './rule-place.tsx';
import { readRules } from './rule-read.ts';
import { fieldsOf } from './rule-text.ts';
import { type TotalsBasis, totalsBases } from './run.ts';
import { vocabularyOf } from './screen.server.ts';
import { TotalsFields } from './totals-fields.tsx';
import { canWriteAllocation } from './version.ts';

import '#app/funding/funding.css';
import './allocation.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
    const { setting, document, version, rules } = await getAllocation(tx, actor, args.params);
    if (version.status !== 'draft') throw new Missing('draft');
    const kept = rules ?? {
      rules: [],
      fund: setting.funds[0]?.code ?? '',
      basis: 'granted' as const,
      own: { totals: {} },
      revision: 0,
    };
    const inputs = { headCounts: [], earlier: [], ...kept.own, fund: kept.fund };
    const byBasis = Object.fromEntries(
      totalsBases.map((basis) => [
        basis,
        ownMoney(freshInputs(setting, { ...inputs, basis }, document.code)),
      ]),
    ) as Record<TotalsBasis, OwnMoney>;
    const { headCounts, earlier } = freshInputs(setting, { ...inputs, basis: 'own' }, document.code);
    return {
      ...{ scheme: setting.code, document, version, ...kept, vocabulary: vocabularyOf(setting), byBasis },
      ...{ headCounts, earlier, years: years(setting.firstYear, setting.lastYear) },
      beginning: beginningOf(setting, headCounts),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { scheme, document } = args.params;
  const intent = readIntent(String(form.get('intent') ?? 'run'));
  const { taken, money } = takenFrom(form);
  const basis = money?.basis ?? totalsBases.find((one) => one === form.get('basis')) ?? 'granted';
  const kind = ruleKinds.find((one) => one === form.get('add'));
  let rules = arrange(withTexts(rulesOfForm(form), taken), intent);
  if (intent.act === 'add' && kind)
    rules = [...rules, newRule(kind, JSON.parse(String(form.get('beginning'))) as Beginning)];
  const own = money ? { ...ownMoney(money), errors: [] } : readTotals(form);
  const seen = stoodOf({ [stoodField]: String(form.get(stoodField)) });
  const back = { rules, basis, own, ownText: textsOf(form), seen, problem: null, stamp: Date.now() };
  if (intent.act !== 'save') return back;
  const read = readRules(rules);
  const result = await act(args, async (tx, actor) => {
    const errors = [...read.errors, ...(basis === 'own' ? own.errors : [])];
    if (errors.length > 0) throw new InvalidInput(errors);
    return saveDraft(tx, actor, {
      ...{ scheme, document, rules: read.rules, basis, ...ownMoney(own) },
      ...{ fund: String(form.get('fund')), revision: Number(form.get('revision')) },
    });
  });
  if ('problem' in result) return { ...back, problem: result.problem };
  throw redirect(`/schemes/${scheme}/allocation/${document}`);
}

/** The amounts by hand as typed, by year. */
function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form]
      .filter(([name]) => name.startsWith('totals.'))
      .map(([name, value]) => [name.slice('totals.'.length), String(value)]),
  );
}

export default function RulesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, document, vocabulary } = loaderData;
  const names = useNames(vocabulary);
  const words = useAllocationWords(names);
  const placed = usePlacedWords(names);
  const print = (hundredths: number) => formatAmount(hundredths, 'eur2', locale);
  const stored = { rules: loaderData.rules, basis: loaderData.basis, own: loaderData.byBasis.own };
  const parts = actionData?.problem?.code === 'conflict' ? meetings(actionData.seen, stored, actionData) : [];
  const took = parts.filter(({ met }) => met.kind === 'took').map(({ name, met }) => [name, met.value]);
  const rules = actionData
    ? withTexts(actionData.rules, Object.fromEntries(took))
    : fieldsOf(loaderData.rules, print);
  const basis = actionData?.basis ?? loaderData.basis;
  const [live, setLive] = useState<{ stamp: number; form: [string, string][] } | null>(null);
  const stamp = actionData?.stamp ?? 0;
  const form = live?.stamp === stamp ? live.form : null;
  const frame = pick(loaderData);
  const byBasis = actionData ? { ...frame.byBasis, own: actionData.own } : frame.byBasis;
  const run = liveRun(form, { rules, basis, ...frame, byBasis });
  const ownText = actionData?.ownText ?? ownTexts(frame.byBasis.own, print);
  const problem = actionData?.problem ?? null;
  const errors = problem ? problem.errors : form === null ? run.problems : [];
  const home = `/schemes/${scheme}/allocation`;
  const title = text('allocation.rules-of', { title: document.title });
  return (
    <>
      <PageHead
        breadcrumb={[
          { href: home, label: text('scheme.tab.allocation') },
          { href: `${home}/${document.code}`, label: document.title },
        ]}
        title={title}
        lead={text('allocation.rules.lead')}
      />
      <PageBody>
        <PageTitle page={title} />
        <p>
          <Link href={`${home}/${document.code}/rules/sheet`}>{text('fill-in.open')}</Link>
        </p>
        <Form
          key={stamp}
          method="post"
          noValidate={parts.length === 0}
          preventScrollReset
          onChange={(event) =>
            setLive({
              stamp,
              form: [...new FormData(event.currentTarget)].filter(
                (one): one is [string, string] => typeof one[1] === 'string',
              ),
            })
          }
        >
          <RefusalSummary problem={problem} words={placed(rules)} />
          <HiddenFields
            fields={{
              fund: loaderData.fund,
              revision: String(loaderData.revision),
              beginning: JSON.stringify(loaderData.beginning),
              [stoodField]: JSON.stringify(draftStood(stored)),
            }}
          />
          <RuleConflicts parts={parts} names={names} />
          {/* Enter in a field computes; the first button of the form is what Enter presses */}
          <button type="submit" name="intent" value="run" className="visually-hidden" tabIndex={-1}>
            {text('allocation.form.run')}
          </button>
          <TotalsFields
            basis={basis}
            years={loaderData.years}
            texts={ownText}
            fund={names.fund(loaderData.fund)}
            errors={errors}
            words={words}
          />
          <RuleList
            rules={rules}
            vocabulary={vocabulary}
            names={names}
            years={loaderData.years}
            errors={errors}
            words={words}
          />
          <LiveResult run={run} vocabulary={vocabulary} names={names} />
          <FormActions>
            <Button kind="primary" name="intent" value="save">
              {text('allocation.form.save')}
            </Button>
            <Button name="intent" value="run">
              {text('allocation.form.run')}
            </Button>
            <ButtonLink href={`${home}/${document.code}`} kind="quiet">
              {text('allocation.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </PageBody>
    </>
  );
}

function pick({ byBasis, headCounts, earlier, fund, vocabulary, years }: Route.ComponentProps['loaderData']) {
  return { byBasis, headCounts, earlier, fund, vocabulary, years };
}
