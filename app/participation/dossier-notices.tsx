import { nameOf } from '#app/kernel/name.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Dossier } from './dossier.server.ts';
import { isOpen } from './dossier-state.ts';

/** Before whom the dispute lies now, and until when. */
function DisputeNotice(props: Pick<Dossier, 'decision' | 'standing'> & { today: string }) {
  const text = useText();
  const locale = useLocale();
  const { decision, standing, today } = props;
  const { bodyId, untilDate } = standing.before ?? { bodyId: null, untilDate: null };
  const named = decision.events.find((one) => one.bodyId === bodyId && bodyId !== null)?.body;
  if (!named) return null;
  const { state } = standing;
  const body = nameOf({ nameNl: named.nl, nameEn: named.en }, locale);
  const date = untilDate ? formatDate(untilDate, locale) : '';
  const late = untilDate !== null && untilDate < today;
  return (
    <Notice tone={late ? 'warn' : 'accent'} title={text(`dispute.lies.${state}`, { body })}>
      <p>
        {text(untilDate === null ? 'dispute.lies.open' : `dispute.lies.${late ? 'late' : 'until'}`, {
          state,
          date,
        })}
      </p>
    </Notice>
  );
}

/** What a reader must know before reading on: a newer version without a decision, a body that is no more. */
export function DossierNotices(props: Pick<Dossier, 'decision' | 'newer' | 'standing'> & { today: string }) {
  const text = useText();
  const locale = useLocale();
  const { decision, newer, standing, today } = props;
  const own = String(decision.versionNumber);
  const { bodyThrough } = decision;
  const body = nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale);
  const plan = planHref({ scheme: decision.scheme, document: decision.document });
  return (
    <>
      {newer && decision.kind !== 'adoption' ? (
        <Notice tone="warn" title={text('dossier.newer', { number: String(newer.number) })}>
          <p>
            {text('dossier.newer.explained', {
              own,
              number: String(newer.number),
              status: newer.status,
              right: decision.kind,
              outcome: decision.outcome ?? 'none',
            })}{' '}
            <Link href={`${plan}/compare?from=${own}&to=${newer.number}`}>
              {text('dossier.newer.compare', { own, number: String(newer.number) })}
            </Link>
          </p>
        </Notice>
      ) : null}
      {standing.before ? <DisputeNotice decision={decision} standing={standing} today={today} /> : null}
      {bodyThrough !== null && bodyThrough < today && isOpen(standing.state) ? (
        <Notice
          tone="warn"
          title={text('dossier.body-gone', { body, date: formatDate(bodyThrough, locale) })}
        >
          <p>{text('dossier.body-gone.explained')}</p>
        </Notice>
      ) : null}
    </>
  );
}
