import { nameOf } from '#app/kernel/name.ts';
import { documentHref } from '#app/plan/plan-words.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Commitment } from './commitment.server.ts';
import { isOverdue } from './commitment.ts';
import './council.css';

type Standing = Pick<Commitment, 'status' | 'dueOn'>;

/** How it stands, in a word: overdue is said before anything else that is open. */
export function CommitmentBadge({ one, today }: { one: Standing; today: string }) {
  const text = useText();
  const overdue = isOverdue(one, today);
  const tone = { open: 'accent', answered: 'warn', closed: 'ok', withdrawn: 'neutral' } as const;
  return (
    <Badge tone={overdue ? 'error' : tone[one.status]}>
      {text(overdue ? 'commitment.overdue' : `commitment.status.${one.status}`)}
    </Badge>
  );
}

/** By when, and how many days ago when that has gone by. */
export function useCommitmentDate(today: string): (one: Commitment) => string {
  const text = useText();
  const locale = useLocale();
  return (one) => {
    if (one.closedOn) return text('commitment.closed-on', { date: formatDate(one.closedOn, locale) });
    const days = Math.round((Date.parse(today) - Date.parse(one.dueOn)) / 86_400_000);
    return isOverdue(one, today)
      ? text('commitment.late', { days, date: formatDate(one.dueOn, locale) })
      : text('commitment.due', { date: formatDate(one.dueOn, locale) });
  };
}

/** Who sees to it: the role for the unit, or the unit. */
export function useOwnerName(): (one: Commitment) => string {
  const locale = useLocale();
  const text = useText();
  return (one) => {
    const unit = nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale);
    if (one.roleNl === null || one.roleEn === null) return one.ownerRole ? `${one.ownerRole}, ${unit}` : unit;
    return text('commitment.owner', {
      role: nameOf({ nameNl: one.roleNl, nameEn: one.roleEn }, locale),
      unit,
    });
  };
}

export const commitmentHref = (one: Pick<Commitment, 'scheme' | 'commitmentId'>) =>
  `/schemes/${one.scheme}/commitments/${one.commitmentId}`;

/** Conditions and commitments one below the other: what, for whom, by when and from whom. */
export function CommitmentList(props: {
  commitments: readonly Commitment[];
  today: string;
  about?: boolean;
}) {
  const locale = useLocale();
  const text = useText();
  const date = useCommitmentDate(props.today);
  const owner = useOwnerName();
  return (
    <ul className="ruled">
      {props.commitments.map((one) => (
        <li key={one.commitmentId} className="row decision-row">
          <div>
            <Link href={commitmentHref(one)} className="clamp">
              {one.text}
            </Link>
            <small>
              {[
                text(`commitment.kind.${one.kind}`),
                nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
                date(one),
                owner(one),
              ].join(' · ')}
            </small>
            {props.about && one.spendYear !== null ? (
              <small>{text('commitment.spend', { year: String(one.spendYear) })}</small>
            ) : null}
          </div>
          <span className="end">
            <CommitmentBadge one={one} today={props.today} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What it is about, each with the way to it. */
export function CommitmentAbout({ one }: { one: Commitment }) {
  const text = useText();
  const parts = [
    one.decisionId ? (
      <Link key="decision" href={`/schemes/${one.scheme}/decisions/${one.decisionId}`}>
        {text('commitment.about.decision', {
          right: one.decisionKind,
          title: one.title ?? '',
        })}
      </Link>
    ) : one.document ? (
      <Link
        key="document"
        href={documentHref({ scheme: { code: one.scheme }, code: one.document, stage: one.stage })}
      >
        {one.title}
      </Link>
    ) : null,
    one.measure ? <span key="measure">{text('commitment.about.measure', { name: one.measure })}</span> : null,
    one.spendYear === null ? null : (
      <span key="year">{text('commitment.spend', { year: String(one.spendYear) })}</span>
    ),
  ].filter((part) => part !== null);
  if (parts.length === 0) return text('commitment.about.none');
  return (
    <ul className="plain">
      {parts.map((part) => (
        <li key={part.key}>{part}</li>
      ))}
    </ul>
  );
}
