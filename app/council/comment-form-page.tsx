import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { readStatements } from '#app/plan/change-read.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { Radios } from '#app/ui/choice.tsx';
import { Select, TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/comment-form-page';
import { anchorInput, commentInput } from './comment.input.ts';
import { readAudience } from './comment.server.ts';
import { canComment } from './comment.ts';
import { namesOf } from './comment-board.server.ts';
import { MentionFields } from './comment-mention.tsx';
import { paragraphHash } from './comment-paragraph.ts';
import { placeName, textsAt } from './comment-place.ts';
import { anchorOf, putComment } from './comment-write.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const version = /^\d{1,6}$/.test(query.version ?? '') ? Number(query.version) : null;
  return load(args, async (tx, actor) => {
    const plan = await getPlan(tx, actor, { ...args.params, version });
    const { version: _, ...place } = query;
    const asked = anchorInput.safeParse(place);
    if (!asked.success) throw new Missing('place');
    const anchor = anchorOf(asked.data);
    const [said] = await readStatements(tx, actor, [plan.version.versionId]);
    const texts = textsAt(anchor, { plan, changes: said?.changes ?? [] });
    if (texts.length === 0) throw new Missing('place');
    const { head, version: shown } = plan;
    const paragraphs = texts.map((text) => ({ text, hash: paragraphHash(text) }));
    return {
      ...{ head, anchor, names: namesOf(plan) },
      version: shown.number,
      years: [...new Set(plan.lines.map((one) => one.year))].toSorted((a, b) => a - b),
      texts: paragraphs,
      // the paragraph that the address names, as far as it stands there
      chosen: (paragraphs.find((one) => one.hash === asked.data.paragraph) ?? paragraphs[0]!).hash,
      audience: await readAudience(tx, actor, head.unitId),
      may: canComment(actor, { ...head, status: shown.status }),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const now = args.context.get(edgeContext).clock();
  const result = await formAction(args, {
    put: (tx, actor, form) => putComment(tx, actor, { ...args.params, now }, readForm(commentInput, form)),
  });
  if ('problem' in result) return result;
  const { commentId } = result.done as { commentId: string };
  throw redirect(`${planHref(args.params)}/comments/${commentId}`);
}

/** A comment on a place: what stands there, what one says of it, and who is asked to look. */
export default function CommentFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, anchor, names, version, years, texts, chosen, audience, may } = loaderData;
  const place = placeName(anchor, names, { words: text, locale });
  const fixed = Object.fromEntries(
    Object.entries(anchor)
      .filter(([name, value]) => value !== null && !(anchor.kind === 'figure' && name !== 'kind'))
      .map(([name, value]) => [name, String(value)]),
  );
  const choose = (options: readonly { value: string; label: string }[]) => [
    { value: '', label: text('comment.figure.all') },
    ...options,
  ];
  return (
    <>
      <PlanFrame
        head={head}
        title={text('comment.new')}
        lead={text('comment.new.lead', { place, number: String(version) })}
      />
      <PageBody narrow>
        {may ? null : <Notice tone="warn" title={text('rejection.comment.not-allowed')} />}
        <ActionForm
          intent="put"
          result={actionData}
          hidden={{ ...fixed, version: String(version) }}
          submit={text('comment.put')}
        >
          {(wire) => (
            <>
              {anchor.kind === 'paragraph' && texts.length > 1 ? (
                <Radios
                  {...wire('paragraph', chosen)}
                  label={text('comment.paragraph')}
                  options={texts.map((one) => ({ value: one.hash, label: one.text }))}
                />
              ) : anchor.kind === 'figure' ? (
                <div className="field-row">
                  <Select
                    {...wire('measure', anchor.measure)}
                    label={text('plan.measures')}
                    options={choose(names.measures.map(({ code, name }) => ({ value: code, label: name })))}
                  />
                  <Select
                    {...wire('year', anchor.year)}
                    label={text('comment.year')}
                    options={choose(years.map((year) => ({ value: String(year), label: String(year) })))}
                  />
                  <Select
                    {...wire('fund', anchor.fund)}
                    label={text('comment.fund')}
                    options={choose(
                      names.funds.map((fund) => ({ value: fund.code, label: nameOf(fund, locale) })),
                    )}
                  />
                </div>
              ) : (
                <blockquote className="comment-quote said">{texts[0]!.text}</blockquote>
              )}
              <TextArea
                {...wire('text')}
                label={text('comment.text')}
                hint={text('comment.text.hint')}
                rows={5}
              />
              {audience.own.length > 0 ? (
                <Select
                  {...wire('body')}
                  label={text('comment.body')}
                  options={[
                    { value: '', label: text('comment.self') },
                    ...audience.own.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
                  ]}
                />
              ) : null}
              <MentionFields audience={audience} chosen={wire('mentions[]').defaultValue.split(',')} />
            </>
          )}
        </ActionForm>
      </PageBody>
    </>
  );
}
