import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/moment-page';
import { moveItem, putItem } from './agenda-item.server.ts';
import { actInput, meetingInput, notesInput, paperInput } from './cycle.input.ts';
import { actionInput, itemActInput, itemInput, riskInput } from './meeting.input.ts';
import { listComingMeetings } from './meeting.server.ts';
import { getMeetingPart, readHeld } from './meeting-part.server.ts';
import { MeetingPart } from './meeting-part.tsx';
import { addAction, holdMeeting, raiseRisk } from './meeting-write.server.ts';
import { actOnMoment, changeMoment, closedFor, freeOn, getMoment } from './moment.server.ts';
import {
  afterAct,
  canKeepMoment,
  canManageCycle,
  isHandedIn,
  isMeeting,
  isOwed,
  momentActs,
} from './moment.ts';
import { MomentFacts } from './moment-facts.tsx';
import { MomentForms } from './moment-forms.tsx';
import { MomentPapers } from './moment-papers.tsx';
import { addPaper, listPapersToAdd } from './paper.server.ts';
import { StandingBadge } from './standing.tsx';
import './cycle.css';
import './meeting.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const { scheme } = args.params;
  return load(args, async (tx, actor) => {
    const { moment, papers, today } = await getMoment(tx, actor, { ...args.params, now });
    const mayKeep = canKeepMoment(actor, moment);
    const mayManage = canManageCycle(actor, moment.unitId);
    const owed = isOwed(actor, moment) && !isHandedIn(moment);
    const meets = isMeeting(moment);
    const moved = moment.dueOn !== moment.firstDueOn;
    const may = (act: string) =>
      act === 'finish' ? mayKeep || owed : moment.itemId === null ? mayManage : mayKeep;
    return {
      head: await getSchemeHead(tx, actor.institutionId, scheme),
      ...{ moment, papers, today, mayKeep },
      documents: mayKeep ? await listPapersToAdd(tx, actor, scheme) : [],
      free: await freeOn(tx, actor, moment.dueOn),
      closed: await closedFor(tx, actor, moment),
      meetingDay: mayManage && moment.bodyId !== null && !meets && moment.itemId === null,
      meeting: meets ? await getMeetingPart(tx, actor, { moment, today, mayKeep }) : null,
      risks:
        !meets && (mayKeep || isOwed(actor, moment))
          ? await listComingMeetings(tx, actor, { scheme, today })
          : [],
      acts: momentActs.filter((act) => afterAct(moment.status, act, moved) !== null && may(act)),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = { ...args.params, now: args.context.get(edgeContext).clock() };
  return formAction(args, {
    act: (tx, actor, form) => actOnMoment(tx, actor, at, readForm(actInput, form)),
    meeting: (tx, actor, form) =>
      changeMoment(tx, actor, at, { part: 'meeting', ...readForm(meetingInput, form) }),
    notes: (tx, actor, form) => changeMoment(tx, actor, at, { part: 'notes', ...readForm(notesInput, form) }),
    paper: (tx, actor, form) => addPaper(tx, actor, at, readForm(paperInput, form)),
    item: (tx, actor, form) => putItem(tx, actor, at, readForm(itemInput, form)),
    'item-act': (tx, actor, form) =>
      moveItem(tx, actor, at, { item: String(form.get('item')), ...readForm(itemActInput, form) }),
    action: (tx, actor, form) => addAction(tx, actor, at, readForm(actionInput, form)),
    held: (tx, actor, form) => holdMeeting(tx, actor, at, readHeld(form)),
    risk: (tx, actor, form) => raiseRisk(tx, actor, at, readForm(riskInput, form)),
  });
}

/** One moment: what is due, from whom, how it stands, its papers; of a meeting the agenda and what came of it. */
export default function MomentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, moment, papers, documents, mayKeep, acts, meeting, risks } = loaderData;
  const base = `/schemes/${head.code}`;
  const step = nameOf({ nameNl: moment.stepNl, nameEn: moment.stepEn }, locale);
  const unit = nameOf({ nameNl: moment.unitNl, nameEn: moment.unitEn }, locale);
  return (
    <>
      <PageTitle page={`${step} · ${unit}`} />
      <PageHead
        breadcrumb={[{ href: `${base}/cycle?year=${moment.year}`, label: text('cycle.title') }]}
        title={step}
        badge={<StandingBadge moment={moment} />}
        lead={unit}
      />
      <PageBody
        asideLabel={text('moment.acts')}
        aside={
          acts.length > 0 || risks.length > 0 ? (
            <MomentForms
              key={moment.revision}
              moment={moment}
              acts={acts}
              meeting={loaderData.meetingDay}
              risks={risks}
              result={actionData}
              today={loaderData.today}
            />
          ) : null
        }
      >
        <MomentFacts moment={moment} free={loaderData.free} closed={loaderData.closed} />
        {meeting ? (
          <MeetingPart moment={moment} meeting={meeting} mayKeep={mayKeep} result={actionData} />
        ) : null}
        <MomentPapers {...{ scheme: head.code, moment, papers, documents, mayKeep, result: actionData }} />
      </PageBody>
    </>
  );
}
