import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { CommentList } from './comment-list.tsx';
import { CommitmentList } from './commitment-words.tsx';
import type { CouncilWork } from './council-work.ts';
import { ProposalList } from './proposal-words.tsx';
import { accountHref, VoiceLink } from './voice-list.tsx';

/** On the page of one's own work: commitments, advice to account for, proposals to answer. */
export function CouncilWorkGroups({ work, today }: { work: CouncilWork; today: string }) {
  const text = useText();
  const locale = useLocale();
  return (
    <>
      {work.replies.length > 0 ? (
        <section>
          <h2>{text('work.replies')}</h2>
          <ProposalList proposals={work.replies} today={today} />
        </section>
      ) : null}
      {work.mentions.length > 0 ? (
        <section>
          <h2>{text('work.mentions')}</h2>
          <CommentList comments={work.mentions} about />
        </section>
      ) : null}
      {work.accounts.length > 0 ? (
        <section>
          <h2>{text('work.accounts')}</h2>
          <ul className="ruled">
            {work.accounts.map((one) => (
              <li key={one.id} className="row decision-row">
                <div>
                  <VoiceLink voice={one} />
                  <small>
                    {text('work.accounts.one', {
                      body: nameOf({ nameNl: one.bodyNl ?? '', nameEn: one.bodyEn ?? '' }, locale),
                      date: formatDate(one.onDate, locale),
                    })}{' '}
                    · <Link href={accountHref(one)}>{text('follow-up.give')}</Link>
                  </small>
                </div>
                <span className="end">
                  <Badge tone="accent">{text('follow-up.standing.open')}</Badge>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {work.commitments.length > 0 ? (
        <section>
          <h2>{text('work.commitments')}</h2>
          <CommitmentList commitments={work.commitments} today={today} about />
        </section>
      ) : null}
    </>
  );
}
