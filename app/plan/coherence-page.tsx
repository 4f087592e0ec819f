import { formAction } from '#app/identity/action.server.ts';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/coherence-page';
import { Bundles } from './bundle-list.tsx';
import { answerBundle, joinBundle, proposeBundle, withdrawBundle } from './bundle-write.server.ts';
import {
  answerBundleInput,
  joinBundleInput,
  proposeBundleInput,
  withdrawBundleInput,
} from './coherence.input.ts';
import { getCoherence } from './coherence.server.ts';
import { bundleState, canAnswerBundle, canBundle } from './coherence.ts';
import { listPlans } from './plan-list.server.ts';
import { SharedGoals } from './shared-goals.tsx';
import './plan.css';
import './coherence.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const today = isoDate(args.context.get(edgeContext).clock());
  const asked = readMoment(new URL(args.request.url).searchParams, today);
  return load(args, async (tx, actor) => {
    const found = await getCoherence(tx, actor, {
      ...{ scheme, today, asOf: asked.asOf, knownOn: asked.knownOn },
    });
    const mayBundle = isNow(asked) && canBundle(actor);
    const bundles = found.bundles.map((bundle) => ({
      ...bundle,
      state: bundleState(bundle),
      answers: bundle.answers.map((one) => ({
        ...one,
        mayAnswer: bundle.status === 'proposed' && canAnswerBundle(actor, one.unitId),
      })),
    }));
    // Only where a proposal is ready does somebody need the drafts that it can enter.
    const ready = mayBundle && bundles.some(({ state }) => state === 'ready');
    const plans = ready ? await listPlans(tx, actor, { scheme }) : [];
    return {
      ...{ scheme, asked, mayBundle, bundles, plans: found.plans, shared: found.shared },
      drafts: plans.flatMap((row) =>
        row.document && row.mayWrite && row.latest?.status === 'draft' && found.roots.has(row.unitId)
          ? [{ value: row.document, label: row.title ?? row.document }]
          : [],
      ),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const now = args.context.get(edgeContext).clock();
  const at = { scheme: args.params.scheme, now };
  const bundle = (form: FormData) => ({ ...at, bundle: rowId(withId(form)) });
  return formAction(args, {
    propose: (tx, actor, form) => proposeBundle(tx, actor, at, readForm(proposeBundleInput, form)),
    answer: (tx, actor, form) => answerBundle(tx, actor, bundle(form), readForm(answerBundleInput, form)),
    join: (tx, actor, form) => joinBundle(tx, actor, bundle(form), readForm(joinBundleInput, form)),
    withdraw: (tx, actor, form) =>
      withdrawBundle(tx, actor, bundle(form), readForm(withdrawBundleInput, form)),
  });
}

// The forms of one proposal differ by the unit that answers, so their key is the proposal's and the unit's.
function withId(form: FormData): FormData {
  const id = new FormData();
  id.set('key', String(form.get('bundle') ?? form.get('key') ?? ''));
  return id;
}

/** Where the plans of several units serve the same goal, and what is proposed to do together. */
export default function CoherencePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, asked, bundles, shared, plans, mayBundle, drafts } = loaderData;
  const own = { scheme, mayBundle, drafts, result: actionData };
  const of = (open: boolean) => bundles.filter((one) => (one.status === 'proposed') === open);
  return (
    <PageBody>
      <PageTitle page={text('coherence.title')} />
      <BackLink href={`/schemes/${scheme}/plans`}>{text('scheme.tab.plans')}</BackLink>
      <h2>{text('coherence.title')}</h2>
      <p className="said">
        {text(isNow(asked) ? 'coherence.lead' : 'coherence.then', { plans, shared: shared.length })}
      </p>
      <MomentNotice moment={asked} now="?" />
      <MomentForm moment={asked} />
      <Bundles {...own} title={text('bundle.title')} bundles={of(true)} />
      {shared.length === 0 ? (
        <Empty title={text('coherence.none')}>{text('coherence.none.next')}</Empty>
      ) : (
        <SharedGoals
          scheme={scheme}
          shared={shared}
          open={bundles.filter((one) => one.status === 'proposed').map((one) => one.goal.key)}
          mayBundle={mayBundle}
          result={actionData}
        />
      )}
      <Bundles {...own} title={text('bundle.earlier')} bundles={of(false)} />
    </PageBody>
  );
}
