import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { shortHash } from '#app/plan/plan.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { documentHref } from '#app/plan/plan-words.ts';
import { ProblemSummary, Reasons, useFieldError } from '#app/plan/reason.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { DateField, Select, TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/adopt-page';
import { adoptionRise, adoptVersion, getAdoption } from './adoption.server.ts';
import { adoptPermission } from './decision.ts';
import { adoptInput } from './participation.input.ts';
import { RiseQuestion } from './rise-question.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const adoption = await getAdoption(tx, actor, { ...args.params, now });
    if (!adoption.mayAdopt) throw forbidden(adoptPermission(adoption.head.stage));
    const { head, version, blockers, bodies } = adoption;
    const rise = await adoptionRise(tx, actor, adoption, now);
    return { head, version, blockers, bodies, rise, home: documentHref(head), today: isoDate(now) };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const outcome = await act(args, async (tx, actor) => {
    const { head } = await adoptVersion(tx, actor, { ...readForm(adoptInput, form), ...args.params, now });
    return { home: documentHref(head) };
  });
  if ('done' in outcome) return redirect(outcome.done.home);
  return { ...outcome, typed: Object.fromEntries(form) as Record<string, string> };
}

export default function AdoptPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(actionData?.problem);
  const { head, version, blockers, bodies, rise, today, home: base } = loaderData;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const number = String(version.number);
  const before = head.versions.find((one) => one.inForce);
  if (version.status !== 'submitted' || blockers.length > 0) {
    return (
      <>
        <PlanFrame head={head} title={text('adopt.title')} version={version} />
        <PageBody narrow>
          <Notice
            tone="warn"
            title={
              blockers.length > 0
                ? text('rejection.adopt.blocked', { count: blockers.length })
                : text('rejection.version.wrong-status', { action: 'adopt', status: version.status })
            }
          >
            {blockers.length > 0 ? <Reasons reasons={blockers} /> : null}
          </Notice>
          <p className="row">
            <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
            <Link href={`/schemes/${head.scheme.code}/decisions`}>{text('adopt.decisions')}</Link>
          </p>
        </PageBody>
      </>
    );
  }
  const hash = version.contentHash ?? '';
  return (
    <>
      <PlanFrame head={head} title={text('adopt.title')} version={version} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          title={text('adopt.form', { number })}
          effects={[
            text('adopt.content', { number, hash: shortHash(hash) }),
            text('adopt.rights'),
            before ? text('adopt.supersedes', { number: String(before.number) }) : text('adopt.in-force'),
            text('adopt.final'),
          ]}
          act={text('adopt.act')}
          cancelHref={base}
          fields={{ version: number, hash }}
        >
          <Select
            id="body"
            name="body"
            label={text('adopt.body')}
            defaultValue={typed.body ?? (bodies.length === 1 ? bodies[0]?.code : undefined)}
            none={bodies.length === 1 ? undefined : text('measure.choose')}
            options={bodies.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
            error={error('body')}
          />
          <DateField
            id="decidedOn"
            name="decidedOn"
            label={text('adopt.decidedOn')}
            max={today}
            defaultValue={typed.decidedOn ?? today}
            error={error('decidedOn')}
          />
          <DateField
            id="from"
            name="from"
            label={text('adopt.from')}
            hint={text('adopt.from.hint')}
            defaultValue={typed.from ?? today}
            error={error('from')}
          />
          <TextArea
            id="reasons"
            name="reasons"
            label={text('adopt.reasons')}
            optional
            rows={3}
            defaultValue={typed.reasons}
            error={error('reasons')}
          />
          <RiseQuestion rise={rise} typed={typed.untraceable} />
        </Confirmation>
      </PageBody>
    </>
  );
}
