import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/plan/plan-words.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/moment-page';
import { actInput, meetingInput, notesInput, paperInput } from './cycle.input.ts';
import { documentHref } from './cycle-words.ts';
import { actOnMoment, changeMoment, getMoment } from './moment.server.ts';
import { afterAct, canKeepMoment, canManageCycle, momentActs } from './moment.ts';
import { MomentForms } from './moment-forms.tsx';
import type { Moment } from './moment-list.server.ts';
import { MomentPapers } from './moment-papers.tsx';
import { addPaper, listPapersToAdd } from './paper.server.ts';
import { StandingBadge, useMomentDate } from './standing.tsx';
import './cycle.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const { moment, papers, today } = await getMoment(tx, actor, { ...args.params, now });
    const mayKeep = canKeepMoment(actor, moment);
    const mayManage = canManageCycle(actor, moment.unitId);
    const moved = moment.dueOn !== moment.firstDueOn;
    return {
      head: await getSchemeHead(tx, actor.institutionId, args.params.scheme),
      ...{ moment, papers, today, mayKeep },
      documents: mayKeep ? await listPapersToAdd(tx, actor, args.params.scheme) : [],
      meeting: mayManage && moment.bodyId !== null,
      acts: momentActs.filter(
        (act) => afterAct(moment.status, act, moved) !== null && (act === 'finish' ? mayKeep : mayManage),
      ),
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
  });
}

/** One moment: what is due, from whom, how it stands, the papers that went to it and what was noted. */
export default function MomentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, moment, papers, documents, mayKeep, acts } = loaderData;
  const base = `/schemes/${head.code}`;
  const step = nameOf({ nameNl: moment.stepNl, nameEn: moment.stepEn }, locale);
  const unit = nameOf({ nameNl: moment.unitNl, nameEn: moment.unitEn }, locale);
  return (
    <>
      <title>{text('app.title', { page: `${step} · ${unit}` })}</title>
      <PageHead
        breadcrumb={[
          { href: '/schemes', label: text('nav.schemes') },
          { href: base, label: nameOf(head, locale) },
          { href: `${base}/cycle?year=${moment.year}`, label: text('cycle.title') },
        ]}
        title={step}
        badge={<StandingBadge moment={moment} />}
        lead={unit}
      />
      <PageBody
        asideLabel={text('moment.acts')}
        aside={
          acts.length > 0 ? (
            <MomentForms
              key={moment.revision}
              moment={moment}
              acts={acts}
              meeting={loaderData.meeting}
              result={actionData}
              today={loaderData.today}
            />
          ) : null
        }
      >
        <MomentFacts moment={moment} />
        <MomentPapers {...{ scheme: head.code, moment, papers, documents, mayKeep, result: actionData }} />
      </PageBody>
    </>
  );
}

function MomentFacts({ moment }: { moment: Moment }) {
  const text = useText();
  const locale = useLocale();
  const date = useMomentDate();
  const pair = (nl: string | null, en: string | null) =>
    nl && en ? nameOf({ nameNl: nl, nameEn: en }, locale) : null;
  const body = pair(moment.bodyNl, moment.bodyEn);
  const role = pair(moment.roleNl, moment.roleEn);
  const note = locale === 'en' ? moment.noteEn : moment.noteNl;
  return (
    <>
      {note ? <p className="said">{note}</p> : null}
      <dl className="facts">
        <dt>{text('moment.due-on')}</dt>
        <dd>
          {formatDate(moment.dueOn, locale, 'weekday')}
          {moment.dueOn === moment.firstDueOn
            ? null
            : ` (${text('moment.first', { date: formatDate(moment.firstDueOn, locale) })})`}
        </dd>
        <dt>{text('moment.stands')}</dt>
        <dd>{date(moment)}</dd>
        {moment.reason ? (
          <>
            <dt>{text('field.reason')}</dt>
            <dd>{moment.reason}</dd>
          </>
        ) : null}
        <dt>{text('moment.what')}</dt>
        <dd>{pair(moment.kindNl, moment.kindEn) ?? text('cycle.what.act')}</dd>
        {moment.document ? (
          <>
            <dt>{text('moment.document')}</dt>
            <dd>
              <Link href={documentHref(moment.scheme, { ...moment, document: moment.document })}>
                {moment.title}
              </Link>
              {moment.submittedOn
                ? `, ${text('moment.submitted', { number: String(moment.number), date: formatDate(moment.submittedOn, locale) })}`
                : `, ${text('moment.draft')}`}
            </dd>
          </>
        ) : null}
        {body ? (
          <>
            <dt>{text('moment.body')}</dt>
            <dd>
              {text('cycle.what.body', { right: moment.right ?? 'none', body })}
              {moment.right
                ? `: ${
                    moment.outcome && moment.decidedOn
                      ? text('moment.outcome', {
                          outcome: text(`outcome.${moment.outcome}`),
                          date: formatDate(moment.decidedOn, locale),
                        })
                      : text('moment.outcome.none')
                  }`
                : null}
            </dd>
          </>
        ) : null}
        {moment.meetsOn ? (
          <>
            <dt>{text('moment.meeting')}</dt>
            <dd>{formatDate(moment.meetsOn, locale, 'weekday')}</dd>
          </>
        ) : null}
        {role ? (
          <>
            <dt>{text('moment.role')}</dt>
            <dd>{role}</dd>
          </>
        ) : null}
        {moment.source ? (
          <>
            <dt>{text('field.source')}</dt>
            <dd>{moment.source}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
