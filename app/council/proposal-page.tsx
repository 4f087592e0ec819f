import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Radios } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/proposal-page';
import { replyInput } from './council.input.ts';
import { getProposal, replyToProposal } from './proposal.server.ts';
import { canReply, isReplyLate, possibleReplies, speaksFor } from './proposal.ts';
import './council.css';
import { ProposalBadge, useProposalDate } from './proposal-words.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const one = await getProposal(tx, actor, args.params);
    const open = one.outcome === null;
    return {
      head: await getSchemeHead(tx, actor.institutionId, args.params.scheme),
      ...{ one, today },
      mayReply: open && canReply(actor, one),
      mayWithdraw: open && speaksFor(actor, one.bodyId, await memberOf(tx, actor)),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = { ...args.params, now: args.context.get(edgeContext).clock() };
  const reply: Parameters<typeof formAction>[1][string] = (tx, actor, form) =>
    replyToProposal(tx, actor, at, readForm(replyInput, form));
  return formAction(args, { reply, withdraw: reply });
}

/** One proposal or question of a council, and the answer. */
export default function ProposalPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, one, today, mayReply, mayWithdraw } = loaderData;
  const date = useProposalDate(today);
  const base = `/schemes/${head.code}`;
  const hidden = { revision: String(one.revision) };
  return (
    <>
      <PageTitle page={one.title} />
      <PageHead
        breadcrumb={[{ href: `${base}/proposals`, label: text('council.nav.proposals') }]}
        title={one.title}
        badge={<ProposalBadge one={one} today={today} />}
        lead={`${text(`proposal.kind.${one.kind}`)}. ${text('proposal.from-to', {
          from: nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
          to: nameOf({ nameNl: one.toNl, nameEn: one.toEn }, locale),
          date: formatDate(one.putOn, locale),
        })}`}
      />
      <PageBody narrow>
        {isReplyLate(one, today) ? <Notice tone="error" title={date(one)} /> : null}
        <p className="said as-said">{one.text}</p>
        <dl className="facts">
          <dt>{text('proposal.basis')}</dt>
          <dd>
            {one.dueOn
              ? text('proposal.basis.words', { date: formatDate(one.dueOn, locale), basis: one.basis })
              : text('proposal.due.none')}
          </dd>
          {one.source ? (
            <>
              <dt>{text('field.source')}</dt>
              <dd>{one.source}</dd>
            </>
          ) : null}
        </dl>
        <h2>{text('proposal.reply')}</h2>
        {one.outcome === null ? (
          <p>{text('proposal.reply.none')}</p>
        ) : (
          <>
            <p className="sub">{date(one)}</p>
            <p className="said as-said">{one.reply}</p>
          </>
        )}
        {mayReply ? (
          <Disclosure summary={text('proposal.answer')} open={justSent(actionData, 'reply')}>
            <p className="sub">{text('proposal.answer.hint')}</p>
            <ActionForm intent="reply" result={actionData} hidden={hidden} submit={text('proposal.answer')}>
              {(wire) => (
                <>
                  <Radios
                    {...wire('outcome', one.kind === 'question' ? 'answered' : '')}
                    label={text('proposal.outcome')}
                    options={possibleReplies(one.kind).map((reply) => ({
                      value: reply,
                      label: text(`proposal.state.${reply}`),
                    }))}
                  />
                  <TextArea {...wire('reply')} label={text('proposal.reply')} rows={6} />
                  <DateField {...wire('repliedOn', today)} label={text('proposal.repliedOn')} max={today} />
                </>
              )}
            </ActionForm>
          </Disclosure>
        ) : null}
        {mayWithdraw ? (
          <Disclosure summary={text('proposal.withdraw')} open={justSent(actionData, 'withdraw')}>
            <p className="sub">{text('proposal.withdraw.hint')}</p>
            <ActionForm
              intent="withdraw"
              result={actionData}
              hidden={{ ...hidden, outcome: 'withdrawn', repliedOn: today }}
              submit={text('proposal.withdraw')}
              kind="danger"
            >
              {(wire) => <TextArea {...wire('reply')} label={text('field.reason')} rows={3} />}
            </ActionForm>
          </Disclosure>
        ) : null}
      </PageBody>
    </>
  );
}
