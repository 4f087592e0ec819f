import { Outlet } from 'react-router';
import { listConsultations } from '#app/consultation/consultation.server.ts';
import { canWriteSomeConsultation } from '#app/consultation/consultation.ts';
import { ConsultationList } from '#app/consultation/consultation-list.tsx';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/plan-part';
import { momentHref } from './cycle-words.ts';
import { listMoments, type Moment } from './moment-list.server.ts';
import { StandingBadge } from './standing.tsx';
import './cycle.css';

/** Within the page of a plan: by when the cycle asks for it, and the consultations it rests on. */
export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme, document } = args.params;
  const now = isNow(readMoment(new URL(args.request.url).searchParams, today));
  // what the cycle asks and who is consulted is told of today only
  if (!now)
    return load(args, async () => ({ scheme, today, moments: [], consultations: [], mayWrite: false }));
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    return {
      scheme,
      today,
      moments: await listMoments(tx, actor, { document: { documentId: head.documentId } }, today),
      consultations: await listConsultations(tx, actor, { scheme, document }),
      mayWrite: now && canWriteSomeConsultation(actor),
    };
  });
}

export default function PlanPart({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, moments, consultations } = loaderData;
  return (
    <>
      {moments.length > 0 ? (
        <section aria-labelledby="deadlines">
          <h2 id="deadlines">{text('moment.deadlines')}</h2>
          <ul className="ruled">
            {moments.map((moment) => (
              <Deadline key={moment.momentId} moment={moment} />
            ))}
          </ul>
        </section>
      ) : null}
      <Outlet />
      {consultations.length > 0 ? (
        <section aria-labelledby="consulted">
          <h2 id="consulted">{text('consultation.title')}</h2>
          <ConsultationList scheme={scheme} consultations={consultations} />
        </section>
      ) : null}
    </>
  );
}

function Deadline({ moment }: { moment: Moment }) {
  const text = useText();
  const locale = useLocale();
  const body =
    moment.bodyNl && moment.bodyEn ? nameOf({ nameNl: moment.bodyNl, nameEn: moment.bodyEn }, locale) : '';
  const waits = moment.right !== null && moment.submittedOn !== null && moment.endedOn === null;
  return (
    <li className="row">
      <div>
        <Link href={momentHref(moment)}>
          {nameOf({ nameNl: moment.stepNl, nameEn: moment.stepEn }, locale)}
        </Link>
        <small>
          {text('moment.deadline', {
            date: formatDate(moment.dueOn, locale),
            right: moment.right ?? 'none',
            body,
            ended: moment.endedOn ? formatDate(moment.endedOn, locale) : 'none',
            late: String(moment.standing === 'late' || moment.standing === 'overdue'),
            waits: String(waits),
          })}
        </small>
      </div>
      <span className="end">
        <StandingBadge moment={moment} />
      </span>
    </li>
  );
}
