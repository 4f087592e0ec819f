import { isNow, type Moment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { GapList } from './gap-list.tsx';
import type { Plan } from './plan.server.ts';
import { shortHash } from './plan.ts';
import { type PlanTextPart, unitQuestions } from './plan-text.tsx';
import { planHref, sectionAnchor } from './plan-words.ts';
import { stateKey, useChecklistState } from './requirement-list.tsx';

type Props = { plan: Plan; parts: readonly PlanTextPart[]; moment: Moment };

/** Beside the plan: what is missing from a draft, the versions, the table of contents and the files. */
export function PlanAside({ plan, parts, moment }: Props) {
  const text = useText();
  const locale = useLocale();
  const state = useChecklistState();
  const { head, version } = plan;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const blockers = plan.gaps.filter((gap) => gap.blocker).length;
  return (
    <>
      {version.status === 'draft' ? (
        <>
          <h2>{text('plan.complete')}</h2>
          <p className="sub">{text('plan.complete.state', { count: blockers })}</p>
          <GapList gaps={plan.gaps} base={base} />
        </>
      ) : null}
      {plan.requirements.length > 0 ? (
        <>
          <h2>{text('checklist.title')}</h2>
          <p className="sub">{state(plan.requirements, version.status === 'draft')}</p>
          <ul className="marks">
            {plan.requirements.map((one) => (
              <li key={one.code} className={`mark-${one.state}`}>
                <a href={`#requirement-${one.code}`}>{locale === 'en' ? one.textEn : one.textNl}</a>
                <small>{text(stateKey(one, version.status === 'draft'))}</small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {head.hasMeasures ? (
        <p>
          <Link href={`${base}/payers`}>{text('payer.link')}</Link>
        </p>
      ) : null}
      <h2>{text('plan.versions')}</h2>
      <ul className="versions">
        {head.versions.toReversed().map((one) => (
          <li key={one.number}>
            <Link
              href={`${base}?${versionQuery(one.number, moment)}`}
              aria-current={one.number === version.number ? 'true' : undefined}
            >
              {text('plan.version', { number: String(one.number) })}
            </Link>
            <small>
              {text(`plan.status.${one.inForce ? (isNow(moment) ? 'force' : 'then') : one.status}`)}
              {one.submittedAt ? `, ${formatDate(one.adoptedAt ?? one.submittedAt, locale, 'short')}` : null}
              {one.contentHash ? (
                <code title={text('plan.hash', { hash: one.contentHash })}>
                  {' '}
                  {shortHash(one.contentHash)}
                </code>
              ) : null}
            </small>
          </li>
        ))}
      </ul>
      {head.versions.length > 1 ? (
        <p className="sub">
          <Link href={`${base}/compare${version.number > 1 ? `?to=${version.number}` : ''}`}>
            {text('compare.title')}
          </Link>
        </p>
      ) : null}
      {head.hasMeasures || parts.length > 0 ? <h2>{text('plan.contents')}</h2> : null}
      <ol className="contents">
        {parts
          .filter((part) => part.place.name === null && (part.body !== null || version.status === 'draft'))
          .map((part) => (
            <li key={part.question.code}>
              <a href={`#${sectionAnchor(part.question.code, part.place)}`}>
                {locale === 'en' ? part.question.textEn : part.question.textNl}
              </a>
            </li>
          ))}
        {plan.themes
          .filter(
            (theme) => theme.excludedReason !== null || parts.some((part) => part.place.node === theme.code),
          )
          .map((theme) => (
            <li key={theme.code}>
              <a href={`#theme-${theme.code}`}>{nameOf(theme, locale)}</a>
            </li>
          ))}
        {unitQuestions(parts)
          .filter((of) => version.status === 'draft' || of.some((part) => part.body !== null))
          .map(([{ question }]) => (
            <li key={question.code}>
              <a href={`#q-${question.code}`}>{locale === 'en' ? question.textEn : question.textNl}</a>
            </li>
          ))}
        {head.hasMeasures ? (
          <>
            <li>
              <a href="#measures">{text('plan.measures')}</a>
            </li>
            {plan.measures.some((one) => one.steps.length > 0) ? (
              <li>
                <a href="#roadmap">{text('roadmap.title')}</a>
              </li>
            ) : null}
            {plan.nodes.some((node) => !node.theme) ? (
              <li>
                <a href="#goals">{text('goals.title')}</a>
              </li>
            ) : null}
            <li>
              <a href="#budget">{text('plan.budget')}</a>
            </li>
          </>
        ) : null}
      </ol>
      {plan.attachments.length > 0 ? (
        <>
          <h2>{text('plan.attachments')}</h2>
          <ul className="versions">
            {plan.attachments.map((file) => (
              <li key={`${file.name} ${file.sha256}`}>{file.name}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function versionQuery(number: number, { asOf, knownOn }: Moment): URLSearchParams {
  return new URLSearchParams({ version: String(number), ...(asOf && { asOf }), ...(knownOn && { knownOn }) });
}
