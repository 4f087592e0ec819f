import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './comment.css';
import type { Comment } from './comment.server.ts';
import type { PlaceStanding } from './comment.ts';

const commentHref = (one: Pick<Comment, 'scheme' | 'document' | 'commentId'>) =>
  `/schemes/${one.scheme}/plans/${one.document}/comments/${one.commentId}`;

const tones = { open: 'accent', closed: 'ok', withdrawn: 'neutral' } as const;

export function CommentBadge({ status }: Pick<Comment, 'status'>) {
  const text = useText();
  return <Badge tone={tones[status]}>{text(`remark.${status}`)}</Badge>;
}

/** Who said it: the body, by whom; or the person. */
export function useSpeaker() {
  const text = useText();
  const locale = useLocale();
  return ({ name, bodyNl, bodyEn }: Pick<Comment, 'name' | 'bodyNl' | 'bodyEn'>) =>
    bodyNl === null
      ? name
      : text('comment.for', { body: nameOf({ nameNl: bodyNl, nameEn: bodyEn ?? bodyNl }, locale), name });
}

/** Comments as lines: what was said, of what, by whom, and how it stands. */
export function CommentList(props: {
  comments: readonly (Comment & { standing?: PlaceStanding; placeName?: string })[];
  /** names the document of each */
  about?: boolean;
}) {
  const text = useText();
  const locale = useLocale();
  const speaker = useSpeaker();
  return (
    <ul className="ruled">
      {props.comments.map((one) => (
        <li key={one.commentId} className="row decision-row">
          <div>
            <Link href={commentHref(one)}>
              <span className="clamp">{one.text}</span>
            </Link>
            <small>
              {[
                speaker(one),
                formatDate(one.saidAt, locale, 'short'),
                props.about ? one.title : '',
                one.placeName ?? '',
                text('plan.version', { number: String(one.versionNumber) }),
                one.replies.length > 0 ? text('remark.replies', { count: one.replies.length }) : '',
                one.standing && one.standing !== 'same' ? text(`comment.standing.${one.standing}`) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
          <span className="end">
            <CommentBadge status={one.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}
