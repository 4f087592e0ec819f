import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Proposal } from './proposal.server.ts';
import { isReplyLate } from './proposal.ts';
import './council.css';

const tones = {
  'taken-over': 'ok',
  partly: 'warn',
  'not-taken-over': 'neutral',
  answered: 'ok',
  withdrawn: 'neutral',
} as const;

/** How a proposal stands, in a word. */
export function ProposalBadge({ one, today }: { one: Proposal; today: string }) {
  const text = useText();
  const late = isReplyLate(one, today);
  const state = one.outcome ?? (late ? 'late' : 'open');
  const tone = one.outcome ? tones[one.outcome] : late ? 'error' : 'accent';
  return <Badge tone={tone}>{text(`proposal.state.${state}`)}</Badge>;
}

/** By when the answer is due, how late it is, or when it came. */
export function useProposalDate(today: string): (one: Proposal) => string {
  const text = useText();
  const locale = useLocale();
  return (one) => {
    if (one.repliedOn) {
      const key = one.outcome === 'withdrawn' ? 'proposal.withdrawn' : 'proposal.replied';
      return text(key, { date: formatDate(one.repliedOn, locale) });
    }
    if (one.dueOn === null) return text('proposal.due.none');
    const days = Math.round((Date.parse(today) - Date.parse(one.dueOn)) / 86_400_000);
    const date = formatDate(one.dueOn, locale);
    return isReplyLate(one, today) ? text('proposal.late', { days, date }) : text('proposal.due', { date });
  };
}

/** Proposals and questions one below the other. */
export function ProposalList(props: { proposals: readonly Proposal[]; today: string }) {
  const text = useText();
  const locale = useLocale();
  const date = useProposalDate(props.today);
  return (
    <ul className="ruled">
      {props.proposals.map((one) => (
        <li key={one.proposalId} className="row decision-row">
          <div>
            <Link href={`/schemes/${one.scheme}/proposals/${one.proposalId}`}>{one.title}</Link>
            <small>
              {[
                text(`proposal.kind.${one.kind}`),
                text('proposal.from-to', {
                  from: nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
                  to: nameOf({ nameNl: one.toNl, nameEn: one.toEn }, locale),
                  date: formatDate(one.putOn, locale),
                }),
                date(one),
              ].join(' · ')}
            </small>
          </div>
          <span className="end">
            <ProposalBadge one={one} today={props.today} />
          </span>
        </li>
      ))}
    </ul>
  );
}
