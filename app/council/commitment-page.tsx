import { formAction } from '#app/identity/action.server.ts';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { documentHref } from '#app/plan/plan-words.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, Select, TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/commitment-page';
import { type Commitment, type CommitmentStep, getCommitment } from './commitment.server.ts';
import { actsOf, type CommitmentAct, isOverdue } from './commitment.ts';
import { actOnCommitment } from './commitment-act.server.ts';
import { CommitmentAbout, CommitmentBadge, useCommitmentDate, useOwnerName } from './commitment-words.tsx';
import { commitmentActInput } from './council.input.ts';
import { type CouncilFrame, getCouncilFrame } from './frame.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { scheme } = args.params;
    const { commitment, steps } = await getCommitment(tx, actor, args.params);
    const acts = actsOf(actor, commitment);
    return {
      head: await getSchemeHead(tx, actor.institutionId, scheme),
      ...{ commitment, steps, acts, today },
      documents: acts.includes('answer') ? (await getCouncilFrame(tx, actor, scheme)).documents : [],
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = { ...args.params, now: args.context.get(edgeContext).clock() };
  return formAction(args, {
    act: (tx, actor, form) => actOnCommitment(tx, actor, at, readForm(commitmentActInput, form)),
  });
}

/** One condition or commitment: what, for whom, from whom, how it stands, and what was done with it. */
export default function CommitmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, commitment: one, steps, acts, today } = loaderData;
  const date = useCommitmentDate(today);
  const owner = useOwnerName();
  const base = `/schemes/${head.code}`;
  const title = text(`commitment.kind.${one.kind}`);
  const body = nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale);
  return (
    <>
      <PageTitle page={`${title} · ${body}`} />
      <PageHead
        breadcrumb={[{ href: `${base}/commitments`, label: text('council.nav.commitments') }]}
        title={title}
        badge={<CommitmentBadge one={one} today={today} />}
        lead={text(`commitment.lead.${one.kind}`, { body, date: formatDate(one.madeOn, locale) })}
      />
      <PageBody
        asideLabel={text('commitment.acts')}
        aside={
          acts.length > 0 ? (
            <Acts
              key={one.revision}
              {...{ one, acts, today, documents: loaderData.documents, result: actionData }}
            />
          ) : null
        }
      >
        {isOverdue(one, today) ? <Notice tone="error" title={date(one)} /> : null}
        <p className="said as-said">{one.text}</p>
        <dl className="facts">
          <dt>{text('commitment.due-on')}</dt>
          <dd>{formatDate(one.dueOn, locale, 'weekday')}</dd>
          <dt>{text('commitment.unit')}</dt>
          <dd>{owner(one)}</dd>
          <dt>{text('commitment.judge')}</dt>
          <dd>
            <Link href={`/bodies/${one.body}`}>{body}</Link>
          </dd>
          <dt>{text('commitment.about')}</dt>
          <dd>
            <CommitmentAbout one={one} />
          </dd>
          {one.source ? (
            <>
              <dt>{text('field.source')}</dt>
              <dd>{one.source}</dd>
            </>
          ) : null}
        </dl>
        <h2>{text('commitment.history')}</h2>
        {steps.length === 0 ? <p>{text('commitment.history.none')}</p> : null}
        <History scheme={head.code} steps={steps} />
      </PageBody>
    </>
  );
}

function History({ scheme, steps }: { scheme: string; steps: readonly CommitmentStep[] }) {
  const text = useText();
  const locale = useLocale();
  return (
    <ol className="ruled">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: history is only ever added to at its end
        <li key={index}>
          <p>
            <b>{formatDate(step.onDate, locale)}</b> · {text(`commitment.done.${step.act}`)}
            {step.dueOn ? ` ${formatDate(step.dueOn, locale)}` : ''}
          </p>
          {step.text ? <p className="said as-said">{step.text}</p> : null}
          {step.document ? (
            <small>
              {text('commitment.evidence')}{' '}
              <Link
                href={`${documentHref({ scheme: { code: scheme }, code: step.document, stage: step.stage })}?version=${step.number}`}
              >
                {step.title}, {text('plan.version', { number: String(step.number) })}
              </Link>
            </small>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

type ActsProps = {
  one: Commitment;
  acts: readonly CommitmentAct[];
  today: string;
  documents: CouncilFrame['documents'];
  result: ActionResult | undefined;
};

function Acts({ one, acts, today, documents, result }: ActsProps) {
  const text = useText();
  const versions = documents.flatMap((document) =>
    document.versions.map((number) => ({
      value: `${document.code}/${number}`,
      label: `${document.title}, ${text('plan.version', { number: String(number) })}`,
    })),
  );
  return (
    <>
      <h2>{text('commitment.acts')}</h2>
      {acts.map((act) => (
        <Disclosure
          key={act}
          summary={text(`commitment.act.${act}`)}
          open={justSent(result, 'act', act) && result !== undefined && 'problem' in result}
        >
          <p className="sub">{text(`commitment.act.${act}.hint`)}</p>
          <ActionForm
            intent="act"
            id={act}
            result={result}
            hidden={{ act, revision: String(one.revision) }}
            submit={text(`commitment.act.${act}`)}
            kind={act === 'withdraw' ? 'danger' : 'primary'}
          >
            {(wire) => (
              <>
                {act === 'move' ? (
                  <DateField {...wire('dueOn', one.dueOn)} label={text('commitment.due-on')} />
                ) : null}
                {act === 'answer' ? (
                  <>
                    <DateField {...wire('onDate', today)} label={text('commitment.on')} max={today} />
                    <Select
                      {...wire('version')}
                      label={text('commitment.version')}
                      options={versions}
                      none={text('council.none')}
                      optional
                    />
                  </>
                ) : null}
                <TextArea
                  {...wire('text')}
                  label={text(act === 'answer' ? 'commitment.said' : 'field.reason')}
                  rows={3}
                  optional={act === 'accept' || act === 'answer'}
                />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ))}
    </>
  );
}
