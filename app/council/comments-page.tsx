import { load } from '#app/identity/page.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/comments-page';
import { getCommentBoard } from './comment-board.server.ts';
import { CommentList } from './comment-list.tsx';
import { placeName } from './comment-place.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, (tx, actor) => getCommentBoard(tx, actor, args.params));
}

/** Everything that was remarked on the versions of one document, and whether the place still says it. */
export default function CommentsPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, comments, names, newest } = loaderData;
  const named = comments.map((one) => ({
    ...one,
    placeName: placeName(one.anchor, names, { words: text, locale }),
  }));
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  return (
    <>
      <PlanFrame
        head={head}
        title={text('comment.title')}
        lead={text('comment.lead', { number: newest === null ? 'none' : String(newest) })}
      />
      <PageBody narrow>
        {named.length === 0 ? (
          <Empty
            title={text('comment.none')}
            action={<ButtonLink href={base}>{text('compare.read', { document: head.title })}</ButtonLink>}
          >
            {text('comment.none.next')}
          </Empty>
        ) : (
          <CommentList comments={named} />
        )}
      </PageBody>
    </>
  );
}
