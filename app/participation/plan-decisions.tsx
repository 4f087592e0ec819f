import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, type Moment, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { chooseVersion } from '#app/plan/plan.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/plan-decisions';
import { listDecisions } from './decision.server.ts';
import { canAdopt, canAskDecision } from './decision.ts';
import { DecisionBadge, matterOf, rightName, useDecisionDate } from './decision-line.tsx';
import { readBodies, readRights } from './right.server.ts';

/** Within the page of a plan: the decisions on the version shown, and what can be done now. */
export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = Number(query.get('version')) || null;
  const today = isoDate(args.context.get(edgeContext).clock());
  const moment = readMoment(query, today);
  const now = isNow(moment);
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, { ...args.params, moment: versionMoment(moment) });
    const version = chooseVersion(head.versions, { number: asked, draft: true, heldFirst: !now });
    const rights = await readRights(tx, actor, head);
    const { asOf, knownOn } = versionMoment(moment);
    const then = now ? null : { at: asOf ?? args.context.get(edgeContext).clock(), knownOn };
    const decisions = (await listDecisions(tx, actor, { ...args.params, moment: then })).filter(
      (decision) => decision.versionNumber === version?.number,
    );
    const bodies = await readBodies(tx, actor, head.unitId);
    const submitted = now && version?.status === 'submitted';
    const open = rights.filter(
      (rule) =>
        rule.bodyId && !decisions.some((one) => one.bodyId === rule.bodyId && one.ruleId === rule.ruleId),
    );
    return {
      base: planHref(args.params),
      decisionsBase: `/schemes/${args.params.scheme}/decisions`,
      today: earliestDay(today, moment),
      shown: version !== null && version.status !== 'draft',
      decisions,
      open: submitted ? open : [],
      mayAsk: submitted && open.length > 0 && canAskDecision(actor, head),
      mayAdopt:
        submitted &&
        canAdopt(actor, {
          unitId: head.unitId,
          stage: head.stage,
          bodyIds: bodies.map((body) => body.bodyId),
        }),
    };
  });
}

/** The day by which terms are judged. */
function earliestDay(today: string, { asOf, knownOn }: Moment): string {
  return [today, asOf, knownOn].filter((day) => day !== null).toSorted()[0]!;
}

export default function PlanDecisions({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const date = useDecisionDate();
  const { base, decisionsBase, decisions, open, today } = loaderData;
  if (!loaderData.shown || (decisions.length === 0 && open.length === 0)) return null;
  return (
    <section className="decided" aria-labelledby="decided">
      <div className="row">
        <h2 id="decided">{text('decision.title')}</h2>
        <span className="end row">
          {loaderData.mayAsk ? (
            <ButtonLink href={`${base}/ask`} small>
              {text('ask.title')}
            </ButtonLink>
          ) : null}
          {loaderData.mayAdopt ? (
            <ButtonLink href={`${base}/adopt`} small kind="primary">
              {text('adopt.act')}
            </ButtonLink>
          ) : null}
        </span>
      </div>
      <ul className="ruled">
        {decisions.map((decision) => (
          <li key={decision.decisionId} className="row">
            <div>
              <Link href={`${decisionsBase}/${decision.decisionId}`}>
                {rightName(text, decision.kind)} ·{' '}
                {nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale)}
              </Link>
              <small>{[matterOf(decision, locale), date(decision)].filter(Boolean).join(' · ')}</small>
            </div>
            <span className="end">
              <DecisionBadge decision={decision} today={today} />
            </span>
          </li>
        ))}
        {open.map((rule) => (
          <li key={rule.ruleId}>
            {rightName(text, rule.kind)} · {rule.bodyName}
            <small>
              {[matterOf(rule, locale), text(rule.prior ? 'decision.not-asked-prior' : 'decision.not-asked')]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
