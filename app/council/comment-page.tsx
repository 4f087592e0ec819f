import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Select, TextArea } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/comment-page';
import { commentEditInput, commentReplyInput } from './comment.input.ts';
import { type CommentReply, getComment, readAudience } from './comment.server.ts';
import { canAnswerComment, canComment, canEditComment, canWithdrawComment, placeIdOf } from './comment.ts';
import { getCommentBoard } from './comment-board.server.ts';
import { CommentBadge, useSpeaker } from './comment-list.tsx';
import { placeName } from './comment-place.ts';
import { editComment, replyToComment } from './comment-write.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    await getComment(tx, actor, args.params);
    const { comments, ...board } = await getCommentBoard(tx, actor, args.params);
    const [one] = comments;
    if (!one) throw new Missing('comment');
    const open = one.status === 'open';
    return {
      ...{ one, ...board },
      own: (await readAudience(tx, actor, one.unitId)).own,
      may: {
        reply: open && canComment(actor, { ...one, status: one.versionStatus }),
        answer: open && canAnswerComment(actor, one),
        edit: canEditComment(actor, one),
        withdraw: canWithdrawComment(actor, one),
      },
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = { ...args.params, now: args.context.get(edgeContext).clock() };
  const reply: Parameters<typeof formAction>[1][string] = (tx, actor, form) =>
    replyToComment(tx, actor, at, readForm(commentReplyInput, form));
  return formAction(args, {
    ...{ reply, answer: reply, withdrawal: reply },
    edit: (tx, actor, form) => editComment(tx, actor, at, readForm(commentEditInput, form)),
  });
}

/** One comment: what it quotes, what was said, and the answer. */
export default function CommentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const speaker = useSpeaker();
  const { head, one, names, newest, own, may } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const place = placeName(one.anchor, names, { words: text, locale });
  const forWhom =
    own.length === 0
      ? null
      : [
          { value: '', label: text('comment.self') },
          ...own.map((body) => ({ value: body.code, label: nameOf(body, locale) })),
        ];
  return (
    <>
      <PlanFrame head={head} title={text('comment.one', { place })} />
      <PageBody narrow>
        <p className="exports">
          <Link href={`${base}?version=${one.versionNumber}#${placeIdOf(one.anchor)}`}>
            {text('comment.in', { number: String(one.versionNumber) })}
          </Link>{' '}
          · <Link href={`${base}/comments`}>{text('comment.all')}</Link>
        </p>
        <blockquote className="comment-quote said">{one.quote}</blockquote>
        {one.standing === 'same' ? null : (
          <Notice
            tone="warn"
            title={text(`comment.standing.${one.standing}.full`, { number: String(newest ?? '') })}
          />
        )}
        <div className="comment-said">
          <p className="sub">
            <b>{speaker(one)}</b> · {formatDate(one.saidAt, locale, 'moment')}{' '}
            <CommentBadge status={one.status} />
          </p>
          <p className="said as-said">{one.text}</p>
          {one.mentions.length > 0 ? (
            <p className="sub">
              {text('comment.mentioned')} {one.mentions.map((who) => nameOf(who, locale)).join(', ')}
            </p>
          ) : null}
        </div>
        <ol className="comment-thread">
          {one.replies.map((reply) => (
            <Reply key={reply.replyId} reply={reply} />
          ))}
        </ol>
        {may.edit ? (
          <Disclosure summary={text('comment.edit')} open={justSent(actionData, 'edit')}>
            <p className="sub">{text('comment.edit.hint')}</p>
            <ActionForm
              intent="edit"
              result={actionData}
              hidden={{ revision: String(one.revision) }}
              submit={text('comment.edit.save')}
            >
              {(wire) => <TextArea {...wire('text', one.text)} label={text('comment.text')} rows={4} />}
            </ActionForm>
          </Disclosure>
        ) : null}
        {(['reply', 'answer', 'withdrawal'] as const).map((act) =>
          may[act === 'withdrawal' ? 'withdraw' : act] ? (
            <Disclosure
              key={act}
              summary={text(`comment.act.${act}`)}
              open={justSent(actionData, act) || (act === 'answer' && may.answer)}
            >
              <p className="sub">{text(`comment.act.${act}.hint`)}</p>
              <ActionForm
                intent={act}
                result={actionData}
                hidden={{ act }}
                submit={text(`comment.act.${act}`)}
                kind={act === 'withdrawal' ? 'danger' : act === 'answer' ? 'primary' : 'secondary'}
              >
                {(wire) => (
                  <>
                    <TextArea
                      {...wire('text')}
                      label={text(act === 'withdrawal' ? 'field.reason' : 'comment.text')}
                      rows={4}
                      optional={act === 'withdrawal'}
                    />
                    {forWhom && act !== 'withdrawal' ? (
                      <Select {...wire('body')} label={text('comment.body')} options={forWhom} />
                    ) : null}
                  </>
                )}
              </ActionForm>
            </Disclosure>
          ) : null,
        )}
      </PageBody>
    </>
  );
}

function Reply({ reply }: { reply: CommentReply }) {
  const text = useText();
  const locale = useLocale();
  const speaker = useSpeaker();
  return (
    <li className={reply.act === 'answer' ? 'comment-answer' : undefined}>
      <p className="sub">
        {reply.act === 'reply' ? null : <b>{text(`comment.said.${reply.act}`)} · </b>}
        {speaker(reply)} · {formatDate(reply.saidAt, locale, 'moment')}
      </p>
      {reply.text ? <p className="said as-said">{reply.text}</p> : null}
    </li>
  );
}
