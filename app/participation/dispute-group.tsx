import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { DisputeWork } from './work.server.ts';

/** Disputes that lie before a body of the reader: to mediate in, or to rule on, and by when. */
export function DisputeGroup({ disputes, today }: { disputes: readonly DisputeWork[]; today: string }) {
  const text = useText();
  const locale = useLocale();
  if (disputes.length === 0) return null;
  return (
    <section>
      <h2>{text('work.disputes')}</h2>
      <ul className="ruled">
        {disputes.map((one) => (
          <li key={one.decisionId} className="row decision-row">
            <div>
              <Link href={`/schemes/${one.scheme}/decisions/${one.decisionId}`}>{one.title}</Link>
              <small>
                {text(`work.disputes.${one.task}`, {
                  before: nameOf({ nameNl: one.beforeNl, nameEn: one.beforeEn }, locale),
                  body: nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
                })}
              </small>
            </div>
            <span className="end">
              <Badge tone={one.dueOn !== null && one.dueOn < today ? 'warn' : 'accent'}>
                {one.dueOn === null
                  ? text('work.disputes.since', { date: formatDate(one.since, locale, 'short') })
                  : text('work.disputes.due', { date: formatDate(one.dueOn, locale, 'short') })}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
