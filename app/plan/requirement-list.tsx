import type { ReactNode } from 'react';
import { Badge } from '#app/ui/badge.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Plan } from './plan.server.ts';
import type { RequirementCheck } from './requirement.ts';

const tones = { met: 'ok', unmet: 'warn', open: 'neutral' } as const;

/** How many requirements are met, in one sentence. */
export function useChecklistState(): (checks: readonly RequirementCheck[], draft: boolean) => string {
  const text = useText();
  return (checks, draft) =>
    text('checklist.state', {
      met: checks.filter((one) => one.state === 'met').length,
      all: checks.length,
      open: draft ? checks.filter((one) => one.state === 'open').length : 0,
    });
}

type Props = {
  plan: Pick<Plan, 'requirements' | 'questions'>;
  /** the version may still be changed */
  draft: boolean;
  /** what stands below a requirement, such as the form that judges it */
  below?: (check: RequirementCheck) => ReactNode;
};

/** Each requirement of the scheme: whether it is met, how that is seen, and who judged what and why. */
export function RequirementList({ plan, draft, below }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <ul className="ruled checklist">
      {plan.requirements.map((check) => (
        <li key={check.code} id={`requirement-${check.code}`}>
          <div className="check-head">
            <Badge tone={tones[check.state]}>{text(stateKey(check, draft))}</Badge>
            <p className="check-text">{locale === 'en' ? check.textEn : check.textNl}</p>
          </div>
          <Shown plan={plan} check={check} />
          <p className="sub">
            {check.source ? `${text('checklist.source', { source: check.source })}. ` : null}
            {check.state === 'met' || !draft
              ? null
              : text(check.blocks ? 'checklist.blocks' : 'checklist.warns')}
          </p>
          {below?.(check)}
        </li>
      ))}
    </ul>
  );
}

/** What the state of a requirement is called: nobody judges a frozen version any more. */
export function stateKey(check: RequirementCheck, draft: boolean): string {
  return check.state === 'open' && !draft ? 'checklist.unjudged' : `checklist.${check.state}`;
}

function Shown({ plan, check }: { plan: Props['plan']; check: RequirementCheck }) {
  const text = useText();
  const locale = useLocale();
  const questions = plan.questions
    .filter((question) => check.questions.includes(question.code))
    .map((question) => (locale === 'en' ? question.textEn : question.textNl))
    .join(' ');
  const { judgement } = check;
  return (
    <>
      {questions ? (
        <p>
          {text(check.unanswered > 0 ? 'checklist.unanswered' : 'checklist.answered', {
            count: check.unanswered,
            questions,
          })}
        </p>
      ) : null}
      {check.norm !== null && check.found !== null ? (
        <p>
          {text(`checklist.found.${check.norm}`, {
            count: check.found.length,
            what: check.found.join(', '),
          })}
        </p>
      ) : null}
      {judgement ? (
        <blockquote className="judgement">
          <p className="said">{judgement.reason}</p>
          <footer>
            {text('checklist.judged', {
              met: judgement.met ? 'yes' : 'no',
              by: judgement.by,
              date: formatDate(judgement.at, locale),
            })}
          </footer>
        </blockquote>
      ) : null}
    </>
  );
}
