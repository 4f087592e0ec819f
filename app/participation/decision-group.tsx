import { nameOf } from '#app/kernel/name.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { DecisionRow } from './decision.server.ts';
import { DecisionBadge, matterOf, rightName, useDecisionDate } from './decision-line.tsx';

/** Decisions under a heading, each with what it is about, by whom, and how it stands. */
export function DecisionGroup(props: {
  title: string;
  decisions: readonly DecisionRow[];
  today: string;
  /** leads to the reading pack of each too */
  packs?: boolean;
}) {
  const text = useText();
  const locale = useLocale();
  const date = useDecisionDate();
  if (props.decisions.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul className="ruled">
        {props.decisions.map((one) => (
          <li key={one.decisionId} className="row decision-row">
            <div>
              <Link href={`/schemes/${one.scheme}/decisions/${one.decisionId}`}>
                {rightName(text, one.kind)} · {one.title}
              </Link>
              <small>
                {nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale)} ·{' '}
                {[
                  matterOf(one, locale),
                  text('plan.version', { number: String(one.versionNumber) }),
                  date(one),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
            <span className="end">
              {props.packs && one.kind !== 'adoption' ? (
                <ButtonLink href={`/schemes/${one.scheme}/decisions/${one.decisionId}/pack`} small>
                  {text('pack.name')} <span className="visually-hidden">{one.title}</span>
                </ButtonLink>
              ) : null}{' '}
              <DecisionBadge decision={one} today={props.today} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
